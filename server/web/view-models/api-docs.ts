// The operations of the API as a page shows them: by tag, each with what it takes, what comes back and who may.

import type { Lang } from '../../core/text/localized.ts';
import { TAG_TEXTS } from '../api/api-texts.ts';
import { COMPONENTS } from '../api/components.ts';
import { API_TAGS } from '../api/operation.ts';
import type { JsonSchema, Operation } from '../api/operation.ts';
import { API_PREFIX } from '../api/openapi-document.ts';
import { API_PAGE_TEXTS, NEED_TEXTS } from '../texts/api-page-texts.ts';
import { inLanguage } from '../texts/text-table.ts';

export function apiDocsModel(operations: readonly Operation[], origin: string, lang: Lang) {
  const base = `${origin}${API_PREFIX}`;
  return {
    t: inLanguage(API_PAGE_TEXTS, lang),
    base,
    documentHref: `${API_PREFIX}/openapi.json?lang=${lang}`,
    example: exampleFor(base),
    tags: API_TAGS.flatMap((tag) => {
      const own = operations.filter((operation) => operation.tag === tag);
      if (own.length === 0) return [];
      return [{ id: tag, title: TAG_TEXTS[tag][lang], operations: own.map((one) => shown(one, lang)) }];
    }),
    schemas: Object.entries(COMPONENTS).map(([name, schema]) => ({
      name,
      text: JSON.stringify(schema, null, 2),
    })),
  };
}

function exampleFor(base: string): string {
  return [
    `curl --request POST ${base}/recommendations \\`,
    "  --header 'Authorization: Bearer YOUR_TOKEN' \\",
    "  --header 'Content-Type: application/json' \\",
    `  --data '{"answers": {"employees": 300, "data-location": ["japan"]}}'`,
  ].join('\n');
}

function shown(operation: Operation, lang: Lang) {
  const { id, method, path, summary, access, query = {}, body, answered } = operation;
  const need = typeof access === 'string' ? access : access[0];
  const { content } = answered;
  return {
    id,
    method: method.toUpperCase(),
    path: API_PREFIX + path,
    summary: summary[lang],
    need: NEED_TEXTS[need][lang],
    query: Object.entries(query).map(([name, schema]) => ({ name, text: schemaText(schema) })),
    body: body === undefined ? null : schemaText(body),
    answer: `${answered.status} ${answered.meaning[lang]}`,
    answerSchema: typeof content === 'string' ? null : schemaText(content),
  };
}

/** A schema short enough to read: names of shared schemas, properties with their types. */
function schemaText(schema: JsonSchema): string {
  const { $ref, properties, items, anyOf } = schema;
  if (typeof $ref === 'string') return $ref.replace('#/components/schemas/', '');
  if (Array.isArray(anyOf)) return anyOf.map((one) => schemaText(one as JsonSchema)).join(' | ');
  if (isRecord(properties)) return objectText(schema, properties);
  if (isRecord(items)) return `${schemaText(items)}[]`;
  return valueText(schema);
}

function valueText(schema: JsonSchema): string {
  const { enum: allowed, type = 'object', default: preset } = schema;
  const kinds: readonly unknown[] = Array.isArray(allowed) ? allowed : [type].flat();
  const suffix = preset === undefined ? '' : ` = ${JSON.stringify(preset)}`;
  return 'const' in schema ? JSON.stringify(schema['const']) : kinds.join(' | ') + suffix;
}

function objectText(schema: JsonSchema, properties: JsonSchema): string {
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  const lines = Object.entries(properties).map(
    ([name, part]) => `${name}${required.includes(name) ? '' : '?'}: ${schemaText(part as JsonSchema)}`,
  );
  return `{ ${lines.join('; ')} }`;
}

function isRecord(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
