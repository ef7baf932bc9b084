// `npm test [FILE…]`: runs every test file and says plainly which real components are missing on this machine.
// With CI=true a missing component is a failure, because a green run must mean that everything ran.

import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { COMPONENTS, findComponent } from './components.ts';
import { planTestFiles } from './test-run/plan-test-files.ts';
import { runTestFile } from './test-run/run-test-file.ts';
import type { FileOutcome } from './test-run/run-test-file.ts';

/** The slowest file takes two minutes on two cores. What takes ten hangs. */
const FILE_LIMIT_MS = 600_000;
const SLOW_FILE_MS = 20_000;

const isCi = process.env['CI'] === 'true';
const total = { passed: 0, failed: 0, skipped: 0 };

function nameMissingComponents(): number {
  const missing = COMPONENTS.filter((component) => findComponent(component) === null);
  for (const component of missing) {
    process.stderr.write(
      `${isCi ? 'MISSING' : 'left out'}: ${component.title} is not installed, so ${component.testsLeftOut} ` +
        `${isCi ? 'cannot run' : 'are left out'}. Debian/Ubuntu: ${component.install}\n`,
    );
  }
  return missing.length;
}

function tell(file: string, outcome: FileOutcome): void {
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
  process.stdout.write(outcome.printed);
  if (outcome.trouble !== null) process.stdout.write(`FAILED: ${file} ${outcome.trouble}\n\n`);
  if (outcome.tookMs >= SLOW_FILE_MS)
    process.stdout.write(`${(outcome.tookMs / 1000).toFixed(0)} s: ${file}\n`);
}

/** Runs the files in order, `lanes` of them side by side. */
async function runSideBySide(files: readonly string[], lanes: number): Promise<void> {
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      tell(file, await runTestFile(file, FILE_LIMIT_MS));
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}

const missingCount = nameMissingComponents();
const chosen = process.argv.slice(2);
const plan = planTestFiles(chosen.length > 0 ? chosen : globSync('test/**/*.test.ts').sort());
await runSideBySide(plan.alone, 1);
await runSideBySide(plan.sideBySide, Math.min(2, availableParallelism()));
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 || (isCi && missingCount > 0) ? 1 : 0;
