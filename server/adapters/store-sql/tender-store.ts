// The declared tender rule. A change of an open evaluation raises its version, so that freezing what was read before
// the change keeps nothing.

import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { StoredTender, TenderStatement, TenderStore } from '../../usecases/tender-store.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { EvaluationTenderTable, Tables } from './tables.ts';
import { admitChange, lockedState, preparedVersion } from './version-store.ts';

export function sqlTenderStore({ db, now }: StoreContext): TenderStore {
  return {
    get: (evaluationId) => readTender(db, evaluationId),
    async change(evaluationId, { statement, basedOn }, version) {
      const prepared = version === null ? null : await preparedVersion(version);
      const at = now().toISOString();
      return db.transaction().execute(async (trx) => {
        const state = await lockedState(trx, evaluationId);
        const revision = (await readTender(trx, evaluationId))?.revision ?? 0;
        if (state !== null && revision !== basedOn) return { kind: 'changedMeanwhile' };
        const refusal = await admitChange(trx, state, prepared, { cause: 'bids', at });
        if (refusal !== null) return refusal;
        await writeTender(trx, { evaluationId, statement, revision: revision + 1, at });
        if (prepared === null) await raiseVersion(trx, evaluationId, at);
        return { kind: 'changed' };
      });
    },
  };
}

/** Gives a copied evaluation the same rule. Bids stay behind: they were made for the tender that was copied from. */
export async function copyTender(
  trx: Transaction<Tables>,
  evaluations: { readonly from: string; readonly to: string },
  at: string,
): Promise<void> {
  const original = await readTender(trx, evaluations.from);
  if (original === null) return;
  const { bids: _bids, ...statement } = original.statement;
  await writeTender(trx, { evaluationId: evaluations.to, statement, revision: 1, at });
}

async function readTender(db: Kysely<Tables>, evaluationId: string): Promise<StoredTender | null> {
  const row = await db
    .selectFrom('evaluation_tender')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { revision, changed_at: changedAt } = row;
  return { statement: JSON.parse(row.statement_json) as TenderStatement, revision, changedAt };
}

async function writeTender(
  trx: Transaction<Tables>,
  tender: {
    readonly evaluationId: string;
    readonly statement: TenderStatement | null;
    readonly revision: number;
    readonly at: string;
  },
): Promise<void> {
  await trx.deleteFrom('evaluation_tender').where('evaluation_id', '=', tender.evaluationId).execute();
  if (tender.statement === null) return;
  const row: EvaluationTenderTable = {
    evaluation_id: tender.evaluationId,
    revision: tender.revision,
    statement_json: JSON.stringify(tender.statement),
    changed_at: tender.at,
  };
  await trx.insertInto('evaluation_tender').values(row).execute();
}

async function raiseVersion(trx: Transaction<Tables>, evaluationId: string, at: string): Promise<void> {
  await trx
    .updateTable('evaluation')
    .set({ version: sql<number>`version + 1`, updated_at: at })
    .where('id', '=', evaluationId)
    .execute();
}
