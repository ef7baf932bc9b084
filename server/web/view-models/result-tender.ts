// What a declared tender rule makes of quality and price, beside the score. Points and prices come rounded as declared.

import type { Recommendation, TenderOption } from '../../core/scoring/recommendation.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import { PRICE_SOURCE_WORDS } from '../../reports/texts/tender.ts';
import { TENDER_STATE_TEXTS, tooDearNames, unpricedNames } from '../texts/result-section-texts.ts';
import { formatMoney, formatNumber } from './format.ts';
import type { ResultLinks } from './result-links.ts';
import { optionNames } from './result-words.ts';

const DECIMALS_SHOWN = 4;

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
        rank: figure(line.rank, lang),
        name: nameOf(line.option),
        href: links.option(line.option),
        state: TENDER_STATE_TEXTS[line.state][lang],
        reason: line.reason?.[lang] ?? null,
        technical: figure(line.technicalPoints, lang),
        price: priceText(line, tender.currency, lang),
        pricePoints: figure(line.pricePoints, lang),
        total: figure(line.total, lang),
      })),
  };
}

function figure(value: number | null, lang: Lang): string {
  return value === null ? '—' : formatNumber(value, lang, DECIMALS_SHOWN);
}

/** An estimate must never be taken for a bid. */
function priceText({ price, priceSource }: TenderOption, currency: string, lang: Lang) {
  if (price === null || priceSource === null) return { amount: '—', source: null };
  return {
    amount: formatMoney(Math.round(price), currency, lang),
    source: PRICE_SOURCE_WORDS[priceSource][lang].trim(),
  };
}
