// `npm test [FILE…]`: runs every test file and says plainly which real components are missing on this machine.
// With CI=true a missing component is a failure, because a green run must mean that everything ran.

import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { COMPONENTS, findComponent } from './components.ts';

const isCi = process.env['CI'] === 'true';
const missing = COMPONENTS.filter((component) => findComponent(component) === null);
for (const component of missing) {
  process.stderr.write(
    `${isCi ? 'MISSING' : 'left out'}: ${component.title} is not installed, so ${component.testsLeftOut} ` +
      `${isCi ? 'cannot run' : 'are left out'}. Debian/Ubuntu: ${component.install}\n`,
  );
}
const chosen = process.argv.slice(2);
const files = chosen.length > 0 ? chosen : globSync('test/**/*.test.ts').sort();
const outcome = spawnSync(
  process.execPath,
  [
    '--import',
    './tools/test-setup.ts',
    '--test',
    '--test-reporter=./tools/test-reporter.ts',
    '--test-reporter-destination=stdout',
    ...files,
  ],
  { stdio: 'inherit' },
);
process.exitCode = isCi && missing.length > 0 ? 1 : (outcome.status ?? 1);
