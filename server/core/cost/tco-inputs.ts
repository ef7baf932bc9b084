// What a person gives for a cost comparison: any amount may be a number or low / likely / high.
// Invariant: on success every amount is finite and not negative, at all three ends.

import type { Range, RangeEnd } from '../range/range.ts';
import { exactly, isRange, RANGE_ENDS, rangeFrom } from '../range/range.ts';
import type { Outcome, Problem } from '../text/problem.ts';
import { isRecord } from '../text/record.ts';
import type { CloudPrices, OnPremPrices, TcoInputs } from './tco.ts';
import { tco } from './tco.ts';

const MAX_AMOUNT = 1e15;
const DEFAULT_YEARS = 5;
const DEFAULT_HARDWARE_LIFE_YEARS = 5;

interface Place {
  readonly fallback?: number;
  readonly min?: number;
  readonly max?: number;
}

/** A place without a fallback must be filled; a fallback of 0 that is used is named in `leftOut`. */
const TOP_PLACES: Readonly<Record<string, Place>> = {
  users: { max: 1e8 },
  years: { fallback: DEFAULT_YEARS, min: 1, max: 30 },
  salary: {},
  discountRate: { fallback: 0, max: 1 },
  hardwareLifeYears: { fallback: DEFAULT_HARDWARE_LIFE_YEARS, min: 1, max: 30 },
};
const CLOUD_PLACES: Readonly<Record<keyof CloudPrices, Place>> = {
  pricePUPM: {},
  addonsPUPM: { fallback: 0 },
  migrationPerUser: { fallback: 0 },
  fte: { fallback: 0 },
};
const ON_PREM_PLACES: Readonly<Record<keyof OnPremPrices, Place>> = {
  servers: { fallback: 0 },
  serverPrice: { fallback: 0 },
  storageTB: { fallback: 0 },
  pricePerTB: { fallback: 0 },
  serverLicence: { fallback: 0 },
  calPrice: { fallback: 0 },
  saRate: { fallback: 0, max: 10 },
  hwMaintRate: { fallback: 0, max: 10 },
  watts: { fallback: 0 },
  pue: { fallback: 1, min: 1, max: 10 },
  pricePerKWh: { fallback: 0 },
  filterPUPM: { fallback: 0 },
  backup: { fallback: 0 },
  fte: { fallback: 0 },
};
const WHOLE_PLACES = new Set(['years', 'hardwareLifeYears']);
const EXPLAINED_FALLBACKS = new Set(['years', 'discountRate', 'hardwareLifeYears', 'onprem.pue']);

type Raw = Readonly<Record<string, unknown>>;

export interface CheckedTcoInputs extends Readonly<Record<RangeEnd, TcoInputs>> {
  readonly hasRanges: boolean;
  /** Places that were not filled and count as nothing. */
  readonly leftOut: readonly string[];
}

/** Checks an object from a file; every problem is reported at once. */
export function checkTcoInputs(raw: unknown): Outcome<CheckedTcoInputs> {
  const top = recordOr(raw);
  const places = placesOf(top);
  const problems = [
    ...strangersIn(top, [...Object.keys(TOP_PLACES), 'currency', 'cloud', 'onprem'], ''),
    ...strangersIn(recordOr(top['cloud']), Object.keys(CLOUD_PLACES), 'cloud.'),
    ...strangersIn(recordOr(top['onprem']), Object.keys(ON_PREM_PLACES), 'onprem.'),
    ...currencyProblems(top['currency']),
    ...places.flatMap((place) => problemsOf(place)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const ends = Object.fromEntries(RANGE_ENDS.map((end) => [end, inputsAt(end, places, top)]));
  return {
    ok: true,
    value: {
      ...(ends as Record<RangeEnd, TcoInputs>),
      hasRanges: places.some((place) => isRange(place.value)),
      leftOut: places
        .filter((place) => place.value === undefined && !EXPLAINED_FALLBACKS.has(place.path))
        .map((place) => place.path),
    },
  };
}

/** Totals at the low, likely and high end of every amount; null when all amounts were exact. */
export function tcoRange(inputs: CheckedTcoInputs): { readonly cloud: Range; readonly onprem: Range } | null {
  if (!inputs.hasRanges) return null;
  return {
    cloud: rangeFrom((end) => tco(inputs[end]).cloud.total),
    onprem: rangeFrom((end) => tco(inputs[end]).onprem.total),
  };
}

interface FilledPlace {
  readonly path: string;
  readonly value: unknown;
  readonly place: Place;
}

function placesOf(top: Raw): readonly FilledPlace[] {
  const cloud = recordOr(top['cloud']);
  const onprem = recordOr(top['onprem']);
  return [
    ...Object.entries(TOP_PLACES).map(([key, place]) => ({ path: key, value: top[key], place })),
    ...Object.entries(CLOUD_PLACES).map(([key, place]) => ({
      path: `cloud.${key}`,
      value: cloud[key],
      place,
    })),
    ...Object.entries(ON_PREM_PLACES).map(([key, place]) => ({
      path: `onprem.${key}`,
      value: onprem[key],
      place,
    })),
  ];
}

function inputsAt(end: RangeEnd, places: readonly FilledPlace[], top: Raw): TcoInputs {
  const at = (prefix: string): Record<string, number> =>
    Object.fromEntries(
      places
        .filter(({ path }) => path.startsWith(prefix) && !path.slice(prefix.length).includes('.'))
        .map((place) => [place.path.slice(prefix.length), asRange(place)[end]]),
    );
  return {
    ...at(''),
    currency: typeof top['currency'] === 'string' ? top['currency'] : '',
    cloud: at('cloud.'),
    onprem: at('onprem.'),
  } as unknown as TcoInputs;
}

function asRange({ value, place }: FilledPlace): Range {
  if (isRange(value)) return value;
  return exactly(typeof value === 'number' ? value : (place.fallback ?? 0));
}

function problemsOf({ path, value, place }: FilledPlace): readonly Problem[] {
  if (value === undefined) return place.fallback === undefined ? [missing(path)] : [];
  if (typeof value !== 'number' && !isRange(value)) return [notAnAmount(path)];
  return amountProblems(
    path,
    RANGE_ENDS.map((end) => asRange({ path, value, place })[end]),
    place,
  );
}

function amountProblems(path: string, ends: readonly number[], place: Place): readonly Problem[] {
  const min = place.min ?? 0;
  const max = place.max ?? MAX_AMOUNT;
  if (ends.some((amount) => !(amount >= min && amount <= max))) return [outside(path, min, max)];
  const isOrdered = ends.every((amount, index) => index === 0 || amount >= (ends[index - 1] ?? 0));
  if (!isOrdered) return [upsideDown(path)];
  return WHOLE_PLACES.has(path) && ends.some((amount) => !Number.isInteger(amount)) ? [notWhole(path)] : [];
}

function currencyProblems(value: unknown): readonly Problem[] {
  if (value === undefined || (typeof value === 'string' && /^[A-Z]{3}$/.test(value))) return [];
  return [
    {
      path: 'currency',
      message: {
        en: 'currency is a three-letter code such as JPY or USD.',
        ja: 'currency は JPY や USD のような3文字のコードで指定してください。',
      },
    },
  ];
}

function strangersIn(record: Raw, known: readonly string[], prefix: string): readonly Problem[] {
  return Object.keys(record)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: `${prefix}${key}`,
      message: {
        en: `“${prefix}${key}” is not part of the cost model.`,
        ja: `「${prefix}${key}」という費用項目はありません。`,
      },
    }));
}

function recordOr(value: unknown): Raw {
  return isRecord(value) ? value : {};
}

function missing(path: string): Problem {
  return { path, message: { en: `${path} is needed.`, ja: `${path} を指定してください。` } };
}

function notAnAmount(path: string): Problem {
  return {
    path,
    message: {
      en: `${path} must be a number, or low, likely and high.`,
      ja: `${path} は数値、または low・likely・high の3つで指定してください。`,
    },
  };
}

function outside(path: string, min: number, max: number): Problem {
  return {
    path,
    message: {
      en: `${path} must lie between ${min} and ${max}.`,
      ja: `${path} は${min}以上${max}以下で指定してください。`,
    },
  };
}

function upsideDown(path: string): Problem {
  return {
    path,
    message: {
      en: `${path}: low must not exceed likely, nor likely high.`,
      ja: `${path} は low ≦ likely ≦ high の順に指定してください。`,
    },
  };
}

function notWhole(path: string): Problem {
  return {
    path,
    message: { en: `${path} must be a whole number.`, ja: `${path} は整数で指定してください。` },
  };
}
