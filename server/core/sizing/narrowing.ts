// Which answer would narrow the sizing most: for each uncertain input the share of an output's variance that goes away,
// on average, once the input is known (first-order Sobol index, as the correlation ratio over classes of the input).

import type { SizingOutput, SizingSample } from './distribution.ts';

/** What a buyer looks at; narrowing is averaged over these. */
export const KEY_OUTPUTS = [
  'smtpInPeakPerSec',
  'smtpConcurrentMean',
  'imapConcurrent',
  'wanInMbps',
  'provisionedGiB',
  'iops',
  'ramGiB',
  'fteOnPrem',
] as const satisfies readonly SizingOutput[];
type KeyOutput = (typeof KEY_OUTPUTS)[number];

/** Figures that a store measured now and a year ago makes unnecessary for the storage. */
const REPLACED_BY_STORE = [
  'sentPerUserDay',
  'recvPerUserDay',
  'avgMsgKiB',
  'keepSent',
  'keepRecv',
  'workdays',
];
export const STORE_QUESTION = 'storeGiBNow+storeGiBYearAgo';
const CLASSES = 20;

export interface NarrowingQuestion {
  /** The input to ask for. */
  readonly ask: string;
  /** Mean over the key outputs of the share of variance (of the logarithm) that the answer takes away, 0..1. */
  readonly narrows: number;
  readonly most: { readonly output: KeyOutput; readonly share: number };
}

/** All questions still open, the most narrowing first. */
export function narrowingQuestions(sample: SizingSample): readonly NarrowingQuestion[] {
  const logs = KEY_OUTPUTS.map((output) => logarithms(sample.outputs[output]));
  const asked = sample.uncertain.map(({ id }, index) => {
    const quantiles = sample.quantiles[index] ?? new Float64Array();
    return questionFrom(
      id,
      logs.map((values) => varianceShare(values, quantiles)),
    );
  });
  return [...asked, ...storeQuestion(sample, logs)].sort((a, b) => b.narrows - a.narrows);
}

function questionFrom(ask: string, shares: readonly number[]): NarrowingQuestion {
  const share = Math.max(0, ...shares);
  const output = KEY_OUTPUTS[Math.max(0, shares.indexOf(share))] ?? KEY_OUTPUTS[0];
  return {
    ask,
    narrows: shares.reduce((total, value) => total + value, 0) / KEY_OUTPUTS.length,
    most: { output, share },
  };
}

// The store replaces several guesses at once, but for the storage only: their shares add up because they are independent.
function storeQuestion(sample: SizingSample, logs: readonly Float64Array[]): readonly NarrowingQuestion[] {
  const storage = logs[KEY_OUTPUTS.indexOf('provisionedGiB')] ?? new Float64Array();
  const shares = sample.uncertain.map(({ id }, index) =>
    REPLACED_BY_STORE.includes(id)
      ? varianceShare(storage, sample.quantiles[index] ?? new Float64Array())
      : 0,
  );
  const share = Math.min(
    1,
    shares.reduce((total, value) => total + value, 0),
  );
  if (share === 0) return [];
  return [
    { ask: STORE_QUESTION, narrows: share / KEY_OUTPUTS.length, most: { output: 'provisionedGiB', share } },
  ];
}

function logarithms(values: Float64Array | undefined): Float64Array {
  return (values ?? new Float64Array()).map((value) => Math.log(Math.max(value, Number.MIN_VALUE)));
}

/** Variance between classes of equal probability ÷ whole variance; what chance alone would give is taken off. */
export function varianceShare(values: Float64Array, quantiles: Float64Array): number {
  const sums = new Float64Array(CLASSES);
  const counts = new Float64Array(CLASSES);
  let total = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    const at = Math.min(CLASSES - 1, Math.floor((quantiles[index] ?? 0) * CLASSES));
    sums[at] = (sums[at] ?? 0) + value;
    counts[at] = (counts[at] ?? 0) + 1;
    total += value;
  }
  const mean = total / Math.max(1, values.length);
  const whole = values.reduce((squares, value) => squares + (value - mean) ** 2, 0);
  if (whole <= 0) return 0;
  const between = sums.reduce((squares, sum, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? squares : squares + count * (sum / count - mean) ** 2;
  }, 0);
  const byChance = (CLASSES - 1) / Math.max(1, values.length - 1);
  return Math.max(0, Math.min(1, between / whole - byChance));
}
