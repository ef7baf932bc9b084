// What if the weights were different? Exact arithmetic on the points of a recommendation, because points add up:
// score = Σ weight × value. Invariant: without a change it gives the recommendation's own scores and order.

import type { OptionResult, Recommendation } from '../../core/scoring/recommendation.ts';

/** Only what was moved; the rest keeps its exact saved weight. */
export interface WhatIf {
  /** Group → 0…100. */
  readonly groups: ReadonlyMap<string, number>;
  /** Criterion → 0…100, the heaviest of its group being 100. */
  readonly criteria: ReadonlyMap<string, number>;
  /** Requirements that are dropped. */
  readonly relaxed: ReadonlySet<string>;
}

export interface Slider {
  readonly id: string;
  /** Whole number that the slider starts at. */
  readonly start: number;
  /** The same unrounded: what counts as long as the slider is not moved. */
  readonly exact: number;
}

export interface WhatIfOption {
  readonly option: OptionResult;
  readonly status: 'eligible' | 'conditional';
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

const SLIDER_MAX = 100;

/** Reads `g.<group>=40`, `c.<criterion>=70` and `relax=<requirement>`; what fits nothing is left out. */
export function parseWhatIf(
  query: Readonly<Record<string, unknown>>,
  recommendation: Recommendation,
): WhatIf {
  const gates = recommendation.requirements.filter(({ kind }) => kind === 'gate').map(({ id }) => id);
  const asked = [query['relax']].flat();
  return {
    groups: movedSliders(query, 'g.', groupSliders(recommendation)),
    criteria: movedSliders(query, 'c.', criterionSliders(recommendation)),
    relaxed: new Set(gates.filter((id) => asked.includes(id))),
  };
}

function movedSliders(
  query: Readonly<Record<string, unknown>>,
  prefix: string,
  sliders: readonly Slider[],
): ReadonlyMap<string, number> {
  return new Map(
    sliders.flatMap(({ id, start }): readonly (readonly [string, number])[] => {
      const typed = query[prefix + id];
      const value = typeof typed === 'string' && /^\d{1,3}$/.test(typed) ? Number(typed) : start;
      return value === start || value > SLIDER_MAX ? [] : [[id, value]];
    }),
  );
}

export function isChanged({ groups, criteria, relaxed }: WhatIf): boolean {
  return groups.size + criteria.size + relaxed.size > 0;
}

/** The query that `parseWhatIf` reads back to the same. */
export function whatIfQuery({ groups, criteria, relaxed }: WhatIf): string {
  const query = new URLSearchParams();
  for (const [id, value] of groups) query.append(`g.${id}`, String(value));
  for (const [id, value] of criteria) query.append(`c.${id}`, String(value));
  for (const id of relaxed) query.append('relax', id);
  return query.toString();
}

export function groupSliders({ groups }: Recommendation): readonly Slider[] {
  return groups.filter(({ weight }) => weight > 0).map(({ id, weight }) => sliderAt(id, weight * SLIDER_MAX));
}

export function criterionSliders({ criteria }: Recommendation): readonly Slider[] {
  const heaviest = new Map<string, number>();
  for (const { group, weight } of criteria) heaviest.set(group, Math.max(heaviest.get(group) ?? 0, weight));
  return criteria
    .filter(({ weight }) => weight > 0)
    .map(({ id, group, weight }) => sliderAt(id, (weight / (heaviest.get(group) ?? 1)) * SLIDER_MAX));
}

function sliderAt(id: string, exact: number): Slider {
  return { id, exact, start: Math.round(exact) };
}

/** Criterion → weight, adding up to 1; null where every weight is 0. */
export function whatIfWeights(
  recommendation: Recommendation,
  change: WhatIf,
): ReadonlyMap<string, number> | null {
  const groupPoints = pointsOf(groupSliders(recommendation), change.groups);
  const criterionPoints = pointsOf(criterionSliders(recommendation), change.criteria);
  const members = recommendation.criteria.map(({ id, group }) => ({
    id,
    group,
    points: criterionPoints.get(id) ?? 0,
  }));
  const inGroup = new Map<string, number>();
  for (const { group, points } of members) inGroup.set(group, (inGroup.get(group) ?? 0) + points);
  const total = [...groupPoints].reduce(
    (sum, [id, points]) => sum + ((inGroup.get(id) ?? 0) > 0 ? points : 0),
    0,
  );
  if (total <= 0) return null;
  return new Map(
    members.map(({ id, group, points }) => {
      const share = points === 0 ? 0 : points / (inGroup.get(group) ?? 1);
      return [id, (share * (groupPoints.get(group) ?? 0)) / total];
    }),
  );
}

function pointsOf(
  sliders: readonly Slider[],
  moved: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map(sliders.map(({ id, exact }) => [id, moved.get(id) ?? exact]));
}

/** Eligible options by score, then conditional ones, as the ranking orders them. */
export function whatIfOrder(recommendation: Recommendation, change: WhatIf): readonly WhatIfOption[] {
  const weights = whatIfWeights(recommendation, change) ?? savedWeights(recommendation);
  const joined = recommendation.options.flatMap((option) => {
    if (option.failed.some(({ requirement }) => !change.relaxed.has(requirement))) return [];
    const open = option.cannotTell.some((requirement) => !change.relaxed.has(requirement));
    return [scored(option, open ? 'conditional' : 'eligible', weights)];
  });
  return joined.toSorted(
    (a, b) =>
      Number(a.status === 'conditional') - Number(b.status === 'conditional') ||
      b.score - a.score ||
      (a.option.id < b.option.id ? -1 : 1),
  );
}

function savedWeights({ criteria }: Recommendation): ReadonlyMap<string, number> {
  return new Map(criteria.map(({ id, weight }) => [id, weight]));
}

function scored(
  option: OptionResult,
  status: WhatIfOption['status'],
  weights: ReadonlyMap<string, number>,
): WhatIfOption {
  const sum = (pick: (term: OptionResult['contributions'][number]) => number): number =>
    option.contributions.reduce((total, term) => total + (weights.get(term.criterion) ?? 0) * pick(term), 0);
  return {
    option,
    status,
    score: sum(({ value }) => value),
    low: sum(({ valueRange }) => valueRange[0]),
    high: sum(({ valueRange }) => valueRange[1]),
  };
}

const SWING_MAX = 100;
/** Stated points may be off by half either way, as those of the answers are. */
const LATITUDE = 0.5;

/** The weights as a person would state them by swing, for sampling how sure they make the order. */
export function asSwingWeights(weights: ReadonlyMap<string, number>) {
  const heaviest = Math.max(...weights.values());
  const scale = SWING_MAX / ((1 + LATITUDE) * heaviest);
  const points = [...weights]
    .filter(([, weight]) => weight > 0)
    .map(([id, weight]) => {
      const point = weight * scale;
      return [id, [point * (1 - LATITUDE), Math.min(SWING_MAX, point * (1 + LATITUDE))]] as const;
    });
  return { method: 'swing', points: Object.fromEntries(points) };
}
