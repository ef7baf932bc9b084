// The catalogue taken away, counted and sampled from the command line.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runMailfit } from '../../builders/run-mailfit.ts';

test('the export is one JSON document on standard output, or a CSV file where one is named', async () => {
  const json = await runMailfit(['catalogue', 'export', '--format', 'json']);
  assert.equal(json.status, 0);
  const document = JSON.parse(json.stdout) as { schema: string; licence: string; options: unknown[] };
  assert.equal(document.schema, 'mailfit.catalogue/1');
  assert.equal(document.licence, 'CC-BY-4.0');
  assert.ok(document.options.length >= 50);

  const folder = mkdtempSync(join(tmpdir(), 'mailfit-export-'));
  const file = join(folder, 'catalogue.csv');
  const csv = await runMailfit(['catalogue', 'export', '--format', 'csv', '--out', file]);
  assert.deepEqual([csv.status, csv.stdout], [0, `${file}\n`]);
  assert.match(readFileSync(file, 'utf8'), /^\uFEFFoption,name_en,/);
  rmSync(folder, { recursive: true });
});

test('an unknown format is wrong use, and names those that exist', async () => {
  const run = await runMailfit(['catalogue', 'export', '--format', 'xml']);
  assert.equal(run.status, 2);
  assert.match(run.stderr, /json, csv/);
});

test('the statistics count every option once, by country and by what is known', async () => {
  const run = await runMailfit(['catalogue', 'statistics', '--json']);
  const figures = JSON.parse(run.stdout) as {
    options: number;
    byCountry: { options: { cloud: number; 'on-premise': number } }[];
    byFact: { states: Record<string, number> }[];
  };
  const byCountry = figures.byCountry.reduce(
    (sum, { options }) => sum + options.cloud + options['on-premise'],
    0,
  );
  assert.equal(byCountry, figures.options);
  for (const { states } of figures.byFact) {
    assert.equal(
      Object.values(states).reduce((sum, count) => sum + count, 0),
      figures.options,
    );
  }
  const table = await runMailfit(['catalogue', 'statistics', '--lang', 'ja']);
  assert.match(table.stdout, /メールボックス容量/);
});

test('the same seed draws the same facts, another seed others, each with its source', async () => {
  const draw = (seed: string) => runMailfit(['catalogue', 'sample', '--seed', seed, '--count', '5']);
  const [first, again, other] = await Promise.all([draw('7'), draw('7'), draw('8')]);
  assert.equal(first.stdout, again.stdout);
  assert.notEqual(first.stdout, other.stdout);
  const lines = first.stdout.trim().split('\n');
  assert.equal(lines.filter((line) => !line.startsWith('  ')).length, 5);
  assert.ok(lines.filter((line) => line.startsWith('  http')).length >= 5);
});
