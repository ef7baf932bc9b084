// Which tests to run for a mutant: those that reach it, the quickest first.

import type { Baseline, TestFilePlan } from './messages.ts';
import type { Mutant } from './mutants.ts';

export interface MutantPlan {
  readonly mutant: Mutant;
  /** Acts while modules are loaded, so it needs a thread of its own and every test. */
  readonly isStatic: boolean;
  readonly files: readonly TestFilePlan[];
  readonly hitLimit: number;
}

const ENDLESS_FACTOR = 100;
const ENDLESS_LEAST = 10_000;

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
  return { mutant, isStatic, files, hitLimit: Math.max(ENDLESS_LEAST, most * ENDLESS_FACTOR) };
}

function filePlan(file: string, steps: ReadonlySet<string>, isStatic: boolean): TestFilePlan {
  if (isStatic || steps.has(`${file}#-1`)) return { file, tests: null };
  const tests = [...steps]
    .filter((step) => step.startsWith(`${file}#`))
    .map((step) => Number(step.split('#').at(-1)));
  return { file, tests: tests.sort((a, b) => a - b) };
}

function costOf({ file, tests }: TestFilePlan, { durationsMs }: Baseline): number {
  return Object.entries(durationsMs)
    .filter(([step]) => step.startsWith(`${file}#`))
    .filter(([step]) => tests === null || tests.includes(Number(step.split('#').at(-1))))
    .reduce((sum, [, durationMs]) => sum + durationMs, 0);
}
