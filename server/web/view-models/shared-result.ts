// What the reader of a share link sees of a result: the choice, how sure it is, the ranking, why others fell out.
// Built apart from the page for people who sign in, so that nothing there can ever leak into it.

import { textIn } from '../../core/text/localized.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { OptionResult, Recommendation } from '../../core/scoring/recommendation.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { REPORT_FORMAT_TEXTS } from '../texts/result-texts.ts';
import { SHARED_TEXTS } from '../texts/share-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import type { InLanguage } from '../texts/text-table.ts';
import { formatMoment, formatNumber, formatShare } from './format.ts';

const POINTS = 100;

export interface SharedData {
  readonly recommendation: Recommendation;
  readonly evaluation: Evaluation;
  readonly reportFormats: readonly string[];
  /** Address of the shared page, without a slash at the end. */
  readonly baseHref: string;
}

export function sharedModel(data: SharedData, lang: Lang) {
  const { recommendation, evaluation } = data;
  const t = inLanguage(SHARED_TEXTS, lang);
  const options = recommendation.options;
  return {
    t,
    title: evaluation.title,
    asOf: formatMoment(evaluation.updatedAt, lang),
    verdict: verdictOf(recommendation, t, lang),
    reports: data.reportFormats.map((format) => ({
      label: REPORT_FORMAT_TEXTS[format]?.[lang] ?? format.toUpperCase(),
      href: `${data.baseHref}/report?format=${format}&report=${lang}`,
    })),
    tender: tenderOf(recommendation, lang),
    ranked: options.filter(({ status }) => status !== 'excluded').map((option) => rankedRow(option, t, lang)),
    excluded: options
      .filter(({ status }) => status === 'excluded')
      .map((option) => ({
        name: textIn(option.name, lang),
        reasons: option.failed.map((failed) => reasonLine(failed, t, lang)),
      })),
  };
}

/** Who is first under the declared tender rule, by which rule, and what to mind; null where none is declared. */
function tenderOf({ tender }: Recommendation, lang: Lang) {
  if (tender === undefined) return null;
  const { text, ruleText, formulaText, roundingText, tieText, warnings } = tender;
  return {
    text: textIn(text, lang),
    rule: textIn(ruleText, lang),
    formula: textIn(formulaText, lang),
    terms: [roundingText, tieText].map((term) => textIn(term, lang)),
    warnings: warnings.map((warning) => textIn(warning, lang)),
  };
}

type SharedWords = InLanguage<typeof SHARED_TEXTS>;

function verdictOf(recommendation: Recommendation, t: SharedWords, lang: Lang) {
  const winner = recommendation.options.find(({ id }) => id === recommendation.recommended);
  if (winner === undefined) return { name: null, style: 'notice-caution', text: t.noRecommendation };
  const isClear = recommendation.strength === 'clear';
  return {
    name: textIn(winner.name, lang),
    style: isClear ? 'notice-good' : 'notice-caution',
    text: `${isClear ? t.clear : t.close} ${textIn(recommendation.strengthReason, lang)}`,
  };
}

function rankedRow(option: OptionResult, t: SharedWords, lang: Lang) {
  const points = (share: number): string => formatNumber(share * POINTS, lang, 1);
  const [low, high] = option.scoreRange;
  return {
    rank: option.rank,
    name: textIn(option.name, lang),
    score: points(option.score),
    range: `${points(low)}–${points(high)}`,
    first: formatShare(option.firstRankShare, lang),
    state: option.status === 'eligible' ? t.eligible : t.conditional,
  };
}

function reasonLine(failed: OptionResult['failed'][number], t: SharedWords, lang: Lang): string {
  const colon = lang === 'ja' ? '：' : ': ';
  const required = `${t.needed} ${textIn(failed.requiredText, lang)}`;
  return `${textIn(failed.label, lang)}${colon}${required}, ${t.actual} ${textIn(failed.actualText, lang)}`;
}
