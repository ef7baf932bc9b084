// The catalogue with what vendors declared for one evaluation in it.

import { createHash } from 'node:crypto';
import type { Catalogue } from '../core/catalogue/provider.ts';
import type { VendorAnswers } from '../core/rfp/read-answers.ts';
import { withVendorAnswers } from '../core/rfp/with-vendor-answers.ts';

/** Under a fingerprint of its own; the catalogue itself where nobody has answered. */
export function catalogueWithAnswers(catalogue: Catalogue, sheets: readonly VendorAnswers[]): Catalogue {
  if (sheets.length === 0) return catalogue;
  const hash = createHash('sha256')
    .update(JSON.stringify([catalogue.hash, sheets]))
    .digest('hex');
  return withVendorAnswers(catalogue, sheets, hash);
}
