// Random but valid options over the real fact vocabulary: every kind and every state of fact occurs.

import * as fc from 'fast-check';
import { VOCABULARY } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { Evidence, Fact, FactId } from '../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../server/core/catalogue/fact.ts';
import type { Catalogue, Provider } from '../../server/core/catalogue/provider.ts';
import type { FactDefinition } from '../../server/core/catalogue/vocabulary.ts';

const EVIDENCE = [
  { url: 'https://example.com/', title: 'Example', class: 'official', checkedOn: '2026-11-01' },
] as const;

/** Fresh and official, old, or believed less from the start. */
const anyEvidence: fc.Arbitrary<readonly Evidence[]> = fc
  .record({
    class: fc.constantFrom('official', 'vendor-declared', 'third-party'),
    statedOn: fc.constantFrom('2026-11-01', '2024-06-15', '2019-02-01'),
  })
  .map((source) => [{ ...EVIDENCE[0], ...source }]);

function known(fields: Partial<Fact>): Fact {
  return { state: 'known', evidence: [...EVIDENCE], ...fields };
}

const amount = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.double({ min: 0, max: 1e5, noNaN: true }));

/** Facts that state something, by kind. */
function statedFact(definition: FactDefinition): fc.Arbitrary<Fact> {
  const options = (definition.options ?? []).map((option) => option.id);
  switch (definition.kind) {
    case 'quantity':
      return fc.oneof(
        amount.map((value) => known({ value, unit: definition.unit ?? '' })),
        fc.tuple(amount, amount).map(([a, b]): Fact => ({
          ...known({ unit: definition.unit ?? '', min: Math.min(a, b), max: Math.max(a, b) }),
          state: 'range',
        })),
        fc.constant(known({ unlimited: true })),
      );
    case 'limit':
      return fc
        .tuple(amount, fc.constantFrom('minute', 'hour', 'day'), fc.constantFrom('user', 'organisation'))
        .map(([value, window, scope]) => known({ value, unit: 'messages', window, scope }));
    case 'flag':
    case 'level':
      return fc.constantFrom(...options).map((value) => known({ value }));
    case 'set':
      return fc.subarray(options).map((value) => known({ value }));
    case 'money':
      return amount.map((value) => known({ value, currency: 'JPY', per: 'user-month', asOf: '2026-11-01' }));
    case 'date':
      return fc.constant(known({ value: '2026-05-01' }));
    case 'text':
      return fc.constant(known({ text: { en: 'text', ja: '文' } }));
  }
}

function anyFact(definition: FactDefinition): fc.Arbitrary<Fact> {
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(statedFact(definition), anyEvidence)
        .map(([fact, evidence]): Fact => ({ ...fact, evidence })),
    },
    { weight: 3, arbitrary: fc.constant(UNKNOWN_FACT) },
    { weight: 1, arbitrary: fc.constant<Fact>({ state: 'undisclosed', evidence: [...EVIDENCE] }) },
    {
      weight: 1,
      arbitrary: fc.constant<Fact>({
        state: 'notApplicable',
        evidence: [],
        note: { en: 'n/a', ja: '対象外' },
      }),
    },
  );
}

const anyFacts = fc.record(
  Object.fromEntries(VOCABULARY.ids.map((id) => [id, anyFact(VOCABULARY.facts[id])])),
) as fc.Arbitrary<Record<FactId, Fact>>;

export function providerWith(
  id: string,
  facts: Readonly<Record<FactId, Fact>>,
  fields: Partial<Provider> = {},
): Provider {
  return {
    id,
    name: { en: id, ja: id },
    vendor: { en: 'Vendor', ja: '提供元' },
    country: 'JP',
    family: id,
    deployment: 'cloud',
    kind: 'mailbox',
    homepage: 'https://example.com/',
    summary: { en: 'An option.', ja: '候補です。' },
    facts,
    ...fields,
  };
}

/** Two to six options with ids `option-0`, `option-1`, … */
export const anyProviders: fc.Arbitrary<readonly Provider[]> = fc
  .array(fc.tuple(anyFacts, fc.constantFrom('cloud', 'on-premise')), { minLength: 2, maxLength: 6 })
  .map((drawn) =>
    drawn.map(([facts, deployment], index) => providerWith(`option-${index}`, facts, { deployment })),
  );

export function catalogueOf(providers: readonly Provider[]): Catalogue {
  return { providers, hash: 'test', vocabulary: VOCABULARY };
}
