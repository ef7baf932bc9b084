// How a fact becomes a value, as a formula that names its quantities: what a reader who doubts a value computes again.

import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { Scale } from './criterion-scale.ts';
import { figure, listed, withUnit } from './figures.ts';
import type { FactWords } from './show-fact.ts';
import { factWords, itemWords } from './show-fact.ts';
import type { ValueFunction } from './value-functions.ts';

/** Values below 0 and above 1 are cut off whatever the formula; the method says so once for all. */
export function scaleWords(scale: Scale, factId: string, vocabulary: FactVocabulary): LocalizedText {
  const words = factWords(factId, vocabulary);
  if (scale.kind === 'numeric') return numericWords(scale.values, words);
  return scale.kind === 'coverage' ? coverageWords(scale, words) : levelWords(scale.values, words);
}

function numericWords(values: ValueFunction, { title, unit }: FactWords): LocalizedText {
  const worst = withUnit(values.worst, unit);
  const best = withUnit(values.best, unit);
  switch (values.kind) {
    case 'saturating':
      return {
        en: `(${title.en} − ${worst.en}) ÷ (${best.en} − ${worst.en})`,
        ja: `（${title.ja} − ${worst.ja}）÷（${best.ja} − ${worst.ja}）`,
      };
    case 'ratioLog':
      return {
        en: `ln(${title.en} ÷ ${worst.en}) ÷ ln(${best.en} ÷ ${worst.en})`,
        ja: `ln（${title.ja} ÷ ${worst.ja}）÷ ln（${best.ja} ÷ ${worst.ja}）`,
      };
    case 'costAbsolute':
      return { en: `1 − ${title.en} ÷ ${worst.en}`, ja: `1 − ${title.ja} ÷ ${worst.ja}` };
    case 'target': {
      const tolerance = withUnit(values.best - values.worst, unit);
      return {
        en: `1 − |${title.en} − ${best.en}| ÷ ${tolerance.en}`,
        ja: `1 −｜${title.ja} − ${best.ja}｜÷ ${tolerance.ja}`,
      };
    }
    case 'piecewise':
      return knotWords(values, unit);
  }
}

function knotWords({ knots = [] }: ValueFunction, unit: string | null): LocalizedText {
  const at = knots.map(({ x, value }) => ({ x: withUnit(x, unit), value: figure(value) }));
  return {
    en: `${at.map(({ x, value }) => `${x.en}: ${value}`).join('; ')}; in proportion between them`,
    ja: `${at.map(({ x, value }) => `${x.ja}で${value}`).join('、')}（その間は比例配分）`,
  };
}

function coverageWords(
  { wanted, count }: Extract<Scale, { kind: 'coverage' }>,
  words: FactWords,
): LocalizedText {
  const items = listed(wanted.map((item) => itemWords(item, words)));
  return count === 'all'
    ? {
        en: `number of these that it has ÷ ${wanted.length}: ${items.en}`,
        ja: `次のうち対応する数 ÷ ${wanted.length}：${items.ja}`,
      }
    : {
        en: `1 with any of these, otherwise 0: ${items.en}`,
        ja: `次のいずれかなら1、それ以外は0：${items.ja}`,
      };
}

function levelWords(values: ReadonlyMap<string, number>, words: FactWords): LocalizedText {
  const levels = [...values].map(([level, value]) => ({
    name: itemWords(level, words),
    value: figure(value),
  }));
  return {
    en: levels.map(({ name, value }) => `${name.en}: ${value}`).join('; '),
    ja: levels.map(({ name, value }) => `${name.ja}：${value}`).join('、'),
  };
}
