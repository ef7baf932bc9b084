// Two programs under the same load, in turns: what one of them did in a round, and what all rounds say together.

/** What a program did with one batch of messages. */
export interface Figures {
  readonly ratePerSec: number;
  /** Processor time of all its threads while the clock ran, per message. */
  readonly cpuUsPerMessage: number;
  /** How much of one core the sink used meanwhile, 0…1: near 1, the sink is the limit and not the generator. */
  readonly sinkLoad: number;
}

/** What a program can tell of itself. */
export type OwnFigures = Omit<Figures, 'sinkLoad'>;

export interface Round {
  readonly ours: Figures;
  readonly peer: Figures;
}

export interface RateRow {
  readonly name: string;
  readonly goal: string;
  readonly isMet: boolean | null;
  readonly rounds: number;
  readonly oursRatePerSec: number;
  readonly peerRatePerSec: number;
  readonly oursCpuUsPerMessage: number;
  readonly peerCpuUsPerMessage: number;
  readonly rateRatio: Spread;
  readonly cpuRatio: Spread;
  readonly oursSinkLoad: number;
  readonly peerSinkLoad: number;
}

/** Of ours ÷ peer, each ratio taken within one round. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface Goal {
  readonly minRateRatio?: number;
  readonly maxCpuRatio?: number;
}

export function rateRow(name: string, goal: Goal, rounds: readonly Round[]): RateRow {
  const rateRatio = spread(rounds.map(({ ours, peer }) => ours.ratePerSec / peer.ratePerSec));
  const cpuRatio = spread(rounds.map(({ ours, peer }) => ours.cpuUsPerMessage / peer.cpuUsPerMessage));
  return {
    name,
    goal: goalText(goal),
    isMet: isMet(goal, rateRatio.median, cpuRatio.median),
    rounds: rounds.length,
    oursRatePerSec: Math.round(median(rounds.map(({ ours }) => ours.ratePerSec))),
    peerRatePerSec: Math.round(median(rounds.map(({ peer }) => peer.ratePerSec))),
    oursCpuUsPerMessage: rounded(median(rounds.map(({ ours }) => ours.cpuUsPerMessage)), 1),
    peerCpuUsPerMessage: rounded(median(rounds.map(({ peer }) => peer.cpuUsPerMessage)), 1),
    rateRatio,
    cpuRatio,
    oursSinkLoad: rounded(median(rounds.map(({ ours }) => ours.sinkLoad)), 2),
    peerSinkLoad: rounded(median(rounds.map(({ peer }) => peer.sinkLoad)), 2),
  };
}

function goalText({ minRateRatio, maxCpuRatio }: Goal): string {
  const parts = [
    ...(minRateRatio === undefined ? [] : [`rate >= ${minRateRatio}`]),
    ...(maxCpuRatio === undefined ? [] : [`cpu <= ${maxCpuRatio}`]),
  ];
  return parts.length === 0 ? 'report' : parts.join(', ');
}

function isMet({ minRateRatio, maxCpuRatio }: Goal, rate: number, cpu: number): boolean | null {
  if (minRateRatio === undefined && maxCpuRatio === undefined) return null;
  return rate >= (minRateRatio ?? 0) && cpu <= (maxCpuRatio ?? Infinity);
}

export function spread(values: readonly number[]): Spread {
  return {
    median: rounded(median(values), 2),
    lowest: rounded(Math.min(...values), 2),
    highest: rounded(Math.max(...values), 2),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
