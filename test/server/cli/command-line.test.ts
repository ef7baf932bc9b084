import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runMailfit } from '../../builders/run-mailfit.ts';

test('an unknown command ends with status 2 and points to the help', async () => {
  const run = await runMailfit(['no-such-command']);

  assert.equal(run.status, 2);
  assert.match(run.stderr, /unknown command/);
  assert.match(run.stderr, /--help/);
  assert.equal(run.stdout, '');
});

test('help ends with status 0 and lists the commands', async () => {
  const run = await runMailfit(['--help']);

  assert.equal(run.status, 0);
  for (const verb of ['serve', 'catalogue', 'questions'])
    assert.match(run.stdout, new RegExp(`^  ${verb}`, 'm'));
});

test('an unusable setting is refused with status 2 before anything starts', async () => {
  const run = await runMailfit(['questions'], { env: { MAILFIT_PORT: 'many' } });

  assert.equal(run.status, 2);
  assert.match(run.stderr, /MAILFIT_PORT/);
});

test('the catalogue that ships passes its check', async () => {
  const run = await runMailfit(['catalogue', 'check']);

  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stdout, /^catalogue: \d+ options/);
});

test('a broken catalogue reports every problem with file, line, column and fix, and ends with status 2', async () => {
  const run = await runMailfit(['catalogue', 'check', 'test/fixtures/providers/invalid']);

  assert.equal(run.status, 2);
  assert.match(
    run.stderr,
    /invalid\/claim-without-source\.yaml:\d+:\d+ error claim-without-source: .* Fix: /,
  );
  assert.match(run.stderr, /invalid\/duplicate-key\.yaml:\d+:\d+ error duplicate-key/);
});

test('catalogue check --links refuses an option that is not in the catalogue before it asks for a page', async () => {
  const run = await runMailfit(['catalogue', 'check', '--links', '--option', 'no-such-option']);

  assert.equal(run.status, 2);
  assert.match(run.stderr, /--option: no option “no-such-option”/);
});

test('questions --json prints one document with both languages, --lang narrows it to one', async () => {
  const both = JSON.parse((await runMailfit(['questions', '--json'])).stdout);
  const japanese = JSON.parse((await runMailfit(['questions', '--json', '--lang', 'ja'])).stdout);

  assert.equal(both.schema, 'mailfit.questions/1');
  assert.ok(both.questions.length >= 18);
  assert.equal(typeof both.questions[0].text.en, 'string');
  assert.equal(japanese.questions[0].text, both.questions[0].text.ja);
});

test('mcda answers a published example, and names every fault of a broken one at its place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mailfit-mcda-'));
  await writeFile(
    join(folder, 'published.yaml'),
    'matrix: [[1, 0, 3], [0, 5, 6]]\nweights: [1, 1, 1]\ndirections: [max, max, max]\n' +
      'params: { normalization: none, weightNormalization: none }\n',
  );
  await writeFile(
    join(folder, 'broken.yaml'),
    'matrix: [[1, 0], [0]]\nweights: [1, 1]\ndirections: [up, max]\n',
  );

  const published = await runMailfit(['mcda', 'additive', '--input', 'published.yaml', '--json'], {
    cwd: folder,
  });
  const broken = await runMailfit(['mcda', 'additive', '--input', 'broken.yaml'], { cwd: folder });

  // scikit-criteria, tests/agg/test_simple.py::test_WeightedSumModel
  assert.deepEqual(JSON.parse(published.stdout).scores, [4, 11]);
  assert.equal(broken.status, 2);
  assert.match(broken.stderr, /broken\.yaml:1:9 matrix: /);
  assert.equal(broken.stdout, '');
});

test('an unknown method is refused with the list of methods', async () => {
  const run = await runMailfit(['mcda', 'majority', '--input', 'none.yaml']);

  assert.equal(run.status, 2);
  assert.match(run.stderr, /additive, wpm, topsis/);
});

test('size and cost print their figures, as a table and as one document', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mailfit-size-'));
  await writeFile(join(folder, 'size.yaml'), 'users: 300\n');
  await writeFile(join(folder, 'wrong.yaml'), 'users: -3\n');

  const table = await runMailfit(['size', '--input', 'size.yaml'], { cwd: folder });
  const document = JSON.parse(
    (await runMailfit(['size', '--input', 'size.yaml', '--json'], { cwd: folder })).stdout,
  );
  const wrong = await runMailfit(['size', '--input', 'wrong.yaml', '--lang', 'ja'], { cwd: folder });

  assert.match(table.stdout, /^imapConcurrent +810$/m);
  assert.equal(document.schema, 'mailfit.size/1');
  assert.equal(document.imapConcurrent, 810);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /wrong\.yaml:1:8 users: /);
});
