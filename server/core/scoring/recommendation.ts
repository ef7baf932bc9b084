// The recommendation document, `mailfit.recommendation/1`: everything that pages, reports and other programs read.
// Invariant: plain JSON. Points add up to the score, ranges hold their central value, and nothing here is rounded.

import type { LocalizedText } from '../text/localized.ts';
import type {
  Counterfactual,
  CrossChecks,
  Explanation,
  GroupReport,
  OptionRobustness,
  Robustness,
  ScoreAgainstCost,
  Sensitivity,
  TenderRanking,
  VendorQuestion,
  WeightsReport,
} from './recommendation-analysis.ts';

export type * from './recommendation-analysis.ts';

export type Deployment = 'cloud' | 'on-premise';
export type OptionStatus = 'eligible' | 'conditional' | 'excluded';
export type Strength = 'clear' | 'close' | 'none';
export type FactState = 'known' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';
export type EvidenceClass = 'official' | 'third-party' | 'vendor-declared' | 'measured';
/** Low and high end, in this order. */
export type Interval = readonly [number, number];
export type NeedValue = number | string | boolean | readonly string[];

export interface Recommendation {
  readonly schema: 'mailfit.recommendation/1';
  readonly seed: number;
  readonly samples: number;
  /** ISO date the evaluation was made for; ages of evidence count from it. */
  readonly asOf: string;
  readonly catalogueHash: string;
  readonly answersHash: string;
  /** Outputs of the sizing formulas at the likely inputs, keyed as in the sizing documentation; one that is not defined
   * for these inputs is left out. */
  readonly sizing: Readonly<Record<string, number>>;
  readonly answers: readonly AnswerShown[];
  readonly groups: readonly CriterionGroup[];
  readonly criteria: readonly CriterionShown[];
  readonly requirements: readonly Requirement[];
  readonly recommended: string | null;
  /** What must be confirmed before the recommended option may be chosen; null when nothing is open. */
  readonly proviso: LocalizedText | null;
  readonly strength: Strength;
  readonly strengthReason: LocalizedText;
  /** Ordered: eligible by rank, then conditional by rank, then excluded by name. */
  readonly options: readonly OptionResult[];
  /** Only where no option is left: the smallest sets of requirements whose relaxation brings one back. */
  readonly smallestRelaxations?: readonly RelaxationSet[];
  /** Things a reader should know about this evaluation, such as much unanswered or stale evidence. */
  readonly notices: readonly LocalizedText[];
  readonly weights?: WeightsReport;
  readonly robustness?: Robustness;
  readonly sensitivity?: Sensitivity;
  readonly crossChecks?: CrossChecks;
  readonly cost?: ScoreAgainstCost;
  readonly explanation?: Explanation;
  /** Only where several people stated weights. */
  readonly group?: GroupReport;
  /** Only where the answers declare a tender rule. */
  readonly tender?: TenderRanking;
}

export interface AnswerShown {
  readonly question: string;
  readonly section: string;
  readonly label: LocalizedText;
  readonly answer: LocalizedText;
  readonly state: 'answered' | 'unknown' | 'unanswered';
}

export interface CriterionGroup {
  readonly id: string;
  readonly label: LocalizedText;
  /** Sum of the weights of the group's criteria. */
  readonly weight: number;
}

export interface CriterionShown {
  readonly id: string;
  readonly group: string;
  readonly label: LocalizedText;
  readonly factId: string;
  readonly unit: string | null;
  readonly weight: number;
  /** What value 0 and value 1 mean, in words and for this organisation's need. */
  readonly worstAnchor: LocalizedText;
  readonly bestAnchor: LocalizedText;
  /** The value function in one line, with its parameters filled in. */
  readonly formula: string;
  readonly source: string;
  /** Absent in documents that were kept before these words were made. */
  readonly words?: {
    /** The value function with its quantities named. */
    readonly value: LocalizedText;
    /** What the scale rests on. */
    readonly basis: LocalizedText;
  };
}

export interface Requirement {
  readonly id: string;
  readonly kind: 'gate' | 'value';
  readonly label: LocalizedText;
  readonly factId: string;
  readonly need: NeedValue;
  readonly needText: LocalizedText;
  readonly unit: string | null;
  /** Ids of the questions (or sizing outputs, as `sizing.<key>`) this requirement comes from. */
  readonly from: readonly string[];
  /** Present for gates: how hard the requirement bites. */
  readonly effect?: GateEffect;
}

export interface GateEffect {
  readonly excludes: number;
  /** Options that fail this requirement and no other. */
  readonly excludesAlone: number;
  readonly cannotTell: number;
  /** What relaxing the requirement would readmit, nearest relaxation first. */
  readonly relaxations: readonly Relaxation[];
}

export interface Relaxation {
  readonly to: NeedValue | null;
  readonly toText: LocalizedText;
  readonly readmits: readonly string[];
}

export interface RelaxationSet {
  readonly requirements: readonly string[];
  readonly readmits: readonly string[];
  readonly text: LocalizedText;
}

export interface OptionResult {
  readonly id: string;
  readonly name: LocalizedText;
  readonly vendor: LocalizedText;
  readonly family: string;
  readonly deployment: Deployment;
  readonly kind: string;
  readonly plan: LocalizedText | null;
  readonly summary: LocalizedText;
  readonly homepage: string;
  readonly status: OptionStatus;
  readonly statusReason: LocalizedText;
  /** 1 = best within eligible then conditional; null for an excluded option. */
  readonly rank: number | null;
  /** 0..1. The sum of the contributions' points; an unknown fact counts at the middle of its interval. */
  readonly score: number;
  /** Exact bounds of the score at the stated weights, with every unknown at its worst and at its best. */
  readonly scoreRange: Interval;
  /**
   * Share of samples in which the option ranks first. Eligible options compete with eligible ones; a conditional
   * option competes with both, as if what is open were confirmed. 0 for an excluded option.
   */
  readonly firstRankShare: number;
  readonly rankShares: readonly number[];
  readonly contributions: readonly Contribution[];
  readonly failed: readonly FailedRequirement[];
  /** Requirement ids. `toConfirm` holds the same in words. */
  readonly cannotTell: readonly string[];
  readonly toConfirm: readonly OpenRequirement[];
  readonly questionsToVendor: readonly VendorQuestion[];
  readonly counterfactuals: readonly Counterfactual[];
  readonly robustness?: OptionRobustness;
  /** One sentence for, one against. */
  readonly bestPoint?: LocalizedText;
  readonly weakestPoint?: LocalizedText;
}

export interface Contribution {
  readonly criterion: string;
  readonly label: LocalizedText;
  readonly group: string;
  readonly weight: number;
  /** 0..1 */
  readonly value: number;
  readonly valueRange: Interval;
  /** weight × value */
  readonly points: number;
  readonly fact: FactShown;
  /** True when the fact goes beyond the need, so that more of it is worth nothing here. */
  readonly capped: boolean;
  readonly remark: LocalizedText | null;
}

export interface FactShown {
  readonly id: string;
  readonly label: LocalizedText;
  readonly state: FactState;
  readonly value?: number | string | boolean | readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly unlimited?: boolean;
  readonly unit: string | null;
  /** The fact as a person reads it, unit included; for an unknown fact the words for that. */
  readonly shown: LocalizedText;
  /** The first evidence's address; null without evidence. */
  readonly source: string | null;
  readonly basis: 'declared' | 'measured' | 'none';
  readonly evidence: readonly EvidenceShown[];
  readonly note: LocalizedText | null;
  /** Of the source that is believed most; absent where nothing is stated or what is stated is computed. */
  readonly age?: FactAge;
  /** What the vendor declares, kept where a measurement has replaced it. */
  readonly declared?: Omit<FactShown, 'declared'>;
  /** Where several limits bound the same thing; the fact is then the smallest of them. */
  readonly path?: LimitPathShown;
}

export interface LimitPathShown {
  /** Which limit binds, and which are not stated. */
  readonly text: LocalizedText;
  readonly links: readonly LimitLinkShown[];
}

export interface LimitLinkShown {
  /** Null for a filter or relay of the organisation's own. */
  readonly factId: string | null;
  readonly label: LocalizedText;
  readonly shown: LocalizedText;
  readonly binds: boolean;
}

/** What the declared ageing rule makes of a fact. */
export interface FactAge {
  /** Since the day the source names, or else since it was read. */
  readonly months: number;
  /** 0 to 1, by age and kind of source: how far a level, a flag or an item is believed. */
  readonly confidence: number;
  /** Ends that an old number counts with, in the unit of the fact; absent where it has not widened. */
  readonly min?: number;
  readonly max?: number;
}

export interface EvidenceShown {
  /** Null for a measurement of one's own, which `runId` names. */
  readonly url: string | null;
  readonly title: string;
  readonly class: EvidenceClass;
  readonly checkedOn: string;
  readonly statedOn?: string;
  readonly ageDays: number;
  readonly runId?: string;
  readonly conditions?: LocalizedText;
}

export interface FailedRequirement {
  readonly requirement: string;
  readonly label: LocalizedText;
  readonly required: string;
  readonly actual: string;
  readonly requiredText: LocalizedText;
  readonly actualText: LocalizedText;
  readonly source: string | null;
  readonly evidence: readonly EvidenceShown[];
  /** The questions whose answers made this a requirement. */
  readonly from: readonly string[];
}

export interface OpenRequirement {
  readonly requirement: string;
  readonly label: LocalizedText;
  readonly requiredText: LocalizedText;
  readonly actualText: LocalizedText;
  /** The sentence to send to the vendor. */
  readonly question: LocalizedText;
}
