// Every decision method by the name the command line uses: a parsed document in, a document of figures out.
// A new method is one entry here and one in the list of method names of the schema.

import { isRecord } from '../text/record.ts';
import type { Outcome } from '../text/problem.ts';
import {
  additiveDocument,
  intervalDocument,
  rankReversalDocument,
  unknownBoundsDocument,
  valueGapDocument,
  weightFlipDocument,
} from './documents/additive-document.ts';
import { ahpDocument } from './documents/ahp-document.ts';
import { wrongForm } from './documents/input-problems.ts';
import { InputReader } from './documents/input-reader.ts';
import {
  promethee2Document,
  spotisDocument,
  topsisDocument,
  vikorDocument,
  wpmDocument,
} from './documents/outranking-document.ts';
import { smaaDocument } from './documents/smaa-document.ts';
import { tenderDocument } from './documents/tender-document.ts';
import { valueFunctionDocument } from './documents/value-function-document.ts';
import { rankedWeightsDocument, swingDocument } from './documents/weights-document.ts';
import { rankReciprocalWeights } from './rank-reciprocal.ts';
import { rankSumWeights } from './rank-sum.ts';
import { rocWeights } from './roc.ts';

const METHODS = {
  additive: additiveDocument,
  wpm: wpmDocument,
  topsis: topsisDocument,
  promethee2: promethee2Document,
  vikor: vikorDocument,
  ahp: ahpDocument,
  roc: rankedWeightsDocument(rocWeights),
  'rank-sum': rankedWeightsDocument(rankSumWeights),
  'rank-reciprocal': rankedWeightsDocument(rankReciprocalWeights),
  swing: swingDocument,
  smaa2: smaaDocument,
  spotis: spotisDocument,
  'value-function': valueFunctionDocument,
  tender: tenderDocument,
  interval: intervalDocument,
  'weight-flip': weightFlipDocument,
  'value-gap': valueGapDocument,
  'unknown-bounds': unknownBoundsDocument,
  'rank-reversal': rankReversalDocument,
  'cost-frontier': tenderDocument,
} satisfies Record<string, (reader: InputReader) => object>;

export type McdaMethod = keyof typeof METHODS;
export const MCDA_METHODS = Object.keys(METHODS) as readonly McdaMethod[];

export function isMcdaMethod(name: string): name is McdaMethod {
  return Object.hasOwn(METHODS, name);
}

/** Figures as in the known answers, beside `schema` and `method`. */
export type McdaResult = {
  readonly schema: 'mailfit.mcda/1';
  readonly method: McdaMethod;
} & Readonly<Record<string, unknown>>;

/**
 * Runs a method on a parsed document `{ matrix, weights, directions, params }`. Fields it does not know are left alone, so
 * that a document may carry its own name, source and expected answer. Sampling methods take `params.seed` (1).
 */
export function runMcda(method: McdaMethod, input: unknown): Outcome<McdaResult> {
  if (!isRecord(input)) return { ok: false, problems: [notADocument()] };
  const reader = new InputReader(input);
  const figures = METHODS[method](reader);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, value: { schema: 'mailfit.mcda/1', method, ...figures } };
}

function notADocument() {
  return wrongForm('', {
    en: 'give a document with matrix, weights, directions and params.',
    ja: 'matrix・weights・directions・params を持つ文書を指定してください。',
  });
}
