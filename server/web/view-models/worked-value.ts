// How the value of one fact came about, written out: the formula with its number, or words where there is none.

import type { Contribution, CriterionShown } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { VALUE_WORDS as W } from '../texts/result-option-texts.ts';
import { filledText } from '../texts/what-if-texts.ts';
import { formatNumber } from './format.ts';
import { formulaText, formulaValue } from './value-formula.ts';

const EXACT = 1e-3;

/** @param wordsOf words for a level of the criterion's fact */
export function workedValue(
  criterion: CriterionShown,
  term: Contribution,
  wordsOf: (level: string) => string,
  lang: Lang,
): string {
  const { fact, valueRange } = term;
  const words = (text: (typeof W)[keyof typeof W]): string => filledText(text[lang], figuresOf(term, lang));
  if (fact.state === 'unknown' || fact.state === 'undisclosed') {
    return words(valueRange[0] < valueRange[1] ? W.unknown : W.indifferent);
  }
  const written = writtenOut(criterion.formula, term, lang);
  if (written !== null) return written;
  if (valueRange[0] < valueRange[1]) return words(W.range);
  if (fact.unlimited === true) return words(W.unlimited);
  if (criterion.formula === 'covered ÷ wanted') return words(W.covered);
  if (criterion.formula.startsWith('1 if any')) return W.anyOf[lang];
  return filledText(W.level[lang], { levels: levelList(criterion.formula, wordsOf, lang) });
}

/** `none: 0, web-only: 0.4` in words. */
function levelList(formula: string, wordsOf: (level: string) => string, lang: Lang): string {
  const levels = formula.split(', ').map((pair) => {
    const [level = '', value = ''] = pair.split(': ');
    return `${wordsOf(level)} ${value}`;
  });
  return levels.join(lang === 'ja' ? '、' : ', ');
}

function figuresOf({ value, valueRange: [low, high] }: Contribution, lang: Lang) {
  return {
    value: formatNumber(value, lang, 2),
    low: formatNumber(low, lang, 2),
    high: formatNumber(high, lang, 2),
  };
}

// Only where putting the number in gives the value that counted.
function writtenOut(formula: string, term: Contribution, lang: Lang): string | null {
  const x = term.fact.value;
  const raw = typeof x === 'number' ? formulaValue(formula, x) : null;
  if (typeof x !== 'number' || raw === null) return null;
  if (Math.abs(Math.min(1, Math.max(0, raw)) - term.value) > EXACT) return null;
  const shown = `${formulaText(formula, x, lang)} = ${formatNumber(raw, lang, 2)}`;
  if (raw > 1) return `${shown} → ${W.capped[lang]}`;
  return raw < 0 ? `${shown} → ${W.floored[lang]}` : shown;
}
