// Runs the tests of one file, or some of them, until one fails. A file is imported anew for every run, because what it
// computes while it declares its tests counts as well.

import { pathToFileURL } from 'node:url';
import { takeCollected } from './collected-tests.ts';
import type { CollectedSuite } from './collected-tests.ts';

export interface RunOptions {
  /** Which tests of the file to run, by their number in it; all where it is null. */
  readonly only: ReadonlySet<number> | null;
  /** Called before the file is imported (-1) and before each test with its number. */
  readonly onStep?: (test: number) => void;
}

interface NumberedTest {
  readonly number: number;
  readonly suites: readonly CollectedSuite[];
  readonly name: string;
  readonly run: (context: object) => unknown;
}

let imports = 0;

/** The name of the first test that fails; `import` where the file itself throws; null when all pass. */
export async function firstFailure(file: string, { only, onStep }: RunOptions): Promise<string | null> {
  onStep?.(-1);
  let root: CollectedSuite;
  try {
    imports += 1;
    await import(`${pathToFileURL(file).href}?run=${imports}`);
    root = takeCollected();
  } catch {
    takeCollected();
    return 'import';
  }
  const chosen = testsOf(root).filter(({ number }) => only === null || only.has(number));
  return runInOrder(chosen, onStep);
}

async function runInOrder(
  chosen: readonly NumberedTest[],
  onStep: RunOptions['onStep'],
): Promise<string | null> {
  const opened = new Set<CollectedSuite>();
  for (const test of chosen) {
    try {
      await open(test, opened);
      onStep?.(test.number);
      await runSteps(test.suites.flatMap(({ beforeEach }) => beforeEach));
      await test.run({ diagnostic: () => undefined, signal: new AbortController().signal });
      await runSteps(test.suites.flatMap(({ afterEach }) => afterEach));
    } catch {
      await closeAll(opened);
      return test.name;
    }
  }
  await closeAll(opened);
  return null;
}

async function open(test: NumberedTest, opened: Set<CollectedSuite>): Promise<void> {
  for (const suite of test.suites.filter((one) => !opened.has(one))) {
    opened.add(suite);
    await runSteps(suite.before);
  }
}

async function runSteps(steps: readonly ((context: object) => unknown)[]): Promise<void> {
  for (const step of steps) await step({});
}

// What a test left open is closed whatever it says: the verdict is known already.
async function closeAll(opened: ReadonlySet<CollectedSuite>): Promise<void> {
  for (const { after } of opened) {
    for (const step of after) {
      try {
        await step({});
      } catch {
        continue;
      }
    }
  }
}

function testsOf(root: CollectedSuite): readonly NumberedTest[] {
  const found: NumberedTest[] = [];
  const walk = (suite: CollectedSuite, above: readonly CollectedSuite[]): void => {
    const suites = [...above, suite];
    for (const { name, run } of suite.tests) found.push({ number: found.length, suites, name, run });
    for (const inner of suite.suites) walk(inner, suites);
  };
  walk(root, []);
  return found;
}
