// A few options with just the facts a test states; everything else about them is unknown.

import { VOCABULARY } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { Fact, FactId } from '../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../server/core/catalogue/fact.ts';
import type { Provider } from '../../server/core/catalogue/provider.ts';
import { providerWith } from './arbitrary-catalogue.ts';

const EVIDENCE = [
  { url: 'https://example.com/', title: 'Example', class: 'official', checkedOn: '2026-11-01' },
] as const;

export const known = (fields: Partial<Fact>): Fact => ({ state: 'known', evidence: EVIDENCE, ...fields });

export const notApplicable: Fact = {
  state: 'notApplicable',
  evidence: [],
  note: { en: 'not here', ja: '対象外' },
};

export function optionWith(
  id: string,
  facts: Partial<Record<FactId, Fact>>,
  fields: Partial<Provider> = {},
): Provider {
  const unknown = Object.fromEntries(VOCABULARY.ids.map((factId) => [factId, UNKNOWN_FACT]));
  return providerWith(id, { ...(unknown as Record<FactId, Fact>), ...facts }, fields);
}
