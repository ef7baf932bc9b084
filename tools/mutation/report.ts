// The verdicts in numbers: per file, in all, and the survivors by name so that somebody can write the missing test.

import type { Mutant } from './mutants.ts';

export type Outcome = 'killed' | 'timedOut' | 'survived' | 'notCovered';

export interface JudgedMutant {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
  readonly killer: string | null;
}

export interface SampleRule {
  readonly folder: string;
  /** Share of all mutants that were tried. */
  readonly share: number;
  readonly seed: number;
}

type Counts = Readonly<Record<Outcome, number>>;

export interface MutationSummary extends SampleRule {
  readonly mutants: number;
  readonly tried: number;
  readonly counts: Counts;
  /** Killed and timed out among all that were tried. */
  readonly killedShare: number;
  /** Wilson score interval, 95 %, where only a sample was tried; null where all were. */
  readonly interval: readonly [number, number] | null;
  readonly files: Readonly<Record<string, Counts>>;
  readonly survivors: readonly string[];
}

const Z_95 = 1.96;

export function summaryOf(
  rule: SampleRule,
  all: readonly Mutant[],
  judged: readonly JudgedMutant[],
): MutationSummary {
  const counts = countsOf(judged);
  const tried = judged.length;
  const caught = counts.killed + counts.timedOut;
  const byFile = Object.groupBy(judged, ({ mutant }) => mutant.file);
  const isUncaught = ({ outcome }: JudgedMutant): boolean =>
    outcome === 'survived' || outcome === 'notCovered';
  return {
    ...rule,
    mutants: all.length,
    tried,
    counts,
    killedShare: caught / tried,
    interval: tried === all.length ? null : wilson(caught, tried),
    files: Object.fromEntries(Object.entries(byFile).map(([file, own]) => [file, countsOf(own ?? [])])),
    survivors: judged.filter(isUncaught).map(survivorLine).sort(),
  };
}

export function survivorLine({
  mutant: { file, line, mutator, replacement },
  outcome,
}: JudgedMutant): string {
  const shown = replacement.replaceAll(/\s+/g, ' ').slice(0, 80);
  return `${file}:${line} ${mutator}${outcome === 'notCovered' ? ' (not covered)' : ''}: ${shown}`;
}

function countsOf(judged: readonly JudgedMutant[]): Counts {
  const counts = { killed: 0, timedOut: 0, survived: 0, notCovered: 0 };
  for (const { outcome } of judged) counts[outcome] += 1;
  return counts;
}

/** E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927. */
function wilson(successes: number, trials: number): readonly [number, number] {
  const share = successes / trials;
  const z2 = Z_95 ** 2;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (Z_95 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials ** 2));
  return [centre - half, centre + half];
}

export function tableOf(summary: MutationSummary): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const [low, high] = summary.interval ?? [];
  const bounds =
    low === undefined || high === undefined ? '' : ` (95 %: ${percent(low)} to ${percent(high)})`;
  const rows = Object.entries(summary.files).map(([file, { killed, timedOut, survived, notCovered }]) => {
    const all = killed + timedOut + survived + notCovered;
    return `${percent((killed + timedOut) / all).padStart(8)}  ${String(all).padStart(5)}  ${file}`;
  });
  const head = `${summary.folder}: ${percent(summary.killedShare)} of ${summary.tried} mutants killed${bounds}`;
  return [head, ...rows].join('\n');
}
