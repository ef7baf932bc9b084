// The catalogue with what vendors declared for this evaluation in place of what was published.

import type { Catalogue, Provider } from '../catalogue/provider.ts';
import type { VendorAnswers } from './read-answers.ts';

/**
 * A new catalogue; the given one stays. What a sheet leaves empty keeps its published fact. `hash` is the new
 * catalogue's, which the caller computes over both.
 */
export function withVendorAnswers(
  catalogue: Catalogue,
  sheets: readonly VendorAnswers[],
  hash: string,
): Catalogue {
  return { ...catalogue, hash, providers: catalogue.providers.map((provider) => answered(provider, sheets)) };
}

function answered(provider: Provider, sheets: readonly VendorAnswers[]): Provider {
  const own = sheets.filter((sheet) => sheet.optionId === provider.id);
  if (own.length === 0) return provider;
  const facts = { ...provider.facts };
  for (const sheet of own) Object.assign(facts, sheet.facts);
  return { ...provider, facts };
}
