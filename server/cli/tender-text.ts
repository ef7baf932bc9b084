// The ranking under a declared tender rule, on a terminal: apart from the score, with the rule in full.

import type { Recommendation, TenderOption, TenderRanking } from '../core/scoring/recommendation.ts';
import type { Lang } from '../core/text/localized.ts';
import { tableText } from './table.ts';

interface TenderWords {
  readonly title: string;
  readonly heading: readonly string[];
  readonly state: Readonly<Record<TenderOption['state'], string>>;
  readonly warning: string;
}

const WORDS: Readonly<Record<Lang, TenderWords>> = {
  en: {
    title: 'Combined with price by the declared tender rule',
    heading: ['rank', 'option', 'technical', 'price', 'price points', 'total', 'state'],
    state: {
      qualified: 'qualified',
      provisional: 'to confirm',
      disqualified: 'out',
      noPrice: 'no price',
    },
    warning: 'Note',
  },
  ja: {
    title: '宣言した方式による総合評価（総合点の順位とは別）',
    heading: ['順位', '選択肢', '技術点', '価格', '価格点', '総合', '判定'],
    state: { qualified: '適合', provisional: '要確認', disqualified: '失格', noPrice: '価格不明' },
    warning: '注意',
  },
};

const SHOWN = 10;

export function tenderText(recommendation: Recommendation, tender: TenderRanking, lang: Lang): string {
  const words = WORDS[lang];
  const rows = tender.options
    .filter(({ rank }) => rank !== null)
    .slice(0, SHOWN)
    .map((option) => rowOf(option, nameIn(recommendation, option.option, lang), words, lang));
  return [
    `${words.title}: ${tender.ruleText[lang]}`,
    `  ${tender.formulaText[lang]}`,
    `  ${tender.roundingText[lang]} ${tender.tieText[lang]}`,
    tender.text[lang],
    ...tender.warnings.map((warning) => `${words.warning}: ${warning[lang]}`),
    tableText([words.heading, ...rows]),
  ].join('\n');
}

function nameIn({ options }: Recommendation, id: string, lang: Lang): string {
  return options.find((option) => option.id === id)?.name[lang] ?? id;
}

function rowOf(option: TenderOption, name: string, words: TenderWords, lang: Lang): readonly string[] {
  return [
    String(option.rank),
    name,
    number(option.technicalPoints, lang),
    number(option.price, lang, 0),
    number(option.pricePoints, lang),
    number(option.total, lang),
    words.state[option.state],
  ];
}

const SHOWN_DECIMALS = 4;

function number(value: number | null, lang: Lang, decimals = SHOWN_DECIMALS): string {
  return value === null ? '–' : value.toLocaleString(lang, { maximumFractionDigits: decimals });
}
