// The API about itself.

import { openApiDocument } from '../openapi-document.ts';
import { json } from '../operation.ts';
import type { Operation } from '../operation.ts';
import type { Lang } from '../../../core/text/localized.ts';

/** @param all every operation, this one included, asked for when the document is wanted */
export function documentOperation(all: () => readonly Operation[]): Operation {
  return {
    id: 'getDocument',
    method: 'get',
    path: '/openapi.json',
    tag: 'api',
    access: 'public',
    summary: { en: 'This API as an OpenAPI 3.1 document', ja: 'このAPIのOpenAPI 3.1文書' },
    query: { lang: { enum: ['en', 'ja'], default: 'en' } },
    answered: {
      status: 200,
      meaning: { en: 'The document', ja: '文書' },
      content: { type: 'object', required: ['openapi', 'info', 'paths', 'components'] },
    },
    handle: ({ deps, query }) =>
      Promise.resolve(json(openApiDocument(all(), deps.version, query['lang'] as Lang))),
  };
}
