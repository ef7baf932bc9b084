// What is wrong with an input, in both languages, and where. Problems are collected, never thrown one by one.

import type { LocalizedText } from './localized.ts';

export interface Problem {
  /** Place in the input, for instance `clients[0].share`; empty for the input as a whole. */
  readonly path: string;
  readonly message: LocalizedText;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };
