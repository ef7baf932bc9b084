// Guide, part 5: operation and support.

import type { GuidePart } from './guide-section.ts';

export const OPERATION: GuidePart = {
  title: { en: 'Operation and support', ja: '運用とサポート' },
  sections: [
    {
      id: 'operation',
      title: { en: 'Who runs it', ja: '誰が運用するか' },
      paragraphs: [
        {
          en: 'A mail server is not finished when it runs. Every week there are updates, every month a certificate or a full disk, and now and then a night. With one person it works until that person is ill. Count the hours honestly: mailfit puts them into the cost of a server of your own.',
          ja: 'メールサーバーは、動き始めてからが本番です。毎週の更新、証明書の期限、ディスクの残量、そしてときには深夜の障害。担当者が1人なら、その人が休んだ日に止まります。かかる時間は正直に見積もりましょう。mailfit では、自社運用の費用にこの時間を含めて計算しています。',
        },
      ],
      links: [
        {
          href: '/options/facts/skillNeeded',
          label: { en: 'Skill that each option needs', ja: '運用に必要な知識を比べる' },
        },
      ],
    },
    {
      id: 'support',
      title: { en: 'Support', ja: 'サポート' },
      paragraphs: [
        {
          en: 'When mail is down, a support address that is reached by mail does not help. Ask for three things: at which hours somebody answers, in which language, and by which way when mail is not available. Open-source software is helped by its community, often well but never by contract; a partner can fill the gap.',
          ja: 'メールが止まっているときに、メールの問い合わせ窓口は使えません。確認したいのは3つです。何時に対応してくれるか、何語で答えてくれるか、メール以外の連絡手段はあるか。オープンソースのソフトウェアは利用者どうしの助け合いが中心で、親切でも約束された対応ではありません。必要なら、国内の導入会社のサポートを組み合わせます。',
        },
      ],
      links: [
        {
          href: '/options?language=ja',
          label: { en: 'Support in Japanese', ja: '日本語でサポートする製品・サービスを見る' },
        },
        { href: '/options/facts/supportHours', label: { en: 'Support hours', ja: '受付時間を比べる' } },
      ],
    },
    {
      id: 'downtime',
      title: { en: 'How long mail may be down', ja: '止まってもよい時間' },
      paragraphs: [
        {
          en: '99.9% sounds like always, and is 43 minutes a month. 99% is seven hours. And a promise of availability usually means money back, not mail back. Decide what an hour without mail costs you, then look for the figure, not the other way round. Mail itself is patient: sending servers try again for days, so a short outage delays mail and rarely loses it.',
          ja: '稼働率99.9%は「ほぼ止まらない」ように聞こえますが、月に約43分は止まり得る計算です。99%なら約7時間になります。しかも、稼働率の保証とは、止まったときに料金の一部が返るという意味です。まず「1時間止まると何が困るか」を考え、それに見合う値を選びましょう。なお、送信側のサーバーは数日間送り直してくれるため、短い停止でメールが失われることはほとんどありません。',
        },
      ],
      links: [
        {
          href: '/options/facts/uptimeSla',
          label: { en: 'Guaranteed availability', ja: '稼働率の保証を比べる' },
        },
      ],
    },
    {
      id: 'programs',
      title: { en: 'Mail programs people know', ja: '使い慣れたメールソフト' },
      paragraphs: [
        {
          en: 'The part that everybody notices is the program. Outlook with shared calendars wants one family of products; Thunderbird or Apple Mail want IMAP; many people are happy in the browser. Changing the program of 300 people costs more than a year of licences, so ask them before, not after.',
          ja: '切り替えたとき、利用者が真っ先に気づくのはメールソフトの違いです。予定表も含めてOutlookを使い続けたいなら対応製品は限られ、ThunderbirdやAppleメールならIMAPが必要です。ブラウザーだけで困らない人も大勢います。300人分の操作を変えてもらう手間は、1年分の料金を上回ることもあります。決めた後ではなく、決める前に聞いておきましょう。',
        },
      ],
      links: [
        { href: '/options/facts/protocols', label: { en: 'Protocols', ja: '対応する通信方式を比べる' } },
        {
          href: '/options/facts/webmail',
          label: { en: 'Mail in the browser', ja: 'ウェブメールの有無を比べる' },
        },
      ],
    },
    {
      id: 'migration',
      title: { en: 'Moving in, and moving out again', ja: '引っ越しと、やめるとき' },
      paragraphs: [
        {
          en: 'Copying years of mail takes weeks, mostly by night, while both systems run side by side. Tools of the product decide whether that is a project or a button. And think of the end on the first day: in which form do you get your mail back when you leave?',
          ja: '数年分のメールの引っ越しは、新旧のシステムを並べて動かしながら、夜間に少しずつ写して数週間かかることもあります。移行機能の有無で、手間は大きく変わります。そして契約する日に、やめる日のことも考えておきましょう。解約するとき、メールをどんな形で受け取れるでしょうか。',
        },
      ],
      links: [
        { href: '/options/facts/migrationTools', label: { en: 'Migration tools', ja: '移行機能を比べる' } },
        {
          href: '/options/facts/dataExport',
          label: { en: 'Getting mail out', ja: 'データの持ち出しを比べる' },
        },
      ],
    },
  ],
};
