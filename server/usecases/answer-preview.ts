// What the answers so far mean, without any ranking: how many options remain, which answer excluded which, and the
// size of mail system they describe. Cheap enough to be asked after every answer.

import { parseAnswers } from '../core/questionnaire/answers.ts';
import type { Answers } from '../core/questionnaire/answers.ts';
import { interpret } from '../core/questionnaire/interpret.ts';
import { deriveNeeds } from '../core/questionnaire/needs.ts';
import { evaluate } from '../core/scoring/evaluate.ts';
import type { Evaluation, EvaluationInput } from '../core/scoring/evaluate.ts';
import { sampleSizing, spreadsOf } from '../core/sizing/distribution.ts';
import type { SizingOutput, Spread } from '../core/sizing/distribution.ts';
import type { LocalizedText } from '../core/text/localized.ts';
import type { DecisionBasis } from './recommend.ts';
import { usableAnswers } from './recommend-evaluation.ts';
import type { StoredAnswers } from './stores.ts';

export interface AnswerPreview {
  readonly counts: { readonly eligible: number; readonly conditional: number; readonly all: number };
  /** One entry per question that excludes something, in the order of the questionnaire, then what always holds. */
  readonly exclusions: readonly Exclusion[];
  /** P10, P50 and P90 of the figures that depend on the answers. */
  readonly sizing: Readonly<Partial<Record<SizingOutput, Spread>>>;
  /** False while the number of people is a usual value instead of an answer. */
  readonly isHeadcountKnown: boolean;
}

export interface Exclusion {
  /** Null for requirements that hold whatever is answered. */
  readonly question: string | null;
  readonly requirements: readonly LocalizedText[];
  readonly options: readonly { readonly id: string; readonly name: LocalizedText }[];
  /** How many of them no other answer excludes. */
  readonly alone: number;
}

const SAMPLING = { samples: 400, seed: 1 };

/** @param today ISO 8601 day */
export function previewAnswers(basis: DecisionBasis, stored: StoredAnswers, today: string): AnswerPreview {
  const { questionnaire, sizing } = basis.reference;
  const subject = subjectOf(basis, stored, today);
  const evaluation = evaluate({ ...subject, measured: [] });
  const count = (status: string): number =>
    evaluation.options.filter((option) => option.status === status).length;
  // Shared mailboxes count as users here, as they do in the needs.
  const likely = { ...subject.interpretation.sizing, users: subject.needs.inputs.users };
  return {
    counts: {
      eligible: count('eligible'),
      conditional: count('conditional'),
      all: evaluation.options.length,
    },
    exclusions: exclusionsIn(evaluation, [...questionnaire.questions.map(({ id }) => id), null]),
    sizing: spreadsOf(sampleSizing({ likely, ranges: {} }, sizing, SAMPLING)),
    isHeadcountKnown: !subject.needs.isHeadcountAssumed,
  };
}

/** What an evaluation is made from, for stored answers. */
export function subjectOf(
  basis: DecisionBasis,
  stored: StoredAnswers,
  today: string,
): Omit<EvaluationInput, 'measured' | 'weigh'> {
  const { questionnaire, model, sizing, cost, ageing } = basis.reference;
  const interpretation = interpret(answersOf(basis, stored), questionnaire);
  const needs = deriveNeeds(interpretation, model.planning.defaultNeeds, sizing);
  return { model, catalogue: basis.catalogue, interpretation, needs, cost, ageing, today };
}

function answersOf(basis: DecisionBasis, stored: StoredAnswers): Answers {
  const parsed = parseAnswers(usableAnswers(stored, basis), basis.reference.questionnaire);
  return parsed.ok ? parsed.value : new Map();
}

function exclusionsIn(evaluation: Evaluation, questions: readonly (string | null)[]): readonly Exclusion[] {
  const failures = evaluation.options.flatMap((option) =>
    option.gates
      .filter(({ verdict }) => verdict === 'fail')
      .flatMap(({ gate }) =>
        (gate.from.length === 0 ? [null] : gate.from).map((question) => ({ option, gate, question })),
      ),
  );
  return questions.flatMap((question) => {
    const own = failures.filter((failure) => failure.question === question);
    if (own.length === 0) return [];
    const options = [...new Set(own.map(({ option }) => option))];
    const isElsewhereToo = (option: (typeof options)[number]): boolean =>
      failures.some((failure) => failure.option === option && failure.question !== question);
    return [
      {
        question,
        requirements: [...new Set(own.map(({ gate }) => gate.rule.label))],
        options: options.map(({ provider }) => ({ id: provider.id, name: provider.name })),
        alone: options.filter((option) => !isElsewhereToo(option)).length,
      },
    ];
  });
}
