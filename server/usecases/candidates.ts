// Candidates with their passwords: a password comes in, is sealed, and is opened only when a run starts.

import type { Candidate, CandidateFields, CandidateStore } from './candidate-store.ts';
import { CANDIDATE_PASSWORD } from './load-runner.ts';
import type { OpenedSecret, SecretBox } from './secret-box.ts';
import type { JsonObject } from './stores.ts';

/** What becomes of the stored password when a candidate is saved. */
export type SecretChange =
  | { readonly kind: 'keep' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'replace'; readonly secret: string };

export interface CandidateBook {
  list(): Promise<readonly Candidate[]>;
  get(id: string): Promise<Candidate | null>;
  /** Throws MailfitError when the password cannot be sealed; nothing is saved then. */
  create(fields: CandidateFields, secret: SecretChange): Promise<Candidate>;
  /** Null when the candidate does not exist. Without `auth` the stored password is forgotten. */
  update(id: string, fields: CandidateFields, secret: SecretChange): Promise<Candidate | null>;
  remove(id: string): Promise<boolean>;
  /** Null when there is none. */
  secretOf(id: string): Promise<OpenedSecret | null>;
}

export function createCandidateBook(store: CandidateStore, box: SecretBox): CandidateBook {
  const saveSecret = async (
    candidate: Candidate,
    fields: CandidateFields,
    change: SecretChange,
  ): Promise<void> => {
    if (change.kind === 'replace' && fields.auth !== null) {
      await store.keepSecret(candidate.id, box.seal(change.secret, candidate.id));
    } else if (change.kind === 'forget' || fields.auth === null) {
      await store.keepSecret(candidate.id, null);
    }
  };
  return {
    list: () => store.list(),
    get: (id) => store.get(id),
    async create(fields, change) {
      // Without a usable key this throws before anything is stored.
      if (change.kind === 'replace') box.seal(change.secret, 'new');
      const candidate = await store.create(fields);
      await saveSecret(candidate, fields, change);
      return (await store.get(candidate.id)) ?? candidate;
    },
    async update(id, fields, change) {
      if (change.kind === 'replace') box.seal(change.secret, id);
      const candidate = await store.update(id, fields);
      if (candidate === null) return null;
      await saveSecret(candidate, fields, change);
      return store.get(id);
    },
    remove: (id) => store.remove(id),
    async secretOf(id) {
      const sealed = await store.sealedSecret(id);
      return sealed === null ? null : box.open(sealed, id);
    },
  };
}

/** How sessions with a candidate talk: the part of a plan that is the candidate's. The password is named, not given. */
export function sessionOf(candidate: Candidate): JsonObject {
  return {
    tls: candidate.tls,
    ...(candidate.tlsVerify ? {} : { tlsVerify: false }),
    ...(candidate.auth === null ? {} : { auth: { ...candidate.auth, passwordEnv: CANDIDATE_PASSWORD } }),
  };
}

/** The plan as it is carried out against the candidate. */
export function planForCandidate(plan: JsonObject, candidate: Candidate): JsonObject {
  const session = (plan['session'] ?? {}) as JsonObject;
  return { ...plan, target: candidate.endpoint, session: { ...session, ...sessionOf(candidate) } };
}
