// Guide, part 4: security.

import type { GuidePart } from './guide-section.ts';

export const SECURITY: GuidePart = {
  title: { en: 'Security', ja: 'セキュリティ' },
  sections: [
    {
      id: 'spam',
      title: { en: 'Spam, forged senders and viruses', ja: '迷惑メール・なりすまし・ウイルス' },
      paragraphs: [
        {
          en: 'Ordinary spam is caught well by almost every filter. The dangerous message is the one that is addressed to you: an invoice in the style of your supplier, an order from your director. Catching those needs a filter that knows who usually writes to whom, and it is rarely part of the smallest plan.',
          ja: 'ばらまき型の迷惑メールは、どの製品でもかなり防げます。怖いのは、あなた宛てに作られたメールです。取引先そっくりの請求書や、社長を名乗る振込の指示などは、ふだん誰と誰がやり取りしているかまで見る対策でなければ防げません。こうした機能は、安いプランには付いていないことが多いものです。',
        },
        {
          en: 'Ask also who scans attachments for viruses. In a server of your own that is usually a second product with its own price and its own updates.',
          ja: '添付ファイルのウイルス検査を誰が行うかも確認しましょう。自社運用では別製品になることが多く、その費用と更新も見込んでおく必要があります。',
        },
      ],
      links: [
        { href: '/options/facts/spamFilter', label: { en: 'Spam protection', ja: '迷惑メール対策を比べる' } },
        { href: '/options/facts/virusFilter', label: { en: 'Virus scanning', ja: 'ウイルス検査を比べる' } },
        { href: '/options?kind=gateway', label: { en: 'Separate filters', ja: '前段に置く対策製品を見る' } },
      ],
    },
    {
      id: 'sign-in',
      title: { en: 'Signing in', ja: 'ログイン（認証）' },
      paragraphs: [
        {
          en: 'Most mailboxes are taken over with the right password. A second step at sign-in stops that, but look where it applies: if the web page asks for a code and the mail program does not, the door is only half closed. Single sign-on puts all of it in one place and ends everything at once when somebody leaves.',
          ja: 'メールの乗っ取りの多くは、正しいパスワードを使って行われます。多要素認証はこれを防ぎますが、どこに効くかが大切です。ウェブ画面ではコードを求められても、メールソフトからはパスワードだけで入れるなら、扉は半分しか閉まっていません。シングルサインオンなら入り口が一つにまとまり、退職時も一度の手続きで済みます。',
        },
      ],
      links: [
        { href: '/options/facts/mfa', label: { en: 'Two-step sign-in', ja: '多要素認証を比べる' } },
        {
          href: '/options/facts/singleSignOn',
          label: { en: 'Single sign-on', ja: 'シングルサインオンを比べる' },
        },
      ],
    },
    {
      id: 'encryption',
      title: { en: 'Three kinds of encryption', ja: '三つの暗号化' },
      paragraphs: [
        {
          en: 'The word means three different things. Ask which one is meant.',
          ja: 'ひと口に暗号化といっても、守る場所が違います。どれを指しているのかを確かめましょう。',
        },
      ],
      points: [
        {
          en: 'On the way between servers (TLS). Normal today, but often only “if the other side can”. MTA-STS or DANE make it a must.',
          ja: 'サーバー間の通信（TLS）。今では当たり前ですが、「相手が対応していれば」という条件付きが普通です。MTA-STSやDANEを使うと、暗号化を必須にできます。',
        },
        {
          en: 'On the disk. Protects a stolen machine, not against whoever runs the service and holds the keys.',
          ja: '保存データ。機器の盗難には有効ですが、鍵を持つ事業者自身に対する守りにはなりません。',
        },
        {
          en: 'From person to person (S/MIME, PGP). Not even the server can read it; both sides must take part.',
          ja: '送信者から受信者まで（S/MIME・PGP）。サーバーでも読めなくなりますが、双方の準備が必要です。',
        },
      ],
      links: [
        {
          href: '/options/facts/transportSecurity',
          label: { en: 'Encryption between servers', ja: 'サーバー間の暗号化を比べる' },
        },
      ],
    },
    {
      id: 'leaks',
      title: { en: 'Files that reach the wrong person', ja: '誤送信と添付ファイルの渡し方' },
      paragraphs: [
        {
          en: 'In Japan files were long sent as a locked ZIP, followed by the password in a second message. Both take the same way, so it protects nothing, and it hides viruses from every filter; ministries and many companies have given it up. Better: a download link that can be withdrawn, a pause before mail leaves the house, or a rule that holds back what looks like customer data.',
          ja: 'パスワード付きZIPを送り、続けて別のメールでパスワードを送る方法（いわゆるPPAP）は、同じ経路で鍵と荷物を送るようなもので、盗み見への備えになりません。しかも中身を検査できないため、ウイルスまで素通りします。中央省庁や多くの企業が廃止しました。代わりに、取り消せるダウンロード用リンク、送信前の一時保留、個人情報らしき内容を止める規則などを検討してください。',
        },
      ],
      links: [
        {
          href: '/options/facts/dataLossPrevention',
          label: { en: 'Inspection of outgoing mail', ja: '送信メールの検査・保留を比べる' },
        },
      ],
    },
    {
      id: 'records',
      title: { en: 'Records: logs and archive', ja: '記録：監査ログとアーカイブ' },
      paragraphs: [
        {
          en: 'A log says who signed in from where and who changed what. After an incident it is the only way to tell what was read. An archive keeps the mail itself where its owner cannot delete it; disputes, tax law and audits ask for it years later. Check for how long each is kept, because the usual answer is shorter than you think.',
          ja: '監査ログは「誰が、いつ、どこから入り、何を変えたか」の記録です。事故が起きたとき、何が読まれたかを知る手がかりはこれしかありません。アーカイブは、メールそのものを利用者が消せない形で残すもので、電子帳簿保存法への対応や訴訟、監査で数年後に必要になります。どちらも保管期間を必ず確認しましょう。思っているより短いことがよくあります。',
        },
      ],
      links: [
        { href: '/options/facts/auditLog', label: { en: 'Audit log', ja: '監査ログを比べる' } },
        { href: '/options/facts/archiving', label: { en: 'Archive', ja: 'アーカイブを比べる' } },
      ],
    },
    {
      id: 'data-place',
      title: { en: 'Place of the data, and certificates', ja: 'データの保管場所と第三者認証' },
      paragraphs: [
        {
          en: 'Where the data lies decides whose law applies to it. If contracts, law or rules of your own name a country, ask for the backups too. Certificates such as ISO/IEC 27001 or ISMAP are the short way of asking a hundred questions about the vendor; they say nothing about your own care.',
          ja: 'データがどの国にあるかで、適用される法律が変わります。契約や社内規程で国が決められている場合は、バックアップの場所まで確認してください。ISO/IEC 27001やISMAPなどの認証は、事業者への多くの質問をまとめて済ませるためのものです。ただし、利用する側の管理までは保証してくれません。',
        },
      ],
      links: [
        { href: '/options/facts/dataRegions', label: { en: 'Place of the data', ja: '保管場所を比べる' } },
        {
          href: '/options?certification=ISMAP',
          label: { en: 'Options with ISMAP', ja: 'ISMAP登録サービスを見る' },
        },
      ],
    },
  ],
};
