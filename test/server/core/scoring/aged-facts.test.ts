// What age does to values, draws and bounds, against answers worked out by hand from the declared rule.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { DatedSource } from '../../../../server/core/catalogue/ageing.ts';
import type { Evidence, Fact, FactId } from '../../../../server/core/catalogue/fact.ts';
import type { Provider } from '../../../../server/core/catalogue/provider.ts';
import type { Cell } from '../../../../server/core/scoring/cell.ts';
import type { EvaluatedOption } from '../../../../server/core/scoring/evaluate.ts';
import type { MeasuredEvidence } from '../../../../server/core/scoring/option-facts.ts';
import { anyProviders } from '../../../builders/arbitrary-catalogue.ts';
import { evaluationOf } from '../../../builders/evaluation.ts';

// The builders evaluate as of 2026-11-23.
function source(statedOn: string, from: DatedSource['class'] = 'official'): Evidence {
  return { url: 'https://example.com/', title: 'Example', class: from, checkedOn: '2026-11-01', statedOn };
}

const providers = fc.sample(anyProviders, { seed: 7, numRuns: 1 })[0] ?? [];
const [first, ...others] = providers;
assert.ok(first !== undefined);
const subject: Provider = { ...first, deployment: 'cloud' };

function evaluated(
  facts: Readonly<Partial<Record<FactId, Fact>>>,
  measured: readonly MeasuredEvidence[] = [],
): EvaluatedOption {
  const changed: Provider = { ...subject, facts: { ...subject.facts, ...facts } };
  const evaluation = evaluationOf([changed, ...others], { employees: 100 }, undefined, measured);
  const option = evaluation.options.find(({ provider }) => provider.id === subject.id);
  assert.ok(option !== undefined);
  return option;
}

function cellFor(factId: FactId, fact: Fact): Cell {
  const option = evaluated({ [factId]: fact });
  const cell = option.cells[option.facts.findIndex(({ id }) => id === factId)];
  assert.ok(cell !== undefined, factId);
  return cell;
}

const SIZE: FactId = 'messageSizeMax';
const size = (value: number, statedOn: string): Fact => ({
  state: 'known',
  value,
  unit: 'MB',
  evidence: [source(statedOn)],
});
const sizeRange = (min: number, max: number): Fact => ({
  state: 'range',
  min,
  max,
  unit: 'MB',
  evidence: [source('2026-11-01')],
});
const flag = (value: string, statedOn: string, from: DatedSource['class'] = 'official'): Fact => ({
  state: 'known',
  value,
  evidence: [source(statedOn, from)],
});

describe('an old number', () => {
  // A quantity is fresh for 12 months and widens by 5 % a year: 60 months old, it has widened by 4 × 5 % = 20 %.
  const fresh = cellFor(SIZE, size(8, '2026-11-01'));
  const old = cellFor(SIZE, size(8, '2021-11-23'));
  const asRange = cellFor(SIZE, sizeRange(6.4, 9.6));

  it('keeps its central value and takes the bounds of its widened range', () => {
    assert.equal(fresh.spread, null);
    assert.ok(fresh.central > 0 && fresh.central < 1, `the scale is met inside: ${fresh.central}`);
    assert.equal(old.central, fresh.central);
    assert.ok(Math.abs(old.low - asRange.low) < 1e-12 && Math.abs(old.high - asRange.high) < 1e-12);
    assert.ok(old.low < fresh.low && old.high > fresh.high);
  });

  it('is drawn from the widened range, most often near what was stated', () => {
    assert.deepEqual(old.spread === null ? null : [old.spread.kind, old.draws.length], ['triangular', 1024]);
    assert.ok(old.draws.every((value) => value >= old.low && value <= old.high));
  });

  it('does not widen within its fresh months', () => {
    assert.deepEqual(cellFor(SIZE, size(8, '2025-11-23')), fresh);
  });
});

describe('an old flag', () => {
  // A flag is fresh for 12 months and halves every 48: 60 months old, it is believed by half.
  const unknown = cellFor('statusPage', { state: 'unknown', evidence: [] });

  it('counts by its confidence, and for the rest as if nobody had stated it', () => {
    const old = cellFor('statusPage', flag('yes', '2021-11-23'));
    assert.ok(Math.abs(old.central - (0.5 * 1 + 0.5 * unknown.central)) < 1e-12);
    // Half is settled, so half of what an unknown fact may be stays open.
    assert.deepEqual([old.low, old.high], [0.5 + 0.5 * unknown.low, 0.5 + 0.5 * unknown.high]);
    assert.deepEqual(
      [...old.draws],
      [...unknown.draws].map((open) => 0.5 + 0.5 * open),
    );
  });

  it('moves an old “no” upwards by the same rule', () => {
    const old = cellFor('statusPage', flag('no', '2021-11-23'));
    assert.ok(Math.abs(old.central - 0.5 * unknown.central) < 1e-12);
  });

  it('counts a fresh statement of a third party for its trust, 0.7, and an official one in full', () => {
    const third = cellFor('statusPage', flag('yes', '2026-11-01', 'third-party'));
    assert.ok(Math.abs(third.central - (0.7 + 0.3 * unknown.central)) < 1e-12);
    assert.deepEqual(cellFor('statusPage', flag('yes', '2026-11-01')).spread, null);
  });
});

describe('an old measurement', () => {
  const measurement = (measuredOn: string): MeasuredEvidence => ({
    providerId: subject.id,
    factId: 'acceptedThroughput',
    value: 10,
    isLowerBound: false,
    unit: 'messages/s',
    runId: 'run-1',
    measuredOn,
    conditions: { en: 'here', ja: 'ここ' },
  });
  const doubtOf = (measuredOn: string) => {
    const { facts } = evaluated({}, [measurement(measuredOn)]);
    const fact = facts.find(({ id }) => id === 'acceptedThroughput');
    assert.ok(fact?.reading.kind === 'number');
    return fact.reading.doubt?.widening ?? 0;
  };

  it('widens by the day on which it was made', () => {
    assert.equal(doubtOf('2026-11-01'), 0);
    assert.ok(Math.abs(doubtOf('2021-11-23') - 0.2) < 1e-12);
  });
});

describe('an old price', () => {
  const price = (asOf: string): Fact => ({
    state: 'known',
    value: 500,
    currency: 'JPY',
    per: 'user-month',
    asOf,
    evidence: [source(asOf)],
  });

  it('widens the cost to both sides and leaves the likely cost', () => {
    const cloud = (asOf: string) => evaluated({ pricePerUserMonth: price(asOf) }).cost;
    const [fresh, old] = [cloud('2026-11-01'), cloud('2021-11-23')];
    assert.equal(old.total.likely, fresh.total.likely);
    assert.ok(old.total.low < fresh.total.low && old.total.high > fresh.total.high);
  });
});

describe('requirements', () => {
  it('are judged by what is stated, whatever its age', () => {
    const verdicts = (statedOn: string) =>
      evaluated({ messageSizeMax: size(8, statedOn), statusPage: flag('yes', statedOn) }).gates.map(
        ({ verdict }) => verdict,
      );
    assert.deepEqual(verdicts('2012-01-01'), verdicts('2026-11-01'));
  });
});
