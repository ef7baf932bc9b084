import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTables } from '../../tools/generate-docs.ts';
import { catalogueOf } from '../builders/arbitrary-catalogue.ts';
import { known, optionWith } from '../builders/small-catalogue.ts';

const CATALOGUE = catalogueOf([optionWith('a', { webmail: known({ value: 'yes' }) })]);
const doc = (name: string, inside: string) =>
  `before\n\n<!-- table:${name} -->\n${inside}<!-- /table -->\n\nafter\n`;

test('a table is made between its marks, and what stands around it stays', () => {
  const made = withTables(doc('options-by-country', 'old\n'), CATALOGUE);
  assert.ok(made.startsWith('before\n') && made.endsWith('after\n'));
  assert.match(made, /\| JP +\| +1 \| +0 \| +1 \|/);
  assert.ok(!made.includes('old'));
});

test('making it again changes nothing, so a stale table can be told from a current one', () => {
  const made = withTables(doc('facts-by-state', ''), CATALOGUE);
  assert.equal(withTables(made, CATALOGUE), made);
  assert.notEqual(withTables(made, catalogueOf([])), made);
});

test('a name that no table has is refused', () => {
  assert.throws(() => withTables(doc('no-such', ''), CATALOGUE), /no-such/);
});
