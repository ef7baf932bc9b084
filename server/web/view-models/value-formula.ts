// A value function as the recommendation prints it, with a number put in for x. Invariant: nothing is shown that does
// not give the value that counted; the caller compares.

import { numberWords } from '../../reports/number-words.ts';
import type { Lang } from '../../core/text/localized.ts';

const NUMBER = String.raw`([\d.e+-]+)`;
const KNOT = new RegExp(String.raw`\(${NUMBER}, ${NUMBER}\)`, 'g');

type Figures = readonly [number, number, number];

const SHAPES: readonly (readonly [shape: RegExp, value: (x: number, figures: Figures) => number])[] = [
  [
    new RegExp(String.raw`^clip\(\(x − ${NUMBER}\) ÷ \(${NUMBER} − ${NUMBER}\)\)$`),
    (x, [floor, full, base]) => (x - floor) / (full - base),
  ],
  [
    new RegExp(String.raw`^clip\(ln\(x ÷ ${NUMBER}\) ÷ ln\(${NUMBER} ÷ ${NUMBER}\)\)$`),
    (x, [floor, full, base]) =>
      x > 0 ? Math.log(x / floor) / Math.log(full / base) : Number.NEGATIVE_INFINITY,
  ],
  [new RegExp(String.raw`^clip\(1 − x ÷ ${NUMBER}\)$`), (x, [budget]) => 1 - x / budget],
  [
    new RegExp(String.raw`^clip\(1 − \|x − ${NUMBER}\| ÷ ${NUMBER}\)$`),
    (x, [ideal, tolerance]) => 1 - Math.abs(x - ideal) / tolerance,
  ],
];

/** The value before it is clipped to 0…1; null for a formula without a number x. */
export function formulaValue(formula: string, x: number): number | null {
  for (const [shape, value] of SHAPES) {
    const found = shape.exec(formula);
    if (found !== null) return value(x, [Number(found[1]), Number(found[2]), Number(found[3])]);
  }
  return formula.startsWith('piecewise ') ? piecewiseValue(formula, x) : null;
}

function piecewiseValue(formula: string, x: number): number | null {
  const knots = [...formula.matchAll(KNOT)].map(([, at, value]) => ({ x: Number(at), value: Number(value) }));
  let left = knots[0];
  if (left === undefined) return null;
  if (x <= left.x) return left.value;
  for (const right of knots) {
    if (x < right.x) return left.value + ((x - left.x) / (right.x - left.x)) * (right.value - left.value);
    left = right;
  }
  return left.value;
}

const SHORT_DIGITS = 4;
const PIECEWISE: Readonly<Record<Lang, string>> = {
  en: 'straight lines through ',
  ja: '次の点を結ぶ折れ線：',
};

/** The formula with shortened figures, and with x in place of the letter where it is given. */
export function formulaText(formula: string, x: number | null, lang: Lang): string {
  const words = numberWords(lang);
  const shown = x === null ? 'x' : words.significant(Number(x.toPrecision(SHORT_DIGITS)));
  return formula
    .replace(/^piecewise /, PIECEWISE[lang])
    .replace(/^clip\((.*)\)$/, '$1')
    .replaceAll(/\d+\.\d{3,}/g, (figure) => words.significant(Number(figure)))
    .replaceAll(/\bx\b/g, shown);
}
