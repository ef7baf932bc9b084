import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisiveFacts } from '../../../server/usecases/decisive-facts.ts';
import { catalogueOf } from '../../builders/arbitrary-catalogue.ts';
import { known, optionWith } from '../../builders/small-catalogue.ts';
import { shippedBasis } from '../../builders/web.ts';

const REQUEST = { runs: [], seed: 1, samples: 20, today: '2026-11-27' };

test('a fact that keeps an option out is decisive, one that nobody states is not', () => {
  const domain = (value: string) => ({
    customDomain: known({ value }),
    usersMax: known({ unlimited: true }),
  });
  const catalogue = catalogueOf([optionWith('with', domain('yes')), optionWith('without', domain('no'))]);
  const rows = decisiveFacts({ ...shippedBasis(), catalogue }, [
    { ...REQUEST, answers: { employees: 50, 'own-domain': 'one' } },
  ]);
  const row = rows.find(({ fact }) => fact === 'customDomain');
  assert.ok(row !== undefined && row.statusesChanged >= 1, JSON.stringify(rows));
  assert.equal(
    rows.find(({ fact }) => fact === 'webmail'),
    undefined,
  );
});
