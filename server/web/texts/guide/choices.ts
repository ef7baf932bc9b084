// Guide, part 2: the choices that divide the market.

import type { GuidePart } from './guide-section.ts';

export const CHOICES: GuidePart = {
  title: { en: 'The choices that divide the market', ja: '選び方の分かれ道' },
  sections: [
    {
      id: 'own-or-cloud',
      title: { en: 'Cloud service or a server of your own', ja: 'クラウドサービスか、自社運用か' },
      paragraphs: [
        {
          en: 'The question is less where the machine stands than who gets up at night. Both ways lead to good mail; they ask for different things.',
          ja: '違いは機械の置き場所よりも、「夜中に止まったとき誰が動くか」にあります。どちらでもよいメール環境は作れますが、引き受けるものが違います。',
        },
      ],
      sides: [
        {
          title: { en: 'Cloud service', ja: 'クラウドサービス' },
          merits: [
            { en: 'Starts in days, without own machines', ja: '機器を用意せず、数日で使い始められる' },
            {
              en: 'Updates, filters and repairs are the vendor’s task',
              ja: '更新・迷惑メール対策・障害対応は提供元の仕事',
            },
            { en: 'Cost follows the number of people', ja: '人数に応じた月額で、費用を見通しやすい' },
          ],
          burdens: [
            {
              en: 'Limits on size and sending are set by the vendor',
              ja: '容量や送信数の上限は提供元が決める',
            },
            {
              en: 'The data lies in the vendor’s data centres',
              ja: 'データは提供元のデータセンターに置かれる',
            },
            {
              en: 'Prices and functions can change during the contract',
              ja: '契約中に料金や機能が変わることがある',
            },
          ],
        },
        {
          title: { en: 'A server of your own', ja: '自社運用（オンプレミス）' },
          merits: [
            {
              en: 'Limits, filters and place of the data are yours to set',
              ja: '上限・フィルター・保管場所を自分で決められる',
            },
            { en: 'Fits closely with other systems', ja: 'ほかの業務システムと細かく連携できる' },
            { en: 'More users cost little more', ja: '人数が増えても費用はあまり増えない' },
          ],
          burdens: [
            {
              en: 'Somebody must keep it safe every week, holidays included',
              ja: '休暇中も含め、毎週の更新を担う人が要る',
            },
            {
              en: 'Hardware, backup and a second machine are yours',
              ja: '機器・バックアップ・予備機を自前で用意する',
            },
            {
              en: 'Being trusted by other servers takes work',
              ja: 'ほかのサーバーに信用される送信元に育てる手間がかかる',
            },
          ],
        },
      ],
      links: [
        { href: '/options?deployment=cloud', label: { en: 'Cloud services', ja: 'クラウドサービスの一覧' } },
        {
          href: '/options?deployment=on-premise',
          label: { en: 'Servers of your own', ja: '自社運用の製品一覧' },
        },
      ],
    },
    {
      id: 'domain',
      title: { en: 'What a domain of your own is worth', ja: '独自ドメインの価値' },
      paragraphs: [
        {
          en: 'What stands after the @ is your name. With your own domain the address belongs to you and not to the service: you can move without telling a single customer. It also lets you prove that a message really comes from you, by three entries called SPF, DKIM and DMARC. Large mail services increasingly refuse mail that cannot prove it.',
          ja: '「＠より後ろ」は、組織の名前そのものです。独自ドメインのアドレスはサービスではなく自分たちのものなので、乗り換えても取引先に変更を知らせる必要がありません。さらに、SPF・DKIM・DMARCという3つの設定で「確かに自社が送ったメールだ」と証明できます。大手のメールサービスでは、証明のないメールを受け取らない動きが広がっています。',
        },
        {
          en: 'Keep the domain in the hands of the organisation, not of a supplier or a single employee: whoever controls it controls your mail.',
          ja: 'ドメインの契約は、業者や担当者個人ではなく、必ず組織の名義で持ちましょう。ドメインを管理する人が、メールの行き先を決められるからです。',
        },
      ],
      links: [
        {
          href: '/options/facts/customDomain',
          label: { en: 'Who supports own domains', ja: '独自ドメインへの対応を比べる' },
        },
        {
          href: '/options/facts/domainAuthentication',
          label: { en: 'Who signs and checks (SPF, DKIM, DMARC)', ja: 'SPF・DKIM・DMARCへの対応を比べる' },
        },
      ],
    },
    {
      id: 'accounts',
      title: { en: 'Accounts managed in one place', ja: 'アカウントの一元管理' },
      paragraphs: [
        {
          en: 'Somebody leaves on Friday. Can you end the access in a minute, keep the mail, and let the successor read it on Monday? With central administration: yes. Without it an open account remains, and open accounts of former staff are a favourite way in.',
          ja: '金曜に退職者が出たとします。その日のうちに利用を止め、メールは残し、月曜には後任が読めるようにできるでしょうか。一元管理ができれば数分で済みます。できなければ使われないアカウントが残り、不正アクセスの格好の入り口になります。',
        },
        {
          en: 'Transfers, name changes and shared addresses such as info@ follow the same rule: one person changes it once. If you already keep a directory of your people, let accounts follow it, so that joining and leaving happen in one place for all systems.',
          ja: '異動や改姓、info@のような代表アドレスの担当替えも、担当者が一度変更すれば済むのが理想です。社員の情報を管理する仕組み（ディレクトリ）がすでにあるなら、そこに連動する製品を選ぶと、入社と退職の手続きがすべてのシステムで一度に終わります。',
        },
      ],
      links: [
        {
          href: '/options/facts/accountSuspension',
          label: {
            en: 'Locking an account while keeping its mail',
            ja: 'メールを残したアカウント停止の可否を比べる',
          },
        },
        {
          href: '/options/facts/directorySync',
          label: { en: 'Accounts that follow a directory', ja: 'ディレクトリ連携を比べる' },
        },
      ],
    },
    {
      id: 'attachments',
      title: { en: 'Large attachments', ja: '大きな添付ファイル' },
      paragraphs: [
        {
          en: 'Mail was made for text, and files travel in it as text: they grow by more than a third. A limit of 25 MB lets about 18 MB of file through. And your limit is not enough: the recipient’s server has one of its own.',
          ja: 'メールはもともと文章を送る仕組みで、ファイルは文字に置き換えて運ばれます。そのため送信時に3割以上大きくなり、上限25 MBのサービスで送れるのは約18 MBまでです。自社の上限を上げても、相手側のサーバーの上限を超えれば届きません。',
        },
        {
          en: 'If drawings or videos go out every day, look for a product that replaces large attachments by a download link on its own. The link can expire or be withdrawn, which a sent file never can.',
          ja: '図面や動画を日常的に送るなら、大きな添付を自動でダウンロード用リンクに置き換える製品が便利です。リンクなら期限を付けたり取り消したりできます。送ってしまったファイルは、取り消せません。',
        },
      ],
      links: [
        {
          href: '/options/facts/messageSizeMax',
          label: { en: 'Largest message', ja: 'メール1通の上限を比べる' },
        },
        {
          href: '/options/facts/largeFileDelivery',
          label: { en: 'Delivery by download link', ja: 'リンクでの受け渡し機能を比べる' },
        },
      ],
    },
  ],
};
