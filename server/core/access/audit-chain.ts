// The audit log as a hash chain: every entry holds the hash of the one before it, so that a changed, removed or
// inserted entry breaks the chain from there on.

import { sha256Hex } from '../digest/sha256.ts';

/** What is worth an entry. New kinds may be added; one that exists keeps its meaning. */
export const AUDIT_ACTIONS = [
  'setup.completed',
  'signin.succeeded',
  'signin.failed',
  'signout',
  'session.revoked',
  'password.changed',
  'password.reset-link-made',
  'invitation.made',
  'invitation.revoked',
  'invitation.accepted',
  'account.role-changed',
  'account.disabled',
  'account.enabled',
  'access.refused',
  'run.started',
  'run.stopped',
  'candidate.changed',
  'evaluation.created',
  'evaluation.exported',
  'evaluation.frozen',
  'evaluation.reopened',
  'evaluation.vendor-answers-taken',
  'evaluation.vendor-answers-removed',
  'evaluation.tender-declared',
  'evaluation.tender-withdrawn',
  'evaluation.bids-entered',
  'evaluation.deleted',
  'share.made',
  'share.revoked',
  'share.opened',
  'token.made',
  'token.revoked',
  'audit.exported',
  'database.backed-up',
  'database.restored',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditFacts {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actorId: string;
  readonly actorLabel: string;
  readonly action: AuditAction;
  /** What it was done to, such as `evaluation:…`; empty when there is no object. */
  readonly object: string;
  /** Network address of whoever asked; empty when it came from this machine's command line. */
  readonly address: string;
  /** A short text for people, such as “viewer → engineer”. Never a secret. */
  readonly detail: string;
}

export interface AuditEntry extends AuditFacts {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly previousHash: string;
  /** SHA-256 over everything above, as lower-case hexadecimal. */
  readonly hash: string;
}

/** Stands before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/** The entry that follows `previous` (null for the first one). */
export function nextEntry(
  previous: Pick<AuditEntry, 'number' | 'hash'> | null,
  facts: AuditFacts,
): AuditEntry {
  const linked = {
    ...facts,
    number: (previous?.number ?? 0) + 1,
    previousHash: previous?.hash ?? CHAIN_START,
  };
  return { ...linked, hash: hashOf(linked) };
}

// A JSON list has one spelling only and no separator that a value could imitate.
function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { number, previousHash, at, actorId, actorLabel, action, object, address, detail } = entry;
  return sha256Hex(
    JSON.stringify([number, previousHash, at, actorId, actorLabel, action, object, address, detail]),
  );
}

export type ChainVerdict =
  | { readonly kind: 'whole'; readonly entries: number; readonly headHash: string }
  | {
      readonly kind: 'broken';
      /** Number at which the first fault shows. */
      readonly atNumber: number;
      readonly fault: 'entryChanged' | 'linkBroken' | 'numberMissing' | 'endMissing';
    };

export interface ChainState {
  readonly number: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainState = { number: 0, hash: CHAIN_START };

/** Checks the entries that follow `state`, oldest first; a long log can so be read in pieces. */
export function continueChain(
  state: ChainState,
  entries: readonly AuditEntry[],
): ChainState | Extract<ChainVerdict, { readonly kind: 'broken' }> {
  let { number, hash } = state;
  for (const entry of entries) {
    if (entry.number !== number + 1) {
      return { kind: 'broken', atNumber: number + 1, fault: 'numberMissing' };
    }
    if (entry.previousHash !== hash) return { kind: 'broken', atNumber: entry.number, fault: 'linkBroken' };
    const { hash: written, ...rest } = entry;
    if (hashOf(rest) !== written) return { kind: 'broken', atNumber: entry.number, fault: 'entryChanged' };
    ({ number, hash } = entry);
  }
  return { number, hash };
}
