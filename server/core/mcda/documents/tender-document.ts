// Documents of tender rules. `params.rule` names the rule; where it is missing, the form of the document does.

import { isRecord } from '../../text/record.ts';
import { costFrontier } from '../cost-frontier.ts';
import type { Vector } from '../matrix.ts';
import { columnCount, columnOf, ranksOf } from '../matrix.ts';
import type { Bid, Rounding, TieRule } from '../tender.ts';
import {
  compressedPoints,
  NO_ROUNDING,
  RELATIVE_WARNING,
  relativePricePoints,
  roundPoints,
  tender,
  TIE_RULES,
  weightedTotal,
} from '../tender.ts';
import { wrongForm } from './input-problems.ts';
import type { InputReader } from './input-reader.ts';
import { isNumber } from './input-reader.ts';

export const TENDER_RULES = [
  'additive',
  'division',
  'weighted-sum',
  'relative-lowest-price',
  'compression',
] as const;
export type TenderRule = (typeof TENDER_RULES)[number];

const ANSWERS: Readonly<Record<TenderRule, (reader: InputReader, rounding: Rounding) => object>> = {
  additive: additiveDocument,
  division: divisionDocument,
  'weighted-sum': weightedSumDocument,
  'relative-lowest-price': relativeDocument,
  compression: compressionDocument,
};

export function tenderDocument(reader: InputReader): object {
  if (reader.has('matrix.benefit')) return frontierDocument(reader);
  const rule = reader.has('params.rule')
    ? reader.choice('params.rule', TENDER_RULES, 'additive')
    : ruleByForm(reader);
  const rounding = readRounding(reader);
  return { rule, rounding, ...ANSWERS[rule](reader, rounding) };
}

function ruleByForm(reader: InputReader): TenderRule {
  if (reader.has('matrix.B')) return 'compression';
  return Array.isArray(reader.at('matrix')) ? 'relative-lowest-price' : 'additive';
}

/** {mode, decimals}, or in words: “… floored …” cuts the fraction off, “4 decimals” rounds half up. */
function readRounding(reader: InputReader): Rounding {
  if (isRecord(reader.at('params.rounding'))) {
    return {
      mode: reader.choice('params.rounding.mode', ['none', 'floor', 'half-up'], 'none'),
      decimals: reader.number('params.rounding.decimals', { fallback: 0, min: 0, max: 10, integer: true }),
    };
  }
  const words = reader.text('params.rounding');
  const decimals = Number(/(\d+) decimals/.exec(words)?.[1] ?? 0);
  if (words.includes('floor')) return { mode: 'floor', decimals };
  return words.includes('decimals') ? { mode: 'half-up', decimals } : NO_ROUNDING;
}

function readBids(reader: InputReader): readonly Bid[] {
  const list = reader.at('matrix.bids');
  const bids = (Array.isArray(list) ? list : []).map((bid: unknown) => bidFrom(bid));
  if (bids.length > 0 && bids.every((bid) => bid !== null)) return bids;
  reader.fail(
    wrongForm('matrix.bids', {
      en: 'each bid needs price (above 0) and tech (points).',
      ja: '各入札に price（0より大きい額）と tech（技術点）が必要です。',
    }),
  );
  return [];
}

function bidFrom(raw: unknown): Bid | null {
  if (!isRecord(raw)) return null;
  const { price, tech } = raw;
  if (!isNumber(price) || !isNumber(tech) || price <= 0) return null;
  return { price, tech, mandatoryMet: raw['mandatoryMet'] !== false };
}

function additiveDocument(reader: InputReader, rounding: Rounding): object {
  const reservePrice = reader.number('matrix.reservePrice', { min: Number.MIN_VALUE });
  const priceAllocation = reader.number('matrix.priceAllocation', { min: 0 });
  const rule = { kind: 'additive', reservePrice, priceAllocation } as const;
  return tender(readBids(reader), rule, { rounding, tie: readTieRule(reader) });
}

function divisionDocument(reader: InputReader, rounding: Rounding): object {
  const rule = {
    kind: 'division',
    reservePrice: reader.number('matrix.reservePrice', { min: Number.MIN_VALUE }),
    standardPoints: reader.number('matrix.standardPoints', { fallback: 100, min: 0 }),
    perAmount: reader.number('matrix.perAmount', { fallback: 1, min: Number.MIN_VALUE }),
  } as const;
  return tender(readBids(reader), rule, { rounding, tie: readTieRule(reader) });
}

// The known answers leave the rule out; a higher technical score is what Japanese bodies usually declare.
function readTieRule(reader: InputReader): TieRule {
  return reader.choice('params.tie', TIE_RULES, 'higher-technical');
}

/** Columns quality and price, weights in points; price counts as clip(1 − price ÷ params.budget). */
function weightedSumDocument(reader: InputReader, rounding: Rounding): object {
  const { quality, prices, points } = readQualityAndPrice(reader);
  const scale = {
    qualityMax: reader.number('params.qualityMax', { fallback: 100, min: Number.MIN_VALUE }),
    budget: reader.number('params.budget', { min: Number.MIN_VALUE }),
  };
  const totals = prices.map((price, index) =>
    roundPoints(weightedTotal({ quality: quality[index] ?? 0, price }, scale, points), rounding),
  );
  return { totals, ranks: ranksOf(totals) };
}

function relativeDocument(reader: InputReader, rounding: Rounding): object {
  const { quality, prices, points, hasQuality } = readQualityAndPrice(reader);
  const qualityMax = reader.number('params.qualityMax', { fallback: 100, min: Number.MIN_VALUE });
  const price = relativePricePoints(prices, points.price).map((value) => roundPoints(value, rounding));
  const totals = price.map((value, index) =>
    hasQuality ? (points.quality * (quality[index] ?? 0)) / qualityMax + value : value,
  );
  return {
    points: price,
    score: relativePricePoints(prices, 1),
    totals,
    ranks: ranksOf(totals),
    warnings: [RELATIVE_WARNING],
  };
}

function readQualityAndPrice(reader: InputReader) {
  const matrix = reader.matrix('matrix');
  const hasQuality = columnCount(matrix) > 1;
  const prices: Vector = columnOf(matrix, hasQuality ? 1 : 0);
  if (prices.some((price) => price <= 0)) {
    reader.fail(
      wrongForm('matrix', { en: 'prices must be above 0.', ja: '価格は0より大きくしてください。' }),
    );
  }
  const weights = reader.has('weights') ? reader.weights(hasQuality ? 2 : 1) : hasQuality ? [50, 50] : [1];
  const points = { quality: hasQuality ? (weights[0] ?? 0) : 0, price: weights[hasQuality ? 1 : 0] ?? 0 };
  return { quality: columnOf(matrix, 0), prices, points, hasQuality };
}

function compressionDocument(reader: InputReader, rounding: Rounding): object {
  const points = reader.number('matrix.A');
  const to = reader.number('matrix.X');
  const from = reader.number('matrix.B', { min: Number.MIN_VALUE });
  return { points: compressedPoints(points, to, from, rounding) };
}

/** Benefits by name with either the cost of each, or the cost of each step between two (“C->G”, by first letters). */
function frontierDocument(reader: InputReader): object {
  const names = Object.keys(reader.record('matrix.benefit'));
  const benefits = new Map(names.map((name) => [name, reader.number(['matrix', 'benefit', name])]));
  if (reader.has('matrix.cost')) {
    const options = names.map((name) => ({
      name,
      benefit: benefits.get(name) ?? 0,
      cost: reader.number(['matrix', 'cost', name], { min: 0 }),
    }));
    return { frontier: costFrontier(options) };
  }
  const benefitOf = (start: string): number =>
    benefits.get(names.find((name) => name.startsWith(start)) ?? '') ?? 0;
  const steps = Object.keys(reader.record('matrix.costStep')).map((step) => {
    const [from = '', to = ''] = step.split('->');
    const extra = benefitOf(to) - benefitOf(from);
    return [step, extra > 0 ? reader.number(['matrix', 'costStep', step]) / extra : null] as const;
  });
  return { pricePerPoint: Object.fromEntries(steps) };
}
