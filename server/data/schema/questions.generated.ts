// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

export type Id = string;
export type Question = Question1;

/**
 * The questions of the questionnaire. Every question may also be answered with `unknown`.
 */
export interface Questionnaire {
  sections: QuestionSection[];
  questions: Question[];
}
export interface QuestionSection {
  id: Id;
  label: QuestionText;
}
export interface QuestionText {
  en: string;
  ja: string;
}
export interface Question1 {
  id: Id;
  section: Id;
  kind: 'number' | 'single' | 'multi' | 'yes-no';
  /**
   * One of the few questions that decide most.
   */
  quick?: boolean;
  text: QuestionText;
  why: QuestionText;
  help?: QuestionText;
  /**
   * Section of the guide that explains what is asked.
   */
  guide: string;
  /**
   * What the answer changes, in words a reader can check: `sizing.<key>`, `need.<key>`, `gate.<id>` or `weight.<criterion or group>`.
   */
  feeds: string[];
  number?: NumberRule;
  options?: QuestionOption[];
}
export interface NumberRule {
  unit: QuestionText;
  min: number;
  max: number;
  integer?: boolean;
  usual?: UsualRange;
  into: string;
  sets?: AnswerEffects;
}
/**
 * Where most answers lie, our own estimate. A number outside it is taken, after asking whether the unit is right.
 */
export interface UsualRange {
  low: number;
  high: number;
}
/**
 * What choosing an answer does. Numbers combine by the larger, lists by union.
 */
export interface AnswerEffects {
  gates?: Id[];
  needs?: {
    [k: string]: number | string | string[];
  };
  /**
   * Multiplies a criterion's points.
   */
  emphasis?: {
    [k: string]: number;
  };
  sizing?: {
    [k: string]: number;
  };
  /**
   * Mail clients per user: share of users and connections each.
   */
  clients?: ClientMix[];
  /**
   * Puts a group of criteria first or second.
   */
  priority?: {
    group: Id;
    place: number;
  };
}
export interface ClientMix {
  name: string;
  share: number;
  conns: number;
}
export interface QuestionOption {
  id: Id;
  label: QuestionText;
  /**
   * Cannot be ticked together with another option.
   */
  exclusive?: true;
  sets?: AnswerEffects;
}
