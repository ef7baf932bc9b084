// Every rule that refuses a profile has a fixture named after it, and every fixture breaks that rule and says where.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES } from '../../../../server/core/catalogue/rules.ts';
import { problemLine } from '../../../../server/core/catalogue/problem.ts';
import type { Problem } from '../../../../server/core/catalogue/problem.ts';
import {
  catalogueFrom,
  readProfileFiles,
} from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { CatalogueResult } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';

const FOLDER = 'test/fixtures/providers';
const TODAY = '2026-11-23';
/** The file of this rule would be a quarter of a megabyte; the test makes it instead of keeping it. */
const MADE_BY_TEST = ['file-too-large'];

/** Two files with one id: at least one of them has a name that differs. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  'duplicate-id': ['id-differs-from-file-name'],
};

async function checkFixture(group: string, name: string): Promise<CatalogueResult> {
  const path = join(FOLDER, group, name);
  if (statSync(path).isDirectory()) return catalogueFrom(await readProfileFiles(path), TODAY);
  const files = await readProfileFiles(join(FOLDER, group));
  return catalogueFrom(
    files.filter((file) => file.path === path),
    TODAY,
  );
}

function ruleNames(severity: 'error' | 'warning'): string[] {
  return Object.entries(RULES)
    .filter(([, rule]) => rule.severity === severity)
    .map(([name]) => name)
    .filter((name) => !MADE_BY_TEST.includes(name))
    .sort();
}

const fixtureNames = (group: string): string[] => readdirSync(join(FOLDER, group)).sort();
const ruleOf = (fixture: string): string => fixture.replace(/\.yaml$/, '');

test('every refusing rule has a fixture named after it, and no fixture is without a rule', () => {
  assert.deepEqual(fixtureNames('invalid').map(ruleOf), ruleNames('error'));
});

test('every warning rule has a fixture named after it', () => {
  assert.deepEqual(fixtureNames('doubtful').map(ruleOf), ruleNames('warning'));
});

for (const fixture of fixtureNames('invalid')) {
  test(`a profile that breaks ${ruleOf(fixture)} is refused at its line with the fix in both languages`, async () => {
    const result = await checkFixture('invalid', fixture);
    assert.ok(!result.ok);
    const errors = result.problems.filter(({ severity }) => severity === 'error');
    assert.ok(errors.length > 0);
    const broken = new Set(
      errors.map(({ rule }) => rule).filter((rule) => !(IMPLIED[ruleOf(fixture)] ?? []).includes(rule)),
    );
    assert.deepEqual([...broken], [ruleOf(fixture)]);
    errors.forEach(assertWellSaid);
  });
}

function assertWellSaid(problem: Problem): void {
  assert.ok(problem.line >= 1 && problem.column >= 1);
  for (const lang of ['en', 'ja'] as const) {
    const line = problemLine(problem, lang);
    assert.match(line, /\.yaml:\d+:\d+ /);
    assert.doesNotMatch(line, /[{?}]{1}\w*\}|: \?|undefined/);
  }
}

for (const fixture of fixtureNames('doubtful')) {
  test(`a profile with ${ruleOf(fixture)} is accepted with a warning`, async () => {
    const result = await checkFixture('doubtful', fixture);
    assert.ok(result.ok);
    assert.ok(result.warnings.some(({ rule }) => rule === ruleOf(fixture)));
  });
}

test('a file of more than 256 KiB is refused before it is parsed', () => {
  const result = catalogueFrom([{ path: 'big.yaml', text: `# ${'x'.repeat(300_000)}\n` }], TODAY);
  assert.ok(!result.ok);
  assert.deepEqual(
    result.problems.map(({ rule }) => rule),
    ['file-too-large'],
  );
});
