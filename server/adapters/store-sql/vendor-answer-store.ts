// What vendors declared for an evaluation. On a frozen one it comes in together with the version that it makes.

import type { Transaction } from 'kysely';
import type { VendorAnswers } from '../../core/rfp/read-answers.ts';
import type { TakenAnswers, VendorAnswerStore, VendorSheet } from '../../usecases/version-store.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { Tables } from './tables.ts';
import { admitChange, lockedState, preparedVersion } from './version-store.ts';
import type { VendorAnswerTable } from './version-tables.ts';

export function sqlVendorAnswerStore(context: StoreContext): VendorAnswerStore {
  const { db } = context;
  return {
    async take(evaluationId, taken, version) {
      const prepared = version === null ? null : await preparedVersion(version);
      const at = context.now().toISOString();
      return db.transaction().execute(async (trx) => {
        const state = await lockedState(trx, evaluationId);
        const refusal = await admitChange(trx, state, prepared, { cause: 'vendor-answers', at });
        if (refusal !== null) return refusal;
        await insertAnswers(trx, { evaluationId, id: context.newId(), at }, taken);
        return { kind: 'taken' };
      });
    },
    async listFor(evaluationId) {
      const rows = await db
        .selectFrom('vendor_answer')
        .selectAll()
        .where('evaluation_id', '=', evaluationId)
        .orderBy('position')
        .execute();
      return rows.map(sheetOf);
    },
    remove: async (evaluationId, sheetId) =>
      db.transaction().execute(async (trx) => removeSheet(trx, evaluationId, sheetId)),
  };
}

async function removeSheet(
  trx: Transaction<Tables>,
  evaluationId: string,
  sheetId: string,
): Promise<'removed' | 'notFound' | 'frozen'> {
  const state = await lockedState(trx, evaluationId);
  if (state === null) return 'notFound';
  if (state.kind === 'frozen') return 'frozen';
  const { numDeletedRows } = await trx
    .deleteFrom('vendor_answer')
    .where('evaluation_id', '=', evaluationId)
    .where('id', '=', sheetId)
    .executeTakeFirst();
  return numDeletedRows > 0n ? 'removed' : 'notFound';
}

async function insertAnswers(
  trx: Transaction<Tables>,
  row: { readonly evaluationId: string; readonly id: string; readonly at: string },
  { answers, fileName, fileHash, takenBy }: TakenAnswers,
): Promise<void> {
  const last = await trx
    .selectFrom('vendor_answer')
    .select((select) => select.fn.max('position').as('position'))
    .where('evaluation_id', '=', row.evaluationId)
    .executeTakeFirst();
  await trx
    .insertInto('vendor_answer')
    .values({
      id: row.id,
      evaluation_id: row.evaluationId,
      position: 1 + (last?.position ?? 0),
      option_id: answers.optionId,
      vendor: answers.vendor,
      answered_on: answers.answeredOn,
      facts_json: JSON.stringify(answers.facts),
      file_name: fileName,
      file_hash: fileHash,
      taken_at: row.at,
      taken_by: takenBy,
    })
    .execute();
}

function sheetOf(row: VendorAnswerTable): VendorSheet {
  return {
    id: row.id,
    answers: {
      optionId: row.option_id,
      vendor: row.vendor,
      answeredOn: row.answered_on,
      facts: JSON.parse(row.facts_json) as VendorAnswers['facts'],
    },
    fileName: row.file_name,
    fileHash: row.file_hash,
    takenAt: row.taken_at,
    takenBy: row.taken_by,
  };
}
