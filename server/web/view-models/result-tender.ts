// What a declared tender rule makes of quality and price, beside the score. Points and prices come rounded as declared.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { TENDER_STATE_TEXTS } from '../texts/result-section-texts.ts';
import { formatMoney, formatNumber } from './format.ts';
import type { ResultLinks } from './result-links.ts';
import { optionNames } from './result-words.ts';

const DECIMALS_SHOWN = 4;

/** Null where the answers declare no rule. */
export function tenderModel(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  const { tender } = recommendation;
  if (tender === undefined) return null;
  const nameOf = optionNames(recommendation, lang);
  const figure = (value: number | null): string =>
    value === null ? '—' : formatNumber(value, lang, DECIMALS_SHOWN);
  return {
    text: tender.text[lang],
    rule: tender.ruleText[lang],
    formula: tender.formulaText[lang],
    rounding: tender.roundingText[lang],
    tie: tender.tieText[lang],
    warnings: tender.warnings.map((warning) => warning[lang]),
    rows: tender.options
      .filter(({ state }) => state !== 'disqualified')
      .map((line) => ({
        rank: line.rank === null ? '—' : formatNumber(line.rank, lang, 0),
        name: nameOf(line.option),
        href: links.option(line.option),
        state: TENDER_STATE_TEXTS[line.state][lang],
        reason: line.reason?.[lang] ?? null,
        technical: figure(line.technicalPoints),
        price: line.price === null ? '—' : formatMoney(Math.round(line.price), tender.currency, lang),
        pricePoints: figure(line.pricePoints),
        total: figure(line.total),
      })),
  };
}
