// Stored evaluations on a real embedded database, computed in this thread, as the use cases of versions need them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheetRows } from '../../server/adapters/documents/read-sheet.ts';
import { writeXlsx } from '../../server/adapters/documents/write-xlsx.ts';
import { openStores } from '../../server/adapters/store-sql/open-stores.ts';
import { evaluationParts } from '../../server/compose-reporting.ts';
import type { EvaluationParts } from '../../server/compose-reporting.ts';
import type { DecisionBasis } from '../../server/usecases/recommend.ts';
import { shippedBasis } from './web.ts';

export interface VersionsUnderTest {
  readonly deps: EvaluationParts;
  /** The same database in a program that ships another catalogue. */
  readonly withBasis: (basis: DecisionBasis) => EvaluationParts;
  close(): Promise<void>;
}

export async function openVersions(basis: DecisionBasis = shippedBasis()): Promise<VersionsUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-versions-'));
  const stores = await openStores({ databaseUrl: null, dataDir, now: () => new Date() });
  const spreadsheets = { write: writeXlsx, read: readSheetRows };
  const withBasis = (other: DecisionBasis) => evaluationParts({ stores, basis: other, spreadsheets });
  return {
    deps: withBasis(basis),
    withBasis,
    async close() {
      await stores.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The catalogue without its best-known option and with every fact of another unknown. */
export function changedBasis(basis: DecisionBasis, droppedId: string): DecisionBasis {
  const providers = basis.catalogue.providers.filter(({ id }) => id !== droppedId);
  return { ...basis, catalogue: { ...basis.catalogue, providers, hash: 'f'.repeat(64) } };
}
