// Guide, part 6: cost, weights, tests and how to read the result.

import type { GuidePart } from './guide-section.ts';

export const DECISION: GuidePart = {
  title: { en: 'Deciding', ja: '費用と決め方' },
  sections: [
    {
      id: 'cost',
      title: { en: 'Cost over the years', ja: '数年間の費用' },
      paragraphs: [
        {
          en: 'Compare totals over the same years: licences, machines, storage, hours of your people, moving in and moving out. A low price per person becomes dear with many people; software that costs nothing becomes dear without somebody who knows it. Long contracts are cheaper as long as your head count does not fall.',
          ja: '月額ではなく、同じ年数の総額で比べましょう。利用料、機器、容量の追加、担当者の時間、引っ越しの費用、やめるときの費用をすべて足します。1人あたりが安くても人数が多ければ高くつき、無料のソフトウェアも詳しい人がいなければ高くつきます。長期契約は割安ですが、人数が減ったときに身動きが取れなくなることがあります。',
        },
      ],
      links: [
        {
          href: '/options/facts/pricePerUserMonth',
          label: { en: 'Prices per person and month', ja: '1人あたりの月額を比べる' },
        },
        {
          href: '/options?price=free',
          label: { en: 'Options without a licence fee', ja: '利用料のかからない選択肢を見る' },
        },
      ],
    },
    {
      id: 'weights',
      title: { en: 'What matters most: weights', ja: '何を重視するか：重み' },
      paragraphs: [
        {
          en: '“How important is security?” has only one answer: very. So mailfit asks differently: if everything were just acceptable, what would you improve first, and how much is the next improvement worth beside it? Such answers are about something concrete, from this to that, and they stay the same when you are asked again tomorrow.',
          ja: '「セキュリティは重要ですか」と聞かれれば、答えは「とても重要」に決まっています。そこでmailfitは聞き方を変えます。すべてが「ぎりぎり許容できる」水準だとしたら、まず何を良くしたいですか。次に良くしたいものには、それと比べてどれだけの価値がありますか。具体的な改善どうしを比べる答えは、明日聞かれても変わりません。',
        },
        {
          en: 'Two questions are enough for a start. Who wants to be exact, or must decide in a group, gives weights by points, by order or in pairs; each person alone, and all are opened together.',
          ja: 'はじめは2問に答えるだけで十分です。より丁寧に決めたいときや複数人で決めるときは、点数・順番・一対比較のいずれかで重みを付けられます。一人ひとりが別々に答え、全員がそろってから結果を開きます。',
        },
      ],
    },
    {
      id: 'load-test',
      title: { en: 'What a load test shows', ja: '負荷試験で分かること' },
      paragraphs: [
        {
          en: 'A load test sends many messages at once to a server that you control and watches the receipts. You learn how many a second it accepts, how long a sender waits, and what happens beyond: slow, polite refusal, or broken connections. You do not learn how good its filter is or how its support answers.',
          ja: '負荷試験では、自分たちが管理するサーバーに大量のメールを一度に送り、受領の返事を観察します。分かるのは、1秒に何通受け取れるか、送る側がどれだけ待つか、限界を超えたときに「遅くなる」「丁寧に断る」「接続が切れる」のどれになるかです。迷惑メール対策の精度や、サポートの親切さは分かりません。',
        },
        {
          en: 'Read p99 before the average: 99 of 100 messages were at least this fast, so it is what the unlucky one feels. And read the verdict first of all: if the sending machine was at its limit, the figure says nothing about the server.',
          ja: '平均よりp99を見ましょう。100通のうち99通がこの時間以内に終わったという値で、運の悪い1通の待ち時間に近いものです。そして何よりも先に、判定を確認してください。試験をする側のコンピューターが限界だったなら、その数値からサーバーの実力は分かりません。',
        },
      ],
      links: [{ href: '/benchmark', label: { en: 'To the benchmark', ja: '負荷試験のページへ' } }],
    },
    {
      id: 'reading',
      title: { en: 'How to read the result', ja: '評価結果の読み方' },
      paragraphs: [
        {
          en: 'First the musts: an option that misses one is out, and you see which. The others earn points for what they offer up to your need. What nobody states is neither yes nor no: it widens the range of the score and becomes a question for the vendor.',
          ja: 'はじめに必須条件を調べます。一つでも満たさない選択肢は、理由を示して候補から外します。残った選択肢には、必要な水準までの内容に応じて点が付きます。公開情報のない項目は「ある」とも「ない」とも扱わず、総合点の幅として表し、提供元への質問にします。',
        },
        {
          en: '“First in 60%” means: when weights and uncertain facts are moved within reason, this option is first in 60 of 100 tries. If two lie close together, do not trust the order. Ask the open questions, or test both.',
          ja: '「1位になる割合60%」とは、重みと不確かな事実を妥当な範囲で動かして試算したとき、100回中60回で1位になるという意味です。2つの候補が接近しているなら、順位だけで決めないでください。未確認の点を問い合わせるか、両方を実際に試しましょう。',
        },
      ],
      links: [{ href: '/options', label: { en: 'All options', ja: 'すべての製品・サービス' } }],
    },
  ],
};
