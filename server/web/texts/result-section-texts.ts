// Texts of the lower sections of the result page: how sure, cost, what would change it, requirements, questions.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const SECTION_TEXTS = {
  whyHeading: { en: 'Why this order', ja: 'この順位になる理由' },
  compareHeading: { en: 'Compare any two', ja: '2つを選んで比べる' },
  optionA: { en: 'First option', ja: '1つ目' },
  optionB: { en: 'Second option', ja: '2つ目' },
  compare: { en: 'Compare', ja: '比べる' },
  sureHeading: { en: 'How sure is it?', ja: 'どのくらい確かか' },
  sureHint: {
    en: 'Weights and uncertain facts were varied together, many times, and the ranking was made again each time.',
    ja: '重みと不確かな項目を同時に変えて何度も順位を付け直し、どのくらい入れ替わるかを調べました。',
  },
  firstShare: { en: 'First in the trials', ja: '試算で1位になった割合' },
  familyShare: { en: 'All editions of the product together', ja: '同じ製品のプランを合わせた場合' },
  beatsNext: { en: 'Ahead of the next', ja: '次点を上回った割合' },
  confidence: { en: 'Confidence factor', ja: '信頼度' },
  confidenceHint: {
    en: 'how often it is first under the weights that suit it, with facts still uncertain',
    ja: 'この候補に向く重みのもとで、不明な項目が残ったまま1位になる割合',
  },
  necessarily: { en: 'Ahead whatever happens', ja: '何が起きても上回る相手' },
  necessarilyHint: {
    en: 'no allowed weight and no possible fact reverses it',
    ja: '許される重みと、ありうる事実のどれによっても逆転しない相手',
  },
  methods: { en: 'Other methods', ja: 'ほかの評価方法での1位' },
  method: { en: 'Method', ja: '評価方法' },
  agrees: { en: 'same', ja: '一致' },
  differs: { en: 'differs', ja: '不一致' },
  robustnessTable: { en: 'Figures for every option', ja: '全候補の数値' },
  costHeading: { en: 'Score against cost', ja: '費用と総合点' },
  costHint: {
    en: 'The score here leaves the cost criterion out, so that price does not count twice. Dearer options on the line buy more; everything below it is beaten by something cheaper.',
    ja: 'ここでの総合点は、費用が二重に効かないように費用の項目を除いています。線上の候補は、費用を増やした分だけ点数が上がります。線より下の候補には、より安くて点数の高いものがあります。',
  },
  frontierHeading: { en: 'What an extra point costs', ja: '1点上げるのにかかる費用' },
  cheapest: { en: 'Lowest cost', ja: '最も安い' },
  perPoint: { en: 'per extra point', ja: '1点あたり' },
  noCost: {
    en: 'No price is known for the options that are left.',
    ja: '残った候補の料金は確認できていません。',
  },
  tenderHeading: { en: 'Tender result', ja: '落札方式による結果' },
  tenderRuleLink: { en: 'Tender rule and bids', ja: '落札方式と入札額' },
  tenderNone: {
    en: 'Score and cost stay apart until a tender rule is declared.',
    ja: '落札方式を宣言するまで、総合点と費用は合算しません。',
  },
  tenderDeclare: { en: 'Declare a tender rule', ja: '落札方式を宣言する' },
  technicalPoints: { en: 'Technical points', ja: '技術点' },
  price: { en: 'Price', ja: '価格' },
  pricePoints: { en: 'Price points', ja: '価格点' },
  tenderTotal: { en: 'Total', ja: '評価値' },
  state: { en: 'State', ja: '判定' },
  changeHeading: { en: 'What would change the result', ja: '結論が変わる条件' },
  flipsHeading: { en: 'One weight at a time', ja: '重みを1つだけ変えた場合' },
  flipsHint: {
    en: 'How far the weight of one criterion must move before another option comes first; the others keep their proportions.',
    ja: '1つの評価項目の重みをどこまで変えると、1位が入れ替わるかを示します。ほかの重みの比率は保ちます。',
  },
  criterion: { en: 'Criterion', ja: '評価項目' },
  weightNow: { en: 'Weight now', ja: '現在の重み' },
  flipsAt: { en: 'First place changes at', ja: '1位が入れ替わる重み' },
  newWinner: { en: 'Then first', ja: '入れ替わった場合の1位' },
  neverFlips: {
    en: 'No weight on a single criterion changes which option comes first.',
    ja: 'どの評価項目の重みを1つだけ変えても、1位は入れ替わりません。',
  },
  smallestHeading: { en: 'The smallest change of several weights', ja: '複数の重みを変える場合の最小の変化' },
  factsHeading: { en: 'What would put another option first', ja: 'ほかの候補が1位になる条件' },
  marginsHeading: { en: 'How much worse the first may get', ja: '1位の候補がどこまで悪くても1位のままか' },
  gatesHeading: { en: 'Requirements to relax', ja: '緩和を検討できる必須要件' },
  requirementsHeading: { en: 'Requirements and what they cost in choice', ja: '必須要件と、候補への影響' },
  requirement: { en: 'Requirement', ja: '必須要件' },
  need: { en: 'Need', ja: '必要な水準' },
  excludes: { en: 'Excludes', ja: '除外' },
  excludesAlone: { en: 'Alone', ja: 'この要件だけが理由' },
  open: { en: 'Cannot tell', ja: '判断できない' },
  relaxing: { en: 'If relaxed', ja: '緩めた場合' },
  excludedHeading: { en: 'Excluded, and why', ja: '除外した候補と理由' },
  required: { en: 'Required', ja: '必要' },
  actual: { en: 'Actual', ja: '実際' },
  source: { en: 'Source', ja: '出典' },
  fromAnswer: { en: 'From your answer', ja: 'もとになった回答' },
  confirmHeading: { en: 'To confirm before deciding', ja: '決める前に確認すること' },
  confirmHint: {
    en: 'These options would count fully once the open requirements are confirmed.',
    ja: '次の候補は、未確認の必須要件が確認できれば、すべて満たす候補として扱えます。',
  },
  allOnItsPage: { en: 'All on its page', ja: '候補のページですべて見る' },
  vendorHeading: { en: 'Questions worth asking', ja: '提供元に確認するとよい質問' },
  vendorHint: {
    en: 'Sorted by the chance that the answer changes which option comes first.',
    ja: '回答によって1位が入れ替わる可能性が高い順に並べています。',
  },
  chance: { en: 'Chance to change the first place', ja: '1位が変わる可能性' },
  option: { en: 'Option', ja: '選択肢' },
  question: { en: 'Question', ja: '質問' },
  noQuestions: {
    en: 'No open fact can change which option comes first.',
    ja: '不明な項目が明らかになっても、1位は入れ替わりません。',
  },
  evidenceHeading: { en: 'Age of the evidence', ja: '根拠の新しさ' },
  evidenceHint: {
    en: 'To check again first, the least believed on top. Age and the kind of source lower how far a statement is believed, and widen old numbers; the score counts with both.',
    ja: '先に確認し直すとよいものを、確度の低い順に示します。確度は情報の古さと出典の種類で下がり、古い数値は幅も広がります。評点にはどちらも反映しています。',
  },
  fact: { en: 'Fact', ja: '項目' },
  checkedOn: { en: 'Checked', ja: '確認日' },
  factAge: { en: 'Age', ja: '経過' },
  believed: { en: 'Believed', ja: '確度' },
  groupHeading: { en: 'Opinions of the group', ja: '参加者ごとの結果' },
  person: { en: 'Person', ja: '参加者' },
  theirFirst: { en: 'First by their weights', ja: 'その人の重みでの1位' },
  decisive: { en: 'decides the result', ja: 'この人の重みが結論を左右します' },
} as const satisfies Texts;

export const TENDER_STATE_TEXTS = {
  qualified: { en: 'Qualified', ja: '合格' },
  provisional: { en: 'Provisional', ja: '仮（要確認）' },
  disqualified: { en: 'Out', ja: '失格' },
  noPrice: { en: 'No price', ja: '価格不明' },
} as const satisfies Texts;

export function testOptionText(name: LocalizedText): LocalizedText {
  return { en: `Test ${name.en}`, ja: `${name.ja}を試験する` };
}

export function unpricedNames(names: readonly string[]): LocalizedText {
  return { en: `Without a price: ${names.join(', ')}.`, ja: `価格不明：${names.join('、')}` };
}

export function tooDearNames(names: readonly string[]): LocalizedText {
  return {
    en: `Out, because the price exceeds the reserve price: ${names.join(', ')}.`,
    ja: `価格が予定価格を超えるため失格：${names.join('、')}`,
  };
}

export function excludedText(count: number): LocalizedText {
  return { en: `Show the ${count} excluded options`, ja: `除外した${count}件を表示する` };
}

/** A length of time in months. */
export function monthsText(months: number): LocalizedText {
  if (months === 0) return { en: 'less than a month', ja: '1か月未満' };
  return { en: months === 1 ? '1 month' : `${months} months`, ja: `${months}か月` };
}

export function evidenceSummary(counts: {
  readonly facts: number;
  readonly official: number;
  readonly oldestMonths: number;
}): LocalizedText {
  const { facts, official, oldestMonths } = counts;
  return {
    en: `The leading options rest on ${facts} facts with a source, ${official} of them from the vendor’s own pages. The oldest statement is ${monthsText(oldestMonths).en} old.`,
    ja: `上位の候補は、出典のある${facts}項目に基づいています。うち${official}項目は提供元の公式情報です。最も古い情報は${monthsText(oldestMonths).ja}前のものです。`,
  };
}

export function necessarilyCount(better: number, of: number): LocalizedText {
  return { en: `${better} of ${of}`, ja: `${of}件中${better}件` };
}

export function stepText(points: string, money: string): LocalizedText {
  return { en: `+${points} points for ${money} more`, ja: `${money}の追加で+${points}点` };
}

export function trialsText(samples: string): LocalizedText {
  return { en: `Counted over ${samples} trials.`, ja: `試算${samples}回の結果です。` };
}

export function thoroughText(samples: string): LocalizedText {
  return {
    en: `Count over ${samples} trials (takes about ten times as long)`,
    ja: `試算を${samples}回に増やして確かめる（約10倍の時間がかかります）`,
  };
}
