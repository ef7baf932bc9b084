// What really goes through: a limit that a product states is one link of a path, and the smallest link wins.
// Invariants: an effective limit is never above any stated link, and a link whose limit is unknown makes the effective
// limit an upper bound. A message limit covers attachments by its definition, so a product that states no limit of its
// own for attachments has one link only.

import type { Fact, FactId } from '../catalogue/fact.ts';
import { UNKNOWN_FACT } from '../catalogue/fact.ts';
import type { Provider } from '../catalogue/provider.ts';
import type { LimitEnds, PathLink, SmallestLimit } from '../catalogue/smallest-limit.ts';
import { silentLinks, smallestLimit } from '../catalogue/smallest-limit.ts';
import type { OwnGateway } from '../questionnaire/needs.ts';
import { messageMB } from '../sizing/message-size.ts';
import { readFact } from './fact-reading.ts';

export interface LimitLink extends PathLink {
  /** The fact that states it; null for the organisation's own gateway. */
  readonly factId: FactId | null;
  readonly fact: Fact;
  /** Stated in the unit of the path, so that it can be told as it was written. */
  readonly isInItsOwnWords: boolean;
}

export interface LimitPath {
  readonly links: readonly LimitLink[];
  /** Null where no link on the path is stated. */
  readonly smallest: SmallestLimit<LimitLink> | null;
  /** The fact that gates and scores use. */
  readonly effective: Fact;
}

export interface PathContext {
  /** Mailboxes: what an organisation-wide limit is shared among. */
  readonly users: number;
  /** Null where mail goes straight to the product. */
  readonly gateway: OwnGateway | null;
}

interface FurtherLink {
  readonly factId: FactId;
  readonly isInItsOwnWords: boolean;
  /** The stated limit in the unit of the path; null where this kind of limit does not bound it. */
  readonly endsOf: (fact: Fact, users: number) => LimitEnds | null;
}

interface PathRule {
  /** Unit of a limit that comes from several links. */
  readonly unit: string;
  readonly further: readonly FurtherLink[];
}

const RULES: Readonly<Partial<Record<FactId, PathRule>>> = {
  messageSizeMax: {
    unit: 'MB',
    further: [{ factId: 'attachmentMax', isInItsOwnWords: false, endsOf: encodedEnds }],
  },
  sendingLimit: {
    unit: 'messages/user/day',
    further: [{ factId: 'sendingRate', isInItsOwnWords: true, endsOf: readEnds }],
  },
  recipientsPerMessage: {
    unit: 'count',
    further: [{ factId: 'sendingLimit', isInItsOwnWords: false, endsOf: recipientEnds }],
  },
};

/** Null where the fact stands alone: no other limit bounds the same thing, so what it states is what counts. */
export function limitPath(provider: Provider, factId: FactId, context: PathContext): LimitPath | null {
  const rule = RULES[factId];
  if (rule === undefined) return null;
  const links = [
    ...ownLinks(provider, factId, rule, context.users),
    ...(factId === 'messageSizeMax' ? gatewayLinks(context.gateway) : []),
  ];
  if (links.every((link) => link.factId === factId)) return null;
  const smallest = smallestLimit(links);
  return { links, smallest, effective: effectiveFact(smallest, provider.facts[factId], rule.unit) };
}

/** The product has stated everything; what is open can be looked up in the organisation's own filter. */
export function isOpenAtHomeOnly(path: LimitPath | null): boolean {
  const silent = silentLinks(path?.links ?? []);
  return silent.length > 0 && silent.every(({ factId }) => factId === null);
}

function ownLinks(
  provider: Provider,
  factId: FactId,
  { further }: PathRule,
  users: number,
): readonly LimitLink[] {
  const fact = provider.facts[factId];
  const reading = readFact(fact, users);
  const own = { factId, fact, isInItsOwnWords: true, ends: reading.kind === 'number' ? reading : null };
  const others = further.flatMap(({ factId: other, isInItsOwnWords, endsOf }): readonly LimitLink[] => {
    const stated = provider.facts[other];
    const ends = endsOf(stated, users);
    return ends === null ? [] : [{ factId: other, fact: stated, isInItsOwnWords, ends }];
  });
  return reading.kind === 'notApplicable' ? others : [own, ...others];
}

function gatewayLinks(gateway: OwnGateway | null): readonly LimitLink[] {
  if (gateway === null) return [];
  const { messageMB: limit } = gateway;
  const link = { factId: null, isInItsOwnWords: true };
  if (limit === null) return [{ ...link, fact: UNKNOWN_FACT, ends: null }];
  const fact: Fact = { state: 'known', value: limit, unit: 'MB', evidence: [] };
  return [{ ...link, fact, ends: { min: limit, max: limit } }];
}

function readEnds(fact: Fact, users: number): LimitEnds | null {
  const reading = readFact(fact, users);
  return reading.kind === 'number' ? { min: reading.min, max: reading.max } : null;
}

function encodedEnds(fact: Fact, users: number): LimitEnds | null {
  const raw = readEnds(fact, users);
  return raw === null ? null : { min: messageMB(raw.min), max: messageMB(raw.max) };
}

// Whoever may send to n recipients in a window may not name more than n in one message, whatever the window.
function recipientEnds(fact: Fact): LimitEnds | null {
  if (fact.unit !== 'recipients') return null;
  const { value, min, max } = fact;
  if (typeof value === 'number') return { min: value, max: value };
  return min === undefined || max === undefined ? null : { min, max };
}

// A limit that binds alone is told in its own words where they need no conversion.
function effectiveFact(smallest: SmallestLimit<LimitLink> | null, own: Fact, unit: string): Fact {
  if (smallest === null) return own.state === 'notApplicable' ? UNKNOWN_FACT : own;
  const isUnlimited = smallest.max === Number.POSITIVE_INFINITY;
  const alone = bindsAlone(smallest);
  if (alone !== null && (alone.isInItsOwnWords || isUnlimited)) return alone.fact;
  return isUnlimited ? UNKNOWN_FACT : convertedFact(smallest, unit);
}

function bindsAlone({ binding, silent }: SmallestLimit<LimitLink>): LimitLink | null {
  const [first, second] = binding;
  return first !== undefined && second === undefined && silent.length === 0 ? first : null;
}

function convertedFact({ min, max, binding }: SmallestLimit<LimitLink>, unit: string): Fact {
  const evidence = binding.flatMap((link) => link.fact.evidence);
  const note = binding[0]?.fact.note;
  const rest = { unit, evidence, ...(note === undefined ? {} : { note }) };
  if (min === null) return { state: 'range', max, ...rest };
  return min === max ? { state: 'known', value: max, ...rest } : { state: 'range', min, max, ...rest };
}
