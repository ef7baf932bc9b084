// Inputs of the sizing model `mailsize-1`: their names, their defaults, and what is wrong with those a person gave.

import type { SizingData } from '../../data/schema/sizing.generated.ts';
import type { Range } from '../range/range.ts';
import type { Outcome, Problem } from '../text/problem.ts';
import { isRecord } from '../text/record.ts';
import { averageMessageKiB } from './message-size.ts';
import type { Limits } from './sizing-problems.ts';
import {
  clientsNotAList,
  missingUsers,
  notANumber,
  notAnObject,
  notWhole,
  outOfRange,
  storeNowMissing,
  storeShrank,
  unknownInput,
} from './sizing-problems.ts';

export type SizingDefaults = SizingData;
export type SizingNumberKey = keyof SizingData['inputs'];

/** One kind of mail program: the share of people who use it and how many connections it keeps open. */
export interface MailClient {
  readonly name: string;
  readonly share: number;
  readonly conns: number;
}

export type SizingInputs = Readonly<Record<SizingNumberKey, number>> & {
  readonly clients: readonly MailClient[];
  /** Size of all mailboxes today and a year ago; together they replace what the model would assume (F16, F17). */
  readonly storeGiBNow?: number;
  readonly storeGiBYearAgo?: number;
  /** For those who know their attachments better than the mean message; used where `avgMsgKiB` is not given. */
  readonly bodyKiB?: number;
  readonly attachmentShare?: number;
  readonly attachmentKiB?: number;
};

/** Text, headers and signature of a message without its attachments: our choice within 10–20 KiB. */
const BODY_KIB = 15;
/** Limits of the inputs that have no default. */
const EXTRA_LIMITS: Readonly<Record<string, { min: number; max: number }>> = {
  storeGiBNow: { min: 0, max: 1e9 },
  storeGiBYearAgo: { min: 0, max: 1e9 },
  bodyKiB: { min: 0.1, max: 102400 },
  attachmentShare: { min: 0, max: 1 },
  attachmentKiB: { min: 0, max: 1048576 },
};

type Raw = Readonly<Record<string, unknown>>;

/** The inputs with every missing key at its likely default. What was given must have passed `checkSizingInputs`. */
export function withDefaults(given: Partial<SizingInputs>, defaults: SizingDefaults): SizingInputs {
  const entries = numberKeys(defaults).map((key) => [key, given[key] ?? likelyOf(key, defaults)] as const);
  return {
    ...given,
    ...(Object.fromEntries(entries) as Record<SizingNumberKey, number>),
    avgMsgKiB: given.avgMsgKiB ?? sizeFromAttachments(given) ?? likelyOf('avgMsgKiB', defaults),
    clients: given.clients ?? likelyClients(defaults),
  };
}

function sizeFromAttachments(given: Partial<SizingInputs>): number | null {
  if (given.attachmentShare === undefined || given.attachmentKiB === undefined) return null;
  return averageMessageKiB(given.bodyKiB ?? BODY_KIB, given.attachmentShare, given.attachmentKiB);
}

export function numberKeys(defaults: SizingDefaults): readonly SizingNumberKey[] {
  return Object.keys(defaults.inputs) as SizingNumberKey[];
}

/** The range of an input as the data file gives it; null where the input has no default (users). */
export function rangeOf(key: SizingNumberKey, defaults: SizingDefaults): Range | null {
  const input = defaults.inputs[key];
  return 'likely' in input ? { low: input.low, likely: input.likely, high: input.high } : null;
}

function likelyOf(key: SizingNumberKey, defaults: SizingDefaults): number {
  return rangeOf(key, defaults)?.likely ?? 0;
}

function likelyClients(defaults: SizingDefaults): readonly MailClient[] {
  return defaults.clients.map((client) => ({
    name: client.name,
    share: client.share.likely,
    conns: client.conns.likely,
  }));
}

/**
 * Checks an object from a file or a form. Every problem is reported at once; on success no formula can give NaN.
 * Numbers only: ranges are narrowed to their likely value before (see `splitRanges`).
 */
export function checkSizingInputs(raw: unknown, defaults: SizingDefaults): Outcome<Partial<SizingInputs>> {
  if (!isRecord(raw)) return { ok: false, problems: [notAnObject()] };
  const problems = [
    ...unknownKeyProblems(raw, defaults),
    ...(raw['users'] === undefined ? [missingUsers()] : []),
    ...Object.keys(raw).flatMap((key) => numberProblems(key, raw[key], limitsOf(key, defaults))),
    ...clientProblems(raw['clients']),
    ...storeProblems(raw),
  ];
  return problems.length === 0 ? { ok: true, value: raw } : { ok: false, problems };
}

/** Allowed values of a numeric input; null for a key that is not a number of the model. */
export function limitsOf(key: string, defaults: SizingDefaults): Limits | null {
  const input = Object.hasOwn(defaults.inputs, key) ? defaults.inputs[key as SizingNumberKey] : undefined;
  if (input !== undefined) return { ...input.allowed, integer: input.integer ?? false };
  return Object.hasOwn(EXTRA_LIMITS, key) ? (EXTRA_LIMITS[key] ?? null) : null;
}

export function numberProblems(path: string, value: unknown, limits: Limits | null): readonly Problem[] {
  if (limits === null) return [];
  if (typeof value !== 'number' || !Number.isFinite(value)) return [notANumber(path)];
  if (value < limits.min || value > limits.max) return [outOfRange(path, value, limits)];
  return limits.integer === true && !Number.isInteger(value) ? [notWhole(path, value)] : [];
}

function clientProblems(clients: unknown): readonly Problem[] {
  if (clients === undefined) return [];
  if (!Array.isArray(clients) || clients.length > 20) return [clientsNotAList()];
  return clients.flatMap((client: unknown, index) => {
    const path = `clients[${index}]`;
    if (!isRecord(client)) return [clientsNotAList()];
    return [
      ...numberProblems(`${path}.share`, client['share'], { min: 0, max: 1 }),
      ...numberProblems(`${path}.conns`, client['conns'], { min: 0, max: 1000 }),
    ];
  });
}

function storeProblems(raw: Raw): readonly Problem[] {
  const now = raw['storeGiBNow'];
  const before = raw['storeGiBYearAgo'];
  if (typeof before !== 'number') return [];
  if (typeof now !== 'number') return [storeNowMissing()];
  return now < before ? [storeShrank()] : [];
}

function unknownKeyProblems(raw: Raw, defaults: SizingDefaults): readonly Problem[] {
  return Object.keys(raw)
    .filter((key) => key !== 'clients' && limitsOf(key, defaults) === null)
    .map(unknownInput);
}
