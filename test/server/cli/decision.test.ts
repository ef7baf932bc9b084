import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import type { Recommendation } from '../../../server/core/scoring/recommendation.ts';
import { runMailfit } from '../../builders/run-mailfit.ts';

const MANUFACTURER = resolve('docs/examples/answers-manufacturer-300.yaml');
const UNIVERSITY = resolve('docs/examples/answers-university.yaml');

async function folder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'mailfit-cli-'));
}

test('recommend prints one document whose points add up to the scores, the same bytes each time', async () => {
  const first = await runMailfit(['recommend', '--answers', MANUFACTURER, '--samples', '500', '--json']);
  const second = await runMailfit(['recommend', '--answers', MANUFACTURER, '--samples', '500', '--json']);

  assert.equal(first.status, 0, first.stderr);
  assert.equal(first.stdout, second.stdout);
  const document: Recommendation = JSON.parse(first.stdout);
  assert.equal(document.schema, 'mailfit.recommendation/1');
  for (const option of document.options) {
    const sum = option.contributions.reduce((total, { points }) => total + points, 0);
    assert.ok(Math.abs(sum - option.score) < 1e-9, option.id);
    if (option.status === 'excluded') assert.ok(option.failed.length > 0, option.id);
  }
});

test('every fault of an answers file is named with its place', async () => {
  const cwd = await folder();
  await writeFile(join(cwd, 'answers.yaml'), 'employees: many\nleavers: [fly]\nunheard-of: 1\n');

  const run = await runMailfit(['recommend', '--answers', 'answers.yaml'], { cwd });

  assert.equal(run.status, 2);
  assert.match(run.stderr, /answers\.yaml:1:12 employees: /);
  assert.match(run.stderr, /answers\.yaml:2:\d+ leavers: /);
  assert.match(run.stderr, /unheard-of: /);
});

test('a measured run replaces what is declared, and both stay visible', async () => {
  const cwd = await folder();
  await runMailfit(['bench', 'run', '--target', 'builtin', '--messages', '300', '--out', 'run.json'], {
    cwd,
  });

  const run = await runMailfit(
    ['recommend', '--answers', UNIVERSITY, '--samples', '300', '--json', '--run', 'stalwart=run.json'],
    { cwd },
  );

  assert.equal(run.status, 0, run.stderr);
  const document: Recommendation = JSON.parse(run.stdout);
  const stalwart = document.options.find(({ id }) => id === 'stalwart');
  const throughput = stalwart?.contributions.find(({ fact }) => fact.id === 'acceptedThroughput');
  assert.equal(throughput?.fact.basis, 'measured');
  assert.equal(throughput?.fact.evidence[0]?.class, 'measured');
  assert.ok(throughput?.fact.declared !== undefined);
});

test('a report is written in every text format, and its JSON makes the same bytes again', async () => {
  const cwd = await folder();
  for (const format of ['html', 'csv', 'md', 'json']) {
    const run = await runMailfit(
      ['report', '--answers', MANUFACTURER, '--format', format, '--lang', 'ja', '--out', `report.${format}`],
      { cwd },
    );
    assert.equal(run.status, 0, run.stderr);
  }
  await runMailfit(['report', '--from', 'report.json', '--format', 'json', '--out', 'again.json'], { cwd });

  assert.deepEqual(await readFile(join(cwd, 'again.json')), await readFile(join(cwd, 'report.json')));
  assert.match(await readFile(join(cwd, 'report.html'), 'utf8'), /<html lang="ja"/);
});

test('a report needs exactly one source and a known format', async () => {
  const none = await runMailfit(['report', '--format', 'html', '--out', 'x']);
  const format = await runMailfit(['report', '--answers', MANUFACTURER, '--format', 'docx', '--out', 'x']);
  const evaluation = await runMailfit(['report', '--evaluation', 'none', '--format', 'md', '--out', 'x'], {
    env: { MAILFIT_DATA_DIR: await folder() },
  });

  assert.equal(none.status, 2);
  assert.equal(format.status, 2);
  assert.equal(evaluation.status, 2);
  assert.match(evaluation.stderr, /none/);
});

test('the demo goes from sample answers to report files', async () => {
  const out = await folder();
  const run = await runMailfit(['demo', '--out', out]);

  assert.equal(run.status, 0, run.stderr);
  for (const step of ['1. ', '2. ', '3. ', '4. ', '5. '])
    assert.match(run.stdout, new RegExp(`^${step}`, 'm'));
  const extensions = new Set((await readdir(out)).map((name) => name.split('.').at(-1)));
  assert.deepEqual(extensions, new Set(['csv', 'html', 'json', 'md']));
});
