// Message sizes as distributions. One fixed size hides what storage and scanners cost, so a plan may ask for a
// log-normal or a mix; every draw comes from the seeded generator.

import type { Rng } from '../stats/rng.ts';
import { nextNormal, nextUnit } from '../stats/rng.ts';

export type SizeDistribution =
  | { readonly kind: 'fixed'; readonly sizeBytes: number }
  | {
      readonly kind: 'logNormal';
      readonly medianBytes: number;
      readonly p95Bytes: number;
      /** A draw above it is cut to it: servers refuse what exceeds their SIZE. */
      readonly maxBytes: number;
    }
  | { readonly kind: 'mix'; readonly parts: readonly SizePart[] };

export interface SizePart {
  readonly share: number;
  readonly sizes: Exclude<SizeDistribution, { readonly kind: 'mix' }>;
}

/** 95th percentile of the standard normal distribution. */
const NORMAL_P95 = 1.644_853_626_951_472_2;
/** Postfix refuses more than 10,240,000 bytes unless configured otherwise (message_size_limit). */
const DEFAULT_MAX_BYTES = 10_240_000;
/** The spread of business mail that the sizing model proposes: median 15 KiB, 95 % below 400 KiB. */
const BUSINESS_MEDIAN_BYTES = 15 * 1024;
const BUSINESS_P95_BYTES = 400 * 1024;

/** The business mix: many small messages, a few with large attachments. */
export const BUSINESS_SIZES: SizeDistribution = {
  kind: 'logNormal',
  medianBytes: BUSINESS_MEDIAN_BYTES,
  p95Bytes: BUSINESS_P95_BYTES,
  maxBytes: DEFAULT_MAX_BYTES,
};

function sigmaOf(medianBytes: number, p95Bytes: number): number {
  return Math.log(p95Bytes / medianBytes) / NORMAL_P95;
}

/**
 * The business mix moved so that its mean before the cut is `meanBytes`; the ratio of p95 to median stays.
 * For a log-normal, mean = median × exp(σ² / 2).
 */
export function businessSizesWithMean(meanBytes: number, maxBytes = DEFAULT_MAX_BYTES): SizeDistribution {
  const sigma = sigmaOf(BUSINESS_MEDIAN_BYTES, BUSINESS_P95_BYTES);
  const medianBytes = meanBytes / Math.exp((sigma * sigma) / 2);
  const p95Bytes = (medianBytes * BUSINESS_P95_BYTES) / BUSINESS_MEDIAN_BYTES;
  return { kind: 'logNormal', medianBytes, p95Bytes, maxBytes };
}

/** One size in whole bytes. */
export function drawSizeBytes(distribution: SizeDistribution, rng: Rng): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.sizeBytes;
    case 'logNormal': {
      const sigma = sigmaOf(distribution.medianBytes, distribution.p95Bytes);
      const drawn = distribution.medianBytes * Math.exp(sigma * nextNormal(rng));
      return Math.max(1, Math.min(distribution.maxBytes, Math.round(drawn)));
    }
    case 'mix':
      return drawSizeBytes(choosePart(distribution.parts, nextUnit(rng)).sizes, rng);
  }
}

function choosePart(parts: readonly SizePart[], unit: number): SizePart {
  const last = parts.at(-1);
  if (last === undefined) throw new RangeError('A mix of sizes needs at least one part');
  const totalShare = parts.reduce((sum, part) => sum + part.share, 0);
  let reached = 0;
  for (const part of parts) {
    reached += part.share / totalShare;
    if (unit < reached) return part;
  }
  return last;
}

export type ParsedSizes =
  { readonly ok: true; readonly sizes: SizeDistribution } | { readonly ok: false; readonly problem: string };

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1024,
  kib: 1024,
  m: 1_048_576,
  mib: 1_048_576,
};

function parseBytes(text: string): number | null {
  const found = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  const factor = UNITS[(found?.[2] ?? '?').toLowerCase()];
  if (found === null || factor === undefined) return null;
  const bytes = Math.round(Number(found[1]) * factor);
  return bytes >= 1 ? bytes : null;
}

/**
 * Reads what a person types: `1024`, `75KiB`, `lognormal:15KiB,400KiB[,10MiB]`, `business`, `business:75KiB`
 * (mean), or a mix such as `80%:5KiB+20%:lognormal:15KiB,400KiB`.
 */
export function parseSizes(text: string): ParsedSizes {
  const pieces = text.split('+');
  if (pieces.length === 1 && !text.includes('%')) return parseSimple(text.trim());
  const parts: SizePart[] = [];
  for (const piece of pieces) {
    const part = parsePart(piece);
    if (part === null)
      return { ok: false, problem: `"${piece.trim()}" is not SHARE%:SIZE, for example 80%:5KiB` };
    parts.push(part);
  }
  const totalShare = parts.reduce((sum, part) => sum + part.share, 0);
  if (Math.abs(totalShare - 1) > 1e-6) {
    return { ok: false, problem: `the shares add up to ${(totalShare * 100).toFixed(2)}%, not 100%` };
  }
  return { ok: true, sizes: { kind: 'mix', parts } };
}

function parsePart(piece: string): SizePart | null {
  const [, share, size] = /^\s*(\d+(?:\.\d+)?)\s*%\s*:(.+)$/.exec(piece) ?? [];
  if (share === undefined || size === undefined) return null;
  const parsed = parseSimple(size.trim());
  if (!parsed.ok || parsed.sizes.kind === 'mix') return null;
  return { share: Number(share) / 100, sizes: parsed.sizes };
}

function parseSimple(text: string): ParsedSizes {
  const [name = '', list = ''] = text.toLowerCase().split(':');
  if (name === 'business') return parseBusiness(list);
  if (name === 'lognormal') return parseLogNormal(list);
  const sizeBytes = parseBytes(text);
  if (sizeBytes !== null) return { ok: true, sizes: { kind: 'fixed', sizeBytes } };
  return {
    ok: false,
    problem: `"${text}" is not a size; write 1024, 75KiB, lognormal:MEDIAN,P95 or business[:MEAN]`,
  };
}

function parseBusiness(mean: string): ParsedSizes {
  if (mean === '') return { ok: true, sizes: BUSINESS_SIZES };
  const meanBytes = parseBytes(mean);
  return meanBytes === null
    ? { ok: false, problem: `"${mean}" is not a mean size` }
    : { ok: true, sizes: businessSizesWithMean(meanBytes) };
}

function parseLogNormal(list: string): ParsedSizes {
  const [medianBytes = null, p95Bytes = null, maxBytes = DEFAULT_MAX_BYTES] = list.split(',').map(parseBytes);
  if (medianBytes === null || p95Bytes === null || maxBytes === null || p95Bytes <= medianBytes) {
    return { ok: false, problem: 'lognormal needs MEDIAN,P95[,MAX] with P95 above MEDIAN' };
  }
  return { ok: true, sizes: { kind: 'logNormal', medianBytes, p95Bytes, maxBytes } };
}
