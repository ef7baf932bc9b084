// The facts of an option as the engine uses them, by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SourceAge } from '../../../../server/core/catalogue/ageing.ts';
import type { Evidence, Fact } from '../../../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../../../server/core/catalogue/fact.ts';
import type { Provider } from '../../../../server/core/catalogue/provider.ts';
import type { OptionCost } from '../../../../server/core/cost/option-cost.ts';
import type { FactContext, MeasuredEvidence } from '../../../../server/core/scoring/option-facts.ts';
import {
  compareText,
  optionFact,
  priceWidening,
  staffOf,
} from '../../../../server/core/scoring/option-facts.ts';
import { supportedYears } from '../../../../server/core/scoring/supported-years.ts';
import { word } from '../../../builders/decision-by-hand.ts';
import { evaluationOf } from '../../../builders/evaluation.ts';
import { known, notApplicable, optionWith } from '../../../builders/small-catalogue.ts';

const TODAY = '2026-11-23';
const range = (min: number, likely: number, high: number) => ({ low: min, likely, high });
const COST: OptionCost = {
  currency: 'JPY',
  years: 5,
  // 10 people for 60 months: 600 user months.
  total: range(600_000, 1_200_000, 1_800_000),
  perUserMonth: range(1000, 2000, 3000),
  lines: [],
  unknownPrices: [],
  isPriceKnown: true,
};
const CONTEXT: FactContext = {
  users: 10,
  gateway: null,
  measured: [],
  costOf: () => COST,
  unavoidableStaff: range(60_000, 120_000, 600_000),
  today: TODAY,
  ageOf: () => null,
};
const of = (provider: Provider, id: string, context: Partial<FactContext> = {}) =>
  optionFact(provider, id, { ...CONTEXT, ...context });
const AGE: SourceAge = { confidence: 0.5, ageMonths: 60, widening: 0.2 };

describe('a computed fact', () => {
  it('is where an option runs and what it is', () => {
    const provider = optionWith('one', {}, { deployment: 'on-premise', kind: 'suite' });
    const rest = { measured: null, declared: null, path: null, age: null };

    assert.deepEqual(of(provider, 'deployment'), {
      id: 'deployment',
      fact: { state: 'known', value: 'on-premise', evidence: [] },
      reading: { kind: 'level', level: 'on-premise' },
      ...rest,
    });
    assert.deepEqual(of(provider, 'kind'), {
      id: 'kind',
      fact: { state: 'known', value: 'suite', evidence: [] },
      reading: { kind: 'level', level: 'suite' },
      ...rest,
    });
  });

  it('is how long it is supported', () => {
    assert.equal(of(optionWith('one', {}), 'supportedYears').id, 'supportedYears');
  });
});

describe('the cost per person and month', () => {
  const price = known({ value: 500, currency: 'JPY' });
  const provider = optionWith('one', { pricePerUserMonth: price, setupFee: price });

  it('is the total without the staff that every option needs, over people and months', () => {
    const { fact, reading, age, id } = of(provider, 'costPerUserMonth');

    // (600 − 60) ÷ 600, (1200 − 120) ÷ 600, (1800 − 600) ÷ 600 thousand.
    assert.deepEqual(reading, { kind: 'number', min: 900, max: 2000, likely: 1800 });
    assert.deepEqual(
      [id, fact.state, fact.min, fact.max, fact.unit],
      ['costPerUserMonth', 'range', 900, 2000, 'JPY/user/month'],
    );
    assert.equal(fact.evidence.length, 2);
    assert.equal(age, null);
  });

  it('puts its ends in order where the staff takes more from one end', () => {
    const unavoidableStaff = range(0, 600_000, 1_500_000);

    assert.deepEqual(of(provider, 'costPerUserMonth', { unavoidableStaff }).reading, {
      kind: 'number',
      min: 500,
      likely: 1e3,
      max: 1e3,
    });
  });

  it('is never below nothing, and nothing where nothing is paid', () => {
    const free = { ...COST, total: range(0, 0, 0), perUserMonth: range(0, 0, 0) };

    assert.deepEqual(of(provider, 'costPerUserMonth', { costOf: () => free }).reading, {
      kind: 'number',
      min: 0,
      likely: 0,
      max: 0,
    });
    const unavoidableStaff = range(9e9, 9e9, 9e9);
    assert.deepEqual(of(provider, 'costPerUserMonth', { unavoidableStaff }).reading, {
      kind: 'number',
      min: 0,
      likely: 0,
      max: 0,
    });
  });

  it('is unknown without a price or without people, with what evidence there is', () => {
    for (const fields of [{ isPriceKnown: false }, { perUserMonth: null }]) {
      const { fact, reading } = of(provider, 'costPerUserMonth', { costOf: () => ({ ...COST, ...fields }) });

      assert.deepEqual(
        [fact.state, reading, fact.evidence.length],
        ['unknown', { kind: 'missing', state: 'unknown' }, 2],
      );
    }
  });

  it('has the age of its prices', () => {
    const asked: string[] = [];
    const ageOf: FactContext['ageOf'] = (id, sources) => {
      asked.push(`${id} ${sources.length}`);
      return AGE;
    };

    assert.equal(of(provider, 'costPerUserMonth', { ageOf }).age, AGE);
    assert.deepEqual(asked, ['pricePerUserMonth 2']);
  });

  it('widens each price by its own age', () => {
    const asked = priceWidening(provider, (id) => (id === 'setupFee' ? AGE : null));

    assert.deepEqual(asked, {
      pricePerUserMonth: 0,
      pricePerOrganisationMonth: 0,
      setupFee: 0.2,
      serverLicence: 0,
      userLicence: 0,
      supportFeeYear: 0,
    });
  });

  it('of a free cloud service is its migration alone: staff is what every option needs', () => {
    const free = known({ value: 0, currency: 'JPY', per: 'user-month', asOf: '2026-11-01' });
    const { options } = evaluationOf([optionWith('free', { pricePerUserMonth: free })], { employees: 100 });
    const cost = options[0]?.facts.find(({ id }) => id === 'costPerUserMonth');
    const migration = options[0]?.cost.lines.find(({ key }) => key === 'migration')?.amount.likely ?? 0;

    assert.ok(cost?.reading.kind === 'number' && migration > 0);
    // Over 100 people and 60 months.
    assert.ok(Math.abs((cost.reading.likely ?? 0) - migration / 6000) < 1e-9);
  });

  it('leaves out the staff line of the cost, none where there is none', () => {
    const line = { key: 'staff', label: word('Staff'), amount: range(1, 2, 3) };

    assert.deepEqual(staffOf({ ...COST, lines: [{ ...line, key: 'other' }, line] }), {
      low: 1,
      likely: 2,
      high: 3,
    });
    assert.equal(staffOf({ ...COST, lines: [{ ...line, key: 'other', amount: range(7, 8, 9) }] }).high, 0);
    assert.equal(staffOf(COST).likely, 0);
  });
});

describe('a stated fact', () => {
  it('is read as it stands, with the age of its sources', () => {
    const provider = optionWith('one', { statusPage: known({ value: 'yes' }) });
    const { reading, age, path, declared, measured, id } = of(provider, 'statusPage', { ageOf: () => AGE });

    assert.deepEqual(reading, { kind: 'level', level: 'yes', doubt: AGE });
    assert.deepEqual([id, age, path, declared, measured], ['statusPage', AGE, null, null, null]);
    assert.deepEqual(of(provider, 'statusPage').reading, { kind: 'level', level: 'yes' });
  });

  it('has no age where nothing is stated', () => {
    for (const fact of [UNKNOWN_FACT, notApplicable, { state: 'undisclosed', evidence: [] } as const]) {
      const provider = optionWith('one', { statusPage: fact });
      assert.equal(of(provider, 'statusPage', { ageOf: () => AGE }).age, null, fact.state);
    }
    const ranged = optionWith('one', { usersMax: { state: 'range', min: 1, max: 2, evidence: [] } });
    assert.equal(of(ranged, 'usersMax', { ageOf: () => AGE }).age, AGE);
  });

  it('is read per user where it is shared', () => {
    const sendingLimit = known({ value: 100, unit: 'messages', window: 'day', scope: 'server' });

    assert.deepEqual(of(optionWith('one', { sendingLimit }), 'sendingLimit').reading, {
      kind: 'number',
      min: 10,
      max: 10,
    });
  });
});

describe('a measured fact', () => {
  const measurement = (fields: Partial<MeasuredEvidence> = {}): MeasuredEvidence => ({
    providerId: 'one',
    factId: 'acceptedThroughput',
    value: 40,
    isLowerBound: false,
    unit: 'messages/s',
    runId: 'run-1',
    measuredOn: '2026-11-20',
    conditions: word('here'),
    ...fields,
  });
  const throughput = (fact: Fact | null, ...measured: readonly MeasuredEvidence[]) =>
    of(optionWith('one', fact === null ? {} : { acceptedThroughput: fact }), 'acceptedThroughput', {
      measured,
    });
  const declared = known({ value: 50, unit: 'messages/s' });

  it('stands for what is declared, which stays beside it', () => {
    const found = throughput(declared, measurement());

    assert.deepEqual(found.fact, { state: 'known', value: 40, unit: 'messages/s', evidence: [] });
    assert.deepEqual([found.declared, found.measured?.runId, found.path], [declared, 'run-1', null]);
    assert.deepEqual(found.reading, { kind: 'number', min: 40, max: 40 });
  });

  it('is of this option and this fact', () => {
    assert.equal(throughput(declared, measurement({ providerId: 'two' })).measured, null);
    assert.equal(throughput(declared, measurement({ factId: 'smtpConnectionsMax' })).measured, null);
  });

  it('is the newest, and of one day the last run', () => {
    const runs = [
      measurement({ runId: 'a', value: 1, measuredOn: '2026-11-19' }),
      measurement({ runId: 'b', value: 2 }),
      measurement({ runId: 'c', value: 3 }),
      measurement({ runId: 'b2', value: 4 }),
    ];

    assert.equal(throughput(null, ...runs).fact.value, 3);
    assert.equal(throughput(null, ...runs.toReversed()).fact.value, 3);
  });

  it('that met no limit is open upwards, and counts only above what is declared', () => {
    const atLeast = (value: number) => measurement({ value, isLowerBound: true });

    assert.deepEqual(throughput(null, atLeast(40)).fact, {
      state: 'range',
      min: 40,
      unit: 'messages/s',
      evidence: [],
    });
    assert.equal(throughput(declared, atLeast(49)).measured, null);
    assert.equal(throughput(declared, atLeast(50)).measured, null);
    assert.equal(throughput(declared, atLeast(51)).measured?.value, 51);
    const ranged: Fact = { state: 'range', min: 20, max: 90, evidence: [] };
    assert.equal(throughput(ranged, atLeast(20)).measured, null);
    assert.equal(throughput(ranged, atLeast(21)).measured?.value, 21);
    assert.equal(throughput(known({ unlimited: true }), atLeast(21)).measured, null);
    assert.equal(throughput(known({ unlimited: true }), measurement()).measured?.value, 40);
  });

  it('ages from the day it was made', () => {
    const sources: unknown[] = [];
    const ageOf: FactContext['ageOf'] = (_id, given) => {
      sources.push(...given);
      return AGE;
    };
    const found = of(optionWith('one', {}), 'acceptedThroughput', { measured: [measurement()], ageOf });

    assert.deepEqual(sources, [{ class: 'measured', checkedOn: '2026-11-20' }]);
    assert.equal(found.age, AGE);
  });
});

it('texts are compared by code unit', () => {
  assert.deepEqual(
    [compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a'), compareText('Z', 'a')],
    [-1, 1, 0, -1],
  );
});

describe('the years of support left', () => {
  const evidence: readonly Evidence[] = [];
  const ending = (endOfSupport: string) =>
    supportedYears(optionWith('one', {}, { lifecycle: { endOfSupport, evidence } }), TODAY);

  it('say when the support ends or has ended', () => {
    assert.deepEqual(ending('2026-11-24').fact.text, {
      en: 'support ends on 2026-11-24',
      ja: '2026-11-24にサポート終了',
    });
    assert.equal(ending(TODAY).fact.text?.en, 'support ends on 2026-11-23');
    assert.deepEqual(ending('2026-11-22').fact.text, {
      en: 'support ended on 2026-11-22',
      ja: '2026-11-22にサポート終了済み',
    });
  });

  it('are counted in years of 365.25 days', () => {
    // 1461 days later.
    assert.deepEqual(ending('2030-11-23').reading, { kind: 'number', min: 4, max: 4 });
  });

  it('are endless without a lifecycle, and say so', () => {
    assert.deepEqual(supportedYears(optionWith('one', {}), TODAY), {
      id: 'supportedYears',
      fact: {
        state: 'known',
        text: { en: 'no end announced', ja: '終了の予定は発表されていない' },
        evidence: [],
      },
      reading: { kind: 'number', min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY },
      measured: null,
      declared: null,
      path: null,
      age: null,
    });
  });
});
