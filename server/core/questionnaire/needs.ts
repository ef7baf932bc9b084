// What the organisation needs, in the units of the facts: answers completed by sizing and by the declared defaults.
// Invariant: every need that a gate or value function names is present, whatever was left unanswered.

import { messageMB } from '../sizing/message-size.ts';
import type { SizingDefaults, SizingInputs } from '../sizing/sizing-inputs.ts';
import { withDefaults } from '../sizing/sizing-inputs.ts';
import type { Sizing } from '../sizing/sizing.ts';
import { sizeOf } from '../sizing/sizing.ts';
import type { Interpretation, NeedValue } from './interpret.ts';

/** Decimal gigabytes, as vendors count. */
const GB_PER_GIB = 1024 ** 3 / 1e9;
/** The load test aims at the busiest minute with half as much again (docs/sizing.md, section 5). */
const LOAD_TEST_HEADROOM = 1.5;
/** Growth beyond this factor is a different organisation, not a forecast. */
const MAX_GROWTH_FACTOR = 10;

export type Needs = ReadonlyMap<string, NeedValue>;

/** A filter or relay of the organisation's own that every message passes, whatever product is chosen. */
export interface OwnGateway {
  /** Largest whole message it lets through; null where nobody said. */
  readonly messageMB: number | null;
}

export interface NeedsOutcome {
  readonly needs: Needs;
  readonly inputs: SizingInputs;
  readonly sizing: Sizing;
  /** Null where mail goes straight to the product. */
  readonly gateway: OwnGateway | null;
  /** Need → questions and `sizing.<output>` it comes from. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
  readonly isHeadcountAssumed: boolean;
}

type DefaultNeeds = Readonly<Record<string, NeedValue>>;

export function deriveNeeds(
  interpretation: Interpretation,
  defaultNeeds: DefaultNeeds,
  sizingDefaults: SizingDefaults,
): NeedsOutcome {
  const needs = new Map<string, NeedValue>([...Object.entries(defaultNeeds), ...interpretation.needs]);
  const given = usableSizing(interpretation.sizing);
  const employees = given.users ?? numberNeed(needs, 'employees');
  const users = employees + numberNeed(needs, 'sharedAddresses');
  const inputs = withDefaults({ ...given, users }, sizingDefaults);
  const sizing = sizeOf(inputs);
  const derived = derivedNeeds(needs, inputs, sizing, employees);
  return {
    needs: new Map([...needs, ...derived.map(([key, value]) => [key, value] as const)]),
    inputs,
    sizing,
    gateway: gatewayOf(interpretation.needs),
    origins: new Map([...interpretation.origins, ...originsOf(interpretation.origins)]),
    isHeadcountAssumed: given.users === undefined,
  };
}

// Whoever names the limit of a filter has one, whatever else was answered.
function gatewayOf(needs: Needs): OwnGateway | null {
  const limit = needs.get('gatewayMessageMB');
  if (typeof limit === 'number') return { messageMB: limit };
  return needs.get('gateway') === 'own' ? { messageMB: null } : null;
}

// The year before says something only beside today's size, and a store that shrank is no basis for growth.
function usableSizing(given: Partial<SizingInputs>): Partial<SizingInputs> {
  const { storeGiBYearAgo, ...rest } = given;
  const now = given.storeGiBNow;
  if (storeGiBYearAgo === undefined || now === undefined || now < storeGiBYearAgo) return rest;
  return given;
}

function derivedNeeds(
  needs: Needs,
  inputs: SizingInputs,
  sizing: Sizing,
  employees: number,
): readonly (readonly [string, number])[] {
  const growth = Math.min(MAX_GROWTH_FACTOR, (1 + numberNeed(needs, 'userGrowth')) ** inputs.years);
  return [
    ['users', Math.ceil(employees * growth)],
    ['mailboxYear1GB', sizing.year1GiBPerUser * GB_PER_GIB],
    ['mailboxGB', sizing.mailboxGiBPerUser * GB_PER_GIB],
    ['messageMB', messageMB(numberNeed(needs, 'attachmentMB'))],
    ['busyHourPerSec', sizing.smtpInBusyHourPerSec],
    ['loadTestPerSec', sizing.smtpInPeakPerSec * LOAD_TEST_HEADROOM],
    ['smtpSlots', sizing['smtpSlots_B0.1pct']],
    ['imapConcurrent', sizing.imapConcurrent],
  ];
}

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  users: ['sizing.users', 'userGrowth', 'sizing.years'],
  mailboxYear1GB: [
    'sizing.sentPerUserDay',
    'sizing.recvPerUserDay',
    'sizing.storeGiBNow',
    'sizing.storeGiBYearAgo',
  ],
  mailboxGB: [
    'sizing.sentPerUserDay',
    'sizing.recvPerUserDay',
    'sizing.storeGiBNow',
    'sizing.storeGiBYearAgo',
    'sizing.years',
    'sizing.volumeGrowth',
  ],
  messageMB: ['attachmentMB'],
  busyHourPerSec: ['sizing.users', 'sizing.sentPerUserDay', 'sizing.recvPerUserDay'],
  loadTestPerSec: ['sizing.users', 'sizing.sentPerUserDay', 'sizing.recvPerUserDay'],
  smtpSlots: ['sizing.users', 'sizing.sentPerUserDay', 'sizing.recvPerUserDay'],
  imapConcurrent: ['sizing.users', 'sizing.clients', 'sizing.activeShare'],
};

function originsOf(
  origins: ReadonlyMap<string, readonly string[]>,
): readonly (readonly [string, string[]])[] {
  return Object.entries(SOURCES).map(([need, keys]) => [
    need,
    [...new Set(keys.flatMap((key) => origins.get(key) ?? []))],
  ]);
}

/** A need that is a number; 0 where it is none. */
export function numberNeed(needs: Needs, key: string): number {
  const value = needs.get(key);
  return typeof value === 'number' ? value : 0;
}

export function listNeed(needs: Needs, key: string): readonly string[] {
  const value = needs.get(key);
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}
