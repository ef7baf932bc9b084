// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

export type GroupId = 'size' | 'security' | 'support' | 'cost' | 'flexibility';
export type GateTest = AtLeastTest | AtMostTest | LevelTest | FlagTest | IncludesTest | OneOfTest;
/**
 * A number, or a need of the organisation times a factor.
 */
export type Parameter = number | NeedParameter;
export type LevelParameter = string | NeedLevel;
export type ValueRule =
  | SaturatingRule
  | RatioLogRule
  | PiecewiseRule
  | TargetRule
  | CostAbsoluteRule
  | LevelsRule
  | BooleanRule
  | CoverageRule;

/**
 * Groups, hard requirements (gates) and criteria with their value functions. Nothing in it depends on which options are compared.
 */
export interface DecisionModel {
  groups: CriterionGroupRule[];
  planning: Planning;
  gates: GateRule[];
  criteria: CriterionRule[];
}
export interface CriterionGroupRule {
  id: GroupId;
  label: ModelText;
}
export interface ModelText {
  en: string;
  ja: string;
}
/**
 * What holds where a question is not answered.
 */
export interface Planning {
  /**
   * Needs of an organisation that has not answered the question.
   */
  defaultNeeds: {
    [k: string]: number | string | string[];
  };
}
export interface GateRule {
  id: string;
  fact: string;
  label: ModelText;
  ask: ModelText;
  always?: ModelText1;
  /**
   * Options of the other deployment need not meet it.
   */
  onlyFor?: 'cloud' | 'on-premise';
  unknownIsAtLeast?: ImpliedMinimum;
  /**
   * What a fact that does not apply to an option means for this requirement.
   */
  notApplicable?: 'pass' | 'fail' | 'cannotTell';
  test: GateTest;
}
/**
 * Holds for everyone; why.
 */
export interface ModelText1 {
  en: string;
  ja: string;
}
/**
 * What an option without a stated limit may safely be taken to reach.
 */
export interface ImpliedMinimum {
  value: number;
  why: ModelText;
}
export interface AtLeastTest {
  kind: 'atLeast';
  value: Parameter;
}
export interface NeedParameter {
  need: string;
  times?: number;
  atLeast?: number;
}
export interface AtMostTest {
  kind: 'atMost';
  value: Parameter;
}
export interface LevelTest {
  kind: 'levelAtLeast';
  level: LevelParameter;
}
export interface NeedLevel {
  need: string;
}
export interface FlagTest {
  kind: 'flag';
}
export interface IncludesTest {
  kind: 'includesAll' | 'includesAny';
  need: string;
}
export interface OneOfTest {
  kind: 'equals';
  value: string;
}
export interface CriterionRule {
  id: string;
  group: GroupId;
  fact: string;
  label: ModelText;
  /**
   * Swing points inside the group before the answers: what lifting this criterion from its worst to its best anchor is worth.
   */
  points: number;
  value: ValueRule;
  worst: ModelText;
  best: ModelText;
  unknown: PlausibleRange;
  notApplicable?: NotApplicableValue;
  ask: ModelText;
  /**
   * What the scale rests on; a text alone where it is written alike in both languages.
   */
  source: string | ModelText;
}
export interface SaturatingRule {
  kind: 'saturating';
  floor: Parameter;
  full: Parameter;
}
export interface RatioLogRule {
  kind: 'ratioLog';
  floor: Parameter;
  full: Parameter;
}
export interface PiecewiseRule {
  kind: 'piecewise';
  knots: [number, number][];
}
export interface TargetRule {
  kind: 'target';
  ideal: Parameter;
  tolerance: Parameter;
}
export interface CostAbsoluteRule {
  kind: 'costAbsolute';
  budget: Parameter;
}
export interface LevelsRule {
  kind: 'levels';
  values: {
    [k: string]: number;
  };
  enough?: LevelParameter;
}
export interface BooleanRule {
  kind: 'boolean';
  partial?: number;
}
/**
 * Share of the wanted items that the fact's set holds.
 */
export interface CoverageRule {
  kind: 'coverage';
  need: string;
  count: 'all' | 'any';
}
/**
 * What an unknown fact may turn out to be, never derived from the other options.
 */
export interface PlausibleRange {
  low?: number;
  high?: number;
  levels?: string[];
  /**
   * Narrower levels for a cloud service.
   */
  cloudLevels?: string[];
  why: ModelText;
}
export interface NotApplicableValue {
  value: number;
  why: ModelText;
}
