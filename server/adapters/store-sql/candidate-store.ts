// Candidates. The sealed secret is written and read by statements of its own, so that no listing can carry it along.

import { randomBytes } from 'node:crypto';
import type {
  AuthMechanism,
  Candidate,
  CandidateFields,
  CandidateStore,
  TlsMode,
} from '../../usecases/candidate-store.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { CandidateTable } from './tables.ts';

const ID_BYTES = 8;

type FieldColumns = Omit<CandidateTable, 'id' | 'sealed_secret' | 'created_at' | 'updated_at'>;

export function sqlCandidateStore({ db, now }: StoreContext): CandidateStore {
  return {
    async create(fields) {
      const at = now().toISOString();
      const id = `cand-${randomBytes(ID_BYTES).toString('hex')}`;
      const row = { id, ...columnsOf(fields), sealed_secret: null, created_at: at, updated_at: at };
      await db.insertInto('candidate').values(row).execute();
      return candidateOf(row);
    },
    async get(id) {
      const row = await db.selectFrom('candidate').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : candidateOf(row);
    },
    async list() {
      const rows = await db.selectFrom('candidate').selectAll().orderBy('name').orderBy('id').execute();
      return rows.map(candidateOf);
    },
    async update(id, fields) {
      const row = await db
        .updateTable('candidate')
        .set({ ...columnsOf(fields), updated_at: now().toISOString() })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : candidateOf(row);
    },
    async remove(id) {
      const outcome = await db.deleteFrom('candidate').where('id', '=', id).executeTakeFirst();
      return outcome.numDeletedRows > 0n;
    },
    ...secretStatements({ db }),
  };
}

function secretStatements({
  db,
}: Pick<StoreContext, 'db'>): Pick<CandidateStore, 'keepSecret' | 'sealedSecret'> {
  return {
    async keepSecret(id, sealed) {
      const outcome = await db
        .updateTable('candidate')
        .set({ sealed_secret: sealed })
        .where('id', '=', id)
        .executeTakeFirst();
      return outcome.numUpdatedRows > 0n;
    },
    async sealedSecret(id) {
      const row = await db
        .selectFrom('candidate')
        .select('sealed_secret')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.sealed_secret ?? null;
    },
  };
}

function columnsOf(fields: CandidateFields): FieldColumns {
  return {
    name: fields.name,
    endpoint: fields.endpoint,
    tls: fields.tls,
    tls_verify: fields.tlsVerify ? 1 : 0,
    provider_id: fields.providerId,
    notes: fields.notes,
    auth_mechanism: fields.auth?.mechanism ?? null,
    auth_user: fields.auth?.user ?? null,
  };
}

function candidateOf(row: CandidateTable): Candidate {
  const { auth_mechanism: mechanism, auth_user: user } = row;
  return {
    id: row.id,
    name: row.name,
    endpoint: row.endpoint,
    tls: row.tls as TlsMode,
    tlsVerify: row.tls_verify === 1,
    providerId: row.provider_id,
    notes: row.notes,
    auth: mechanism === null || user === null ? null : { mechanism: mechanism as AuthMechanism, user },
    hasSecret: row.sealed_secret !== null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
