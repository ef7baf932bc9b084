import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { parsePreferences } from '../../../../server/core/scoring/preferences.ts';
import { recommendFor } from '../../../../server/usecases/recommend.ts';
import {
  asSwingWeights,
  criterionSliders,
  groupSliders,
  isChanged,
  parseWhatIf,
  whatIfOrder,
  whatIfQuery,
  whatIfWeights,
} from '../../../../server/web/view-models/what-if.ts';
import { shippedBasis } from '../../../builders/web.ts';

const basis = shippedBasis();
const request = { runs: [], seed: 1, samples: 50, today: '2026-11-23' };
const outcome = recommendFor(basis, { ...request, answers: { employees: 300, 'data-location': ['japan'] } });
assert.ok(outcome.ok);
const recommendation = outcome.value;
const unchanged = parseWhatIf({}, recommendation);
const ranked = recommendation.options.filter(({ rank }) => rank !== null);

describe('what if', () => {
  it('nothing was moved: weights, scores, ranges and order are exactly those of the recommendation', () => {
    const weights = whatIfWeights(recommendation, unchanged);
    for (const { id, weight } of recommendation.criteria) {
      assert.ok(Math.abs((weights?.get(id) ?? 0) - weight) < 1e-12, id);
    }
    const order = whatIfOrder(recommendation, unchanged);
    assert.deepEqual(
      order.map(({ option }) => option.id),
      ranked.map(({ id }) => id),
    );
    for (const { option, score, low, high } of order) {
      assert.ok(Math.abs(score - option.score) < 1e-12);
      assert.ok(
        Math.abs(low - option.scoreRange[0]) < 1e-12 && Math.abs(high - option.scoreRange[1]) < 1e-12,
      );
    }
    assert.equal(isChanged(unchanged), false);
  });

  it('scores as the engine does when the same weights are stated by swing', () => {
    const change = parseWhatIf({ 'g.cost': '90', 'c.mfa': '3' }, recommendation);
    const weights = whatIfWeights(recommendation, change);
    assert.ok(weights !== null);
    const stated = recommendFor(basis, {
      ...request,
      answers: { employees: 300, 'data-location': ['japan'], weights: asSwingWeights(weights) },
    });
    assert.ok(stated.ok);
    const byEngine = new Map(stated.value.options.map((option) => [option.id, option.score]));
    for (const { option, score } of whatIfOrder(recommendation, change)) {
      assert.ok(Math.abs(score - (byEngine.get(option.id) ?? 0)) < 1e-9, option.id);
    }
  });

  it('any position of the sliders gives weights from 0 to 1 that add up to 1 and that the engine accepts', () => {
    const sliders = [
      ...groupSliders(recommendation).map(({ id }) => `g.${id}`),
      ...criterionSliders(recommendation).map(({ id }) => `c.${id}`),
    ];
    const positions = fc.dictionary(
      fc.constantFrom(...sliders),
      fc.integer({ min: 0, max: 100 }).map(String),
    );
    fc.assert(
      fc.property(positions, (query) => {
        const weights = whatIfWeights(recommendation, parseWhatIf(query, recommendation));
        if (weights === null) return;
        const values = [...weights.values()];
        assert.ok(values.every((weight) => weight >= 0 && weight <= 1));
        assert.ok(Math.abs(values.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9);
        assert.ok(parsePreferences(asSwingWeights(weights), basis.reference.model).ok);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('a group whose criteria are all at 0 leaves its weight to the others; all at 0 is no weighting', () => {
    const zeroes = (ids: readonly string[], prefix: string) =>
      Object.fromEntries(ids.map((id) => [`${prefix}.${id}`, '0']));
    const costIds = recommendation.criteria.filter(({ group }) => group === 'cost').map(({ id }) => id);
    const without = whatIfWeights(recommendation, parseWhatIf(zeroes(costIds, 'c'), recommendation));
    assert.ok(without !== null && costIds.every((id) => without.get(id) === 0));

    const groupIds = recommendation.groups.map(({ id }) => id);
    assert.equal(whatIfWeights(recommendation, parseWhatIf(zeroes(groupIds, 'g'), recommendation)), null);
  });

  it('a dropped requirement lets in those it alone excludes, and nobody else', () => {
    const gate = recommendation.requirements.find(({ effect }) => (effect?.excludesAlone ?? 0) > 0);
    assert.ok(gate !== undefined);
    const order = whatIfOrder(recommendation, parseWhatIf({ relax: gate.id }, recommendation));
    const joined = order.filter(({ option }) => option.rank === null);

    assert.equal(joined.length, gate.effect?.excludesAlone);
    assert.ok(
      joined.every(({ option }) => option.failed.every(({ requirement }) => requirement === gate.id)),
    );
  });

  it('its address reads back to the same, and what fits nothing is left out', () => {
    const change = parseWhatIf(
      {
        'g.security': '12',
        'g.nothing': '5',
        'c.mfa': '101',
        'c.auditLog': '1e1',
        'g.cost': ['4', '5'],
        relax: ['skill', '<b>'],
        lang: 'ja',
      },
      recommendation,
    );
    assert.deepEqual([...change.groups, ...change.criteria], [['security', 12]]);
    const again = parseWhatIf(Object.fromEntries(new URLSearchParams(whatIfQuery(change))), recommendation);

    assert.deepEqual(again, change);
  });
});
