// Which tests to run for a mutant: those that reach it, the quickest first.

import type { Baseline, TestFilePlan } from './messages.ts';
import type { Mutant } from './mutants.ts';

export interface MutantPlan {
  readonly mutant: Mutant;
  /** Acts while modules are loaded, so it needs a thread of its own and every test. */
  readonly isStatic: boolean;
  readonly files: readonly TestFilePlan[];
  readonly hitLimit: number;
  /** After this time without an answer the mutant counts as an endless loop. */
  readonly patienceMs: number;
}

const ENDLESS_FACTOR = 100;
const ENDLESS_LEAST = 10_000;
/** Times as long as the tests took without a mutant, on a machine that may be busier by now. */
const SLOWER_FACTOR = 10;
const LEAST_PATIENCE_MS = 20_000;

export function planFor(mutant: Mutant, baseline: Baseline, testFiles: readonly string[]): MutantPlan {
  const isStatic = baseline.staticHits[mutant.id] !== undefined;
  const reached = Object.entries(baseline.hitsByTest).flatMap(([step, hits]) => {
    const count = hits[mutant.id];
    return count === undefined ? [] : [{ step, count }];
  });
  const most = Math.max(0, ...reached.map(({ count }) => count));
  const steps = new Set(reached.map(({ step }) => step));
  const files = testFiles
    .map((file) => filePlan(file, steps, isStatic))
    .filter(({ tests }) => tests === null || tests.length > 0)
    .sort((a, b) => costOf(a, baseline) - costOf(b, baseline));
  const costMs = files.reduce((sum, plan) => sum + costOf(plan, baseline), 0);
  return {
    mutant,
    isStatic,
    files,
    hitLimit: Math.max(ENDLESS_LEAST, most * ENDLESS_FACTOR),
    patienceMs: LEAST_PATIENCE_MS + SLOWER_FACTOR * costMs,
  };
}

function filePlan(file: string, steps: ReadonlySet<string>, isStatic: boolean): TestFilePlan {
  if (isStatic || steps.has(`${file}#-1`)) return { file, tests: null };
  const tests = [...steps]
    .filter((step) => step.startsWith(`${file}#`))
    .map((step) => Number(step.split('#').at(-1)));
  return { file, tests: tests.sort((a, b) => a - b) };
}

// A file is imported anew for every run, so what it computes then counts whichever of its tests are run.
function costOf({ file, tests }: TestFilePlan, { durationsMs }: Baseline): number {
  return Object.entries(durationsMs)
    .map(([step, durationMs]) => ({ step, test: Number(step.split('#').at(-1)), durationMs }))
    .filter(({ step, test }) => step === `${file}#${test}` && (test < 0 || (tests ?? [test]).includes(test)))
    .reduce((sum, { durationMs }) => sum + durationMs, 0);
}
