// What the result page shows, in the order in which a decision-maker asks: what, how sure, why, what else.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { LANGS } from '../../core/text/localized.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { foldedText, REPORT_FORMAT_TEXTS, RESULT_TEXTS, STRENGTH_TEXTS } from '../texts/result-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatDay, formatNumber } from './format.ts';
import {
  crossChecks,
  gateRows,
  scoreAgainstCost,
  vendorQuestions,
  weightFlips,
  winnerMargins,
} from './result-analysis.ts';
import { excludedOptions, rankedOptions } from './result-options.ts';

const BEST_TO_TEST = 2;

export interface ResultData {
  readonly recommendation: Recommendation;
  readonly evaluation: Evaluation;
  readonly reportFormats: readonly string[];
}

export function resultModel({ recommendation, evaluation, reportFormats }: ResultData, lang: Lang) {
  const ranked = rankedOptions(recommendation, evaluation.id, lang);
  return {
    t: inLanguage(RESULT_TEXTS, lang),
    evaluationTitle: evaluation.title,
    overviewHref: `/evaluations/${evaluation.id}`,
    verdict: verdictOf(recommendation, ranked, lang),
    proviso: recommendation.proviso?.[lang] ?? null,
    relaxations: (recommendation.smallestRelaxations ?? []).map((set) => set.text[lang]),
    notices: recommendation.notices.map((notice) => notice[lang]),
    ranked,
    shown: ranked.filter((option) => option.isOpen),
    folded: ranked.filter((option) => !option.isOpen),
    foldedLabel: foldedText(ranked.filter((option) => !option.isOpen).length)[lang],
    comparisons: (recommendation.explanation?.comparisons ?? []).map((comparison) => comparison.text[lang]),
    excluded: excludedOptions(recommendation, evaluation.id, lang),
    gates: gateRows(recommendation, evaluation.id, lang),
    flips: weightFlips(recommendation, lang),
    margins: winnerMargins(recommendation, lang),
    vendorQuestions: vendorQuestions(recommendation, lang),
    crossChecks: crossChecks(recommendation, lang),
    cost: scoreAgainstCost(recommendation, lang),
    reports: reportLinks(evaluation.id, reportFormats, lang),
    // Only what an organisation can run itself may be loaded; public services are refused.
    bestToTest: ranked
      .filter((option) => option.isSelfOperated)
      .slice(0, BEST_TO_TEST)
      .map(({ name, testHref }) => ({ name, href: testHref })),
    asOf: formatDay(recommendation.asOf, lang),
    samples: formatNumber(recommendation.samples, lang),
  };
}

function verdictOf(recommendation: Recommendation, ranked: ReturnType<typeof rankedOptions>, lang: Lang) {
  const winner = ranked.find((option) => option.isRecommended);
  const reason = recommendation.strengthReason[lang];
  const explanation = recommendation.explanation?.verdict[lang] ?? winner?.statusReason ?? null;
  return {
    winner: winner ?? null,
    strength: STRENGTH_TEXTS[recommendation.strength][lang],
    isClear: recommendation.strength === 'clear',
    reason,
    explanation: explanation === reason ? null : explanation,
  };
}

function reportLinks(evaluationId: string, formats: readonly string[], lang: Lang) {
  const languages = [lang, ...LANGS.filter((other) => other !== lang)];
  return languages.map((reportLang) => ({
    lang: reportLang,
    language: reportLang === 'ja' ? '日本語' : 'English',
    links: formats.map((format) => ({
      label: REPORT_FORMAT_TEXTS[format]?.[reportLang] ?? format,
      href: `/evaluations/${evaluationId}/report?format=${format}&report=${reportLang}`,
    })),
  }));
}

/** One option of the ranking with all its points; null when the option is not in the ranking. */
export function resultOptionModel(data: Omit<ResultData, 'reportFormats'>, optionId: string, lang: Lang) {
  const { recommendation, evaluation } = data;
  const option = rankedOptions(recommendation, evaluation.id, lang).find(({ id }) => id === optionId);
  if (option === undefined) return null;
  return {
    t: inLanguage(RESULT_TEXTS, lang),
    evaluationTitle: evaluation.title,
    resultHref: `/evaluations/${evaluation.id}/result`,
    option: { ...option, isOpen: true },
  };
}
