// Mail that passes several products meets the smallest limit among them: mailbox, then gateway, then relay.
// Invariant: where one product on the path does not state its limit, the result is an upper bound and says so.

import type { FactId } from './fact.ts';
import { readFact } from '../scoring/fact-reading.ts';
import type { Provider } from './provider.ts';

/** Limits that every product on the path applies to the same message. */
export const PATH_LIMITS = [
  'messageSizeMax',
  'attachmentMax',
  'recipientsPerMessage',
  'sendingLimit',
] as const satisfies readonly FactId[];
export type PathLimitId = (typeof PATH_LIMITS)[number];

export interface PathLimit {
  readonly factId: PathLimitId;
  /** The option that sets the limit; null when none of them states one. */
  readonly setBy: Provider | null;
  /** Options that do not state theirs: the real limit may be lower. */
  readonly silent: readonly Provider[];
  /** Every option that says so has no limit. */
  readonly isUnlimited: boolean;
}

/** @param users mailboxes that share a limit stated for a whole organisation or server */
export function pathLimits(path: readonly Provider[], users: number): readonly PathLimit[] {
  return PATH_LIMITS.map((factId) => {
    const stated: { readonly provider: Provider; readonly amount: number }[] = [];
    const silent: Provider[] = [];
    for (const provider of path) {
      const reading = readFact(provider.facts[factId], users);
      if (reading.kind === 'number') stated.push({ provider, amount: reading.min });
      else if (reading.kind !== 'notApplicable') silent.push(provider);
    }
    const least = stated.reduce((low, { amount }) => Math.min(low, amount), Number.POSITIVE_INFINITY);
    const setBy = stated.find(({ amount }) => amount === least && Number.isFinite(amount))?.provider ?? null;
    return { factId, setBy, silent, isUnlimited: stated.length > 0 && setBy === null };
  });
}

/** A path needs a product that holds mailboxes and one that mail passes on its way in or out. */
export function isPath(options: readonly Provider[]): boolean {
  const isOnTheWay = ({ kind }: Provider): boolean => kind === 'gateway' || kind === 'relay';
  return options.some(isOnTheWay) && options.filter((one) => !isOnTheWay(one)).length === 1;
}
