// Mail that passes several products meets the smallest limit among them: mailbox, then gateway, then relay.
// Invariant: where one product on the path does not state its limit, the result is an upper bound and says so.

import type { FactId } from './fact.ts';
import { readFact } from '../scoring/fact-reading.ts';
import type { Provider } from './provider.ts';
import type { PathLink } from './smallest-limit.ts';
import { silentLinks, smallestLimit } from './smallest-limit.ts';

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
  /** The option that sets the lower end of what passes for sure; null when none of them states one. */
  readonly setBy: Provider | null;
  /** Options that do not state theirs: the real limit may be lower. */
  readonly silent: readonly Provider[];
  /** Every option that says so has no limit. */
  readonly isUnlimited: boolean;
}

/** @param users mailboxes that share a limit stated for a whole organisation or server */
export function pathLimits(path: readonly Provider[], users: number): readonly PathLimit[] {
  return PATH_LIMITS.map((factId) => {
    const links = path.flatMap((provider) => linkOf(provider, factId, users));
    const smallest = smallestLimit(links);
    const isFinite = smallest !== null && Number.isFinite(smallest.max);
    return {
      factId,
      setBy: isFinite ? (smallest.binding.at(-1)?.provider ?? null) : null,
      silent: silentLinks(links).map(({ provider }) => provider),
      isUnlimited: smallest !== null && !isFinite,
    };
  });
}

interface ProviderLink extends PathLink {
  readonly provider: Provider;
}

function linkOf(provider: Provider, factId: PathLimitId, users: number): readonly ProviderLink[] {
  const reading = readFact(provider.facts[factId], users);
  if (reading.kind === 'notApplicable') return [];
  return [{ provider, ends: reading.kind === 'number' ? reading : null }];
}

/** A path needs a product that holds mailboxes and one that mail passes on its way in or out. */
export function isPath(options: readonly Provider[]): boolean {
  const isOnTheWay = ({ kind }: Provider): boolean => kind === 'gateway' || kind === 'relay';
  return options.some(isOnTheWay) && options.filter((one) => !isOnTheWay(one)).length === 1;
}
