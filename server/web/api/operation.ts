// One operation of the HTTP API, described once: the router, the validation and the OpenAPI document are all made
// from it.

import type { Request, Response } from 'express';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Problem } from '../../core/text/problem.ts';
import type { RouteAccess } from '../security/route-access.ts';
import type { WebDeps } from '../web-deps.ts';

/** A JSON Schema of the 2020-12 dialect, which OpenAPI 3.1 uses. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const API_TAGS = [
  'catalogue',
  'evaluations',
  'results',
  'calculators',
  'benchmarks',
  'people',
  'api',
] as const;
export type ApiTag = (typeof API_TAGS)[number];

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Answered {
  readonly status: 200 | 201 | 202 | 204;
  readonly meaning: LocalizedText;
  /** Schema of the JSON that comes back; `file` for bytes, `stream` for server-sent events, `none` for nothing. */
  readonly content: JsonSchema | 'file' | 'stream' | 'none';
}

/** A request that has passed validation. */
export interface ApiCall {
  readonly deps: WebDeps;
  readonly req: Request;
  readonly res: Response;
  /** Parts of the path by name, as in `{id}`. */
  readonly path: Readonly<Record<string, string>>;
  /** Parameters of the query by name, already of their declared type and with their defaults. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The body, valid by the operation's schema; null where it takes none. */
  readonly body: unknown;
}

export type ApiAnswer =
  | { readonly kind: 'json'; readonly json: unknown; readonly location?: string }
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array | string;
      readonly mediaType: string;
      readonly fileName: string;
    }
  | { readonly kind: 'nothing' }
  /** The operation has written the response itself. */
  | { readonly kind: 'written' };

export interface Operation {
  /** Name in camel case; `operationId` of the document and anchor on the documentation page. */
  readonly id: string;
  readonly method: Method;
  /** Below /api/v1, with parts as `{name}`. */
  readonly path: string;
  readonly tag: ApiTag;
  readonly access: RouteAccess;
  readonly summary: LocalizedText;
  /** Schemas of the query's parameters by name; those without a default may be left out. */
  readonly query?: Readonly<Record<string, JsonSchema>>;
  readonly body?: JsonSchema;
  readonly answered: Answered;
  readonly handle: (call: ApiCall) => Promise<ApiAnswer>;
}

/** An expected failure with its HTTP status; every place at fault is named. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: LocalizedText;
  readonly problems: readonly Problem[];

  constructor(status: number, code: string, title: LocalizedText, problems: readonly Problem[] = []) {
    super(code);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.problems = problems;
  }
}

export const json = (value: unknown): ApiAnswer => ({ kind: 'json', json: value });

/** Refers to a schema of `components/schemas`. */
export const component = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

/** An object whose every property is required unless it is named as optional; nothing else may stand in it. */
export function objectOf(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, required, properties };
}
