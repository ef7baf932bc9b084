// The people who are asked for weights. The evaluation's row is locked by an update first, so that two invitations at
// once get two places and never the same name.

import type { Kysely, Transaction } from 'kysely';
import { MAX_PEOPLE } from '../../core/scoring/stated-weights.ts';
import type {
  Drafts,
  ElicitationMethod,
  InviteOutcome,
  Opinion,
  OpinionStore,
} from '../../usecases/opinions.ts';
import { MailfitError } from '../../errors.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { OpinionTable, Tables } from './tables.ts';
import { readState } from './version-store.ts';

const FIRST_METHOD: ElicitationMethod = 'swing';

export function sqlOpinionStore(context: StoreContext): OpinionStore {
  const { db, now } = context;
  return {
    invite: (evaluationId, name) =>
      db.transaction().execute((trx) => invite(trx, context, { evaluationId, name })),
    get: (id) => readOpinion(db, id),
    listFor: async (evaluationId) => (await rowsOf(db, evaluationId)).map(opinionOf),
    saveDraft: (id, method, draft) =>
      db.transaction().execute(async (trx) => {
        await refuseFrozen(trx, id);
        // The first change takes the row's lock, so that two drafts at once do not undo each other.
        const before = await changeOpinion(trx, id, { method, updated_at: now().toISOString() });
        if (before === null) return null;
        return changeOpinion(trx, id, { drafts_json: JSON.stringify({ ...before.drafts, [method]: draft }) });
      }),
    setGiven(id, isGiven) {
      const at = now().toISOString();
      return db.transaction().execute(async (trx) => {
        await refuseFrozen(trx, id);
        return changeOpinion(trx, id, { given_at: isGiven ? at : null, updated_at: at });
      });
    },
    rename: (id, name) =>
      db.transaction().execute(async (trx) => {
        await refuseFrozen(trx, id);
        const own = await changeOpinion(trx, id, { updated_at: now().toISOString() });
        const others = own === null ? [] : await rowsOf(trx, own.evaluationId);
        if (own === null || others.some((row) => row.name === name && row.id !== id)) return false;
        return (await changeOpinion(trx, id, { name })) !== null;
      }),
    remove: (id) =>
      db.transaction().execute(async (trx) => {
        await refuseFrozen(trx, id);
        const outcome = await trx.deleteFrom('opinion').where('id', '=', id).executeTakeFirst();
        return outcome.numDeletedRows > 0n;
      }),
  };
}

/** Gives a copied evaluation the same people with the same weights, under addresses of its own. */
export async function copyOpinions(
  trx: Transaction<Tables>,
  context: StoreContext,
  evaluations: { readonly from: string; readonly to: string },
): Promise<void> {
  const rows = await rowsOf(trx, evaluations.from);
  if (rows.length === 0) return;
  const copies = rows.map((row) => ({ ...row, id: context.newId(), evaluation_id: evaluations.to }));
  await trx.insertInto('opinion').values(copies).execute();
}

async function invite(
  trx: Transaction<Tables>,
  context: StoreContext,
  person: { readonly evaluationId: string; readonly name: string },
): Promise<InviteOutcome> {
  const at = context.now().toISOString();
  const evaluation = await trx
    .updateTable('evaluation')
    .set({ updated_at: at })
    .where('id', '=', person.evaluationId)
    .executeTakeFirst();
  if (evaluation.numUpdatedRows === 0n) return { kind: 'notFound' };
  await refuseFrozenEvaluation(trx, person.evaluationId);
  const others = await rowsOf(trx, person.evaluationId);
  if (others.some(({ name }) => name === person.name)) return { kind: 'nameTaken' };
  if (others.length >= MAX_PEOPLE) return { kind: 'full' };
  const row: OpinionTable = {
    id: context.newId(),
    evaluation_id: person.evaluationId,
    position: 1 + Math.max(0, ...others.map(({ position }) => position)),
    name: person.name,
    method: FIRST_METHOD,
    drafts_json: '{}',
    given_at: null,
    updated_at: at,
  };
  await trx.insertInto('opinion').values(row).execute();
  return { kind: 'invited', opinion: opinionOf(row) };
}

// The evaluation's row is locked, so that freezing and changing weights at the same moment come one after the other.
async function refuseFrozen(trx: Transaction<Tables>, id: string): Promise<void> {
  const opinion = await readOpinion(trx, id);
  if (opinion === null) return;
  await trx
    .updateTable('evaluation')
    .set((row) => ({ updated_at: row.ref('updated_at') }))
    .where('id', '=', opinion.evaluationId)
    .execute();
  await refuseFrozenEvaluation(trx, opinion.evaluationId);
}

async function refuseFrozenEvaluation(trx: Transaction<Tables>, evaluationId: string): Promise<void> {
  const { kind } = await readState(trx, evaluationId);
  if (kind === 'frozen') throw new MailfitError('evaluationFrozen', []);
}

async function readOpinion(db: Kysely<Tables>, id: string): Promise<Opinion | null> {
  const row = await db.selectFrom('opinion').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : opinionOf(row);
}

function rowsOf(db: Kysely<Tables>, evaluationId: string): Promise<OpinionTable[]> {
  return db
    .selectFrom('opinion')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .orderBy('position')
    .execute();
}

async function changeOpinion(
  db: Kysely<Tables>,
  id: string,
  change: Partial<OpinionTable>,
): Promise<Opinion | null> {
  const row = await db
    .updateTable('opinion')
    .set(change)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : opinionOf(row);
}

function opinionOf(row: OpinionTable): Opinion {
  return {
    id: row.id,
    evaluationId: row.evaluation_id,
    name: row.name,
    method: row.method as ElicitationMethod,
    drafts: JSON.parse(row.drafts_json) as Drafts,
    givenAt: row.given_at,
    updatedAt: row.updated_at,
  };
}
