// Guide, part 1: what a mail server is.

import type { GuidePart } from './guide-section.ts';

export const BASICS: GuidePart = {
  title: { en: 'What a mail server is', ja: 'メールサーバーを知る' },
  sections: [
    {
      id: 'what',
      title: { en: 'What a mail server does', ja: 'メールサーバーの役割' },
      paragraphs: [
        {
          en: 'Think of a post office that never closes. It takes in what your people write, carries it to the right place, keeps what arrives in a box for each person, and holds back what is dangerous. Everything you see in your mail program is a view of that box.',
          ja: 'メールサーバーは、休みなく働く郵便局のようなものです。差し出されたメールを預かって宛先へ届け、届いたメールは一人ひとりの受信箱に保管し、怪しいものは手前で止めます。ふだんメールソフトで見ているのは、この受信箱の中身です。',
        },
        {
          en: 'Because every other system sends its alarms, invoices and password links by mail, an outage is felt everywhere at once. That is why size, security and operation are looked at separately here.',
          ja: '請求書も、警報も、パスワードの再設定も、最後はメールで届きます。そのため、メールが止まると影響は会社全体に及びます。このガイドで規模・セキュリティ・運用を分けて説明するのは、どれが欠けても困るからです。',
        },
      ],
    },
    {
      id: 'way',
      title: { en: 'The way of a message', ja: 'メールが届くまで' },
      paragraphs: [
        {
          en: 'You press “Send”. Your program hands the message to your server, which looks up in the directory of the Internet (DNS) which server receives mail for the part after the @, and passes it on. The other server examines it, puts it into the box of the recipient, and the recipient’s program fetches it from there.',
          ja: '「送信」を押すと、メールソフトはまず自分の側のサーバーにメールを渡します。サーバーはインターネットの住所録（DNS）で「＠より後ろ」の受け取り先を調べ、相手のサーバーへ届けます。相手のサーバーは中身を検査してから受信箱に入れ、受信者のメールソフトがそれを読みに行きます。',
        },
        {
          en: 'Between servers this is a conversation in short lines, called SMTP: who sends, to whom, then the content. The very last reply is the receipt. From that moment the other side is answerable for the message, and it is these receipts that our load test counts.',
          ja: 'サーバーどうしの受け渡しは、SMTPという短い言葉のやり取りで進みます。「差出人」「宛先」「本文」の順に伝え、最後に相手が返す一言が受領印です。これ以降は、相手のサーバーがメールに責任を持ちます。負荷試験で数えるのも、この受領の返事です。',
        },
      ],
      hasDiagram: true,
    },
    {
      id: 'sending-receiving',
      title: { en: 'Sending servers and receiving servers', ja: '送信サーバーと受信サーバー' },
      paragraphs: [
        {
          en: 'Two jobs are often done by one product, but they are different. The sending side (SMTP) takes mail from your people and delivers it to the world; what matters is whether others trust it. The receiving side takes mail from the world, filters it and keeps it; programs read it there by IMAP, which leaves the mail on the server, or by POP, which takes it away to one device.',
          ja: '一つの製品が両方を兼ねていても、送る仕事と受け取る仕事は別のものです。送信側（SMTP）は社内のメールを世界中へ届ける役で、相手に信用されるかどうかが大切です。受信側は届いたメールを検査して保管する役です。メールソフトで読む方法には、サーバーに置いたまま読むIMAPと、端末に取り込むPOPがあります。',
        },
        {
          en: 'If several devices are used, IMAP or the product’s own protocol is the right one: every device then shows the same box. POP remains where one computer collects all mail.',
          ja: 'パソコンとスマートフォンなど、複数の端末で使うならIMAP（または製品独自の方式）が向いています。どの端末でも同じ受信箱が見えるからです。POPは、決まった1台にすべて取り込む使い方に限られます。',
        },
      ],
      links: [
        {
          href: '/options?protocol=IMAP',
          label: { en: 'Options that offer IMAP', ja: 'IMAPに対応した製品・サービスを見る' },
        },
      ],
    },
    {
      id: 'submission',
      title: { en: 'Mail from devices and systems', ja: '複合機や業務システムからの送信' },
      paragraphs: [
        {
          en: 'Scanners, monitoring and accounting systems send mail too, and they do so in the old, simple way: server name, user, password. Some services limit this or are ending it. Write a list of such devices before you choose; they are what stands still on the day after a move.',
          ja: '複合機のスキャン送信、監視システムの警報、会計システムの請求書なども、メールを送っています。多くは「サーバー名・ユーザー名・パスワード」だけの昔ながらの方法です。これを制限したり、廃止を予定したりしているサービスもあります。切り替えの翌日に止まりやすいのはこうした機器なので、選ぶ前に一覧を作っておきましょう。',
        },
      ],
      links: [
        {
          href: '/options?protocol=SUBMISSION',
          label: {
            en: 'Options with SMTP submission',
            ja: '機器からのSMTP送信に対応した製品・サービスを見る',
          },
        },
      ],
    },
  ],
};
