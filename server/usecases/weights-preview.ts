// Weights played back while somebody states them: the list of criteria with their swings, what the stated weights are,
// how consistent they are, what they mean in natural units; for several people also how far they agree.

import { evidenceFrom } from '../core/scoring/measured-evidence.ts';
import type { ProviderRun } from '../core/scoring/measured-evidence.ts';
import type { CriterionShown, GroupReport, WeightsReport } from '../core/scoring/recommendation.ts';
import { criteriaShown } from '../core/scoring/requirements-shown.ts';
import { parseStatedWeights } from '../core/scoring/stated-weights.ts';
import { weighedEvaluation } from '../core/scoring/weighed-evaluation.ts';
import type { Outcome } from '../core/text/problem.ts';
import { subjectOf } from './answer-preview.ts';
import type { DecisionBasis } from './recommend.ts';
import type { StoredAnswers } from './stores.ts';

export interface WeightsPreview {
  /** Every criterion that can count, at the weight that the answers alone give it. */
  readonly criteria: readonly CriterionShown[];
  readonly weights: WeightsReport;
  /** The weighed criteria with their anchors, for the trade-offs and the list of weights. */
  readonly weighed: readonly CriterionShown[];
  readonly group: GroupReport | null;
}

export interface WeightsQuestion {
  readonly answers: StoredAnswers;
  /** `{ weights }` of one person or `{ people }`, as an answers file states them; empty for what the answers give. */
  readonly stated: Readonly<Record<string, unknown>>;
  readonly runs: readonly ProviderRun[];
  /** ISO 8601 day. */
  readonly today: string;
}

export function previewWeights(
  basis: DecisionBasis,
  { answers, stated, runs, today }: WeightsQuestion,
): Outcome<WeightsPreview> {
  const parsed = parseStatedWeights(stated, basis.reference.model);
  if (!parsed.ok) return parsed;
  const input = { ...subjectOf(basis, answers, today), measured: evidenceFrom(runs) };
  const { vocabulary } = basis.catalogue;
  const plain = weighedEvaluation(input, {});
  const weighed = weighedEvaluation(input, parsed.value);
  return {
    ok: true,
    value: {
      criteria: criteriaShown(plain.evaluation, vocabulary),
      weights: weighed.weights,
      weighed: criteriaShown(weighed.evaluation, vocabulary),
      group: weighed.group,
    },
  };
}
