import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { optionFacets } from '../../../../server/core/catalogue/option-facets.ts';
import { selectOptions } from '../../../../server/core/catalogue/selection.ts';
import type { OptionQuery } from '../../../../server/core/catalogue/selection.ts';
import { catalogueOf } from '../../../builders/arbitrary-catalogue.ts';
import { known, notApplicable, optionWith } from '../../../builders/small-catalogue.ts';

const yen = (value: number) => known({ value, currency: 'JPY', per: 'user-month', asOf: '2026-11-01' });
const CATALOGUE = catalogueOf([
  optionWith('both', { protocols: known({ value: ['IMAP', 'POP3'] }), pricePerUserMonth: yen(400) }),
  optionWith(
    'imap',
    { protocols: known({ value: ['IMAP'] }), pricePerUserMonth: yen(900) },
    { country: 'US' },
  ),
  optionWith('silent', {}, { name: { en: 'Silent Mail', ja: 'サイレントメール' } }),
  optionWith('relay', { protocols: notApplicable }, { kind: 'relay' }),
]);
const FACETS = optionFacets(CATALOGUE, ({ facts }) => {
  const { value } = facts.pricePerUserMonth;
  return typeof value === 'number' ? value : null;
});

function idsOf(query: Partial<OptionQuery>) {
  const { matching, undecided, counts } = selectOptions(CATALOGUE, FACETS, {
    text: '',
    chosen: {},
    ...query,
  });
  return { matching: matching.map(({ id }) => id), undecided: undecided.map(({ id }) => id), counts };
}

describe('finding options', () => {
  it('shows all of them while nothing is chosen', () => {
    const { matching, undecided } = idsOf({});
    assert.deepEqual([matching.length, undecided.length], [4, 0]);
  });

  it('wants every chosen protocol, and sets apart who does not say', () => {
    const { matching, undecided } = idsOf({ chosen: { protocol: ['IMAP', 'POP3'] } });
    assert.deepEqual(matching, ['both']);
    assert.deepEqual(undecided, ['silent'], 'unknown is not no, and not applicable is');
  });

  it('is content with one of the chosen countries', () => {
    assert.equal(idsOf({ chosen: { country: ['US', 'JP'] } }).matching.length, 4);
    assert.deepEqual(idsOf({ chosen: { country: ['US'] } }).matching, ['imap']);
  });

  it('counts for each value what would be left with the other conditions as they are', () => {
    const { counts } = idsOf({ chosen: { country: ['US'], protocol: ['IMAP'] } });
    assert.deepEqual([counts['country']?.['US'], counts['country']?.['JP']], [1, 1]);
    assert.equal(counts['protocol']?.['POP3'], 0, 'a second protocol would be wanted as well');
  });

  it('finds a name in either language, whatever its width and case', () => {
    assert.deepEqual(idsOf({ text: 'ｓｉｌｅｎｔ' }).matching, ['silent']);
    assert.deepEqual(idsOf({ text: 'サイレント' }).matching, ['silent']);
    assert.deepEqual(idsOf({ text: 'nothing like it' }).matching, []);
  });
});

describe('the price bands', () => {
  const bandOf = (facts: Parameters<typeof optionWith>[1]) => {
    const option = optionWith('one', facts);
    const facets = optionFacets(catalogueOf([option]), ({ facts: { pricePerUserMonth } }) =>
      typeof pricePerUserMonth.value === 'number' ? pricePerUserMonth.value : null,
    );
    return facets.find(({ id }) => id === 'price')?.valuesOf(option);
  };
  const licence = (value: number) => known({ value, currency: 'JPY', per: 'once', asOf: '2026-11-01' });

  for (const [what, facts, expected] of [
    ['exactly 500 yen', { pricePerUserMonth: yen(500) }, ['low']],
    ['501 yen', { pricePerUserMonth: yen(501) }, ['middle']],
    ['1,501 yen', { pricePerUserMonth: yen(1501) }, ['high']],
    ['a price per contract', { pricePerOrganisationMonth: yen(900) }, ['contract']],
    ['free server and free users', { serverLicence: licence(0), userLicence: licence(0) }, ['free']],
    ['a free server with paid users', { serverLicence: licence(0), userLicence: licence(10) }, ['licence']],
    ['a free server and users nobody knows', { serverLicence: licence(0) }, ['licence']],
    ['nothing at all', {}, null],
  ] as const) {
    it(`put ${what} into ${expected?.join() ?? 'none'}`, () => {
      assert.deepEqual(bandOf(facts), expected);
    });
  }
});
