// Reads the data files that people may dispute: questionnaire, decision model and sizing defaults.
// Invariant: what leaves here has passed its schema, so the core never re-checks shapes.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnySchema, ErrorObject, ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDocument } from 'yaml';
import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { Questionnaire } from '../../data/schema/questions.generated.ts';
import type { SizingData } from '../../data/schema/sizing.generated.ts';
import { MailfitError } from '../../errors.ts';

export interface DecisionData {
  readonly questionnaire: Questionnaire;
  readonly model: DecisionModel;
  readonly sizing: SizingData;
}

/** @param dataDir folder with `questions.yaml`, `criteria.yaml`, `sizing.yaml` and their `schema/` */
export async function loadDecisionData(dataDir: string): Promise<DecisionData> {
  const [questionnaire, model, sizing] = await Promise.all([
    readChecked<Questionnaire>(dataDir, 'questions'),
    readChecked<DecisionModel>(dataDir, 'criteria'),
    readChecked<SizingData>(dataDir, 'sizing'),
  ]);
  return { questionnaire, model, sizing };
}

async function readChecked<Shape>(dataDir: string, name: string): Promise<Shape> {
  const path = join(dataDir, `${name}.yaml`);
  const [text, schemaText] = await Promise.all([
    readFile(path, 'utf8'),
    readFile(join(dataDir, 'schema', `${name}.schema.json`), 'utf8'),
  ]);
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new MailfitError(
      'badInput',
      document.errors.map((error) => `${path}: ${error.message}`),
    );
  }
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const isValid = compile<Shape>(JSON.parse(schemaText) as AnySchema);
  if (isValid(data)) return data;
  throw new MailfitError(
    'badInput',
    (isValid.errors ?? []).map((error) => describe(path, error)),
  );
}

function compile<Shape>(schema: AnySchema): ValidateFunction<Shape> {
  const options = { allErrors: true, strict: false, validateFormats: false };
  const isDraft7 = typeof schema === 'object' && String(schema['$schema']).includes('draft-07');
  return (isDraft7 ? new Ajv(options) : new Ajv2020(options)).compile<Shape>(schema);
}

function describe(path: string, error: ErrorObject): string {
  return `${path}: ${error.instancePath} ${error.message ?? error.keyword}`;
}
