// Every known answer through the front door of the methods, each to its own tolerance.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { McdaMethod, McdaResult } from '../../../../server/core/mcda/index.ts';
import { isMcdaMethod, runMcda } from '../../../../server/core/mcda/index.ts';
import { assertFigures, withinAbsolute } from '../../../builders/closeness.ts';
import type { DecisionCase, JsonObject } from '../../../builders/known-answers.ts';
import { decisionCases } from '../../../builders/known-answers.ts';

/** Start of the identifier of a case → the method it belongs to. */
const METHOD_OF_CASE: readonly (readonly [string, McdaMethod])[] = [
  ['wsm-', 'additive'],
  ['saw-', 'additive'],
  ['wpm-', 'wpm'],
  ['topsis-', 'topsis'],
  ['vikor-', 'vikor'],
  ['promethee2-', 'promethee2'],
  ['ahp-', 'ahp'],
  ['rankreversal-belton', 'ahp'],
  ['rankreversal-minmax', 'rank-reversal'],
  ['roc-', 'roc'],
  ['ranksum-', 'rank-sum'],
  ['rankreciprocal-', 'rank-reciprocal'],
  ['tradeoff-', 'cost-frontier'],
  ['spotis-', 'spotis'],
  ['pvf-', 'value-function'],
  ['mavt-', 'value-function'],
  ['smaa', 'smaa2'],
  ['weights-uniform', 'smaa2'],
  ['tender-', 'tender'],
  ['interval-', 'interval'],
  ['swing-', 'swing'],
  ['counterfactual-weight-flip', 'weight-flip'],
  ['counterfactual-value-gap', 'value-gap'],
  ['unknown-bounds', 'unknown-bounds'],
];

/** Fields of an answer that tell about its source and are not figures of ours. */
const ABOUT_THE_SOURCE = ['sourcePublishes', 'sourceBestIndex', 'dominance'];
/** Which tolerance of a case with several belongs to which figure. */
const TOLERANCE_NAMES: Readonly<Record<string, readonly string[]>> = {
  CR: ['CR', 'CR_saaty', 'CR_doneganDodd'],
  missing: ['missing_cd'],
  mean: ['meanOfNormalisedColumns'],
  exact: ['weights'],
  published: ['publishedRounded'],
  aggregate: ['aggregateAddisonSquare', 'withUnroundedWeights'],
};

function methodOf(known: DecisionCase): McdaMethod {
  const found = METHOD_OF_CASE.find(([start]) => known.id.startsWith(start));
  assert.ok(found !== undefined, `no method for ${known.id}`);
  return found[1];
}

function toleranceOf(known: DecisionCase, figure: string): number {
  if (typeof known.tolerance === 'number') return known.tolerance;
  const entry = Object.entries(known.tolerance).find(
    ([name]) => name === figure || TOLERANCE_NAMES[name]?.includes(figure),
  );
  return typeof entry?.[1] === 'number' ? entry[1] : 1e-9;
}

function run(known: DecisionCase, method: McdaMethod = methodOf(known)): McdaResult {
  const outcome = runMcda(method, known);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

function caseOf(id: string): DecisionCase {
  const found = decisionCases().find((known) => known.id === id);
  assert.ok(found !== undefined, id);
  return found;
}

for (const known of decisionCases()) {
  test(`known answer ${known.id} (${known.kind}) comes out of ${methodOf(known)}`, () => {
    const result = run(known);

    for (const [figure, expected] of Object.entries(known.expected)) {
      if (ABOUT_THE_SOURCE.includes(figure)) continue;
      assertFigures(
        { [figure]: result[figure] },
        { [figure]: expected },
        withinAbsolute(toleranceOf(known, figure)),
      );
    }
  });
}

test('all 61 known answers are there', () => {
  assert.equal(decisionCases().length, 61);
});

test('a source that publishes minus the net flow is contradicted: the dominating option is first', () => {
  const known = caseOf('promethee2-jmcdm-INVERTED');
  const published = known.expected['sourcePublishes'] as readonly number[];

  const result = run(known) as unknown as { phi: readonly number[]; ranks: readonly number[] };

  assert.ok(result.phi.every((flow, index) => Math.abs(flow + (published[index] ?? 0)) < 1e-9));
  assert.equal(result.ranks.indexOf(1), 1);
});

test('nothing is rounded inside: the leader example gives Sue .149075 where its source prints .150', () => {
  const scores = run(caseOf('ahp-leader'))['scores'] as readonly number[];

  assert.ok(Math.abs((scores[2] ?? 0) - 0.149075) < 1e-6);
});

test('a case that two libraries print differently comes out exact: .370509', () => {
  const scores = run(caseOf('spotis-dezert2020-ex1'))['scores'] as readonly number[];

  assert.ok(Math.abs((scores[1] ?? 0) - 0.370509) < 1e-6);
});

const ALSO_THROUGH: readonly (readonly [string, McdaMethod])[] = [
  ['interval-mare-hodgett2013', 'additive'],
  ['counterfactual-weight-flip', 'additive'],
  ['counterfactual-value-gap', 'additive'],
  ['unknown-bounds', 'additive'],
  ['rankreversal-minmax', 'additive'],
  ['rankreversal-belton-gear1983', 'additive'],
  ['mavt-rmcda-transport', 'additive'],
  ['tradeoff-goodwin-wright-frontier', 'tender'],
];
for (const [id, method] of ALSO_THROUGH) {
  test(`${method} recognises the form of ${id} and answers alike`, () => {
    const known = caseOf(id);
    const own = run(known) as JsonObject;

    const other = run(known, method);

    for (const [figure, value] of Object.entries(own)) {
      if (figure !== 'method') assert.deepEqual(other[figure], value, figure);
    }
  });
}

test('a name that is not a method is not taken for one', () => {
  assert.equal(isMcdaMethod('constructor'), false);
  assert.equal(isMcdaMethod('topsis'), true);
});
