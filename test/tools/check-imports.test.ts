import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, violationsOf } from '../../tools/check-imports.ts';
import { IMPORT_RULES } from '../../tools/import-rules.ts';

function firedRules(path: string, source: string): string[] {
  return violationsOf(importsOf(path, source)).map((line) => /\[([a-z-]+)\]$/.exec(line)?.[1] ?? line);
}

const PLANTED: Readonly<Record<string, readonly [string, string]>> = {
  'pure-has-no-io': ['server/core/a.ts', "import fs from 'node:fs';"],
  'core-knows-nobody': ['server/core/a.ts', "import type { B } from '../usecases/ports.ts';"],
  'reports-see-core-only': ['server/reports/a.ts', "import { b } from '../web/app.ts';"],
  'usecases-take-only-types-from-benchmarks': [
    'server/usecases/a.ts',
    "import { b } from '../../benchmarks/index.ts';",
  ],
  'usecases-see-ports-only': ['server/usecases/a.ts', "export { b } from '../adapters/system/clock.ts';"],
  'adapters-face-inward': ['server/adapters/system/a.ts', "import { b } from '../../compose.ts';"],
  'front-doors-do-not-see-adapters': ['server/web/a.ts', "await import('../adapters/system/clock.ts');"],
  'benchmarks-stand-alone': ['benchmarks/net/a.ts', "import { b } from '../../server/core/a.ts';"],
  'benchmarks-by-the-front-door': [
    'server/adapters/load-runner/a.ts',
    "import { b } from '../../../benchmarks/net/a.ts';",
  ],
  'protocol-before-net': ['benchmarks/load/a.ts', "import { b } from '../net/a.ts';"],
  'no-test-in-product': ['server/web/a.ts', "import { b } from '../../test/components.ts';"],
};

test('every import rule has a planted violation that it catches', () => {
  assert.deepEqual(Object.keys(PLANTED).sort(), IMPORT_RULES.map((rule) => rule.name).sort());
  for (const [rule, [path, source]] of Object.entries(PLANTED)) {
    assert.ok(firedRules(path, source).includes(rule), `${rule} did not fire`);
  }
});

test('one adapter may not import another', () => {
  assert.deepEqual(firedRules('server/adapters/store-sql/a.ts', "import { b } from '../system/clock.ts';"), [
    'adapters-do-not-see-each-other',
  ]);
});

test('a type-only import of the load harness is allowed in a use case', () => {
  assert.deepEqual(
    firedRules('server/usecases/a.ts', "import type { RunPlan } from '../../benchmarks/index.ts';"),
    [],
  );
});
