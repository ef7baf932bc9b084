// Both directions: what comes in is refused with every place that is wrong; what goes out and does not keep to its
// schema is a fault of ours, and is logged and withheld rather than sent.

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Problem } from '../../core/text/problem.ts';
import { COMPONENTS } from './components.ts';
import type { JsonSchema, Operation } from './operation.ts';
import { schemaBreach } from './api-texts.ts';

export type Validated =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface OperationValidation {
  /** The query with its values in their declared types and defaults filled in. */
  query(given: Readonly<Record<string, unknown>>): Validated;
  body(given: unknown): Validated;
  /** What is wrong with an answer, in one line; null when nothing is. */
  answerFault(given: unknown): string | null;
}

const ROOT = 'mailfit-api';
const PROBLEMS_SHOWN = 20;

/** A schema is compiled when the first request needs it: compiling all of them would double the time to start. */
export function validationOf(operations: readonly Operation[]): ReadonlyMap<string, OperationValidation> {
  const strictly = compiler({ coerceTypes: false });
  const fromText = compiler({ coerceTypes: 'array', useDefaults: true });
  return new Map(
    operations.map((operation) => [operation.id, validationFor(operation, { strictly, fromText })]),
  );
}

function compiler(options: ConstructorParameters<typeof Ajv2020>[0]): Ajv2020 {
  const ajv = new Ajv2020({ ...options, allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: ROOT, components: { schemas: COMPONENTS } });
  return ajv;
}

function validationFor(
  { query, body, answered }: Operation,
  { strictly, fromText }: { readonly strictly: Ajv2020; readonly fromText: Ajv2020 },
): OperationValidation {
  const properties = query ?? {};
  const checkQuery = compiledOnce(fromText, { type: 'object', additionalProperties: false, properties });
  const checkBody = body === undefined ? null : compiledOnce(strictly, body);
  const { content } = answered;
  const checkAnswer = typeof content === 'string' ? null : compiledOnce(strictly, content);
  return {
    query: (given) => checked(checkQuery(), { ...given }),
    body: (given) => (checkBody === null ? { ok: true, value: null } : checked(checkBody(), given)),
    answerFault(given) {
      const check = checkAnswer?.() ?? null;
      return check === null || check(given) ? null : faultLine(check.errors ?? []);
    },
  };
}

function compiledOnce(ajv: Ajv2020, schema: JsonSchema): () => ValidateFunction {
  let compiled: ValidateFunction | null = null;
  return () => (compiled ??= ajv.compile(rooted(schema)));
}

function checked(check: ValidateFunction, value: unknown): Validated {
  if (check(value)) return { ok: true, value };
  // What each branch of an `anyOf` misses is summed up by the `anyOf` itself.
  const errors = (check.errors ?? []).filter(({ schemaPath }) => !/\/anyOf\/\d/.test(schemaPath));
  const problems = errors.slice(0, PROBLEMS_SHOWN).map((error) => ({
    path: placeOf(error),
    message: schemaBreach(error),
  }));
  return { ok: false, problems };
}

// `answers["mail-volume"][0]` reads better to a person than a JSON pointer, and tools find it as well.
function placeOf({ instancePath, params }: ErrorObject): string {
  const extra: unknown = params['additionalProperty'] ?? params['missingProperty'];
  const parts = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const all = typeof extra === 'string' ? [...parts, extra] : parts;
  return all.reduce((place, part) => `${place}${stepText(part, place === '')}`, '');
}

function stepText(part: string, isFirst: boolean): string {
  if (/^\d+$/.test(part)) return `[${part}]`;
  if (!/^\w+$/.test(part)) return `[${JSON.stringify(part)}]`;
  return isFirst ? part : `.${part}`;
}

function faultLine(errors: readonly ErrorObject[]): string {
  return errors
    .slice(0, 5)
    .map((error) => `${error.instancePath} ${error.message ?? error.keyword}`)
    .join('; ');
}

/** `#/components/…` means the shared schemas also where a schema is compiled on its own. */
function rooted(schema: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/', `"${ROOT}#/components/`),
  ) as JsonSchema;
}
