// Stands in for `node:test` where tests are run again and again in one process: it collects what a test file declares
// instead of running it.

type Step = (context: object) => unknown;

export interface CollectedSuite {
  readonly before: Step[];
  readonly after: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
  readonly tests: { readonly name: string; readonly run: Step }[];
  readonly suites: CollectedSuite[];
}

interface Options {
  readonly skip?: unknown;
}

let current = newSuite();

/** What the test file declared that was imported since the last call. */
export function takeCollected(): CollectedSuite {
  const collected = current;
  current = newSuite();
  return collected;
}

function newSuite(): CollectedSuite {
  return { before: [], after: [], beforeEach: [], afterEach: [], tests: [], suites: [] };
}

/** `(name, run)`, `(name, options, run)`: the last is what to run. */
function partsOf(given: readonly unknown[]): { readonly run: Step; readonly isSkipped: boolean } {
  const run = given.findLast((part): part is Step => typeof part === 'function');
  const options = given.find((part): part is Options => typeof part === 'object' && part !== null);
  return { run: run ?? (() => undefined), isSkipped: Boolean(options?.skip) };
}

export function describe(_name: string, ...given: readonly unknown[]): void {
  const { run, isSkipped } = partsOf(given);
  if (isSkipped) return;
  const outer = current;
  current = newSuite();
  outer.suites.push(current);
  run({});
  current = outer;
}

export function it(name: string, ...given: readonly unknown[]): void {
  const { run, isSkipped } = partsOf(given);
  if (!isSkipped) current.tests.push({ name, run });
}

export const test = it;
export const suite = describe;
export const before = (step: Step): number => current.before.push(step);
export const after = (step: Step): number => current.after.push(step);
export const beforeEach = (step: Step): number => current.beforeEach.push(step);
export const afterEach = (step: Step): number => current.afterEach.push(step);
