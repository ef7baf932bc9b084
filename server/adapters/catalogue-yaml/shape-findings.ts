// Checks the shape of a profile against the JSON Schema and turns each ajv error into a named rule of ours.

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import schema from '../../../providers/schema/provider.schema.json' with { type: 'json' };
import type { Finding, Path } from '../../core/catalogue/problem.ts';
import type { ProviderProfile } from '../../core/catalogue/provider.ts';
import { RULES } from '../../core/catalogue/rules.ts';
import type { RuleName } from '../../core/catalogue/rules.ts';
import { nearestWord } from './nearest-word.ts';

/** Keywords of our own in the schema: notes for people and for the vocabulary. `x-rule` names the rule that a keyword keeps. */
const OWN_KEYWORDS = [
  'x-rule',
  'x-title-ja',
  'x-description-ja',
  'x-group',
  'x-kind',
  'x-unit',
  'x-labels',
  'x-form',
];

const validate = compileSchema();

function compileSchema(): ValidateFunction<ProviderProfile> {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false, strictRequired: false });
  ajv.addVocabulary(OWN_KEYWORDS);
  addFormats.default(ajv, ['date', 'uri']);
  return ajv.compile<ProviderProfile>(schema);
}

export type ShapeResult =
  | { readonly ok: true; readonly profile: ProviderProfile }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function checkShape(data: unknown): ShapeResult {
  if (validate(data)) return { ok: true, profile: data };
  return { ok: false, findings: distinct((validate.errors ?? []).filter(isOwnCause).map(findingFrom)) };
}

// `if` only repeats what its branch said, and the branches of an `anyOf` are summed up by the `anyOf` itself.
function isOwnCause({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== 'if' && !/\/anyOf\/\d/.test(schemaPath);
}

// A fact reaches the same definition by `$ref` and by its own narrowing, so one breach can be said twice.
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const identity = JSON.stringify([finding.rule, finding.path]);
    return !seen.has(identity) && seen.add(identity).size > 0;
  });
}

function findingFrom(error: ErrorObject): Finding {
  const path = pathOf(error.instancePath);
  const { keyword } = error;
  if (keyword === 'additionalProperties') return unknownKey(error, path);
  if (keyword === 'required') return missingKey(error, path);
  const allowed = allowedValues(error);
  return {
    rule: namedRule(error) ?? RULE_OF_KEYWORD[keyword] ?? 'malformed',
    path,
    details: {
      value: JSON.stringify(error.data),
      wanted: wantedForm(error),
      allowed: allowed.join(', '),
    },
  };
}

const RULE_OF_KEYWORD: Readonly<Record<string, RuleName>> = {
  type: 'wrong-type',
  enum: 'value-not-allowed',
  const: 'value-not-allowed',
  minimum: 'negative-number',
  minItems: 'empty-list',
  minLength: 'empty-list',
  uniqueItems: 'duplicate-entry',
  anyOf: 'known-without-value',
};

/** The form that a text should have, by the schema's `x-form`, `format` or `pattern`. */
function wantedForm({ keyword, schema: wanted, parentSchema }: ErrorObject): string {
  if (keyword === 'type') return String(wanted);
  const form: unknown = parentSchema?.['x-form'];
  if (typeof form === 'string') return form;
  if (wanted === 'date') return 'YYYY-MM-DD';
  if (wanted === 'uri') return 'https://…';
  return typeof wanted === 'string' ? `/${wanted}/` : keyword;
}

function allowedValues({ keyword, schema: wanted }: ErrorObject): string[] {
  if (keyword === 'const') return [String(wanted)];
  return keyword === 'enum' && Array.isArray(wanted) ? wanted.map(String) : [];
}

function namedRule(error: ErrorObject): RuleName | undefined {
  const name: unknown = error.parentSchema?.['x-rule'];
  return typeof name === 'string' && name in RULES ? (name as RuleName) : undefined;
}

function missingKey(error: ErrorObject, path: Path): Finding {
  const key = String(error.params['missingProperty']);
  return { rule: namedRule(error) ?? 'missing-key', path, at: 'key', details: { key } };
}

function unknownKey(error: ErrorObject, path: Path): Finding {
  const key = String(error.params['additionalProperty']);
  const allowed = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
  const near = nearestWord(key, allowed);
  const few = allowed.length <= 12 ? allowed.join(', ') : null;
  const suggestion =
    near === null
      ? { en: few ? `use one of: ${few}` : 'remove it', ja: few ? `使えるキー: ${few}` : '消してください' }
      : { en: `did you mean ${near}?`, ja: `${near} の書き間違いではありませんか` };
  return {
    rule: 'unknown-key',
    path: [...path, key],
    at: 'key',
    details: { key, suggestion: suggestion.en, suggestionJa: suggestion.ja },
  };
}

/** Steps of a JSON pointer (RFC 6901 §4). Array positions become numbers. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
