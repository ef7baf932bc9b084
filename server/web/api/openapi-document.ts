// The OpenAPI 3.1 document, made from the operations and nothing else, so that it cannot say what the API does not do.

import type { Lang } from '../../core/text/localized.ts';
import { COMPONENTS } from './components.ts';
import { API_TAGS, component } from './operation.ts';
import type { Answered, JsonSchema, Operation } from './operation.ts';
import { API_TEXTS, TAG_TEXTS } from './api-texts.ts';

export const API_PREFIX = '/api/v1';

const MEDIA_TYPES = {
  file: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  stream: { 'text/event-stream': { schema: { type: 'string' } } },
} as const;

/** @param version version of mailfit that answers */
export function openApiDocument(operations: readonly Operation[], version: string, lang: Lang): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'mailfit',
      version,
      description: API_TEXTS.description[lang],
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: API_PREFIX }],
    security: [{ token: [] }],
    tags: API_TAGS.map((name) => ({ name, description: TAG_TEXTS[name][lang] })),
    paths: pathsOf(operations, lang),
    components: {
      schemas: COMPONENTS,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: API_TEXTS.tokenScheme[lang] },
      },
    },
  };
}

function pathsOf(operations: readonly Operation[], lang: Lang): JsonSchema {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, here]) => [
      path,
      Object.fromEntries(here.map((operation) => [operation.method, operationObject(operation, lang)])),
    ]),
  );
}

function operationObject(operation: Operation, lang: Lang): JsonSchema {
  const { id, tag, summary, body, answered } = operation;
  const need = typeof operation.access === 'string' ? operation.access : operation.access[0];
  return {
    operationId: id,
    tags: [tag],
    summary: summary[lang],
    'x-permission': need,
    ...(need === 'public' ? { security: [] } : {}),
    parameters: [...pathParameters(operation), ...queryParameters(operation)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [answered.status]: { description: answered.meaning[lang], ...contentOf(answered) },
      default: {
        description: API_TEXTS.problem[lang],
        content: { 'application/problem+json': { schema: component('Problem') } },
      },
    },
  };
}

function contentOf({ content }: Answered): JsonSchema {
  if (content === 'none') return {};
  if (content === 'file' || content === 'stream') return { content: MEDIA_TYPES[content] };
  return { content: { 'application/json': { schema: content } } };
}

/** Names of the parts of a path, as in `/runs/{id}`. */
export function pathPartsOf(path: string): readonly string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? '');
}

function pathParameters({ path }: Operation): readonly JsonSchema[] {
  return pathPartsOf(path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Operation): readonly JsonSchema[] {
  return Object.entries(query ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }));
}
