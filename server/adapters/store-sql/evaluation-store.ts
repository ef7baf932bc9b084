// Evaluations and their answers. Each answer remembers the version it changed in, so that two people who edit
// different questions never disturb each other and two who edit the same one are told.

import { sql } from 'kysely';
import type { ControlledTransaction, Kysely, Transaction } from 'kysely';
import type {
  Evaluation,
  EvaluationStore,
  EvaluationSummary,
  RemoveOutcome,
  SaveOutcome,
  StoredAnswer,
  StoredAnswers,
} from '../../usecases/stores.ts';
import { inBatches } from './in-batches.ts';
import { copyOpinions } from './opinion-store.ts';
import { copyTender } from './tender-store.ts';
import { readState } from './version-store.ts';
import type { AnswerTable, EvaluationTable, Tables } from './tables.ts';

export interface StoreContext {
  readonly db: Kysely<Tables>;
  readonly now: () => Date;
  readonly newId: () => string;
}

const TAKEN_BACK = 'null';
/** Everything but frozen versions, which keep their evaluation from being removed. */
const TABLES_OF_AN_EVALUATION = [
  'vendor_answer',
  'evaluation_state',
  'answer',
  'opinion',
  'evaluation_tender',
] as const;

export function sqlEvaluationStore(context: StoreContext): EvaluationStore {
  const save = inBatches((saves: readonly Save[]) => saveTogether(context, saves));
  return {
    create: ({ title, answers }) => createEvaluation(context, title, answers ?? {}),
    get: (id) => readEvaluation(context.db, id),
    saveAnswers: (id, changes, basedOnVersion) => save({ id, changes, basedOnVersion }),
    async rename(id, title) {
      const outcome = await context.db
        .updateTable('evaluation')
        .set({ title, updated_at: context.now().toISOString() })
        .where('id', '=', id)
        .executeTakeFirst();
      return outcome.numUpdatedRows > 0n;
    },
    list: (limit) => listEvaluations(context.db, limit),
    async copy(id, title) {
      const original = await readEvaluation(context.db, id);
      if (original === null) return null;
      return createEvaluation(context, title, original.answers, async (trx, copyId) => {
        const evaluations = { from: id, to: copyId };
        await copyOpinions(trx, context, evaluations);
        await copyTender(trx, evaluations, context.now().toISOString());
      });
    },
    remove: (id) => removeEvaluation(context.db, id),
  };
}

async function createEvaluation(
  context: StoreContext,
  title: string,
  answers: StoredAnswers,
  alsoWrite: (trx: Transaction<Tables>, id: string) => Promise<void> = () => Promise.resolve(),
): Promise<Evaluation> {
  const at = context.now().toISOString();
  const row: EvaluationTable = { id: context.newId(), title, version: 1, created_at: at, updated_at: at };
  await context.db.transaction().execute(async (trx) => {
    await trx.insertInto('evaluation').values(row).execute();
    await writeAnswers(trx, row.id, { changes: answers, version: row.version });
    await alsoWrite(trx, row.id);
  });
  return evaluationOf(row, answerRows(row.id, answers, row.version));
}

// What belongs to an evaluation goes first: the database keeps references whole. A frozen version is a record that
// others rely on, so an evaluation that has one stays.
async function removeEvaluation(db: Kysely<Tables>, id: string): Promise<RemoveOutcome> {
  return db.transaction().execute(async (trx) => {
    const version = await trx
      .selectFrom('evaluation_version')
      .select('number')
      .where('evaluation_id', '=', id)
      .executeTakeFirst();
    if (version !== undefined) return 'frozen';
    for (const table of TABLES_OF_AN_EVALUATION) {
      await trx.deleteFrom(table).where('evaluation_id', '=', id).execute();
    }
    const outcome = await trx.deleteFrom('evaluation').where('id', '=', id).executeTakeFirst();
    return outcome.numDeletedRows > 0n ? 'removed' : 'notFound';
  });
}

async function readEvaluation(db: Kysely<Tables>, id: string): Promise<Evaluation | null> {
  const row = await db.selectFrom('evaluation').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : evaluationOf(row, await readAnswers(db, id));
}

function readAnswers(db: Kysely<Tables>, id: string): Promise<AnswerTable[]> {
  return db.selectFrom('answer').selectAll().where('evaluation_id', '=', id).orderBy('question_id').execute();
}

interface Save {
  readonly id: string;
  readonly changes: StoredAnswers;
  readonly basedOnVersion: number | undefined;
}

// In the order of the ids, so that two processes never wait for each other's rows.
async function saveTogether(context: StoreContext, saves: readonly Save[]): Promise<SaveOutcome[]> {
  const outcomes: SaveOutcome[] = [];
  const places = saves.map((_, place) => place);
  const byId = places.toSorted((a, b) => compareIds(saves[a], saves[b]));
  const trx = await context.db.startTransaction().execute();
  try {
    for (const place of byId) {
      const save = saves[place];
      if (save !== undefined) outcomes[place] = await saveAnswers(trx, save, context.now().toISOString());
    }
    await trx.commit().execute();
    return outcomes;
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute();
    throw error;
  }
}

function compareIds(a: Save | undefined, b: Save | undefined): number {
  if (a === undefined || b === undefined || a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

// The version is raised first: that takes the row's lock in both databases, so the conflict check sees a still picture.
async function saveAnswers(
  trx: ControlledTransaction<Tables>,
  save: Save,
  updatedAt: string,
): Promise<SaveOutcome> {
  const { id, changes } = save;
  const undo = await trx.savepoint('save').execute();
  const row = await trx
    .updateTable('evaluation')
    .set({ version: sql<number>`version + 1`, updated_at: updatedAt })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  const refusal = await refusalOf(trx, row, save);
  if (row === undefined || refusal !== null) {
    await undo.rollbackToSavepoint('save').execute();
    return refusal ?? { kind: 'notFound' };
  }
  await writeAnswers(trx, id, { changes, version: row.version });
  return { kind: 'saved', evaluation: evaluationOf(row, await readAnswers(trx, id)) };
}

/** Why nothing may be saved: the evaluation is frozen, or somebody else changed the same questions meanwhile. */
async function refusalOf(
  trx: Transaction<Tables>,
  raised: EvaluationTable | undefined,
  save: Save,
): Promise<SaveOutcome | null> {
  if (raised === undefined) return null;
  const before = await readAnswers(trx, raised.id);
  const evaluation = evaluationOf({ ...raised, version: raised.version - 1 }, before);
  if ((await readState(trx, raised.id)).kind === 'frozen') return { kind: 'frozen', evaluation };
  const questionIds = changedSince(before, save.changes, save.basedOnVersion);
  return questionIds.length > 0 ? { kind: 'conflict', evaluation, questionIds } : null;
}

function changedSince(
  before: readonly AnswerTable[],
  changes: StoredAnswers,
  basedOnVersion: number | undefined,
): string[] {
  if (basedOnVersion === undefined) return [];
  return before
    .filter((row) => row.version > basedOnVersion && Object.hasOwn(changes, row.question_id))
    .filter((row) => row.value_json !== JSON.stringify(changes[row.question_id]))
    .map((row) => row.question_id);
}

async function writeAnswers(
  trx: Transaction<Tables>,
  id: string,
  save: { readonly changes: StoredAnswers; readonly version: number },
): Promise<void> {
  const rows = answerRows(id, save.changes, save.version);
  if (rows.length === 0) return;
  await trx
    .insertInto('answer')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['evaluation_id', 'question_id']).doUpdateSet((row) => ({
        value_json: row.ref('excluded.value_json'),
        version: row.ref('excluded.version'),
      })),
    )
    .execute();
}

function answerRows(id: string, answers: StoredAnswers, version: number): AnswerTable[] {
  return Object.entries(answers).map(([questionId, value]) => ({
    evaluation_id: id,
    question_id: questionId,
    value_json: JSON.stringify(value),
    version,
  }));
}

function evaluationOf(row: EvaluationTable, answers: readonly AnswerTable[]): Evaluation {
  const kept = answers.filter((answer) => answer.value_json !== TAKEN_BACK);
  return {
    id: row.id,
    title: row.title,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    answers: Object.fromEntries(
      kept.map((answer) => [answer.question_id, JSON.parse(answer.value_json) as StoredAnswer]),
    ),
  };
}

async function listEvaluations(db: Kysely<Tables>, limit: number): Promise<readonly EvaluationSummary[]> {
  const rows = await db
    .selectFrom('evaluation')
    .leftJoin('answer', (join) =>
      join.onRef('answer.evaluation_id', '=', 'evaluation.id').on('answer.value_json', '!=', TAKEN_BACK),
    )
    .selectAll('evaluation')
    .select((select) => select.fn.count<number | string>('answer.question_id').as('answer_count'))
    .groupBy('evaluation.id')
    .orderBy('evaluation.updated_at', 'desc')
    .orderBy('evaluation.id')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { answers: _left, ...summary } = evaluationOf(row, []);
    return { ...summary, answerCount: Number(row.answer_count) };
  });
}
