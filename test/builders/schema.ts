import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';

/** Fails with every violation when the document does not obey the JSON Schema in the file. */
export function assertObeysSchema(document: unknown, schemaPath: string): void {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  ajvFormats.default(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')) as object);
  // Through JSON, because that is how the document leaves the program.
  assert.ok(isValid(JSON.parse(JSON.stringify(document))), JSON.stringify(isValid.errors));
}
