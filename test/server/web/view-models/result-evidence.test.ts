// The evidence table of the result page: what to check again first stands on top.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evidenceModel } from '../../../../server/web/view-models/result-changes.ts';
import {
  aContribution,
  aFact,
  anOption,
  anUnknownFact,
  aRecommendation,
  aSecondOption,
} from '../../../builders/recommendation.ts';

function termAged(id: string, { months = 1, confidence = 1, weight = 0.1, officially = true }) {
  const [evidence] = aFact().evidence;
  assert.ok(evidence !== undefined);
  const source = { ...evidence, class: officially ? ('official' as const) : ('third-party' as const) };
  const label = { en: id, ja: id };
  return aContribution({
    criterion: id,
    weight,
    fact: aFact({ id, label, evidence: [source], age: { months, confidence } }),
  });
}

const first = anOption({
  contributions: [
    termAged('fresh', {}),
    termAged('light', { months: 60, confidence: 0.5, weight: 0.1 }),
    termAged('heavy', { months: 60, confidence: 0.5, weight: 0.3 }),
    termAged('older', { months: 72, confidence: 0.5 }),
    aContribution({ criterion: 'unknown', fact: anUnknownFact() }),
  ],
});
const second = {
  ...aSecondOption(),
  contributions: [termAged('hearsay', { months: 3, confidence: 0.3, officially: false })],
};
const excluded = anOption({ rank: null, contributions: [termAged('excluded', { confidence: 0.1 })] });
const third = anOption({ rank: 3, contributions: [termAged('third', { confidence: 0.1 })] });
const model = evidenceModel(aRecommendation({ options: [first, excluded, second, third] }), 'en');

describe('the evidence on the result page', () => {
  it('puts the least believed fact first, among equals the older, then what weighs more', () => {
    assert.deepEqual(
      model.rows.map(({ fact }) => fact),
      ['hearsay', 'older', 'heavy', 'light', 'fresh'],
    );
  });

  it('is that of the two leading options only, without what nobody states', () => {
    assert.equal(model.facts, 5);
    assert.equal(model.official, 4);
    assert.equal(model.oldestMonths, 72);
  });

  it('tells a statement that two editions share once, with both', () => {
    const shared = { contributions: [termAged('shared', { confidence: 0.5 })] };
    const editions = [anOption(shared), { ...aSecondOption(), ...shared }];
    const { rows, facts } = evidenceModel(aRecommendation({ options: editions }), 'en');

    assert.deepEqual([rows.length, facts], [1, 1]);
    assert.equal(rows[0]?.option, editions.map(({ name }) => name.en).join(', '));
  });

  it('says how old each fact is and how far it is believed', () => {
    const [hearsay, older] = model.rows;

    assert.deepEqual([hearsay?.age, hearsay?.confidence], ['3 months', '30%']);
    assert.deepEqual([older?.age, older?.confidence], ['72 months', '50%']);
  });
});
