// Published and derived answers that the decision and sizing mathematics must reproduce (test/fixtures/known-answers).

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { SizingDefaults } from '../../server/core/sizing/sizing-inputs.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface SizingCase {
  readonly id: string;
  readonly kind: string;
  readonly inputs: JsonObject;
  readonly expected: JsonObject;
  readonly printed?: JsonObject;
  readonly note?: string;
}

const FOLDER = 'test/fixtures/known-answers';

export function sizingCases(prefix: string): readonly SizingCase[] {
  const file = JSON.parse(readFileSync(`${FOLDER}/sizing-cases.json`, 'utf8')) as { cases: SizingCase[] };
  return file.cases.filter((one) => one.id.startsWith(prefix));
}

export function sizingCase(id: string): SizingCase {
  const found = sizingCases(id).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no sizing case ${id}`);
  return found;
}

export function sizingDefaults(): SizingDefaults {
  return parse(readFileSync('server/data/sizing.yaml', 'utf8')) as SizingDefaults;
}

export interface DecisionCase {
  readonly id: string;
  readonly method: string;
  readonly params: JsonObject;
  readonly expected: JsonObject;
  readonly tolerance: number | JsonObject;
  readonly kind: string;
  readonly note: string | null;
}

export function decisionCases(): readonly DecisionCase[] {
  return JSON.parse(readFileSync(`${FOLDER}/decision-known-answers.json`, 'utf8')) as DecisionCase[];
}
