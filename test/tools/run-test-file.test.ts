import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { planTestFiles } from '../../tools/test-run/plan-test-files.ts';
import { runTestFile } from '../../tools/test-run/run-test-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'mailfit-test-run-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A test file with two tests, of which the second runs the given lines. */
function fileWith(name: string, lines: string): string {
  const file = join(folder, `${name}.test.ts`);
  const head = `import { test } from 'node:test';\nimport { spawn } from 'node:child_process';\n`;
  writeFileSync(file, `${head}test('passes', () => {});\ntest('second', () => { ${lines} });\n`);
  return file;
}

test('counts what passed, failed and was left out, and prints the failure', async () => {
  const good = await runTestFile(fileWith('good', ''), 60_000);
  const bad = await runTestFile(fileWith('bad', `throw new Error('broken on purpose')`), 60_000);

  assert.deepEqual([good.passed, good.failed, good.printed, good.trouble], [2, 0, '', null]);
  assert.deepEqual([bad.passed, bad.failed, bad.trouble], [1, 1, null]);
  assert.match(bad.printed, /FAILED: second[^]*broken on purpose/);
});

test('a file that never ends is ended at its limit and is a failure', async () => {
  const outcome = await runTestFile(fileWith('hanging', 'setInterval(() => {}, 1000)'), 3_000);

  assert.equal(outcome.failed, 1);
  assert.equal(outcome.trouble, 'did not end within 3 s');
});

test('a file that leaves a process behind is a failure, and the process is ended', async () => {
  const leave = `spawn('sleep', ['120'], { stdio: 'inherit' }).unref()`;
  const outcome = await runTestFile(fileWith('leaving', leave), 60_000);

  assert.equal(outcome.failed, 1);
  assert.match(outcome.trouble ?? '', /left a process running/);
});

test('a file that ends before its tests were counted is a failure', async () => {
  const outcome = await runTestFile(fileWith('crashing', 'process.kill(process.pid, "SIGKILL")'), 60_000);

  assert.equal(outcome.failed, 1);
  assert.match(outcome.trouble ?? '', /although no test failed/);
});

test('what measures time or load runs alone, and the long files begin first', () => {
  const files = [
    'test/benchmarks/a.test.ts',
    'test/benchmarks/sink/a.test.ts',
    'test/benchmarks/stats/pure.test.ts',
    'test/server/b.test.ts',
    'test/server/web/browser-c.test.ts',
  ];

  assert.deepEqual(planTestFiles(files), {
    alone: ['test/benchmarks/a.test.ts', 'test/benchmarks/sink/a.test.ts'],
    sideBySide: [
      'test/server/web/browser-c.test.ts',
      'test/benchmarks/stats/pure.test.ts',
      'test/server/b.test.ts',
    ],
  });
});
