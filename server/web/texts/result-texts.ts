// Texts of the result page. Sentences about one option or requirement come with the recommendation itself.

import type { OptionStatus, Strength } from '../../core/scoring/recommendation.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const RESULT_TEXTS = {
  title: { en: 'Result', ja: '評価結果' },
  recommended: { en: 'Recommended', ja: '推奨する選択肢' },
  noneRecommended: {
    en: 'No option meets every requirement',
    ja: 'すべての必須要件を満たす選択肢はありません',
  },
  relaxHint: {
    en: 'The smallest changes to your requirements that bring an option back:',
    ja: '必須要件を次のように見直すと、候補が残ります。',
  },
  strength: { en: 'How sure', ja: '結論の確かさ' },
  score: { en: 'Score', ja: '総合点' },
  firstShare: { en: 'First in', ja: '1位になる割合' },
  firstShareHint: {
    en: 'Share of simulations in which the option comes first, when weights and uncertain facts vary.',
    ja: '重みと不確かな事実を同時に変えて試算したとき、1位になった割合です。',
  },
  scoreRange: { en: 'Range of the score', ja: '総合点の幅' },
  proviso: { en: 'Before you decide', ja: '決める前に確認すること' },
  notices: { en: 'Please note', ja: 'ご注意' },
  rankingHeading: { en: 'Ranking', ja: '順位' },
  rankingHint: {
    en: 'The bar is the score; the thin line shows how far it can move when unknown facts turn out best or worst.',
    ja: '棒は総合点です。細い線は、不明な項目が最も良い場合と最も悪い場合の幅を示します。',
  },
  details: { en: 'Where the points come from', ja: '得点の内訳' },
  criterion: { en: 'Criterion', ja: '評価項目' },
  weight: { en: 'Weight', ja: '重み' },
  value: { en: 'Value', ja: '価値' },
  points: { en: 'Points', ja: '得点' },
  fact: { en: 'Fact', ja: '事実' },
  source: { en: 'Source', ja: '出典' },
  declared: { en: 'Declared', ja: '公称値' },
  measured: { en: 'Measured', ja: '測定値' },
  total: { en: 'Score', ja: '総合点' },
  toConfirm: { en: 'To be confirmed', ja: '確認が必要な必須要件' },
  askVendor: { en: 'Question to the vendor', ja: '提供元への質問' },
  wouldWin: { en: 'What would put it first', ja: '1位になるための条件' },
  sourcesAndFacts: { en: 'All facts and sources', ja: 'すべての項目と出典' },
  excludedHeading: { en: 'Excluded', ja: '除外した選択肢' },
  excludedHint: {
    en: 'Each fails at least one of your hard requirements.',
    ja: 'いずれも、必須要件の少なくとも一つを満たしていません。',
  },
  required: { en: 'Required', ja: '必要' },
  actual: { en: 'Actual', ja: '実際' },
  fromAnswer: { en: 'From your answer', ja: 'もとになった回答' },
  requirementsHeading: { en: 'Your hard requirements', ja: '必須要件とその影響' },
  requirement: { en: 'Requirement', ja: '必須要件' },
  need: { en: 'Need', ja: '必要な水準' },
  excludes: { en: 'Excludes', ja: '除外' },
  excludesAlone: { en: 'of these, for this reason alone', ja: 'うち、この要件だけが理由' },
  open: { en: 'Cannot tell', ja: '判定できない' },
  sensitivityHeading: { en: 'What would change the result', ja: '結論が変わる条件' },
  sensitivityHint: {
    en: 'How far the weight of one criterion must move before another option comes first.',
    ja: '一つの評価項目の重みをどこまで変えると、1位が入れ替わるかを示します。',
  },
  weightNow: { en: 'Weight now', ja: '現在の重み' },
  flipsAt: { en: 'First place changes at', ja: '1位が入れ替わる重み' },
  newWinner: { en: 'Then first', ja: '入れ替わった場合の1位' },
  neverFlips: { en: 'No weight changes it', ja: 'どの重みでも変わらない' },
  margins: { en: 'How much worse the recommended option may be', ja: '推奨案がどこまで悪くても1位のままか' },
  vendorHeading: { en: 'Questions worth asking', ja: '提供元に確認するとよい質問' },
  vendorHint: {
    en: 'Sorted by the chance that the answer changes which option comes first.',
    ja: '回答によって1位が入れ替わる可能性が高い順に並べています。',
  },
  chance: { en: 'Chance to change first place', ja: '1位が変わる可能性' },
  option: { en: 'Option', ja: '選択肢' },
  question: { en: 'Question', ja: '質問' },
  crossChecks: { en: 'Other methods', ja: 'ほかの評価方法との一致' },
  costHeading: { en: 'Score against cost', ja: '総合点と費用' },
  costTotal: { en: 'Total cost', ja: '総費用' },
  costUnknown: { en: 'Price not known', ja: '料金不明' },
  efficiency: { en: 'Value for money', ja: '費用対効果' },
  efficient: { en: 'Nothing better for less', ja: '費用対効果で最良の一つ' },
  reportHeading: { en: 'Report', ja: '報告書' },
  reportHint: {
    en: 'Recommendation, comparison, reasons, sources and method in one file.',
    ja: '推奨案、比較表、理由、出典、評価方法を一つのファイルにまとめます。',
  },
  nextHeading: { en: 'Next step: test before you decide', ja: '次の一歩：決める前に試す' },
  nextHint: {
    en: 'Put load on a server you control. What you measure replaces the declared figures here. Public cloud services may not be loaded; use their trial instead and ask the questions below.',
    ja: '自分で管理しているサーバーに負荷をかけて測定すると、公称値に代わって測定値が順位に反映されます。公開されているクラウドサービスには負荷をかけられません。試用期間を利用し、下の質問を提供元に確認してください。',
  },
  testOption: { en: 'Test', ja: '負荷試験：' },
  answers: { en: 'Change answers', ja: '回答を見直す' },
  asOf: { en: 'As of', ja: '評価日' },
  samples: { en: 'Simulations', ja: '試算の回数' },
  compare: { en: 'Why the first before the others', ja: '1位とほかの選択肢との差' },
} as const satisfies Texts;

export function foldedText(count: number): LocalizedText {
  return { en: `Show ${count} more`, ja: `ほかの${count}件を表示する` };
}

export const STRENGTH_TEXTS: Readonly<Record<Strength, LocalizedText>> = {
  clear: { en: 'Clear', ja: '明確' },
  close: { en: 'Close', ja: '僅差' },
  none: { en: 'No recommendation', ja: '推奨なし' },
};

export const STATUS_TEXTS: Readonly<Record<OptionStatus, LocalizedText>> = {
  eligible: { en: 'Eligible', ja: '適格' },
  conditional: { en: 'Conditional', ja: '条件付き' },
  excluded: { en: 'Excluded', ja: '除外' },
};

export const REPORT_FORMAT_TEXTS: Readonly<Record<string, LocalizedText>> = {
  html: { en: 'Web page (prints well)', ja: 'Webページ（印刷向け）' },
  pdf: { en: 'PDF', ja: 'PDF' },
  xlsx: { en: 'Excel', ja: 'Excel' },
  csv: { en: 'CSV', ja: 'CSV' },
  md: { en: 'Markdown', ja: 'Markdown' },
  json: { en: 'JSON', ja: 'JSON' },
};
