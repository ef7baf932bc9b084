// Facts of one option that cannot both be true, pair by pair.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkConflicts } from '../../../../server/core/catalogue/checks/conflict-checks.ts';
import type { Fact, FactId, ProviderProfile } from '../../../../server/core/catalogue/provider.ts';
import { known, optionWith } from '../../../builders/small-catalogue.ts';

type Facts = Partial<Record<FactId, Fact>>;

function conflictsOf(facts: Facts): string[] {
  const profile = { ...optionWith('example', {}), deployment: 'cloud', facts } as unknown as ProviderProfile;
  return checkConflicts(profile).map(({ details }) => `${details?.['fact']} × ${details?.['other']}`);
}

const amount = (value: number, unit: string): Fact => known({ value, unit });
const limit = (window: NonNullable<Fact['window']>): Fact =>
  known({ value: 100, unit: 'messages', window, scope: 'user' });

const CASES: readonly (readonly [string, Facts, Facts])[] = [
  [
    'attachmentMax × messageSizeMax',
    { attachmentMax: amount(50, 'MB'), messageSizeMax: amount(25, 'MB') },
    { attachmentMax: amount(25, 'MB'), messageSizeMax: amount(25, 'MB') },
  ],
  [
    'sendingRate × sendingLimit',
    { sendingRate: limit('day'), sendingLimit: limit('hour') },
    { sendingRate: limit('minute'), sendingLimit: limit('hour') },
  ],
  [
    'domainsMax × customDomain',
    { domainsMax: amount(3, 'count'), customDomain: known({ value: 'no' }) },
    { domainsMax: amount(3, 'count'), customDomain: known({ value: 'yes' }) },
  ],
  [
    'smtpConnectionsPerClient × smtpConnectionsMax',
    { smtpConnectionsPerClient: amount(50, 'count'), smtpConnectionsMax: amount(20, 'count') },
    { smtpConnectionsPerClient: amount(20, 'count'), smtpConnectionsMax: amount(20, 'count') },
  ],
  [
    'oauthForClients × protocols',
    { oauthForClients: known({ value: 'yes' }), protocols: known({ value: ['MAPI'] }) },
    { oauthForClients: known({ value: 'yes' }), protocols: known({ value: ['MAPI', 'IMAP'] }) },
  ],
  [
    'dataRegions × dataRegions',
    { dataRegions: known({ value: ['own-premises'] }) },
    { dataRegions: known({ value: ['JP'] }) },
  ],
];

describe('facts that contradict each other', () => {
  for (const [pair, broken, sound] of CASES) {
    it(`are named: ${pair}`, () => {
      assert.deepEqual(conflictsOf(broken), [pair]);
      assert.deepEqual(conflictsOf(sound), []);
    });
  }

  it('are not looked for where one of them is not stated', () => {
    assert.deepEqual(conflictsOf({ attachmentMax: amount(50, 'MB') }), []);
  });
});
