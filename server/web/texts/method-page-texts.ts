// The page that explains how a result is computed, with a small example to follow with pencil and paper.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const METHOD_PAGE_TEXTS = {
  title: { en: 'How a result is computed', ja: '評価結果の計算方法' },
  lead: {
    en: 'One method, from your answers to the order of the options, and nothing that cannot be checked by hand.',
    ja: '回答から順位が決まるまでの計算を、手で確かめられる形で説明します。',
  },
  exampleHeading: { en: 'An example to follow', ja: '計算例' },
  exampleIntro: {
    en: 'Two criteria: mailbox size (10 GB is just acceptable, 50 GB is all that is of use) with weight ¾, and support hours (office hours are enough) with weight ¼.',
    ja: '評価項目は2つとします。メールボックス容量（10 GBで最低限、50 GBで十分）の重みは¾、サポートの受付時間（営業時間内で十分）の重みは¼です。',
  },
  option: { en: 'Option', ja: '候補' },
  mailbox: { en: 'Mailbox', ja: '容量' },
  support: { en: 'Support', ja: 'サポート' },
  value: { en: 'Value', ja: '価値' },
  score: { en: 'Score', ja: '総合点' },
  exampleResult: {
    en: 'B leads by 20.8 points. A would draw level with a mailbox of 41.1 GB: 10 + (0.5 + 0.208 ÷ ¾) × 40. The order turns at a mailbox weight of 4 ÷ 7 instead of ¾.',
    ja: 'Bが20.8点上回ります。Aの容量が41.1 GB（10 ＋（0.5 ＋ 0.208 ÷ ¾）× 40）になれば同点です。容量の重みが¾ではなく4÷7になると、順位が入れ替わります。',
  },
} as const satisfies Texts;

export interface MethodSection {
  readonly id: string;
  readonly heading: LocalizedText;
  readonly paragraphs: readonly LocalizedText[];
  /** Written as a formula, the same in both languages. */
  readonly formula?: string;
}

export const METHOD_SECTIONS: readonly MethodSection[] = [
  {
    id: 'requirements',
    heading: { en: 'Requirements come first', ja: 'はじめに必須要件を調べる' },
    paragraphs: [
      {
        en: 'Each requirement answers “met”, “not met” or “cannot tell”. One that is not met excludes the option; points cannot make up for it. One that cannot be told makes the option conditional: it stays, ranks after those that meet everything, and the page says what to confirm.',
        ja: '必須要件ごとに「満たす」「満たさない」「判断できない」を判定します。一つでも満たさなければ除外し、ほかの点数で補うことはできません。判断できないものがあれば「条件付き」として残し、すべて満たす候補の後に並べ、何を確認すればよいかを示します。',
      },
    ],
  },
  {
    id: 'values',
    heading: { en: 'A fact becomes a value', ja: '事実を価値に換算する' },
    paragraphs: [
      {
        en: 'Every fact is placed on a scale from 0 (“just acceptable”) to 1 (“all that is of use to you”). Both ends come from your need, never from the other options: a further option changes nobody’s score, and more than you need earns nothing more.',
        ja: '事実を、0（最低限）から1（これ以上あっても役に立たない）までの価値に換算します。両端は必要な水準から決まり、ほかの候補には左右されません。候補が増えても点数は変わらず、必要を超えた分は加点しません。',
      },
    ],
    formula: 'v = (x − x₀) ÷ (x₁ − x₀),  0 ≤ v ≤ 1',
  },
  {
    id: 'unknown',
    heading: { en: 'What nobody states', ja: '分からない項目の扱い' },
    paragraphs: [
      {
        en: 'Unknown is not “no”, not zero and not the average. It is a range: the fact may lie anywhere in what is plausible for it, more likely towards the worse end, because vendors usually advertise what they have. It counts at its mean, about a third of the way up, and the score is shown with the exact lowest and highest that it can become.',
        ja: '不明は「なし」でも0でも平均でもありません。ありうる範囲のどこかにある、と扱います。提供元は自社にあるものを宣伝するのが普通なので、低いほうの可能性を高く見ます。計算には平均（下からおよそ3分の1）を使い、総合点が取りうる最低と最高も示します。',
      },
    ],
  },
  {
    id: 'weights',
    heading: { en: 'Weights', ja: '重み' },
    paragraphs: [
      {
        en: 'The fields you want to improve first get the largest shares; inside a field the criteria share by published points. Weights can also be stated directly: by order, by comparing concrete improvements, or in pairs. They add up to 100%.',
        ja: '先に良くしたい分野ほど大きな割合を配分し、分野の中は公開している点数で分けます。順番を付ける、具体的な改善どうしを比べる、2つずつ比べる、といった方法で直接決めることもできます。重みの合計は100%です。',
      },
    ],
  },
  {
    id: 'score',
    heading: { en: 'The score', ja: '総合点' },
    paragraphs: [
      {
        en: 'Value times weight gives points, and the points add up to the score. That is all: every difference between two options is a sum of differences that you can read line by line.',
        ja: '価値に重みを掛けたものが得点で、得点をすべて足したものが総合点です。計算はこれだけなので、2つの候補の差も、項目ごとの差の合計として1行ずつ確かめられます。',
      },
    ],
    formula: 'S = 100 × Σ wⱼ vⱼ',
  },
  {
    id: 'sure',
    heading: { en: 'How sure', ja: '確かさ' },
    paragraphs: [
      {
        en: 'Weights and uncertain facts are drawn together 10,000 times from everything that the answers allow (SMAA-2), and the order is made again each time. “First in 82%” is the share of those trials. The result is called clear when the first option leads by at least 2 points and is first in at least 60% of the trials, a close call when only one of both holds, and otherwise there is no clear winner.',
        ja: '回答と矛盾しない範囲で重みと不確かな項目を同時に1万回選び直し、そのつど順位を付けます（SMAA-2）。「1位になる割合82%」は、その試算に占める割合です。1位が2点以上の差を付け、試算の60%以上で1位なら「明確」、どちらか一方だけなら「僅差」、どちらも満たさなければ「明確な1位なし」とします。',
      },
    ],
  },
  {
    id: 'checks',
    heading: { en: 'Other methods as a check', ja: 'ほかの評価方法による検算' },
    paragraphs: [
      {
        en: 'The same values also go through the weighted product, PROMETHEE II, TOPSIS and VIKOR. They never enter the score; the page says how many of the four name the same winner, and which criterion is behind a disagreement.',
        ja: '同じ価値を、加重積法、PROMETHEE II、TOPSIS、VIKORでも計算します。総合点には混ぜず、4つのうちいくつで1位が一致するか、食い違う場合はどの項目が原因かを示します。',
      },
    ],
  },
];

/** The example of docs/scoring.md; a test works it out again. */
export const METHOD_EXAMPLE = [
  {
    option: 'A',
    mailbox: { en: '30 GB', ja: '30 GB' },
    mailboxValue: '(30 − 10) ÷ (50 − 10) = 0.5',
    support: { en: 'round the clock', ja: '24時間' },
    supportValue: '1',
    score: '100 × (¾ × 0.5 + ¼ × 1) = 62.5',
  },
  {
    option: 'B',
    mailbox: { en: '100 GB', ja: '100 GB' },
    mailboxValue: '(100 − 10) ÷ (50 − 10) → 1',
    support: { en: 'community only', ja: 'コミュニティのみ' },
    supportValue: '0.2 ÷ 0.6 = 0.333',
    score: '100 × (¾ × 1 + ¼ × 0.333) = 83.3',
  },
] as const;
