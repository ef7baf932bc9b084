// Which tests to run for a mutant: those that reach it, the quickest first.

import type { Baseline, TestFilePlan } from './messages.ts';
import type { Mutant } from './mutants.ts';

export interface MutantPlan {
  readonly mutant: Mutant;
  /** Acts while modules are loaded, so it needs a thread of its own and every test. */
  readonly isStatic: boolean;
  readonly files: readonly TestFilePlan[];
  /** After this time without an answer the mutant counts as an endless loop. */
  readonly patienceMs: number;
}

const ENDLESS_FACTOR = 100;
export const ENDLESS_LEAST = 10_000;
/** Times as long as the tests took without a mutant, on a machine that may be busier by now. */
const SLOWER_FACTOR = 10;
const LEAST_PATIENCE_MS = 20_000;

export function planFor(mutant: Mutant, baseline: Baseline, testFiles: readonly string[]): MutantPlan {
  const isStatic = baseline.staticHits[mutant.id] !== undefined;
  const reached = Object.entries(baseline.hitsByTest).flatMap(([step, hits]) => {
    const count = hits[mutant.id];
    return count === undefined ? [] : [{ step, count }];
  });
  const limits = new Map(
    reached.map(({ step, count }) => [step, Math.max(ENDLESS_LEAST, count * ENDLESS_FACTOR)]),
  );
  const files = testFiles
    .map((file) => filePlan(file, limits, isStatic))
    .filter(({ tests }) => tests === null || tests.length > 0)
    .sort((a, b) => costOf(a, baseline) - costOf(b, baseline));
  const costMs = files.reduce((sum, plan) => sum + costOf(plan, baseline), 0);
  return {
    mutant,
    isStatic,
    files,
    patienceMs: LEAST_PATIENCE_MS + SLOWER_FACTOR * costMs,
  };
}

function filePlan(file: string, limits: ReadonlyMap<string, number>, isStatic: boolean): TestFilePlan {
  const own = [...limits]
    .filter(([step]) => step.startsWith(`${file}#`))
    .map(([step, limit]) => ({ test: Number(step.split('#').at(-1)), limit }));
  const hitLimits = Object.fromEntries(own.map(({ test, limit }) => [test, limit]));
  if (isStatic || limits.has(`${file}#-1`)) return { file, tests: null, hitLimits };
  return { file, tests: own.map(({ test }) => test).sort((a, b) => a - b), hitLimits };
}

// A file is imported anew for every run, so what it computes then counts whichever of its tests are run.
function costOf({ file, tests }: TestFilePlan, { durationsMs }: Baseline): number {
  return Object.entries(durationsMs)
    .map(([step, durationMs]) => ({ step, test: Number(step.split('#').at(-1)), durationMs }))
    .filter(({ step, test }) => step === `${file}#${test}` && (test < 0 || (tests ?? [test]).includes(test)))
    .reduce((sum, { durationMs }) => sum + durationMs, 0);
}
