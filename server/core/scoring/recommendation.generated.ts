// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

export type EvidenceClass = 'official' | 'third-party' | 'vendor-declared' | 'measured';
export type FactState = 'known' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';
/**
 * Low and high end, in this order.
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval = [number, number];
export type Deployment = 'cloud' | 'on-premise';
/**
 * Low and high end, in this order.
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval1 = [number, number];
export type OptionStatus = 'eligible' | 'conditional' | 'excluded';
export type NeedValue = number | string | boolean | string[];
export type Strength = 'clear' | 'close' | 'none';
export type TenderRuleKind = 'additive' | 'division' | 'weighted-sum' | 'relative-lowest-price';

/**
 * Answer of `mailfit recommend --json`. Points add up to the score, ranges hold their central value, and nothing is rounded. Fields may be added.
 */
export interface RecommendationDocument {
  answers: AnswerShown[];
  answersHash: string;
  /**
   * ISO date the evaluation was made for; ages of evidence count from it.
   */
  asOf: string;
  catalogueHash: string;
  cost?: ScoreAgainstCost;
  criteria: CriterionShown[];
  crossChecks?: CrossChecks;
  explanation?: Explanation;
  group?: GroupReport;
  groups: CriterionGroup[];
  /**
   * Things a reader should know about this evaluation, such as much unanswered or stale evidence.
   */
  notices: LocalizedText[];
  /**
   * Ordered: eligible by rank, then conditional by rank, then excluded by name.
   */
  options: OptionResult[];
  /**
   * What must be confirmed before the recommended option may be chosen; null when nothing is open.
   */
  proviso: LocalizedText | null;
  recommended: string | null;
  requirements: Requirement[];
  robustness?: Robustness;
  samples: number;
  schema: 'mailfit.recommendation/1';
  seed: number;
  sensitivity?: Sensitivity;
  /**
   * Outputs of the sizing formulas at the likely inputs, keyed as in the sizing documentation; one that is not defined for these inputs is left out.
   */
  sizing: {
    [k: string]: number;
  };
  /**
   * Only where no option is left: the smallest sets of requirements whose relaxation brings one back.
   */
  smallestRelaxations?: RelaxationSet[];
  strength: Strength;
  strengthReason: LocalizedText;
  tender?: TenderRanking;
  weights?: WeightsReport;
}
export interface AnswerShown {
  answer: LocalizedText;
  label: LocalizedText;
  question: string;
  section: string;
  state: 'answered' | 'unknown' | 'unanswered';
}
export interface LocalizedText {
  en: string;
  ja: string;
}
export interface ScoreAgainstCost {
  currency: string;
  horizonYears: number;
  options: {
    /**
     * Extra cost per extra score point (0..100) over the next cheaper efficient option.
     */
    costPerExtraPoint: number | null;
    efficient: boolean;
    option: string;
    /**
     * 0..1, without the cost criterion.
     */
    score: number;
    /**
     * Total over the horizon, low / likely / high; null when no price is known.
     */
    totalCost: [number, number, number] | null;
  }[];
}
export interface CriterionShown {
  bestAnchor: LocalizedText;
  factId: string;
  /**
   * The value function in one line, with its parameters filled in.
   */
  formula: string;
  group: string;
  id: string;
  label: LocalizedText;
  source: string;
  unit: string | null;
  weight: number;
  /**
   * Absent in documents that were kept before these words were made.
   */
  words?: {
    basis: LocalizedText1;
    value: LocalizedText2;
  };
  worstAnchor: LocalizedText3;
}
/**
 * What the scale rests on.
 */
export interface LocalizedText1 {
  en: string;
  ja: string;
}
/**
 * The value function with its quantities named.
 */
export interface LocalizedText2 {
  en: string;
  ja: string;
}
/**
 * What value 0 and value 1 mean, in words and for this organisation's need.
 */
export interface LocalizedText3 {
  en: string;
  ja: string;
}
export interface CrossChecks {
  agreeing: number;
  checks: CrossCheck[];
  of: number;
  text: LocalizedText4;
}
export interface CrossCheck {
  higherIsBetter: boolean;
  label: LocalizedText;
  method: 'wpm' | 'promethee2' | 'topsis' | 'vikor-regret';
  sameWinner: boolean;
  scores: {
    [k: string]: number;
  };
  winner: string | null;
}
/**
 * One sentence; names the criterion behind a disagreement.
 */
export interface LocalizedText4 {
  en: string;
  ja: string;
}
export interface Explanation {
  /**
   * Why the first over the second, in the fewest criteria covering 80 % of the gap.
   */
  comparisons: {
    coveredShare: number;
    gap: number;
    other: string;
    terms: {
      criterion: string;
      difference: number;
      label: LocalizedText;
    }[];
    text: LocalizedText;
    winner: string;
  }[];
  verdict: LocalizedText;
}
/**
 * Only where several people stated weights.
 */
export interface GroupReport {
  /**
   * 0..1: the share of weight that two people have in common, on the average of all pairs.
   */
  consensus: number;
  consensusText: LocalizedText;
  /**
   * People without whom the mean weights would put another option first.
   */
  decisive: string[];
  people: {
    method: 'rank-order' | 'rank-sum' | 'swing' | 'ahp';
    name: string;
    weights: {
      [k: string]: number;
    };
    winner: string | null;
  }[];
}
export interface CriterionGroup {
  id: string;
  label: LocalizedText;
  /**
   * Sum of the weights of the group's criteria.
   */
  weight: number;
}
export interface OptionResult {
  bestPoint?: LocalizedText5;
  /**
   * Requirement ids. `toConfirm` holds the same in words.
   */
  cannotTell: string[];
  contributions: Contribution[];
  counterfactuals: Counterfactual[];
  deployment: Deployment;
  failed: FailedRequirement[];
  family: string;
  /**
   * Share of samples in which the option ranks first. Eligible options compete with eligible ones; a conditional option competes with both, as if what is open were confirmed. 0 for an excluded option.
   */
  firstRankShare: number;
  homepage: string;
  id: string;
  kind: string;
  name: LocalizedText;
  plan: LocalizedText | null;
  questionsToVendor: VendorQuestion[];
  /**
   * 1 = best within eligible then conditional; null for an excluded option.
   */
  rank: number | null;
  rankShares: number[];
  robustness?: OptionRobustness;
  /**
   * 0..1. The sum of the contributions' points; an unknown fact counts at the middle of its interval.
   */
  score: number;
  scoreRange: Interval1;
  status: OptionStatus;
  statusReason: LocalizedText;
  summary: LocalizedText;
  toConfirm: OpenRequirement[];
  vendor: LocalizedText;
  weakestPoint?: LocalizedText;
}
/**
 * One sentence for, one against.
 */
export interface LocalizedText5 {
  en: string;
  ja: string;
}
export interface Contribution {
  /**
   * True when the fact goes beyond the need, so that more of it is worth nothing here.
   */
  capped: boolean;
  criterion: string;
  fact: FactShown;
  group: string;
  label: LocalizedText;
  /**
   * weight × value
   */
  points: number;
  remark: LocalizedText | null;
  /**
   * 0..1
   */
  value: number;
  valueRange: Interval;
  weight: number;
}
export interface FactShown {
  age?: FactAge;
  basis: 'declared' | 'measured' | 'none';
  declared?: FactShown1;
  evidence: EvidenceShown[];
  id: string;
  label: LocalizedText;
  max?: number;
  min?: number;
  note: LocalizedText | null;
  path?: LimitPathShown;
  shown: LocalizedText7;
  /**
   * The first evidence's address; null without evidence.
   */
  source: string | null;
  state: FactState;
  unit: string | null;
  unlimited?: boolean;
  value?: number | string | boolean | string[];
}
/**
 * Of the source that is believed most; absent where nothing is stated or what is stated is computed.
 */
export interface FactAge {
  /**
   * 0 to 1, by age and kind of source: how far a level, a flag or an item is believed.
   */
  confidence: number;
  max?: number;
  /**
   * Ends that an old number counts with, in the unit of the fact; absent where it has not widened.
   */
  min?: number;
  /**
   * Since the day the source names, or else since it was read.
   */
  months: number;
}
/**
 * What the vendor declares, kept where a measurement has replaced it.
 */
export interface FactShown1 {
  age?: FactAge;
  basis: 'declared' | 'measured' | 'none';
  declared?: FactShown1;
  evidence: EvidenceShown[];
  id: string;
  label: LocalizedText;
  max?: number;
  min?: number;
  note: LocalizedText | null;
  path?: LimitPathShown;
  shown: LocalizedText7;
  /**
   * The first evidence's address; null without evidence.
   */
  source: string | null;
  state: FactState;
  unit: string | null;
  unlimited?: boolean;
  value?: number | string | boolean | string[];
}
export interface EvidenceShown {
  ageDays: number;
  checkedOn: string;
  class: EvidenceClass;
  conditions?: LocalizedText;
  runId?: string;
  statedOn?: string;
  title: string;
  /**
   * Null for a measurement of one's own, which `runId` names.
   */
  url: string | null;
}
/**
 * Where several limits bound the same thing; the fact is then the smallest of them.
 */
export interface LimitPathShown {
  links: LimitLinkShown[];
  text: LocalizedText6;
}
export interface LimitLinkShown {
  binds: boolean;
  /**
   * Null for a filter or relay of the organisation's own.
   */
  factId: string | null;
  label: LocalizedText;
  shown: LocalizedText;
}
/**
 * Which limit binds, and which are not stated.
 */
export interface LocalizedText6 {
  en: string;
  ja: string;
}
/**
 * The fact as a person reads it, unit included; for an unknown fact the words for that.
 */
export interface LocalizedText7 {
  en: string;
  ja: string;
}
export interface Counterfactual {
  /**
   * What to change: a criterion, a criterion's weight, or a requirement, by id (`a+b` for a pair).
   */
  change: string;
  from: number | string | null;
  kind: 'fact' | 'facts' | 'weight' | 'gate';
  text: LocalizedText;
  to: number | string | null;
  unit: string | null;
}
export interface FailedRequirement {
  actual: string;
  actualText: LocalizedText;
  evidence: EvidenceShown[];
  /**
   * The questions whose answers made this a requirement.
   */
  from: string[];
  label: LocalizedText;
  required: string;
  requiredText: LocalizedText;
  requirement: string;
  source: string | null;
}
export interface VendorQuestion {
  /**
   * Chance, over the sampled weights and facts, that the answer changes which option is first.
   */
  changesWinnerProbability: number;
  criterion: string;
  factId: string;
  question: LocalizedText;
  /**
   * How much the answer can move this option's score.
   *
   * @minItems 2
   * @maxItems 2
   */
  scoreSwing: [number, number];
}
export interface OptionRobustness {
  /**
   * The mean weights under which the option is first, by criterion; null if it never is.
   */
  centralWeights: {
    [k: string]: number;
  } | null;
  /**
   * First-rank share at the central weights with facts still uncertain; null if the option is never first.
   */
  confidenceFactor: number | null;
  expectedRank: number;
  /**
   * Bounds over every allowed weight and fact.
   *
   * @minItems 2
   * @maxItems 2
   */
  scoreBounds: [number, number];
  scoreP5: number;
  scoreP50: number;
  scoreP95: number;
}
export interface OpenRequirement {
  actualText: LocalizedText;
  label: LocalizedText;
  question: LocalizedText8;
  requiredText: LocalizedText;
  requirement: string;
}
/**
 * The sentence to send to the vendor.
 */
export interface LocalizedText8 {
  en: string;
  ja: string;
}
export interface Requirement {
  effect?: GateEffect;
  factId: string;
  /**
   * Ids of the questions (or sizing outputs, as `sizing.<key>`) this requirement comes from.
   */
  from: string[];
  id: string;
  kind: 'gate' | 'value';
  label: LocalizedText;
  need: NeedValue;
  needText: LocalizedText;
  unit: string | null;
}
/**
 * Present for gates: how hard the requirement bites.
 */
export interface GateEffect {
  cannotTell: number;
  excludes: number;
  /**
   * Options that fail this requirement and no other.
   */
  excludesAlone: number;
  /**
   * What relaxing the requirement would readmit, nearest relaxation first.
   */
  relaxations: Relaxation[];
}
export interface Relaxation {
  readmits: string[];
  to: NeedValue | null;
  toText: LocalizedText;
}
export interface Robustness {
  /**
   * Editions of one product taken together.
   */
  families: {
    family: string;
    firstRankShare: number;
    members: string[];
  }[];
  /**
   * Pairs (better, worse) that no allowed weight and no possible fact reverses.
   */
  necessarilyBetter: [string, string][];
  /**
   * `beats[i][j]`: share of samples in which option i scores above option j; ties count half.
   */
  pairwise: {
    beats: number[][];
    options: string[];
  };
  samples: number;
  /**
   * Half-width of the 95 % interval of a share, at most: 1.96·√(0.25/N).
   */
  samplingError: number;
}
export interface Sensitivity {
  /**
   * Over all options, most decisive first.
   */
  questionsToVendors: {
    /**
     * Chance, over the sampled weights and facts, that the answer changes which option is first.
     */
    changesWinnerProbability: number;
    criterion: string;
    factId: string;
    option: string;
    question: LocalizedText;
    /**
     * How much the answer can move this option's score.
     *
     * @minItems 2
     * @maxItems 2
     */
    scoreSwing: [number, number];
  }[];
  requirementsToRelax: Counterfactual[];
  smallestWeightChange: {
    distanceL1: number;
    option: string;
    text: LocalizedText;
    weights: {
      [k: string]: number;
    };
  } | null;
  /**
   * Smallest distance first; criteria that cannot flip the winner come last.
   */
  tornado: WeightFlip[];
  winnerMargins: WinnerMargin[];
}
export interface WeightFlip {
  criterion: string;
  /**
   * |flipsAt − weight|; null when no weight on this criterion alone changes the winner.
   */
  distance: number | null;
  /**
   * The nearest weight at which another option ties the winner, others keeping their ratios; null: none.
   */
  flipsAt: number | null;
  label: LocalizedText;
  newWinner: string | null;
  weight: number;
}
export interface WinnerMargin {
  criterion: string;
  from: number | string;
  label: LocalizedText;
  text: LocalizedText;
  /**
   * How far the winner's fact may worsen with it still first; null: any value keeps it first.
   */
  to: number | string | null;
  unit: string | null;
}
export interface RelaxationSet {
  readmits: string[];
  requirements: string[];
  text: LocalizedText;
}
/**
 * Only where the answers declare a tender rule.
 */
export interface TenderRanking {
  currency: string;
  /**
   * What the declaration says, defaults included: points, reserve price or budget, as far as the rule has them.
   */
  declared: {
    [k: string]: number;
  };
  formulaText: LocalizedText9;
  horizonYears: number;
  /**
   * By rank, then provisional ones by rank, then those that are out.
   */
  options: TenderOption[];
  rounding: {
    decimals: number;
    mode: 'none' | 'floor' | 'half-up';
  };
  roundingText: LocalizedText;
  rule: TenderRuleKind;
  ruleText: LocalizedText;
  /**
   * True where the pure score puts the same option first.
   */
  sameWinnerAsScore: boolean;
  text: LocalizedText10;
  tie: 'higher-technical' | 'lower-price' | 'lot';
  tieText: LocalizedText;
  /**
   * Options between which a lot must decide.
   */
  tied: string[];
  warnings: LocalizedText[];
  /**
   * First among the options that meet every mandatory requirement; null where nobody is, or a lot must decide.
   */
  winner: string | null;
}
/**
 * The formula with the declared figures filled in.
 */
export interface LocalizedText9 {
  en: string;
  ja: string;
}
export interface TenderOption {
  option: string;
  /**
   * Over the horizon; null without a price.
   */
  price: number | null;
  /**
   * null where the rule has none of its own (division) and for options that are out.
   */
  pricePoints: number | null;
  /**
   * `bid`: stated in the declaration; `estimate`: the likely total cost over the horizon.
   */
  priceSource: 'bid' | 'estimate' | null;
  rank: number | null;
  /**
   * Why it is out or behind; null where it is neither.
   */
  reason: LocalizedText | null;
  /**
   * `qualified`: every mandatory requirement is met; `provisional`: something is still to confirm, ranked behind; `disqualified`: a requirement fails or the price exceeds the reserve price; `noPrice`: nobody has stated a price.
   */
  state: 'qualified' | 'provisional' | 'disqualified' | 'noPrice';
  /**
   * technical points = allocation × score without cost (0…1), rounded as declared.
   */
  technicalPoints: number;
  total: number | null;
  /**
   * With uncertain facts and an estimated price at their worst and best; null under a relative rule.
   */
  totalRange: [number, number] | null;
}
/**
 * One sentence: who is first under the rule, and whether the score agrees.
 */
export interface LocalizedText10 {
  en: string;
  ja: string;
}
export interface WeightsReport {
  /**
   * AHP only: one entry per set of comparisons.
   */
  comparisons?: ConsistencyShown[];
  consistency?: ConsistencyShown1;
  /**
   * Per criterion: point weight and the range it may take.
   */
  criteria: {
    criterion: string;
    /**
     * @minItems 2
     * @maxItems 2
     */
    range: [number, number];
    weight: number;
  }[];
  method: 'answers' | 'rank-order' | 'rank-sum' | 'swing' | 'ahp' | 'group';
  methodText: LocalizedText;
  /**
   * The weights as trade-offs in natural units, for the reader to agree or object.
   */
  tradeOffs: LocalizedText[];
}
export interface ConsistencyShown {
  acceptable: boolean | null;
  /**
   * `groups`, or the id of the group whose criteria were compared.
   */
  node: string;
  /**
   * The random-index table the ratio was taken from.
   */
  randomIndex: string;
  /**
   * null beyond the random-index table.
   */
  ratio: number | null;
  /**
   * The comparison that fits the others least, and the value that would fit them.
   */
  reconsider: {
    a: string;
    b: string;
    fitting: number;
    given: number;
  } | null;
  text: LocalizedText;
  /**
   * False where eigenvector and geometric mean put the items in different orders; `text` then says so.
   */
  rankedAlike: boolean;
}
/**
 * AHP only: the least consistent set of comparisons.
 */
export interface ConsistencyShown1 {
  acceptable: boolean | null;
  /**
   * `groups`, or the id of the group whose criteria were compared.
   */
  node: string;
  /**
   * The random-index table the ratio was taken from.
   */
  randomIndex: string;
  /**
   * null beyond the random-index table.
   */
  ratio: number | null;
  /**
   * The comparison that fits the others least, and the value that would fit them.
   */
  reconsider: {
    a: string;
    b: string;
    fitting: number;
    given: number;
  } | null;
  text: LocalizedText;
  /**
   * False where eigenvector and geometric mean put the items in different orders; `text` then says so.
   */
  rankedAlike: boolean;
}
