// The evaluations that the decision benchmark times: the shipped catalogue cut or copied to a size, and the same model as
// the numpy peer reads it.

import type { Provider } from '../../server/core/catalogue/provider.ts';
import { parseAnswers } from '../../server/core/questionnaire/answers.ts';
import { interpret } from '../../server/core/questionnaire/interpret.ts';
import { deriveNeeds } from '../../server/core/questionnaire/needs.ts';
import { CONFIDENCE_SAMPLES } from '../../server/core/scoring/confidence-factor.ts';
import type { Evaluation } from '../../server/core/scoring/evaluate.ts';
import type { Preferences } from '../../server/core/scoring/preferences.ts';
import type { RecommendInput } from '../../server/core/scoring/recommend.ts';
import { PAIRED_OPTIONS } from '../../server/core/scoring/robustness.ts';
import { equallyLikelyValues } from '../../server/core/scoring/spread.ts';
import type { ContinuousSpread, Spread } from '../../server/core/scoring/spread.ts';
import type { ValueFunction } from '../../server/core/scoring/value-functions.ts';
import { weighedEvaluation } from '../../server/core/scoring/weighed-evaluation.ts';
import type { DecisionBasis } from '../../server/usecases/recommend.ts';

export interface Size {
  readonly options: number;
  readonly criteria: number;
  readonly samples: number;
}

const TODAY = '2026-11-23';
/** Half of what is asked lies between these swing points, the rest of the feasible set around them. */
const SWING_POINTS = [40, 100] as const;

/**
 * Every option meets every requirement (nothing is answered), and the weights lie anywhere within wide swing ranges, so
 * that nothing is spared. More options or criteria than there are come as copies.
 */
export function inputOf(basis: DecisionBasis, size: Size): RecommendInput {
  const { questionnaire, model, sizing, cost, ageing } = basis.reference;
  const answers = parseAnswers({}, questionnaire);
  if (!answers.ok) throw new Error('Empty answers are refused');
  const input: RecommendInput = {
    questions: questionnaire,
    criteria: { ...model, gates: [], criteria: repeated(model.criteria, size.criteria) },
    sizing,
    cost,
    ageing,
    catalogue: { ...basis.catalogue, providers: copies(basis.catalogue.providers, size.options) },
    answers: answers.value,
    measured: [],
    seed: 1,
    samples: size.samples,
    today: TODAY,
  };
  return { ...input, preferences: allSwing(input) };
}

function allSwing({ criteria }: RecommendInput): Preferences {
  return {
    method: 'swing',
    points: Object.fromEntries(criteria.criteria.map(({ id }) => [id, SWING_POINTS])),
  };
}

function copies(providers: readonly Provider[], count: number): readonly Provider[] {
  return repeated(
    providers.map((provider) => ({ ...provider, family: provider.id })),
    count,
  );
}

function repeated<Item extends { readonly id: string }>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, index) => {
    const item = items[index % items.length];
    if (item === undefined) throw new Error('Nothing to repeat');
    const round = Math.floor(index / items.length);
    return round === 0 ? item : { ...item, id: `${item.id}-copy-${round}` };
  });
}

export function evaluationFor(input: RecommendInput): Evaluation {
  const interpretation = interpret(input.answers, input.questions);
  const needs = deriveNeeds(interpretation, input.criteria.planning.defaultNeeds, input.sizing);
  const { catalogue, measured, cost, ageing, today } = input;
  const facts = { model: input.criteria, catalogue, interpretation, needs, measured, cost, ageing, today };
  return weighedEvaluation(facts, input).evaluation;
}

/** What decision_numpy.py needs to draw the same: fixed values, uncertain cells, the feasible weights. */
export function peerModel({ options, space }: Evaluation, samples: number): object {
  return {
    samples,
    paired: PAIRED_OPTIONS,
    confidenceSamples: CONFIDENCE_SAMPLES,
    space,
    fixed: options.map(({ cells }) => cells.map(({ spread, central }) => (spread === null ? central : 0))),
    uncertain: options.flatMap(({ cells }, option) =>
      cells.flatMap(({ spread }, criterion) =>
        spread === null ? [] : [{ option, criterion, ...peerSpread(spread) }],
      ),
    ),
  };
}

function peerSpread(spread: Spread): object {
  if (spread.kind === 'levels' || spread.kind === 'mixed') {
    return { kind: 'table', table: [...equallyLikelyValues(spread)] };
  }
  return { ...endsOf(spread), ...peerValues(spread.values) };
}

function endsOf(spread: ContinuousSpread): object {
  switch (spread.kind) {
    case 'falling':
      return { kind: spread.kind, first: spread.worse, second: spread.better };
    case 'uniform':
      return { kind: spread.kind, first: spread.min, second: spread.max };
    case 'triangular':
      return { kind: spread.kind, first: spread.min, likely: spread.likely, second: spread.max };
  }
}

function peerValues(values: ValueFunction | null): object {
  if (values === null) return { value: 'none' };
  const { kind, worst, best, knots = [] } = values;
  return { value: kind, worst, best, xs: knots.map(({ x }) => x), ys: knots.map(({ value }) => value) };
}
