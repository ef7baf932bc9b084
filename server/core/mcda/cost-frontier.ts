// Score against cost: which options are efficient, and what each further point of score costs on the way up
// (Goodwin & Wright, Decision Analysis for Management Judgment, ch. 3).

export interface ScoredCost {
  readonly name: string;
  readonly benefit: number;
  readonly cost: number;
}

export interface FrontierPoint extends ScoredCost {
  readonly isEfficient: boolean;
  /** Extra cost per extra point over the next cheaper efficient option; null for the cheapest and the inefficient. */
  readonly costPerExtraPoint: number | null;
}

/** An option is efficient when nothing else gives at least as much for less, or more for the same. */
export function costFrontier(options: readonly ScoredCost[]): readonly FrontierPoint[] {
  const efficient = options
    .filter((option) => !options.some((other) => isBetterDeal(other, option)))
    .sort((a, b) => a.cost - b.cost || a.benefit - b.benefit);
  return options.map((option) => {
    const place = efficient.indexOf(option);
    const cheaper = place > 0 ? efficient[place - 1] : undefined;
    return {
      ...option,
      isEfficient: place >= 0,
      costPerExtraPoint: cheaper ? pricePerPoint(cheaper, option) : null,
    };
  });
}

function isBetterDeal(other: ScoredCost, option: ScoredCost): boolean {
  const isNoWorse = other.cost <= option.cost && other.benefit >= option.benefit;
  return isNoWorse && (other.cost < option.cost || other.benefit > option.benefit);
}

function pricePerPoint(from: ScoredCost, to: ScoredCost): number | null {
  const extra = to.benefit - from.benefit;
  return extra > 0 ? (to.cost - from.cost) / extra : null;
}
