// An announced end of support, and what it does to a choice that has to last for years.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Lifecycle, Provider } from '../../../../server/core/catalogue/provider.ts';
import { supportedYears } from '../../../../server/core/scoring/supported-years.ts';
import { loadCatalogue } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';
import { evaluationOf } from '../../../builders/evaluation.ts';

const TODAY = '2026-11-23';
const loaded = await loadCatalogue('providers');
assert.ok(loaded.ok);
const [anyOption] = loaded.catalogue.providers;
assert.ok(anyOption !== undefined);
const evidence = [
  { url: 'https://example.com/', title: 'Notice', class: 'official', checkedOn: TODAY },
] as const;

function ending(lifecycle: Partial<Lifecycle>): Provider {
  const { lifecycle: _own, ...rest } = anyOption as Provider;
  return { ...rest, lifecycle: { evidence, ...lifecycle } };
}

describe('the years of support left', () => {
  it('are counted from today to the announced day', () => {
    const { reading, fact } = supportedYears(ending({ endOfSupport: '2027-11-23' }), TODAY);
    assert.ok(reading.kind === 'number');
    assert.ok(Math.abs(reading.min - 1) < 0.01);
    assert.deepEqual(fact.evidence, evidence);
    assert.match(fact.text?.ja ?? '', /2027-11-23/);
  });

  it('are none once the day has passed', () => {
    const { reading } = supportedYears(ending({ endOfSupport: '2025-10-14' }), TODAY);
    assert.deepEqual(reading, { kind: 'number', min: 0, max: 0 });
  });

  for (const [what, lifecycle] of [
    ['no end is announced', {}],
    ['only its sale ends', { endOfSale: '2027-01-01' }],
    ['a newer version follows', { endOfSupport: '2028-04-30', hasSuccessor: true }],
  ] as const) {
    it(`have no end where ${what}`, () => {
      const { reading } = supportedYears(ending(lifecycle), TODAY);
      assert.deepEqual(reading, {
        kind: 'number',
        min: Number.POSITIVE_INFINITY,
        max: Number.POSITIVE_INFINITY,
      });
    });
  }
});

describe('the requirement of support for the whole period', () => {
  it('excludes the services and versions that end, with the day and its source', () => {
    const { options } = evaluationOf(loaded.catalogue.providers);
    const excluded = options.filter(({ gates }) =>
      gates.some(({ gate, verdict }) => gate.rule.id === 'supported-for-horizon' && verdict === 'fail'),
    );
    assert.deepEqual(
      excluded.map(({ provider }) => provider.id),
      ['amazon-workmail', 'exchange-server-2019'],
    );
    for (const { provider, status } of excluded) {
      assert.equal(status, 'excluded', provider.id);
      assert.ok((provider.lifecycle?.evidence.length ?? 0) > 0, provider.id);
    }
  });

  it('spans the years that costs are added up over', () => {
    const { model, cost } = DECISION_DATA;
    assert.equal(model.planning.defaultNeeds['horizonYears'], cost.horizonYears);
  });
});
