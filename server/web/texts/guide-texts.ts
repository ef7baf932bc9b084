// The guide for people new to mail servers: plain words, our own. A section's id is its address on the page.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export interface GuideSection {
  readonly id: string;
  readonly title: LocalizedText;
  readonly paragraphs: readonly LocalizedText[];
  readonly points?: readonly LocalizedText[];
  readonly link?: { readonly href: string; readonly label: LocalizedText };
  readonly hasDiagram?: boolean;
}

export const GUIDE_TEXTS = {
  title: { en: 'Guide: mail servers for beginners', ja: '入門ガイド：はじめてのメールサーバー選び' },
  lead: {
    en: 'What a mail server does, what the choice is about, and how to read the figures on these pages. Ten minutes, no prior knowledge.',
    ja: 'メールサーバーの役割、選ぶときの考え方、このサイトの数値の読み方を、予備知識のない方に向けて説明します。10分ほどで読めます。',
  },
  contents: { en: 'Contents', ja: '目次' },
  glossary: { en: 'Words', ja: '用語集' },
  diagramTitle: { en: 'The way of a message', ja: 'メールが届くまで' },
  you: { en: 'You', ja: '送信者' },
  sending: { en: 'Your mail server', ja: '送信側のサーバー' },
  receiving: { en: 'Their mail server', ja: '受信側のサーバー' },
  them: { en: 'Recipient', ja: '受信者' },
  submit: { en: 'hands over', ja: '送信' },
  transfer: { en: 'SMTP', ja: 'SMTP' },
  fetch: { en: 'reads (IMAP)', ja: '受信（IMAP）' },
} as const satisfies Texts;

export const GUIDE_SECTIONS: readonly GuideSection[] = [
  {
    id: 'what',
    title: { en: 'What a mail server does', ja: 'メールサーバーの役割' },
    paragraphs: [
      {
        en: 'A mail server is a post office that never closes. It takes the messages of your people, carries them to the post office of the recipient, receives what others send to you, keeps it in a box for each person, and turns away what is dangerous.',
        ja: 'メールサーバーは、24時間休まず働く郵便局のようなものです。社内の人が書いたメールを預かって相手先に届け、外から届いたメールを一人ひとりの受信箱に保管し、危険なメールを食い止めます。',
      },
      {
        en: 'Between two servers mail travels by SMTP, a conversation in short lines of text: who is sending, to whom, and then the content. The last reply of that conversation, the one after the content, is the moment in which the other server takes over responsibility. When this application measures “accepted messages”, it counts exactly those replies.',
        ja: 'サーバー同士は、SMTPという手順で短い文をやり取りします。「誰から」「誰へ」を伝えてから、本文を渡します。本文の後に返ってくる最後の応答が、相手のサーバーがメールの責任を引き受けた合図です。この負荷試験で「受理」として数えるのは、この応答だけです。',
      },
    ],
    hasDiagram: true,
  },
  {
    id: 'own-or-cloud',
    title: { en: 'Cloud service or your own server', ja: 'クラウドか、自社運用か' },
    paragraphs: [
      {
        en: 'With a cloud service you rent mailboxes: the vendor runs the machines, installs updates and answers for failures, and you pay for each user every month. You start in days and need little knowledge. In return the vendor sets the limits, and your mail lies in its data centres.',
        ja: 'クラウドは、メールボックスを借りる形です。機器の運用、更新、障害対応は提供元が行い、利用者数に応じて毎月支払います。数日で使い始められ、専門知識もあまり要りません。その代わり、容量や送信数などの上限は提供元が決め、メールは提供元のデータセンターに保管されます。',
      },
      {
        en: 'With your own server you decide everything: limits, place of the data, filters, connections to other systems. Software is often free, but it needs people who keep it safe every week, hardware, and a plan for the night in which it fails. Cost then depends little on the number of users and much on the hours of those people.',
        ja: '自社運用では、上限、保管場所、フィルター、ほかのシステムとの連携まで、すべて自分たちで決められます。ソフトウェアは無料のものも多い一方、毎週の更新を続ける担当者、機器、夜間の故障への備えが必要です。費用は人数よりも、担当者の作業時間に大きく左右されます。',
      },
    ],
    link: {
      href: '/options?deployment=cloud',
      label: { en: 'Cloud services in the catalogue', ja: 'クラウドの一覧を見る' },
    },
  },
  {
    id: 'domain',
    title: { en: 'What an own domain is worth', ja: '独自ドメインの価値' },
    paragraphs: [
      {
        en: 'The part after the @ is your name in the world. With a domain of your own you can change the mail service without changing a single address, recipients see who is writing, and you can prove by SPF, DKIM and DMARC that a message really comes from you.',
        ja: 'アドレスの @ より後ろは、組織の名前そのものです。独自ドメインなら、サービスを乗り換えてもアドレスは変わりません。受け取った人は差出人を確かめやすく、SPF・DKIM・DMARCという仕組みで、なりすましでないことを証明できます。',
      },
      {
        en: 'Large mail services now turn away mail without that proof. Whether a product supports all three is therefore one of the first things to check.',
        ja: '大手のメールサービスは、この証明がないメールを受け取らないようになってきました。三つすべてに対応しているかは、最初に確認したい点です。',
      },
    ],
  },
  {
    id: 'accounts',
    title: { en: 'Accounts that follow your people', ja: '人の異動に合わせたアカウント管理' },
    paragraphs: [
      {
        en: 'People join, change departments and leave. Central administration means that one person can open, stop and hand over mailboxes in minutes, and that a leaver’s access ends on the same day while the mail stays with the organisation.',
        ja: '入社、異動、退職のたびに、メールの設定が必要です。一元管理ができれば、管理者がアカウントの作成、停止、引き継ぎを数分で済ませられます。退職者の利用をその日のうちに止め、メールは組織に残せます。',
      },
      {
        en: 'If you already keep a directory of your people, ask for synchronisation and single sign-on: one account, one password policy, one place to switch somebody off.',
        ja: '社員の情報を管理するディレクトリがすでにある場合は、連携とシングルサインオンに対応した製品を選ぶと、アカウントもパスワードの決まりも一か所で管理できます。',
      },
    ],
  },
  {
    id: 'size',
    title: { en: 'Size: how much you really need', ja: '規模：本当に必要な大きさ' },
    paragraphs: [
      {
        en: 'Three figures decide the size: how many people, how much mail each of them handles, and how long you keep it. From these follow the storage per mailbox, the messages in the busiest minute and the number of connections at the same time. You need not work this out yourself; the questionnaire does.',
        ja: '規模は、人数、一人が扱うメールの量、保管する年数の三つで決まります。ここから、一人あたりの容量、最も混み合う時間の通数、同時接続数が計算できます。計算は評価の質問に答えるだけで自動で行われます。',
      },
      {
        en: 'Attachments grow by more than a third on their way, because mail carries them as text. A limit of 25 MB for a message therefore lets about 18 MB of files through. If larger files are daily business, look for delivery by download link.',
        ja: '添付ファイルは、送るときに文字に変換されるため3割以上大きくなります。1通の上限が25 MBなら、送れるファイルは約18 MBまでです。大きなファイルを日常的に送るなら、ダウンロード用リンクで渡せる機能を確認してください。',
      },
    ],
  },
  {
    id: 'security',
    title: { en: 'Security: what to look at', ja: 'セキュリティ：確認したいこと' },
    paragraphs: [
      {
        en: 'Most break-ins begin with a stolen password or a convincing message. So these come first:',
        ja: '被害の多くは、盗まれたパスワードか、本物らしく見えるメールから始まります。まず次の点を確認してください。',
      },
    ],
    points: [
      {
        en: 'A second factor at sign-in, also for mail programs and not only for the web page.',
        ja: '多要素認証。Webメールだけでなく、メールソフトからの利用にも効くこと。',
      },
      {
        en: 'Filters for spam, viruses and forged senders.',
        ja: '迷惑メール、ウイルス、なりすましへの対策。',
      },
      {
        en: 'Encryption on the way and on the disk, and the place where the data lies.',
        ja: '通信と保存データの暗号化、そしてデータの保管場所。',
      },
      {
        en: 'A log that shows months later who read or sent what.',
        ja: '誰がいつ何をしたかを、数か月後にも確かめられる監査ログ。',
      },
      {
        en: 'Certificates by third parties, if your customers or the law ask for them.',
        ja: '取引先や法令が求める場合は、第三者による認証・認定。',
      },
    ],
  },
  {
    id: 'operation',
    title: { en: 'Operation and support', ja: '運用とサポート' },
    paragraphs: [
      {
        en: 'Ask who will notice at night that mail has stopped, and who will repair it. With a cloud service, look at the hours and languages of support and at the availability that is promised. With your own server, look at how actively the software is maintained and how much skill it needs; mailfit reckons the hours of your staff as part of the cost.',
        ja: '夜中にメールが止まったとき、誰が気づき、誰が直すのかを考えておきましょう。クラウドでは、サポートの時間帯と言語、保証される稼働率を確認します。自社運用では、ソフトウェアの開発が活発に続いているか、どの程度の技能が要るかを確認します。mailfit では、担当者の作業時間も費用に含めて計算します。',
      },
    ],
  },
  {
    id: 'cost',
    title: { en: 'Cost over the years', ja: '数年間の費用' },
    paragraphs: [
      {
        en: 'Compare totals over the same number of years, not monthly prices: licences, machines, storage, the hours of your staff, moving in, and moving out again. A low price per user can be dear for many users, and free software can be dear without people who know it.',
        ja: '月額ではなく、同じ年数の総費用で比べます。ライセンス、機器、容量、担当者の作業時間、移行にかかる費用、やめるときの費用を合計します。一人あたりの料金が安くても人数が多ければ高くなり、無料のソフトウェアでも詳しい担当者がいなければ高くつくことがあります。',
      },
    ],
  },
  {
    id: 'load-test',
    title: { en: 'What a load test shows', ja: '負荷試験で分かること' },
    paragraphs: [
      {
        en: 'A load test sends many messages at once to a server you control and watches the replies. It shows how many messages per second the server accepts, how long a sender waits, and what happens when it is too much: delays, refusals or lost connections.',
        ja: '負荷試験では、管理しているサーバーに多くのメールを同時に送り、応答を調べます。1秒に何通受け取れるか、送る側がどれだけ待つか、限界を超えたときに遅れるのか、断るのか、切断されるのかが分かります。',
      },
      {
        en: 'Look at p99 rather than at the average: 99 of 100 messages were faster than this, so it is what the unlucky sender feels. And look at the verdict: if the test machine itself was the limit, the figure says nothing about the server.',
        ja: '平均ではなく p99 に注目してください。100通のうち99通がこの時間以内に終わったという値で、運の悪い利用者が感じる遅さを表します。あわせて判定も確認します。試験をする側のコンピューターが限界だった場合、その値からサーバーの能力は分かりません。',
      },
    ],
    link: { href: '/benchmark', label: { en: 'To the benchmark', ja: '負荷試験へ' } },
  },
  {
    id: 'reading',
    title: { en: 'How to read the result', ja: '評価結果の読み方' },
    paragraphs: [
      {
        en: 'Hard requirements come first: an option that fails one is excluded, with the reason. The others get points for what they offer up to your need; more than you need earns nothing. What nobody states is shown as unknown, widens the range of the score, and becomes a question to the vendor.',
        ja: 'はじめに必須要件を調べ、一つでも満たさない選択肢は理由を示して除外します。残った選択肢には、必要な水準までの内容に応じて点が付きます。必要以上の性能は加点しません。公開情報のない項目は「不明」として総合点の幅に表し、提供元への質問として示します。',
      },
      {
        en: '“First in 60 %” means: when weights and uncertain facts vary within reason, this option comes first in 60 of 100 cases. If two options lie close, do not trust the order; ask the open questions or test both.',
        ja: '「1位になる割合 60%」は、重みと不確かな事実を妥当な範囲で変えて試算したとき、100回中60回で1位になるという意味です。僅差のときは順位だけで決めず、未確認の点を問い合わせるか、両方を実際に試してください。',
      },
    ],
  },
];

/** Which section of the guide explains what a section of the questionnaire asks. */
export const GUIDE_FOR_SECTION: Readonly<Record<string, string>> = {
  size: 'size',
  security: 'security',
  support: 'operation',
  operation: 'own-or-cloud',
  cost: 'cost',
  priorities: 'reading',
};
