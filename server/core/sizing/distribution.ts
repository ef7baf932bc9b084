// Sizing as a distribution: every figure that is not certain is drawn from its triangular range, many times, with a seed.
// Invariant: the same request, defaults, samples and seed give the same figures on every machine.

import type { Range } from '../range/range.ts';
import { triangularQuantile } from '../range/range.ts';
import type { Rng } from '../random/rng.ts';
import { seededRng } from '../random/rng.ts';
import { leastServers } from './queueing.ts';
import type { MailClient, SizingDefaults, SizingInputs, SizingNumberKey } from './sizing-inputs.ts';
import { numberKeys, rangeOf, withDefaults } from './sizing-inputs.ts';
import type { SizingRequest } from './sizing-request.ts';
import type { Sizing } from './sizing.ts';
import { sizeOf } from './sizing.ts';
import { SMTP_BLOCKING_GOAL } from './traffic.ts';

export type SizingOutput = keyof Sizing;

export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** One figure that is drawn: an input by its key, or `clients.<name>.share` and `clients.<name>.conns`. */
export interface UncertainInput {
  readonly id: string;
  readonly range: Range;
}

/** All draws, kept for the question what narrows them. */
export interface SizingSample {
  readonly samples: number;
  readonly seed: number;
  readonly uncertain: readonly UncertainInput[];
  /** Per uncertain input: the quantile 0..1 at which each sample stands. */
  readonly quantiles: readonly Float64Array[];
  readonly outputs: Readonly<Partial<Record<SizingOutput, Float64Array>>>;
}

export interface SamplingPlan {
  readonly samples: number;
  readonly seed: number;
}

export const DEFAULT_SAMPLING: SamplingPlan = { samples: 10_000, seed: 1 };

export function sampleSizing(
  request: SizingRequest,
  defaults: SizingDefaults,
  plan: SamplingPlan,
): SizingSample {
  const uncertain = uncertainInputs(request, defaults);
  const base = withDefaults(request.likely, defaults);
  const quantiles = uncertain.map(() => new Float64Array(plan.samples));
  const outputs = emptyOutputs(base, plan.samples);
  const rng = seededRng(plan.seed);
  for (let sample = 0; sample < plan.samples; sample++) {
    const inputs = drawInputs(base, uncertain, { quantiles, sample, defaults }, rng);
    // Slots follow from the sessions without falling; see `spreadOf`. Leaving them out here saves most of the time.
    for (const [key, figure] of Object.entries(sizeOf(inputs, { withSlots: false }))) {
      const column = outputs[key as SizingOutput];
      if (column !== undefined) column[sample] = figure ?? Number.NaN;
    }
  }
  return { ...plan, uncertain, quantiles, outputs };
}

/** What is not given exactly and has room to vary. */
export function uncertainInputs(request: SizingRequest, defaults: SizingDefaults): readonly UncertainInput[] {
  const numbers = numberKeys(defaults).flatMap((key) => {
    const range = rangeFor(key, request, defaults);
    return range !== null && range.low !== range.high ? [{ id: key, range }] : [];
  });
  const clients = request.likely.clients === undefined ? clientRanges(defaults) : [];
  return [...numbers, ...clients];
}

function rangeFor(key: SizingNumberKey, request: SizingRequest, defaults: SizingDefaults): Range | null {
  if (request.ranges[key] !== undefined) return request.ranges[key];
  if (request.likely[key] !== undefined) return null;
  const isFromAttachments =
    request.likely.attachmentKiB !== undefined && request.likely.attachmentShare !== undefined;
  return key === 'avgMsgKiB' && isFromAttachments ? null : rangeOf(key, defaults);
}

function clientRanges(defaults: SizingDefaults): readonly UncertainInput[] {
  return defaults.clients
    .flatMap((client) => [
      { id: `clients.${client.name}.share`, range: client.share },
      { id: `clients.${client.name}.conns`, range: client.conns },
    ])
    .filter(({ range }) => range.low !== range.high);
}

interface DrawPlace {
  readonly quantiles: readonly Float64Array[];
  readonly sample: number;
  readonly defaults: SizingDefaults;
}

function drawInputs(
  base: SizingInputs,
  uncertain: readonly UncertainInput[],
  place: DrawPlace,
  rng: Rng,
): SizingInputs {
  const drawn = new Map<string, number>();
  uncertain.forEach(({ id, range }, index) => {
    const u = rng.nextUnit();
    const column = place.quantiles[index];
    if (column !== undefined) column[place.sample] = u;
    const value = triangularQuantile(range, u);
    drawn.set(id, isWhole(id, place.defaults) ? Math.round(value) : value);
  });
  return { ...base, ...Object.fromEntries(drawn), clients: drawClients(base.clients, drawn) };
}

function isWhole(id: string, defaults: SizingDefaults): boolean {
  return Object.hasOwn(defaults.inputs, id) && defaults.inputs[id as SizingNumberKey].integer === true;
}

function drawClients(
  clients: readonly MailClient[],
  drawn: ReadonlyMap<string, number>,
): readonly MailClient[] {
  return clients.map((client) => ({
    name: client.name,
    share: drawn.get(`clients.${client.name}.share`) ?? client.share,
    conns: drawn.get(`clients.${client.name}.conns`) ?? client.conns,
  }));
}

function emptyOutputs(base: SizingInputs, samples: number): Partial<Record<SizingOutput, Float64Array>> {
  const keys = Object.keys(sizeOf(base)) as SizingOutput[];
  return Object.fromEntries(
    keys.filter((key) => key !== 'smtpSlots_B0.1pct').map((key) => [key, new Float64Array(samples)]),
  );
}

/** P10, P50 and P90 of every output (nearest rank); an output that has no value in some samples is left out. */
export function spreadsOf(sample: SizingSample): Readonly<Partial<Record<SizingOutput, Spread>>> {
  const spreads = Object.entries(sample.outputs).flatMap(([key, values]) => {
    const sorted = values.toSorted();
    return sorted.some(Number.isNaN) ? [] : [[key, spreadOf(sorted)] as const];
  });
  const byKey: Partial<Record<SizingOutput, Spread>> = Object.fromEntries(spreads);
  const sessions = byKey.smtpConcurrentMean;
  return sessions === undefined ? byKey : { ...byKey, 'smtpSlots_B0.1pct': slotSpread(sessions) };
}

// A quantile of a figure that never falls when the other rises is that figure at the other's quantile.
function slotSpread(sessions: Spread): Spread {
  const slots = (erlangs: number): number => leastServers(erlangs, SMTP_BLOCKING_GOAL);
  return { p10: slots(sessions.p10), p50: slots(sessions.p50), p90: slots(sessions.p90) };
}

function spreadOf(sorted: Float64Array): Spread {
  return { p10: nearestRank(sorted, 0.1), p50: nearestRank(sorted, 0.5), p90: nearestRank(sorted, 0.9) };
}

export function nearestRank(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
