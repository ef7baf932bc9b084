// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Answer of `mailfit mcda METHOD --json`; the further fields belong to the method and are named as in the known answers.
 */
export interface McdaDocument {
  schema: 'mailfit.mcda/1';
  method:
    | 'additive'
    | 'wpm'
    | 'topsis'
    | 'promethee2'
    | 'vikor'
    | 'ahp'
    | 'roc'
    | 'rank-sum'
    | 'rank-reciprocal'
    | 'swing'
    | 'smaa2'
    | 'spotis'
    | 'value-function'
    | 'tender'
    | 'interval'
    | 'weight-flip'
    | 'value-gap'
    | 'unknown-bounds'
    | 'rank-reversal'
    | 'cost-frontier';
  [k: string]: unknown;
}
