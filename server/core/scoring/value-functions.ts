// Value functions: natural units → 0…1, absolute and clipped (docs/scoring.md, "Values").
// Invariant: parameters come from the need, never from the options; beyond the need, more is worth nothing.

export interface Knot {
  readonly x: number;
  readonly value: number;
}

export type NumericValueSpec =
  | { readonly kind: 'saturating'; readonly floor: number; readonly full: number }
  | { readonly kind: 'ratioLog'; readonly floor: number; readonly full: number }
  | { readonly kind: 'piecewise'; readonly knots: readonly Knot[] }
  | { readonly kind: 'target'; readonly ideal: number; readonly tolerance: number }
  | { readonly kind: 'costAbsolute'; readonly budget: number };

export interface ValueFunction {
  readonly kind: NumericValueSpec['kind'];
  /** 0…1 for any x, also ±Infinity. */
  readonly valueOf: (x: number) => number;
  /** The x nearest to the worse end with `valueOf(x) = value`; null where no x has that value. */
  readonly inverse: (value: number) => number | null;
  /** x with value 0 and x with value 1. */
  readonly worst: number;
  readonly best: number;
  /** Of a piecewise function, by rising x. */
  readonly knots?: readonly Knot[];
  readonly formula: string;
}

/** A floor at or above the need would leave no scale, so it falls to half of the need. */
export const FLOOR_BELOW_NEED = 0.5;
/** Least positive need: a scale needs two different ends, also for an organisation without any users. */
const LEAST_NEED = 1e-9;

export function valueFunction(spec: NumericValueSpec): ValueFunction {
  switch (spec.kind) {
    case 'saturating':
      return saturating(spec.floor, spec.full);
    case 'ratioLog':
      return ratioLog(spec.floor, spec.full);
    case 'piecewise':
      return piecewise(spec.knots);
    case 'target':
      return target(spec.ideal, spec.tolerance);
    case 'costAbsolute':
      return costAbsolute(spec.budget);
  }
}

/** v = clip((x − floor) ÷ (full − floor)) */
function saturating(floorGiven: number, fullGiven: number): ValueFunction {
  const full = Math.max(fullGiven, LEAST_NEED);
  const floor = floorGiven < full ? floorGiven : full * FLOOR_BELOW_NEED;
  return {
    kind: 'saturating',
    valueOf: (x) => clip((x - floor) / (full - floor)),
    inverse: (value) => (isValue(value) ? floor + value * (full - floor) : null),
    worst: floor,
    best: full,
    formula: `clip((x − ${shown(floor)}) ÷ (${shown(full)} − ${shown(floor)}))`,
  };
}

/** v = clip(ln(x ÷ floor) ÷ ln(full ÷ floor)): equal ratios are worth the same. */
function ratioLog(floorGiven: number, fullGiven: number): ValueFunction {
  const full = Math.max(fullGiven, LEAST_NEED);
  const floor = floorGiven > 0 && floorGiven < full ? floorGiven : full * FLOOR_BELOW_NEED;
  const span = Math.log(full / floor);
  return {
    kind: 'ratioLog',
    // Below 0 there is no logarithm, and no value either.
    valueOf: (x) => clip(Math.log(x / floor) / span),
    inverse: (value) => (isValue(value) ? floor * Math.exp(value * span) : null),
    worst: floor,
    best: full,
    formula: `clip(ln(x ÷ ${shown(floor)}) ÷ ln(${shown(full)} ÷ ${shown(floor)}))`,
  };
}

/** Linear between knots with increasing x, constant outside: never extrapolated. Values must rise or fall throughout. */
function piecewise(knots: readonly Knot[]): ValueFunction {
  const isFalling = (knots[0]?.value ?? 0) > (knots.at(-1)?.value ?? 0);
  const first = knots[0] ?? { x: 0, value: 0 };
  const last = knots.at(-1) ?? first;
  return {
    kind: 'piecewise',
    valueOf: (x) => interpolated(knots, x),
    inverse: (value) => inverted(isFalling ? knots.toReversed() : knots, value),
    worst: isFalling ? last.x : first.x,
    best: isFalling ? first.x : last.x,
    knots,
    formula: `piecewise ${knots.map((knot) => `(${shown(knot.x)}, ${shown(knot.value)})`).join(' ')}`,
  };
}

function interpolated(knots: readonly Knot[], x: number): number {
  let left = knots[0];
  if (left === undefined || x <= left.x) return clip(left?.value ?? 0);
  for (const right of knots) {
    if (x < right.x)
      return clip(left.value + ((x - left.x) / (right.x - left.x)) * (right.value - left.value));
    left = right;
  }
  return clip(left.value);
}

/** @param knots by rising value */
function inverted(knots: readonly Knot[], value: number): number | null {
  let left = knots[0];
  if (left === undefined || value < left.value) return null;
  if (value === left.value) return left.x;
  for (const right of knots) {
    if (value <= right.value) {
      const share = right.value === left.value ? 0 : (value - left.value) / (right.value - left.value);
      return left.x + share * (right.x - left.x);
    }
    left = right;
  }
  return null;
}

/** v = clip(1 − |x − ideal| ÷ tolerance) */
function target(ideal: number, toleranceGiven: number): ValueFunction {
  const tolerance = Math.max(toleranceGiven, LEAST_NEED);
  return {
    kind: 'target',
    valueOf: (x) => clip(1 - Math.abs(x - ideal) / tolerance),
    inverse: (value) => (isValue(value) ? ideal - (1 - value) * tolerance : null),
    worst: ideal - tolerance,
    best: ideal,
    formula: `clip(1 − |x − ${shown(ideal)}| ÷ ${shown(tolerance)})`,
  };
}

/** v = clip(1 − cost ÷ budget), the price points of the additive tender method 加算方式. */
function costAbsolute(budgetGiven: number): ValueFunction {
  const budget = Math.max(budgetGiven, LEAST_NEED);
  return {
    kind: 'costAbsolute',
    valueOf: (x) => clip(1 - x / budget),
    inverse: (value) => (isValue(value) ? (1 - value) * budget : null),
    worst: budget,
    best: 0,
    formula: `clip(1 − x ÷ ${shown(budget)})`,
  };
}

function clip(value: number): number {
  return value > 0 ? Math.min(value, 1) : 0;
}

function isValue(value: number): boolean {
  return value >= 0 && value <= 1;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}
