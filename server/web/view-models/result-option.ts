// One option's score worked out: fact → value → times weight = points, criterion by criterion, adding up to the score.

import type {
  Contribution,
  CriterionShown,
  EvidenceShown,
  OptionResult,
  Recommendation,
} from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { FactVocabulary } from '../../core/catalogue/vocabulary.ts';
import { factWords, itemWords } from '../../core/scoring/show-fact.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { DEPLOYMENT_TEXTS, EVIDENCE_CLASS_TEXTS } from '../texts/option-texts.ts';
import { exampleText, OPTION_RESULT_TEXTS as T } from '../texts/result-option-texts.ts';
import { RESULT_TEXTS, STATUS_TEXTS } from '../texts/result-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatDay, formatNumber, formatShare } from './format.ts';
import { resultLinks } from './result-links.ts';
import type { ResultLinks } from './result-links.ts';
import { answersBehind, failuresOf, toConfirm } from './result-requirements.ts';
import { length, points, scoreRange } from './result-words.ts';
import { formulaText } from './value-formula.ts';
import { workedValue } from './worked-value.ts';

export interface ResultOptionData {
  readonly recommendation: Recommendation;
  readonly evaluation: Pick<Evaluation, 'id' | 'title'>;
  readonly vocabulary: FactVocabulary;
}

/** Null when the catalogue has no such option. */
export function resultOptionModel(data: ResultOptionData, optionId: string, lang: Lang) {
  const { recommendation, evaluation } = data;
  const option = recommendation.options.find(({ id }) => id === optionId);
  if (option === undefined) return null;
  const links = resultLinks(evaluation.id);
  const { recommended } = recommendation;
  return {
    t: inLanguage(T, lang),
    resultTitle: RESULT_TEXTS.title[lang],
    resultHref: links.result,
    methodHref: links.method,
    evaluationTitle: evaluation.title,
    option: headOf(option, lang),
    compareHref:
      recommended === null || recommended === option.id ? null : links.pair(recommended, option.id),
    failed: failedWithAnswers(recommendation, option, links, lang),
    toConfirm: toConfirm(option, lang),
    counterfactuals: option.counterfactuals.map((change) => change.text[lang]),
    fields: fieldsOf(data, option, lang),
    example: exampleOf(option, lang),
  };
}

function headOf(option: OptionResult, lang: Lang) {
  const sampled = option.robustness;
  return {
    name: option.name[lang],
    summary: option.summary[lang],
    factsHref: `/options/${option.id}`,
    deployment: DEPLOYMENT_TEXTS[option.deployment][lang],
    status: STATUS_TEXTS[option.status][lang],
    tone: { eligible: 'good', conditional: 'caution', excluded: 'bad' }[option.status],
    isExcluded: option.status === 'excluded',
    statusReason: option.statusReason[lang],
    rank: option.rank === null ? '—' : formatNumber(option.rank, lang, 0),
    score: points(option.score, lang),
    range: scoreRange(option.scoreRange, lang),
    firstShare: formatShare(option.firstRankShare, lang),
    sampled: sampled === undefined ? null : scoreRange([sampled.scoreP5, sampled.scoreP95], lang),
  };
}

function failedWithAnswers(
  recommendation: Recommendation,
  option: OptionResult,
  links: ResultLinks,
  lang: Lang,
) {
  return failuresOf(option, lang).map((failure) => ({
    ...failure,
    answers: answersBehind(recommendation, failure.from, links, lang),
  }));
}

function fieldsOf({ recommendation, vocabulary }: ResultOptionData, option: OptionResult, lang: Lang) {
  const { groups, criteria } = recommendation;
  const rules = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  return groups.flatMap((group) => {
    const terms = option.contributions.filter((term) => term.group === group.id);
    if (terms.length === 0) return [];
    return [
      {
        label: group.label[lang],
        weight: formatShare(group.weight, lang, 1),
        points: points(
          terms.reduce((sum, term) => sum + term.points, 0),
          lang,
        ),
        rows: terms.flatMap((term) => {
          const rule = rules.get(term.criterion);
          return rule === undefined ? [] : [termRow(rule, term, vocabulary, lang)];
        }),
      },
    ];
  });
}

function termRow(rule: CriterionShown, term: Contribution, vocabulary: FactVocabulary, lang: Lang) {
  const words = factWords(rule.factId, vocabulary);
  const [low, high] = term.valueRange;
  return {
    label: term.label[lang],
    shown: term.fact.shown[lang],
    isMeasured: term.fact.basis === 'measured',
    declared: term.fact.declared?.shown[lang] ?? null,
    limits: term.fact.path?.text[lang] ?? null,
    source: sourceOf(term.fact.evidence[0], lang),
    worst: rule.worstAnchor[lang],
    best: rule.bestAnchor[lang],
    formula: /^(clip|piecewise)/.test(rule.formula) ? formulaText(rule.formula, null, lang) : null,
    worked: workedValue(rule, term, (level) => itemWords(level, words)[lang], lang),
    value: formatNumber(term.value, lang, 2),
    width: length(term.value * 100),
    low: length(low * 100),
    spread: length((high - low) * 100),
    isUncertain: low < high,
    weight: formatShare(term.weight, lang, 1),
    points: points(term.points, lang),
    range: low < high ? scoreRange([low * term.weight, high * term.weight], lang) : null,
  };
}

function sourceOf(evidence: EvidenceShown | undefined, lang: Lang) {
  if (evidence === undefined) return null;
  return {
    href: evidence.url ?? (evidence.runId === undefined ? null : `/runs/${evidence.runId}`),
    title: evidence.title,
    class: EVIDENCE_CLASS_TEXTS[evidence.class][lang],
    checkedOn: formatDay(evidence.checkedOn, lang),
  };
}

/** The line with most points whose value is neither 0 nor 1: the one a reader learns from. */
function exampleOf(option: OptionResult, lang: Lang): string | null {
  const byPoints = option.contributions.toSorted((a, b) => b.points - a.points);
  const term = byPoints.find(({ value }) => value > 0 && value < 1) ?? byPoints[0];
  if (term === undefined) return null;
  return exampleText({
    label: term.label[lang],
    fact: term.fact.shown[lang],
    value: formatNumber(term.value, lang, 3),
    weight: formatNumber(term.weight, lang, 4),
    points: points(term.points, lang),
  })[lang];
}
