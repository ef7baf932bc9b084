// The parts of the recommendation that say how sure it is and what would change it. See recommendation.ts.

import type { LocalizedText } from '../text/localized.ts';

type Interval = readonly [number, number];

export interface VendorQuestion {
  readonly criterion: string;
  readonly factId: string;
  readonly question: LocalizedText;
  /** Chance, over the sampled weights and facts, that the answer changes which option is first. */
  readonly changesWinnerProbability: number;
  /** How much the answer can move this option's score. */
  readonly scoreSwing: Interval;
}

export interface Counterfactual {
  readonly kind: 'fact' | 'facts' | 'weight' | 'gate';
  /** What to change: a criterion, a criterion's weight, or a requirement, by id (`a+b` for a pair). */
  readonly change: string;
  readonly from: number | string | null;
  readonly to: number | string | null;
  readonly unit: string | null;
  readonly text: LocalizedText;
}

export interface WeightsReport {
  readonly method: 'answers' | 'rank-order' | 'rank-sum' | 'swing' | 'ahp' | 'group';
  readonly methodText: LocalizedText;
  /** Per criterion: point weight and the range it may take. */
  readonly criteria: readonly {
    readonly criterion: string;
    readonly weight: number;
    readonly range: Interval;
  }[];
  /** The weights as trade-offs in natural units, for the reader to agree or object. */
  readonly tradeOffs: readonly LocalizedText[];
  /** AHP only: the least consistent set of comparisons. */
  readonly consistency?: ConsistencyShown;
  /** AHP only: one entry per set of comparisons. */
  readonly comparisons?: readonly ConsistencyShown[];
}

export interface ConsistencyShown {
  /** `groups`, or the id of the group whose criteria were compared. */
  readonly node: string;
  /** null beyond the random-index table. */
  readonly ratio: number | null;
  readonly acceptable: boolean | null;
  /** The random-index table the ratio was taken from. */
  readonly randomIndex: string;
  /** False where eigenvector and geometric mean put the items in different orders; `text` then says so. */
  readonly rankedAlike: boolean;
  /** The comparison that fits the others least, and the value that would fit them. */
  readonly reconsider: {
    readonly a: string;
    readonly b: string;
    readonly given: number;
    readonly fitting: number;
  } | null;
  readonly text: LocalizedText;
}

export interface GroupReport {
  readonly people: readonly {
    readonly name: string;
    readonly method: 'rank-order' | 'rank-sum' | 'swing' | 'ahp';
    readonly winner: string | null;
    readonly weights: Readonly<Record<string, number>>;
  }[];
  /** 0..1: the share of weight that two people have in common, on the average of all pairs. */
  readonly consensus: number;
  readonly consensusText: LocalizedText;
  /** People without whom the mean weights would put another option first. */
  readonly decisive: readonly string[];
}

export interface OptionRobustness {
  readonly scoreP5: number;
  readonly scoreP50: number;
  readonly scoreP95: number;
  /** Bounds over every allowed weight and fact. */
  readonly scoreBounds: Interval;
  readonly expectedRank: number;
  /** The mean weights under which the option is first, by criterion; null if it never is. */
  readonly centralWeights: Readonly<Record<string, number>> | null;
  /** First-rank share at the central weights with facts still uncertain; null if the option is never first. */
  readonly confidenceFactor: number | null;
}

export interface Robustness {
  readonly samples: number;
  /** Half-width of the 95 % interval of a share, at most: 1.96·√(0.25/N). */
  readonly samplingError: number;
  /** `beats[i][j]`: share of samples in which option i scores above option j; ties count half. */
  readonly pairwise: { readonly options: readonly string[]; readonly beats: readonly (readonly number[])[] };
  /** Pairs (better, worse) that no allowed weight and no possible fact reverses. */
  readonly necessarilyBetter: readonly (readonly [string, string])[];
  /** Editions of one product taken together. */
  readonly families: readonly {
    readonly family: string;
    readonly members: readonly string[];
    readonly firstRankShare: number;
  }[];
}

export interface WeightFlip {
  readonly criterion: string;
  readonly label: LocalizedText;
  readonly weight: number;
  /** The nearest weight at which another option ties the winner, others keeping their ratios; null: none. */
  readonly flipsAt: number | null;
  readonly newWinner: string | null;
  /** |flipsAt − weight|; null when no weight on this criterion alone changes the winner. */
  readonly distance: number | null;
}

export interface WinnerMargin {
  readonly criterion: string;
  readonly label: LocalizedText;
  readonly from: number | string;
  /** How far the winner's fact may worsen with it still first; null: any value keeps it first. */
  readonly to: number | string | null;
  readonly unit: string | null;
  readonly text: LocalizedText;
}

export interface Sensitivity {
  /** Smallest distance first; criteria that cannot flip the winner come last. */
  readonly tornado: readonly WeightFlip[];
  readonly winnerMargins: readonly WinnerMargin[];
  readonly smallestWeightChange: {
    readonly option: string;
    readonly weights: Readonly<Record<string, number>>;
    readonly distanceL1: number;
    readonly text: LocalizedText;
  } | null;
  /** Over all options, most decisive first. */
  readonly questionsToVendors: readonly (VendorQuestion & { readonly option: string })[];
  readonly requirementsToRelax: readonly Counterfactual[];
}

export interface CrossCheck {
  readonly method: 'wpm' | 'promethee2' | 'topsis' | 'vikor-regret';
  readonly label: LocalizedText;
  readonly winner: string | null;
  readonly sameWinner: boolean;
  readonly scores: Readonly<Record<string, number>>;
  readonly higherIsBetter: boolean;
}

export interface CrossChecks {
  readonly agreeing: number;
  readonly of: number;
  readonly checks: readonly CrossCheck[];
  /** One sentence; names the criterion behind a disagreement. */
  readonly text: LocalizedText;
}

export interface ScoreAgainstCost {
  readonly currency: string;
  readonly horizonYears: number;
  readonly options: readonly {
    readonly option: string;
    /** 0..1, without the cost criterion. */
    readonly score: number;
    /** Total over the horizon, low / likely / high; null when no price is known. */
    readonly totalCost: readonly [number, number, number] | null;
    readonly efficient: boolean;
    /** Extra cost per extra score point (0..100) over the next cheaper efficient option. */
    readonly costPerExtraPoint: number | null;
  }[];
}

export interface Explanation {
  /** Why the first over the second, in the fewest criteria covering 80 % of the gap. */
  readonly comparisons: readonly {
    readonly winner: string;
    readonly other: string;
    readonly gap: number;
    readonly terms: readonly {
      readonly criterion: string;
      readonly label: LocalizedText;
      readonly difference: number;
    }[];
    readonly coveredShare: number;
    readonly text: LocalizedText;
  }[];
  readonly verdict: LocalizedText;
}

export type TenderRuleKind = 'additive' | 'division' | 'weighted-sum' | 'relative-lowest-price';

/** Quality and price combined by a declared tender rule. Stands beside the score and never enters it. */
export interface TenderRanking {
  readonly rule: TenderRuleKind;
  readonly ruleText: LocalizedText;
  /** The formula with the declared figures filled in. */
  readonly formulaText: LocalizedText;
  readonly rounding: { readonly mode: 'none' | 'floor' | 'half-up'; readonly decimals: number };
  readonly roundingText: LocalizedText;
  readonly tie: 'higher-technical' | 'lower-price' | 'lot';
  readonly tieText: LocalizedText;
  readonly currency: string;
  readonly horizonYears: number;
  /** What the declaration says, defaults included: points, reserve price or budget, as far as the rule has them. */
  readonly declared: Readonly<Record<string, number>>;
  /** First among the options that meet every mandatory requirement; null where nobody is, or a lot must decide. */
  readonly winner: string | null;
  /** Options between which a lot must decide. */
  readonly tied: readonly string[];
  /** True where the pure score puts the same option first. */
  readonly sameWinnerAsScore: boolean;
  /** One sentence: who is first under the rule, and whether the score agrees. */
  readonly text: LocalizedText;
  readonly warnings: readonly LocalizedText[];
  /** By rank, then provisional ones by rank, then those that are out. */
  readonly options: readonly TenderOption[];
}

export interface TenderOption {
  readonly option: string;
  /**
   * `qualified`: every mandatory requirement is met; `provisional`: something is still to confirm, ranked behind;
   * `disqualified`: a requirement fails or the price exceeds the reserve price; `noPrice`: nobody has stated a price.
   */
  readonly state: 'qualified' | 'provisional' | 'disqualified' | 'noPrice';
  readonly rank: number | null;
  /** technical points = allocation × score without cost (0…1), rounded as declared. */
  readonly technicalPoints: number;
  /** Over the horizon; null without a price. */
  readonly price: number | null;
  /** `bid`: stated in the declaration; `estimate`: the likely total cost over the horizon. */
  readonly priceSource: 'bid' | 'estimate' | null;
  /** null where the rule has none of its own (division) and for options that are out. */
  readonly pricePoints: number | null;
  readonly total: number | null;
  /** With uncertain facts and an estimated price at their worst and best; null under a relative rule. */
  readonly totalRange: Interval | null;
  /** Why it is out or behind; null where it is neither. */
  readonly reason: LocalizedText | null;
}
