import assert from 'node:assert/strict';
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

test('questions --json prints one document with both languages, --lang narrows it to one', async () => {
  const both = JSON.parse((await runMailfit(['questions', '--json'])).stdout);
  const japanese = JSON.parse((await runMailfit(['questions', '--json', '--lang', 'ja'])).stdout);

  assert.equal(both.schema, 'mailfit.questions/1');
  assert.ok(both.questions.length >= 18);
  assert.equal(typeof both.questions[0].text.en, 'string');
  assert.equal(japanese.questions[0].text, both.questions[0].text.ja);
});
