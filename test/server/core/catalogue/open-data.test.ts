// The downloads of the catalogue: complete, and safe to open in a spreadsheet.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import catalogueSchema from '../../../../providers/schema/catalogue.schema.json' with { type: 'json' };
import providerSchema from '../../../../providers/schema/provider.schema.json' with { type: 'json' };
import { catalogueFrom, loadCatalogue } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import {
  catalogueCsv,
  catalogueDocument,
  CSV_COLUMNS,
  csvMetadata,
} from '../../../../server/core/catalogue/open-data.ts';
import type { Catalogue } from '../../../../server/core/catalogue/provider.ts';

const TODAY = '2026-11-23';
const VALID = readFileSync('test/fixtures/providers/valid/example-mail.yaml', 'utf8');

function catalogueOf(text: string): Catalogue {
  const result = catalogueFrom([{ path: 'example-mail.yaml', text }], TODAY);
  assert.ok(result.ok);
  return result.catalogue;
}

test('the JSON document carries hash, licence and vocabulary, and leaves unknown facts out', () => {
  const catalogue = catalogueOf(VALID);
  const document = catalogueDocument(catalogue);
  assert.equal(document.catalogueHash, catalogue.hash);
  assert.equal(document.licence, 'CC-BY-4.0');
  assert.deepEqual(Object.keys(document.options[0]?.facts ?? {}), ['mailboxQuota', 'webmail']);
  assert.ok(document.facts.mailboxQuota.title.ja.length > 0);
});

test('the JSON document of the shipped catalogue keeps its published schema', async () => {
  const loaded = await loadCatalogue('providers');
  assert.ok(loaded.ok);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(providerSchema);
  const isValid = ajv.validate(
    catalogueSchema,
    JSON.parse(JSON.stringify(catalogueDocument(loaded.catalogue))),
  );
  assert.ok(isValid, JSON.stringify(ajv.errors?.slice(0, 3), null, 2));
});

test('the description of the CSV names every column in both languages', () => {
  const { tableSchema } = csvMetadata('hash') as { tableSchema: { columns: { name: string }[] } };
  const [head = ''] = catalogueCsv(catalogueOf(VALID)).split('\r\n');
  assert.equal(tableSchema.columns.map(({ name }) => name).join(','), head);
  assert.ok(CSV_COLUMNS.every(({ says }) => says.en !== '' && says.ja !== ''));
});

test('the CSV has one row for every fact and source, unknown ones included', () => {
  const catalogue = catalogueOf(VALID);
  const lines = catalogueCsv(catalogue).trimEnd().split('\r\n');
  assert.equal(lines.length, 1 + catalogue.vocabulary.ids.length);
  assert.ok(lines.some((line) => line.includes('mailboxQuota,known,50,,,GB,standard')));
  assert.ok(lines.some((line) => line.includes(',usersMax,unknown,')));
});

test('a name that begins like a formula, or holds commas and quotes, stays one harmless cell', () => {
  const hostile = VALID.replace('en: Example Mail,', `en: '=HYPERLINK("https://evil.example","x")',`);
  assert.notEqual(hostile, VALID);
  const [, row = ''] = catalogueCsv(catalogueOf(hostile)).split('\r\n');
  assert.ok(row.startsWith(`example-mail,"'=HYPERLINK(""https://evil.example"",""x"")",サンプルメール`), row);
});
