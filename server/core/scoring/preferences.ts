// How a person states weights: by order, by swing points, or by pairwise comparison. Checked, all problems at once.

import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { Outcome, Problem } from '../text/problem.ts';
import {
  comparedTwice,
  notAComparison,
  notAMethod,
  notAnOrder,
  notAPoint,
  nothingWeighed,
  strangeItem,
  tooManyItems,
} from './preference-problems.ts';
import type { Interval } from './recommendation.ts';

/** "`a` counts `times` as much as `b`"; below 1, less. */
export interface Comparison {
  readonly a: string;
  readonly b: string;
  readonly times: number;
}

export type Preferences =
  /** Criteria in classes of equal standing, most important first. */
  | { readonly method: 'rank-order' | 'rank-sum'; readonly order: readonly (readonly string[])[] }
  /** Criterion → what its swing from worst to best is worth, the largest being 100. */
  | { readonly method: 'swing'; readonly points: Readonly<Record<string, Interval>> }
  /** Comparisons among groups, and among the criteria of one group; what is not compared keeps its points. */
  | {
      readonly method: 'ahp';
      readonly groups: readonly Comparison[];
      readonly criteria: readonly Comparison[];
    };

/** More items in one node ask for more comparisons than people answer with care. */
export const MAX_COMPARED_ITEMS = 7;
const SCALE_END = 9;

/**
 * @param raw `{ method: swing, points: { mailboxSize: 100, mfa: [40, 60] } }`, `{ method: rank-order, order: [a, [b, c]] }`
 *   or `{ method: ahp, groups: [[security, 3, cost]], criteria: [[mfa, 2, auditLog]] }`
 */
export function parsePreferences(raw: unknown, model: DecisionModel): Outcome<Preferences> {
  const problems: Problem[] = [];
  const parsed = isRecord(raw) ? parseMethod(raw, model, problems) : null;
  if (parsed === null && problems.length === 0) problems.push(notAMethod('method'));
  return parsed === null || problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed };
}

type Raw = Readonly<Record<string, unknown>>;

function parseMethod(raw: Raw, model: DecisionModel, problems: Problem[]): Preferences | null {
  const criteria = new Set(model.criteria.map(({ id }) => id));
  const { method } = raw;
  if (method === 'rank-order' || method === 'rank-sum') {
    return { method, order: parseOrder(raw['order'], criteria, problems) };
  }
  if (method === 'swing') return { method, points: parsePoints(raw['points'], criteria, problems) };
  if (method !== 'ahp') return null;
  const groups = new Set<string>(model.groups.map(({ id }) => id));
  const comparisons = {
    groups: parseComparisons(raw['groups'], 'groups', groups, problems),
    criteria: parseComparisons(raw['criteria'], 'criteria', criteria, problems),
  };
  problems.push(...tooManyCompared(comparisons, model));
  return { method, ...comparisons };
}

function parseOrder(
  raw: unknown,
  known: ReadonlySet<string>,
  problems: Problem[],
): readonly (readonly string[])[] {
  const classes = Array.isArray(raw)
    ? raw.map((entry: unknown) => (Array.isArray(entry) ? entry : [entry]))
    : [];
  const order = classes.map((members, place) =>
    members.filter((id: unknown): id is string => isKnown(id, known, `order[${place}]`, problems)),
  );
  const ids = order.flat();
  if (ids.length === 0 || new Set(ids).size !== ids.length) problems.push(notAnOrder('order'));
  return order;
}

function parsePoints(
  raw: unknown,
  known: ReadonlySet<string>,
  problems: Problem[],
): Readonly<Record<string, Interval>> {
  const points = Object.entries(isRecord(raw) ? raw : {}).map(([id, value]): [string, Interval] => {
    isKnown(id, known, `points.${id}`, problems);
    const range = Array.isArray(value) ? value : [value, value];
    const [low, high] = range as readonly unknown[];
    if (isPoint(low) && isPoint(high) && low <= high) return [id, [low, high]];
    problems.push(notAPoint(`points.${id}`));
    return [id, [0, 0]];
  });
  if (!points.some(([, [, high]]) => high > 0)) problems.push(nothingWeighed('points'));
  return Object.fromEntries(points);
}

function isPoint(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}

function parseComparisons(
  raw: unknown,
  path: string,
  known: ReadonlySet<string>,
  problems: Problem[],
): readonly Comparison[] {
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const comparisons = list.flatMap((entry, index) => {
    const [a, times, b] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    const place = `${path}[${index}]`;
    if (typeof times !== 'number' || times < 1 / SCALE_END || times > SCALE_END || a === b) {
      problems.push(notAComparison(place));
      return [];
    }
    return isKnown(a, known, place, problems) && isKnown(b, known, place, problems) ? [{ a, b, times }] : [];
  });
  const pairs = comparisons.map(({ a, b }) => [a, b].toSorted((x, y) => (x < y ? -1 : 1)).join(' / '));
  const repeated = pairs.find((pair, index) => pairs.indexOf(pair) !== index);
  if (repeated !== undefined) problems.push(comparedTwice(path, repeated));
  return comparisons;
}

/** Each set of things that are compared with each other: the groups, and the criteria of every group. */
function tooManyCompared(
  { groups, criteria }: { readonly groups: readonly Comparison[]; readonly criteria: readonly Comparison[] },
  model: DecisionModel,
): readonly Problem[] {
  const items = new Set(criteria.flatMap(({ a, b }) => [a, b]));
  const sets = model.groups.map(
    ({ id }) =>
      model.criteria.filter((criterion) => criterion.group === id && items.has(criterion.id)).length,
  );
  const counts = [
    { path: 'groups', count: new Set(groups.flatMap(({ a, b }) => [a, b])).size },
    ...sets.map((count) => ({ path: 'criteria', count })),
  ];
  return counts
    .filter(({ count }) => count > MAX_COMPARED_ITEMS)
    .map(({ path, count }) => tooManyItems(path, count));
}

function isKnown(id: unknown, known: ReadonlySet<string>, path: string, problems: Problem[]): id is string {
  if (typeof id === 'string' && known.has(id)) return true;
  problems.push(strangeItem(path, id, known));
  return false;
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
