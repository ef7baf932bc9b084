// Reads the numbers of the form that plans a test, and remembers what is wrong with each, beside its field.

import { parseSizes, parseThreshold } from '../../../../benchmarks/index.ts';
import type { LocalizedText } from '../../../core/text/localized.ts';
import { PLAN_PROBLEM_TEXTS, notACriterion, numberBetween } from '../../texts/plan-problem-texts.ts';
import type { PlanField, TypedPlan } from './typed-plan.ts';

export type PlanProblems = Readonly<Partial<Record<PlanField, LocalizedText>>>;

export class PlanReader {
  readonly typed: TypedPlan;
  private readonly found: Partial<Record<PlanField, LocalizedText>> = {};

  constructor(typed: TypedPlan) {
    this.typed = typed;
  }

  get problems(): PlanProblems {
    return this.found;
  }

  note(field: PlanField, problem: LocalizedText): void {
    this.found[field] ??= problem;
  }

  whole(field: PlanField, min: number, max: number): number {
    return this.number(field, { min, max, isWhole: true });
  }

  decimal(field: PlanField, min: number, max: number): number {
    return this.number(field, { min, max, isWhole: false });
  }

  /** Null where the field was left empty. */
  optionalWhole(field: PlanField, min: number, max: number): number | null {
    return this.typed[field] === '' ? null : this.whole(field, min, max);
  }

  /** Pass criteria, one a line or with commas between them. */
  criteria(field: PlanField): string[] {
    const expressions = this.typed[field]
      .normalize('NFKC')
      .split(/[,\n]+/)
      .map((expression) => expression.trim())
      .filter((expression) => expression !== '');
    const wrong = expressions.find((expression) => typeof parseThreshold(expression) === 'string');
    if (wrong !== undefined) this.note(field, notACriterion(wrong));
    return expressions;
  }

  /** A size or a distribution of sizes. */
  size(field: PlanField): string {
    const text = this.typed[field].normalize('NFKC').trim();
    if (text === '' || !parseSizes(text).ok) this.note(field, PLAN_PROBLEM_TEXTS.size);
    return text;
  }

  private number(
    field: PlanField,
    { min, max, isWhole }: { readonly min: number; readonly max: number; readonly isWhole: boolean },
  ): number {
    const plain = this.typed[field].normalize('NFKC').replaceAll(',', '').trim();
    const value = /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : NaN;
    if (!(value >= min && value <= max) || (isWhole && !Number.isInteger(value))) {
      this.note(field, numberBetween(min, max, isWhole));
      return min;
    }
    return value;
  }
}
