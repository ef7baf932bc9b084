// The ageing rule on facts whose answer can be worked out by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ageFact, factsToRecheck } from '../../../../server/core/catalogue/ageing.ts';
import type { AgeingRule } from '../../../../server/core/catalogue/ageing.ts';
import type { Evidence, Fact } from '../../../../server/core/catalogue/fact.ts';
import { loadReferenceData } from '../../../../server/adapters/reference-data/load-reference-data.ts';
import { loadCatalogue } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';

const TODAY = '2026-11-23';
const decay = { freshMonths: 12, halfLifeMonths: 24, widenPerYear: 0.1 };
const RULE: AgeingRule = {
  schema: 'mailfit.ageing/1',
  trust: { measured: 1, official: 1, 'vendor-declared': 0.9, 'third-party': 0.5 },
  recheckBelow: 0.5,
  kinds: {
    money: decay,
    limit: decay,
    quantity: decay,
    level: { ...decay, widenPerYear: 0 },
    flag: decay,
    set: decay,
    date: decay,
    text: decay,
  },
};

function evidence(statedOn: string, from: Evidence['class'] = 'official'): Evidence {
  return { url: 'https://mail.example.com/', title: 'Plans', class: from, checkedOn: TODAY, statedOn };
}
const quota = (...sources: Evidence[]): Fact => ({
  state: 'known',
  value: 50,
  unit: 'GB',
  evidence: sources,
});

test('a claim within its fresh months keeps the full trust of its source and does not widen', () => {
  assert.deepEqual(ageFact(quota(evidence('2025-11-23')), 'quantity', RULE, TODAY), {
    confidence: 1,
    ageMonths: 12,
  });
});

test('each half-life beyond the fresh months halves the confidence', () => {
  assert.equal(ageFact(quota(evidence('2023-11-23')), 'quantity', RULE, TODAY).confidence, 0.5);
  assert.equal(ageFact(quota(evidence('2021-11-23')), 'quantity', RULE, TODAY).confidence, 0.25);
});

test('a number widens by its yearly share for the time beyond the fresh months, to both sides', () => {
  const { widened } = ageFact(quota(evidence('2023-11-23')), 'quantity', RULE, TODAY);
  assert.deepEqual(widened, { min: 40, max: 60 });
});

test('the source believed most decides: a fresh third party beats an official page of ten years ago', () => {
  const fact = quota(evidence('2016-11-23'), evidence('2026-11-01', 'third-party'));
  assert.deepEqual(ageFact(fact, 'quantity', RULE, TODAY), { confidence: 0.5, ageMonths: 0 });
});

test('a page without a date is as old as its last reading', () => {
  const { statedOn: _unused, ...undated } = evidence('2020-01-01');
  assert.equal(
    ageFact(quota({ ...undated, checkedOn: '2024-11-23' }), 'quantity', RULE, TODAY).ageMonths,
    24,
  );
});

test('a fact without evidence is not believed at all', () => {
  assert.deepEqual(ageFact({ state: 'unknown', evidence: [] }, 'flag', RULE, TODAY), {
    confidence: 0,
    ageMonths: null,
  });
});

test('an older source never raises confidence and never narrows the range', () => {
  const day = fc
    .date({ min: new Date('2010-01-01'), max: new Date(TODAY), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [older, younger] = one < other ? [one, other] : [other, one];
      const old = ageFact(quota(evidence(older)), 'quantity', RULE, TODAY);
      const young = ageFact(quota(evidence(younger)), 'quantity', RULE, TODAY);
      return old.confidence <= young.confidence && (old.widened?.max ?? 50) >= (young.widened?.max ?? 50);
    }),
    { numRuns: 1000 },
  );
});

test('the catalogue names what to read again first, the least believed fact at the head', async () => {
  const catalogue = await loadCatalogue('providers');
  const reference = loadReferenceData('.');
  assert.ok(catalogue.ok && reference.ok);
  const recheck = factsToRecheck(catalogue.catalogue, reference.data.ageing, TODAY);
  const confidences = recheck.map(({ confidence }) => confidence);
  assert.ok(recheck.length > 0);
  assert.deepEqual(
    confidences,
    [...confidences].sort((left, right) => left - right),
  );
  assert.ok(confidences.every((confidence) => confidence < reference.data.ageing.recheckBelow));
});
