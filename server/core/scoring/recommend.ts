// Answers and catalogue in, recommendation out. Pure: the same input gives the same document, byte for byte.

import type { CostData } from '../../data/schema/cost.generated.ts';
import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { Questionnaire } from '../../data/schema/questions.generated.ts';
import type { AgeingRule } from '../catalogue/ageing.ts';
import type { Catalogue } from '../catalogue/provider.ts';
import { sha256Hex } from '../digest/sha256.ts';
import type { Answers } from '../questionnaire/answers.ts';
import { plainAnswers } from '../questionnaire/answers.ts';
import { interpret } from '../questionnaire/interpret.ts';
import type { NeedsOutcome } from '../questionnaire/needs.ts';
import { deriveNeeds } from '../questionnaire/needs.ts';
import type { SizingDefaults } from '../sizing/sizing-inputs.ts';
import type { Sizing } from '../sizing/sizing.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { FirstDraws } from './confidence-factor.ts';
import { firstDraws } from './confidence-factor.ts';
import { counterfactuals } from './counterfactual.ts';
import { gateCounterfactuals } from './counterfactual-gates.ts';
import type { EvaluatedOption, Evaluation } from './evaluate.ts';
import { smallestRelaxations } from './gate-effects.ts';
import type { MeasuredEvidence } from './option-facts.ts';
import type { OptionAnalysis } from './option-result.ts';
import { optionResult } from './option-result.ts';
import type { Preferences } from './preferences.ts';
import type { RankedOption } from './ranking.ts';
import { rankOptions } from './ranking.ts';
import type { Recommendation } from './recommendation.ts';
import { answersShown, criteriaShown, groupsShown, requirementsShown } from './requirements-shown.ts';
import { optionRobustness, robustnessReport } from './robustness.ts';
import type { Contest, Simulation } from './simulate.ts';
import { contestAmong, rankShares, simulate } from './simulate.ts';
import { openLabels, verdictFor } from './strength.ts';
import type { FirstShares } from './texts.ts';
import { fewAnswersText, headcountAssumedText, wouldLeadText } from './texts.ts';
import type { TenderDeclaration } from './tender-declaration.ts';
import { tenderRanking } from './tender-ranking.ts';
import { vendorQuestions } from './vendor-questions.ts';
import type { Person } from './weighed-evaluation.ts';
import { weighedEvaluation } from './weighed-evaluation.ts';
import { winnerAnalysis } from './winner-analysis.ts';

export interface RecommendInput {
  readonly questions: Questionnaire;
  readonly criteria: DecisionModel;
  readonly sizing: SizingDefaults;
  readonly cost: CostData;
  readonly ageing: AgeingRule;
  readonly catalogue: Catalogue;
  readonly answers: Answers;
  readonly measured: readonly MeasuredEvidence[];
  readonly seed: number;
  /** 10,000 gives shares to ±0.01, 100,000 to ±0.003. */
  readonly samples: number;
  /** ISO date that ages of evidence count from. */
  readonly today: string;
  /** Weights a person stated; those that follow from the answers where absent. */
  readonly preferences?: Preferences;
  /** Several people's weights, each stated alone; their mean then counts. */
  readonly people?: readonly Person[];
  /** Combines quality and price beside the score; nothing is combined where it is absent. */
  readonly tender?: TenderDeclaration;
}

export const DEFAULT_SAMPLES = 10_000;
/** Offered where a second more buys shares to ±0.003 instead of ±0.01. */
export const THOROUGH_SAMPLES = 100_000;

export function recommend(input: RecommendInput): Recommendation {
  const interpretation = interpret(input.answers, input.questions);
  const needs = deriveNeeds(interpretation, input.criteria.planning.defaultNeeds, input.sizing);
  const { catalogue, measured, cost, ageing, today } = input;
  const facts = { model: input.criteria, catalogue, interpretation, needs, measured, cost, ageing, today };
  const { evaluation, weights, group } = weighedEvaluation(facts, input);
  const ranked = rankOptions(evaluation.options);
  const contests = runContests(evaluation, input.seed, input.samples);
  const robustness = robustnessReport(evaluation, contests.simulation, contests.main);
  const verdict = verdictFor(ranked, firstSharesIn(robustness.families, contests));
  const options = ranked.map((one) => shownOption(one, evaluation, contests, input));
  return {
    ...identity(input),
    sizing: definedFigures(needs.sizing),
    answers: answersShown(input.questions, input.answers),
    groups: groupsShown(input.criteria, evaluation),
    criteria: criteriaShown(evaluation, catalogue.vocabulary),
    requirements: requirementsShown(evaluation, needs, catalogue.vocabulary),
    ...verdict,
    options,
    ...(verdict.recommended === null ? { smallestRelaxations: smallestRelaxations(evaluation) } : {}),
    notices: noticesFor(input, needs, ranked),
    robustness,
    weights,
    ...(group === null ? {} : { group }),
    ...winnerAnalysis({ evaluation, ranked, options, verdict, cost, vocabulary: catalogue.vocabulary }),
    ...(input.tender === undefined ? {} : { tender: tenderRanking(evaluation, input.tender, cost) }),
  };
}

function identity(input: RecommendInput) {
  return {
    schema: 'mailfit.recommendation/1' as const,
    seed: input.seed,
    samples: input.samples,
    asOf: input.today,
    catalogueHash: input.catalogue.hash,
    answersHash: answersHash(input),
  };
}

function definedFigures(sizing: Sizing): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(sizing).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** Digest of the answers, whatever their order in the file, and of the weights and tender rule stated beside them. */
export function answersHash(
  input: Pick<RecommendInput, 'answers' | 'preferences' | 'people' | 'tender'>,
): string {
  const sorted = Object.entries(plainAnswers(input.answers)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const stated = [input.people ?? input.preferences, input.tender].filter((one) => one !== undefined);
  return sha256Hex(JSON.stringify(stated.length === 0 ? sorted : [sorted, ...stated]));
}

interface Contests {
  readonly simulation: Simulation;
  /** Who competes for the recommendation: the eligible options, or all that are left where none is eligible. */
  readonly main: Contest;
  /** Eligible and conditional options, as if all that is open were confirmed. */
  readonly open: Contest;
  readonly draws: FirstDraws;
}

function runContests(evaluation: Evaluation, seed: number, samples: number): Contests {
  const simulation = simulate(evaluation, seed, samples);
  const draws = firstDraws(simulation);
  const open = contestAmong(simulation, () => true);
  const eligibleCount = simulation.options.filter(({ option }) => option.status === 'eligible').length;
  // Where none or all are eligible the two contests are the same one.
  if (eligibleCount === 0 || eligibleCount === simulation.options.length)
    return { simulation, open, main: open, draws };
  const main = contestAmong(simulation, (option) => option.status === 'eligible');
  return { simulation, open, main, draws };
}

function firstSharesIn(
  families: readonly { readonly family: string; readonly firstRankShare: number }[],
  { simulation, main }: Contests,
): (option: EvaluatedOption) => FirstShares {
  return (option) => {
    const position = simulation.options.findIndex((sampled) => sampled.option === option);
    const product = families.find(({ family }) => family === option.provider.family);
    return { option: rankShares(main, position)[0] ?? 0, product: product?.firstRankShare ?? 0 };
  };
}

function shownOption(
  ranked: RankedOption,
  evaluation: Evaluation,
  contests: Contests,
  input: RecommendInput,
): Recommendation['options'][number] {
  const { vocabulary } = input.catalogue;
  const analysis = analysisOf(ranked.option, evaluation, contests, input);
  return optionResult(ranked, evaluation, analysis, { vocabulary, today: input.today });
}

function analysisOf(
  option: EvaluatedOption,
  evaluation: Evaluation,
  { simulation, main, open, draws }: Contests,
  { catalogue }: RecommendInput,
): OptionAnalysis {
  if (option.status === 'excluded') {
    const changes = gateCounterfactuals(option, catalogue.vocabulary);
    return { rankShares: [], robustness: null, questions: [], counterfactuals: changes };
  }
  const contest = option.status === 'eligible' ? main : open;
  const position = simulation.options.findIndex((sampled) => sampled.option === option);
  const rivals = contest.members.flatMap((member) => simulation.options[member]?.option ?? []);
  return {
    rankShares: rankShares(contest, position),
    robustness: optionRobustness(evaluation, simulation, { contest, draws }, position),
    questions: vendorQuestions(evaluation, simulation, contest, position),
    counterfactuals: counterfactuals(
      evaluation,
      option,
      rivals.filter((rival) => rival !== option),
      catalogue.vocabulary,
    ),
  };
}

/** Below this share of answered questions the reader is told. */
const FEW_ANSWERS = 0.5;

function noticesFor(
  { questions, answers }: RecommendInput,
  needs: NeedsOutcome,
  ranked: readonly RankedOption[],
): readonly LocalizedText[] {
  const total = questions.questions.length;
  const answered = [...answers.values()].filter(({ kind }) => kind !== 'unknown').length;
  return [
    ...(needs.isHeadcountAssumed ? [headcountAssumedText(needs.inputs.users)] : []),
    ...(answered < total * FEW_ANSWERS ? [fewAnswersText(answered, total)] : []),
    ...wouldLead(ranked),
  ];
}

// Only the strongest: a list of all would bury it.
function wouldLead(ranked: readonly RankedOption[]): readonly LocalizedText[] {
  const first = ranked[0]?.option;
  if (first?.status !== 'eligible') return [];
  const better = ranked.find(
    ({ option }) => option.status === 'conditional' && option.score > first.score,
  )?.option;
  return better === undefined ? [] : [wouldLeadText(better.provider.name, openLabels(better))];
}
