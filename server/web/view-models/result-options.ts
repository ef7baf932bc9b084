// The options of a result: those in the ranking with their points, and those excluded with the reason.

import type {
  Contribution,
  FactShown,
  OptionResult,
  Recommendation,
} from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { DEPLOYMENT_TEXTS, EVIDENCE_CLASS_TEXTS } from '../texts/option-texts.ts';
import { STATUS_TEXTS } from '../texts/result-texts.ts';
import { formatDay, formatNumber, formatShare } from './format.ts';

const POINTS_SCALE = 100;
/** The rest of the ranking is folded away. */
const SHOWN_AT_ONCE = 5;

/** A score or points of 0..1 on the scale of 100 that people read. */
export function points(score: number, lang: Lang): string {
  return formatNumber(score * POINTS_SCALE, lang, 1);
}

/** Eligible and conditional options, best first. */
export function rankedOptions(recommendation: Recommendation, evaluationId: string, lang: Lang) {
  return recommendation.options
    .filter((option) => option.rank !== null)
    .map((option) => ({
      ...identity(option, lang),
      rank: option.rank,
      status: STATUS_TEXTS[option.status][lang],
      isConditional: option.status === 'conditional',
      statusReason: option.statusReason[lang],
      isRecommended: option.id === recommendation.recommended,
      score: points(option.score, lang),
      bar: barOf(option),
      range: `${points(option.scoreRange[0], lang)}–${points(option.scoreRange[1], lang)}`,
      firstShare: formatShare(option.firstRankShare, lang),
      bestPoint: option.bestPoint?.[lang] ?? null,
      weakestPoint: option.weakestPoint?.[lang] ?? null,
      isOpen: (option.rank ?? 0) <= SHOWN_AT_ONCE,
      detailsHref: `/evaluations/${evaluationId}/result/${option.id}`,
      contributions: [...option.contributions]
        .sort((a, b) => b.weight - a.weight)
        .map((contribution) => contributionRow(contribution, lang)),
      toConfirm: option.toConfirm.map((open) => ({
        label: open.label[lang],
        required: open.requiredText[lang],
        actual: open.actualText[lang],
        question: open.question[lang],
      })),
      counterfactuals: option.counterfactuals.map((change) => change.text[lang]),
    }));
}

function identity(option: OptionResult, lang: Lang) {
  return {
    id: option.id,
    href: `/options/${option.id}`,
    testHref: `/benchmark?option=${encodeURIComponent(option.id)}`,
    name: option.name[lang],
    vendor: option.vendor[lang],
    deployment: DEPLOYMENT_TEXTS[option.deployment][lang],
    isSelfOperated: option.deployment === 'on-premise',
    summary: option.summary[lang],
  };
}

/** The bar in percent of the whole width, for an SVG drawn by the server. */
function barOf(option: OptionResult) {
  const [low, high] = option.scoreRange;
  return {
    width: (option.score * POINTS_SCALE).toFixed(2),
    low: (low * POINTS_SCALE).toFixed(2),
    high: (high * POINTS_SCALE).toFixed(2),
  };
}

function contributionRow(contribution: Contribution, lang: Lang) {
  return {
    label: contribution.label[lang],
    weight: formatShare(contribution.weight, lang, 1),
    value: formatNumber(contribution.value, lang, 2),
    width: (contribution.value * POINTS_SCALE).toFixed(2),
    isUncertain: contribution.valueRange[0] < contribution.valueRange[1],
    points: points(contribution.points, lang),
    fact: factCell(contribution.fact, lang),
    remark: contribution.remark?.[lang] ?? null,
  };
}

function factCell(fact: FactShown, lang: Lang) {
  const first = fact.evidence[0];
  return {
    shown: fact.shown[lang],
    isMeasured: fact.basis === 'measured',
    declared: fact.declared?.shown[lang] ?? null,
    source: first === undefined ? null : sourceCell(first, lang),
  };
}

function sourceCell(evidence: FactShown['evidence'][number], lang: Lang) {
  return {
    href: evidence.url ?? (evidence.runId === undefined ? null : `/runs/${evidence.runId}`),
    title: evidence.title,
    class: EVIDENCE_CLASS_TEXTS[evidence.class][lang],
    checkedOn: formatDay(evidence.checkedOn, lang),
  };
}

export function excludedOptions(recommendation: Recommendation, evaluationId: string, lang: Lang) {
  return recommendation.options
    .filter((option) => option.status === 'excluded')
    .map((option) => ({
      ...identity(option, lang),
      failed: option.failed.map((failure) => ({
        label: failure.label[lang],
        required: failure.requiredText[lang],
        actual: failure.actualText[lang],
        source: failure.source,
        sourceTitle: failure.evidence[0]?.title ?? failure.source,
        answers: answersBehind(recommendation, failure.from, { evaluationId, lang }),
      })),
    }));
}

/** The questions that a requirement comes from, as links to their place in the questionnaire. */
export function answersBehind(
  recommendation: Recommendation,
  questionIds: readonly string[],
  shown: { readonly evaluationId: string; readonly lang: Lang },
) {
  return recommendation.answers
    .filter((answer) => questionIds.includes(answer.question))
    .map((answer) => ({
      href: `/evaluations/${shown.evaluationId}/questions/${answer.section}#${answer.question}`,
      question: answer.label[shown.lang],
      answer: answer.answer[shown.lang],
    }));
}
