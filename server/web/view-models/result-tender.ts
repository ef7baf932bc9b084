// What a declared tender rule makes of quality and price, beside the score. Points and prices come rounded as declared.

import type { Recommendation, TenderOption, TenderRanking } from '../../core/scoring/recommendation.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import { PRICE_SOURCE_WORDS } from '../../reports/texts/tender.ts';
import { TENDER_STATE_TEXTS, tooDearNames, unpricedNames } from '../texts/result-section-texts.ts';
import { formatMoney, formatNumber } from './format.ts';
import type { ResultLinks } from './result-links.ts';
import { optionNames } from './result-words.ts';

const DECIMALS_UNROUNDED = 4;

/** Null where no rule is declared. What misses a requirement stands among the requirements with its reason. */
export function tenderModel(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  const { tender } = recommendation;
  if (tender === undefined) return null;
  const nameOf = optionNames(recommendation, lang);
  const excluded = new Set(
    recommendation.options.filter(({ status }) => status === 'excluded').map(({ id }) => id),
  );
  const unranked = (wanted: TenderOption['state'], words: (names: readonly string[]) => LocalizedText) => {
    const lines = tender.options.filter(({ state, option }) => state === wanted && !excluded.has(option));
    return lines.length === 0 ? [] : [words(lines.map(({ option }) => nameOf(option)))[lang]];
  };
  const points = (value: number | null): string => pointsText(value, tender.rounding, lang);
  return {
    text: tender.text[lang],
    rule: tender.ruleText[lang],
    formula: tender.formulaText[lang],
    rounding: tender.roundingText[lang],
    tie: tender.tieText[lang],
    warnings: tender.warnings.map((warning) => warning[lang]),
    unranked: [...unranked('disqualified', tooDearNames), ...unranked('noPrice', unpricedNames)],
    rows: tender.options
      .filter(({ rank }) => rank !== null)
      .map((line) => ({
        rank: formatNumber(line.rank ?? 0, lang, 0),
        name: nameOf(line.option),
        href: links.option(line.option),
        state: TENDER_STATE_TEXTS[line.state][lang],
        reason: line.reason?.[lang] ?? null,
        technical: points(line.technicalPoints),
        price: priceText(line, tender.currency, lang),
        pricePoints: points(line.pricePoints),
        total: points(line.total),
      })),
  };
}

/** As many decimals as the rule keeps, in every row: 104.00 beside 88.81. */
function pointsText(value: number | null, { mode, decimals }: TenderRanking['rounding'], lang: Lang): string {
  if (value === null) return '—';
  return mode === 'none'
    ? formatNumber(value, lang, DECIMALS_UNROUNDED)
    : formatNumber(value, lang, decimals, decimals);
}

/** An estimate must never be taken for a bid. */
function priceText({ price, priceSource }: TenderOption, currency: string, lang: Lang) {
  if (price === null || priceSource === null) return { amount: '—', source: null };
  return {
    amount: formatMoney(Math.round(price), currency, lang),
    source: PRICE_SOURCE_WORDS[priceSource][lang].trim(),
  };
}
