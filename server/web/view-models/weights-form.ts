// From the fields of the weights form to a draft and back. What was typed stays in the draft, also where it cannot be
// used yet; what can be used stands beside it as `parsePreferences` reads it.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Drafts, ElicitationMethod } from '../../usecases/opinions.ts';
import { WEIGHT_PROBLEMS } from '../texts/weights-texts.ts';

export type TypedFields = Readonly<Record<string, string>>;

export interface DraftReading {
  readonly draft: Readonly<Record<string, unknown>>;
  /** Field → what is wrong with it. */
  readonly problems: Readonly<Record<string, LocalizedText>>;
  /** True when nothing usable was stated. */
  readonly isEmpty: boolean;
}

/** Which fields the form may have. */
export interface FormShape {
  readonly criteria: readonly string[];
  readonly groups: readonly string[];
}

const POINTS_MAX = 100;
export const SPREADS = [0, 5, 10, 20] as const;
export const STEPS = [2, 3, 4, 5, 6, 7, 8, 9] as const;
const FIELD_LENGTH_MAX = 40;

/** @param read gives the text of a field, empty when it was not sent */
export function readDraft(
  method: ElicitationMethod,
  shape: FormShape,
  read: (field: string) => string,
): DraftReading {
  const typed = Object.fromEntries(
    fieldsOf(method, shape)
      .map((field) => [field, read(field).slice(0, FIELD_LENGTH_MAX)] as const)
      .filter(([, text]) => text !== ''),
  );
  if (method === 'swing') return swingDraft(shape.criteria, typed);
  return method === 'ahp' ? ahpDraft(shape, typed) : orderDraft(shape.criteria, typed);
}

function fieldsOf(method: ElicitationMethod, { criteria, groups }: FormShape): readonly string[] {
  if (method === 'swing') return criteria.flatMap((id) => [`p.${id}`, `d.${id}`]);
  if (method === 'ahp') return [...pairFields('g', groups), ...pairFields('c', criteria)];
  return criteria.map((id) => `r.${id}`);
}

function pairFields(prefix: string, ids: readonly string[]): readonly string[] {
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => pairField(prefix, a, b)));
}

export function pairField(prefix: string, a: string, b: string): string {
  return `${prefix}.${a}.${b}`;
}

/** What was typed when the draft was saved. */
export function typedIn(drafts: Drafts, method: ElicitationMethod): TypedFields {
  const typed = drafts[method]?.['typed'];
  return typeof typed === 'object' && typed !== null ? (typed as TypedFields) : {};
}

function numberIn(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function swingDraft(criteria: readonly string[], typed: TypedFields): DraftReading {
  const problems: Record<string, LocalizedText> = {};
  const points: Record<string, readonly [number, number]> = {};
  for (const id of criteria) {
    const text = typed[`p.${id}`];
    if (text === undefined) continue;
    const middle = numberIn(text);
    const spread = numberIn(typed[`d.${id}`] ?? '0');
    if (Number.isNaN(middle) || middle > POINTS_MAX) problems[`p.${id}`] = WEIGHT_PROBLEMS.notPoints;
    else if (middle > 0) points[id] = rangeAround(middle, Number.isNaN(spread) ? 0 : spread);
  }
  return { draft: { typed, points }, problems, isEmpty: Object.keys(points).length === 0 };
}

function rangeAround(middle: number, spread: number): readonly [number, number] {
  return [Math.max(0, middle - spread), Math.min(POINTS_MAX, middle + spread)];
}

function orderDraft(criteria: readonly string[], typed: TypedFields): DraftReading {
  const problems: Record<string, LocalizedText> = {};
  const places = new Map<number, string[]>();
  for (const id of criteria) {
    const text = typed[`r.${id}`];
    if (text === undefined) continue;
    const place = numberIn(text);
    if (!Number.isInteger(place) || place < 1) problems[`r.${id}`] = WEIGHT_PROBLEMS.notPlace;
    else places.set(place, [...(places.get(place) ?? []), id]);
  }
  const order = [...places].sort(([a], [b]) => a - b).map(([, members]) => members);
  return { draft: { typed, order }, problems, isEmpty: order.length === 0 };
}

function ahpDraft({ criteria, groups }: FormShape, typed: TypedFields): DraftReading {
  const problems: Record<string, LocalizedText> = {};
  const comparisonsIn = (prefix: string, ids: readonly string[]) =>
    ids.flatMap((a, index) =>
      ids.slice(index + 1).flatMap((b) => {
        const field = pairField(prefix, a, b);
        const text = typed[field];
        if (text === undefined) return [];
        const times = timesIn(text);
        if (times !== null) return [[a, times, b] as const];
        problems[field] = WEIGHT_PROBLEMS.notStep;
        return [];
      }),
    );
  const draft = { typed, groups: comparisonsIn('g', groups), criteria: comparisonsIn('c', criteria) };
  return { draft, problems, isEmpty: draft.groups.length + draft.criteria.length === 0 };
}

/** `3` says that the first counts three times as much, `-3` that the second does, `1` that both count the same. */
function timesIn(text: string): number | null {
  const step = Number(text);
  if (step === 1) return 1;
  if (!STEPS.some((known) => known === Math.abs(step))) return null;
  return step > 0 ? step : 1 / -step;
}

/** The nearest answer of the form to "the first counts `times` as much". */
export function stepFor(times: number): number {
  const size = Math.min(9, Math.max(1, Math.round(times >= 1 ? times : 1 / times)));
  return size === 1 || times >= 1 ? size : -size;
}
