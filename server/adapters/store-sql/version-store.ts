// Frozen versions. Their documents are kept once, under their own hash: ten versions on one catalogue hold it once.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import type {
  EvaluationState,
  KeepOutcome,
  NewVersion,
  VersionCause,
  VersionRecord,
  VersionStore,
} from '../../usecases/version-store.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { Tables } from './tables.ts';
import type { EvaluationVersionTable, SnapshotTable } from './version-tables.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export function sqlVersionStore(context: StoreContext): VersionStore {
  const { db, now } = context;
  return {
    state: (evaluationId) => readState(db, evaluationId),
    async freeze(version) {
      const prepared = await preparedVersion(version);
      return db.transaction().execute(async (trx) => {
        const state = await lockedState(trx, version.evaluationId);
        if (state?.kind === 'frozen') return { kind: 'alreadyFrozen', number: state.number };
        return keepVersion(trx, prepared, { cause: 'frozen', at: now().toISOString() });
      });
    },
    reopen: (evaluationId, by, reason) =>
      db.transaction().execute(async (trx) => {
        const state = await lockedState(trx, evaluationId);
        if (state?.kind !== 'frozen') return false;
        const change = { state: 'reopened', changed_at: now().toISOString(), changed_by: by, reason };
        await trx
          .updateTable('evaluation_state')
          .set(change)
          .where('evaluation_id', '=', evaluationId)
          .execute();
        return true;
      }),
    async list(evaluationId) {
      const rows = await db
        .selectFrom('evaluation_version')
        .selectAll()
        .where('evaluation_id', '=', evaluationId)
        .orderBy('number')
        .execute();
      return rows.map(recordOf);
    },
    document: (hash) => readDocument(db, hash),
  };
}

async function readDocument(db: Kysely<Tables>, hash: string): Promise<string | null> {
  const row = await db.selectFrom('snapshot').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (row === undefined) return null;
  const text = (await unpack(Buffer.from(row.packed, 'base64'))).toString('utf8');
  // An auditor relies on this text being what was frozen, whatever happened to the database since.
  if (hashOf(text) !== hash) throw new Error(`The document ${hash} in the database is not what was frozen`);
  return text;
}

/** A version whose documents are packed already: compressing takes longer than a transaction should. */
export interface PreparedVersion {
  readonly version: NewVersion;
  readonly snapshots: readonly SnapshotTable[];
  readonly hashes: VersionRecord['hashes'];
}

export async function preparedVersion(version: NewVersion): Promise<PreparedVersion> {
  const { inputs, catalogue, reference, recommendation } = version.documents;
  const snapshots = await Promise.all(
    [inputs, catalogue, reference, recommendation].map(async (text): Promise<SnapshotTable> => ({
      hash: hashOf(text),
      packed: (await pack(Buffer.from(text, 'utf8'))).toString('base64'),
    })),
  );
  const hashes = {
    inputs: hashOf(inputs),
    catalogue: hashOf(catalogue),
    reference: hashOf(reference),
    recommendation: hashOf(recommendation),
  };
  return { version, snapshots, hashes };
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Takes the evaluation's row lock, so that nobody saves an answer meanwhile; null where there is no evaluation. */
export async function lockedState(
  trx: Transaction<Tables>,
  evaluationId: string,
): Promise<EvaluationState | null> {
  const locked = await trx
    .updateTable('evaluation')
    .set((row) => ({ updated_at: row.ref('updated_at') }))
    .where('id', '=', evaluationId)
    .executeTakeFirst();
  return locked.numUpdatedRows === 0n ? null : readState(trx, evaluationId);
}

export async function readState(db: Kysely<Tables>, evaluationId: string): Promise<EvaluationState> {
  const row = await db
    .selectFrom('evaluation_state')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();
  if (row === undefined) return { kind: 'open' };
  const number = await latestNumber(db, evaluationId);
  return row.state === 'frozen'
    ? { kind: 'frozen', number }
    : { kind: 'reopened', number, at: row.changed_at, by: row.changed_by, reason: row.reason };
}

async function latestNumber(db: Kysely<Tables>, evaluationId: string): Promise<number> {
  const row = await db
    .selectFrom('evaluation_version')
    .select((select) => select.fn.max('number').as('latest'))
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();
  return row?.latest ?? 0;
}

/**
 * Lets a change pass: by itself while the evaluation is open, together with the version that it makes while it is
 * frozen. Answers why it may not pass. The caller holds the row's lock.
 */
export async function admitChange(
  trx: Transaction<Tables>,
  state: EvaluationState | null,
  prepared: PreparedVersion | null,
  made: { readonly cause: VersionCause; readonly at: string },
): Promise<Exclude<KeepOutcome, { readonly kind: 'kept' }> | null> {
  if (state === null) return { kind: 'notFound' };
  if (state.kind !== 'frozen') return prepared === null ? null : { kind: 'changedMeanwhile' };
  if (prepared === null) return { kind: 'alreadyFrozen', number: state.number };
  const kept = await keepVersion(trx, prepared, made);
  return kept.kind === 'kept' ? null : kept;
}

/** Writes the version and leaves the evaluation frozen. The caller holds the row's lock. */
export async function keepVersion(
  trx: Transaction<Tables>,
  { version, snapshots, hashes }: PreparedVersion,
  made: { readonly cause: VersionCause; readonly at: string },
): Promise<KeepOutcome> {
  const { evaluationId, answersVersion, by, reason } = version;
  const current = await trx
    .selectFrom('evaluation')
    .select('version')
    .where('id', '=', evaluationId)
    .executeTakeFirst();
  if (current === undefined) return { kind: 'notFound' };
  if (current.version !== answersVersion) return { kind: 'changedMeanwhile' };
  for (const snapshot of snapshots) {
    await trx
      .insertInto('snapshot')
      .values(snapshot)
      .onConflict((same) => same.doNothing())
      .execute();
  }
  const row: EvaluationVersionTable = {
    evaluation_id: evaluationId,
    number: 1 + (await latestNumber(trx, evaluationId)),
    cause: made.cause,
    made_at: made.at,
    made_by: by,
    reason,
    answers_version: answersVersion,
    inputs_hash: hashes.inputs,
    catalogue_hash: hashes.catalogue,
    reference_hash: hashes.reference,
    recommendation_hash: hashes.recommendation,
  };
  await trx.insertInto('evaluation_version').values(row).execute();
  await setFrozen(trx, version, made.at);
  return { kind: 'kept', version: recordOf(row) };
}

async function setFrozen(trx: Transaction<Tables>, version: NewVersion, at: string): Promise<void> {
  const change = { state: 'frozen', changed_at: at, changed_by: version.by, reason: version.reason };
  await trx
    .insertInto('evaluation_state')
    .values({ evaluation_id: version.evaluationId, ...change })
    .onConflict((same) => same.column('evaluation_id').doUpdateSet(change))
    .execute();
}

function recordOf(row: EvaluationVersionTable): VersionRecord {
  return {
    number: row.number,
    cause: row.cause as VersionCause,
    madeAt: row.made_at,
    madeBy: row.made_by,
    reason: row.reason,
    answersVersion: row.answers_version,
    hashes: {
      inputs: row.inputs_hash,
      catalogue: row.catalogue_hash,
      reference: row.reference_hash,
      recommendation: row.recommendation_hash,
    },
  };
}
