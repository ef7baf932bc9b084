// Guide, part 3: size.

import type { GuidePart } from './guide-section.ts';

export const SIZE: GuidePart = {
  title: { en: 'Size', ja: '規模' },
  sections: [
    {
      id: 'size',
      title: { en: 'Mailbox capacity', ja: 'メールボックスの容量' },
      paragraphs: [
        {
          en: 'Three things decide it: how many people, how much mail each of them handles, for how many years it stays. The questionnaire works the rest out and says how sure it is. If you know how large your mail store is now and was a year ago, say so: two measured figures beat every estimate.',
          ja: '必要な容量は、人数、1人が扱うメールの量、残しておく年数の3つで決まります。あとの計算は評価の質問に答えるだけで行い、どの程度の幅があるかも示します。現在と1年前の合計容量が分かれば、ぜひ入力してください。実際の数値が2つあれば、どんな推定よりも確かです。',
        },
        {
          en: 'Do not buy for today. Mailboxes only grow, and a full one stops receiving. But more than you will ever fill is worth nothing either, and earns no points here.',
          ja: '今日の量ではなく、契約が終わるころの量で考えましょう。メールボックスは増える一方で、一杯になると受信できなくなります。一方、使い切れない容量に価値はありません。ここでも、必要量を超えた分は得点になりません。',
        },
      ],
      links: [
        {
          href: '/options/facts/mailboxQuota',
          label: { en: 'Mailbox sizes of all options', ja: '1人あたりの容量を比べる' },
        },
      ],
    },
    {
      id: 'connections',
      title: { en: 'Connections at the same time', ja: '同時接続数' },
      paragraphs: [
        {
          en: 'Every device keeps one or more lines open to the server, a mail program on a PC easily five. Multiply by devices and by the people who are there at nine in the morning, and 300 people become a thousand connections. Two limits matter: how many the whole server holds, and how many one person may open. The second is where a tablet stops working.',
          ja: '端末は、サーバーとの間に常に1本以上の接続を張っています。パソコンのメールソフトなら5本になることもあります。端末の数を掛け、朝9時に一斉に使う人数を掛けると、300人でも1,000本近くに達します。確認したい上限は2つです。サーバー全体で持てる数と、1人が同時に張れる数です。後者が足りないと、たとえば3台目のタブレットだけがつながりません。',
        },
      ],
      links: [
        {
          href: '/options/facts/imapConnectionsPerUser',
          label: { en: 'Connections per person', ja: '1人あたりの接続数を比べる' },
        },
      ],
    },
    {
      id: 'bulk',
      title: { en: 'Newsletters and notices to many', ja: '一斉配信' },
      paragraphs: [
        {
          en: 'Services limit how many messages one person may send a day and how many recipients one message may have, to keep spammers out. A newsletter sent from an ordinary mailbox can therefore lock the sender’s account, in the middle of a working day. A few hundred recipients: check the limits. Thousands: use a mailing service of its own and keep it apart from daily mail.',
          ja: '迷惑メールの送信に悪用されないよう、多くのサービスは1人が1日に送れる数や、1通の宛先数に上限を設けています。ふつうのメールボックスからメールマガジンを送ると、業務時間中にアカウントが止められることもあります。数百件までなら上限を確認し、数千件以上なら日常のメールとは別の配信サービスを使うのが安全です。',
        },
      ],
      links: [
        {
          href: '/options/facts/sendingLimit',
          label: { en: 'Messages a day', ja: '1日に送れる通数を比べる' },
        },
      ],
    },
  ],
};
