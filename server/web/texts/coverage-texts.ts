// Texts of the coverage matrix and of the page of one fact over all options.

import type { FactState } from '../../core/catalogue/fact.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const STATE_LABELS: Readonly<Record<FactState, LocalizedText>> = {
  known: { en: 'known', ja: '既知' },
  range: { en: 'range', ja: '幅あり' },
  unknown: { en: 'not found', ja: '不明' },
  undisclosed: { en: 'not disclosed', ja: '非公開' },
  notApplicable: { en: 'does not apply', ja: '該当なし' },
};

/** Told apart by form, not by colour alone. */
export const STATE_SIGNS: Readonly<Record<FactState, string>> = {
  known: '●',
  range: '◐',
  unknown: '·',
  undisclosed: '×',
  notApplicable: '–',
};

export const COVERAGE_TEXTS = {
  title: { en: 'What we know and what we do not', ja: '判明状況の一覧' },
  back: { en: 'All options', ja: '一覧へ戻る' },
  lead: {
    en: 'Which facts are known about which option. A gap is a question to the vendor, not a “no”.',
    ja: 'どの製品・サービスについて、どの項目が判明しているかを示します。空欄は「なし」ではなく、提供元への確認事項です。',
  },
  legend: { en: 'Signs', ja: '記号の意味' },
  groups: { en: 'Groups of facts', ja: '項目の分類' },
  deployments: { en: 'Where it runs', ja: '形態' },
  any: { en: 'All', ja: 'すべて' },
  byFact: { en: 'By fact', ja: '項目別の件数' },
  matrix: { en: 'By option', ja: '製品・サービス別' },
  fact: { en: 'Item', ja: '項目' },
  option: { en: 'Option', ja: '製品・サービス' },
  share: { en: 'Known', ja: '判明率' },
  total: { en: 'Together', ja: '合計' },
  country: { en: 'Vendor’s country', ja: '提供元の国' },
  pages: { en: 'Pages', ja: 'ページ' },
  previous: { en: 'Previous', ja: '前へ' },
  next: { en: 'Next', ja: '次へ' },
  byCountry: { en: 'Options by country', ja: '国別の件数' },
  factLead: { en: 'Every option, with its source.', ja: '全製品・サービスの値と出典です。' },
  value: { en: 'What is known', ja: '内容' },
  source: { en: 'Source', ja: '出典' },
  toCoverage: { en: 'Coverage of all facts', ja: '判明状況の一覧へ' },
  noneKnown: { en: 'Nothing is known yet.', ja: 'まだ判明していません。' },
  stated: { en: 'Known', ja: '判明しているもの' },
  open: {
    en: 'Not found, ask the vendor:',
    ja: '公開情報で確認できなかったもの（提供元にお問い合わせください）：',
  },
  notApplicable: { en: 'Does not apply:', ja: '該当しないもの：' },
  undisclosed: { en: 'Not disclosed by the vendor:', ja: '提供元が公開していないもの：' },
} as const satisfies Texts;
