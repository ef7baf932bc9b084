// The audit log as the rest of mailfit sees it: one line where something happens that an auditor may ask about.

import { continueChain, EMPTY_CHAIN } from '../../core/access/audit-chain.ts';
import type { AuditAction, AuditEntry, AuditFacts, ChainVerdict } from '../../core/access/audit-chain.ts';
import { actorOf } from '../../core/access/principal.ts';
import type { Principal } from '../../core/access/principal.ts';
import type { Clock, Logger } from '../ports.ts';

export interface AuditFilter {
  readonly action?: AuditAction;
  /** Part of the actor's id or name. */
  readonly actor?: string;
  /** Part of the object. */
  readonly object?: string;
  /** ISO 8601; entries at or after it. */
  readonly from?: string;
  /** ISO 8601; entries before it. */
  readonly before?: string;
}

/** Keeps the entries. There is no way to change or remove one. */
export interface AuditStore {
  /** Adds the entry that follows the last one; two writers at once both succeed, one after the other. */
  append(facts: AuditFacts): Promise<AuditEntry>;
  /** Oldest first, those after `afterNumber`. */
  after(afterNumber: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Newest first, those before `beforeNumber` where one is given. */
  search(
    filter: AuditFilter,
    page: { readonly limit: number; readonly beforeNumber?: number },
  ): Promise<readonly AuditEntry[]>;
}

/** Who did it and from where. */
export interface Requester {
  readonly who: Principal;
  /** Network address; empty on the command line. */
  readonly address: string;
}

export interface AuditEvent {
  readonly object?: string;
  readonly detail?: string;
}

export interface AuditLog {
  /**
   * Adds one entry and resolves once it is on disk. It never rejects: an audit log that cannot be written is
   * reported in the log of the process and does not undo what was done.
   */
  record(by: Requester, action: AuditAction, event?: AuditEvent): Promise<void>;
  search: AuditStore['search'];
  /** Reads the whole chain. `expectedHead` is a hash noted down earlier: its entry must still be there. */
  verify(expectedHead?: string): Promise<ChainVerdict>;
}

const DETAIL_LENGTH_MAX = 500;
const OBJECT_LENGTH_MAX = 200;
const ENTRIES_AT_ONCE = 1_000;

export function createAuditLog(deps: {
  readonly store: AuditStore;
  readonly clock: Clock;
  readonly logger: Logger;
}): AuditLog {
  return {
    async record(by, action, event = {}) {
      const actor = actorOf(by.who);
      const facts: AuditFacts = {
        at: deps.clock.now().toISOString(),
        actorId: actor.id,
        actorLabel: actor.label,
        action,
        object: (event.object ?? '').slice(0, OBJECT_LENGTH_MAX),
        address: by.address,
        detail: (event.detail ?? '').slice(0, DETAIL_LENGTH_MAX),
      };
      try {
        const { number, hash } = await deps.store.append(facts);
        // A second place that keeps the hashes: who rewrites the database cannot also rewrite a log shipped elsewhere.
        deps.logger.info({ audit: { action, actor: actor.id, object: facts.object, number, hash } }, 'audit');
      } catch (error) {
        deps.logger.error({ err: error, audit: facts }, 'the audit log could not be written');
      }
    },
    search: (filter, page) => deps.store.search(filter, page),
    verify: (expectedHead) => verifyChain(deps.store, expectedHead),
  };
}

async function verifyChain(store: AuditStore, expectedHead: string | undefined): Promise<ChainVerdict> {
  let state = EMPTY_CHAIN;
  let isHeadSeen = expectedHead === undefined;
  for (;;) {
    const entries = await store.after(state.number, ENTRIES_AT_ONCE);
    if (entries.length === 0) break;
    const next = continueChain(state, entries);
    if ('kind' in next) return next;
    isHeadSeen ||= entries.some((entry) => entry.hash === expectedHead);
    state = next;
  }
  return isHeadSeen
    ? { kind: 'whole', entries: state.number, headHash: state.hash }
    : { kind: 'broken', atNumber: state.number + 1, fault: 'endMissing' };
}
