// The parts of a result that say how firm it is: requirements and what they cost, what would change the winner,
// which open question matters, what other methods say, and score against cost.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { formatMoney, formatNumber, formatShare } from './format.ts';
import { answersBehind, points } from './result-options.ts';

const VENDOR_QUESTIONS_SHOWN = 8;
const WEIGHT_FLIPS_SHOWN = 8;

export function gateRows(recommendation: Recommendation, evaluationId: string, lang: Lang) {
  return recommendation.requirements
    .filter((requirement) => requirement.kind === 'gate')
    .map((requirement) => ({
      label: requirement.label[lang],
      need: requirement.needText[lang],
      excludes: formatNumber(requirement.effect?.excludes ?? 0, lang),
      excludesAlone: formatNumber(requirement.effect?.excludesAlone ?? 0, lang),
      cannotTell: formatNumber(requirement.effect?.cannotTell ?? 0, lang),
      answers: answersBehind(recommendation, requirement.from, { evaluationId, lang }),
    }));
}

export function weightFlips(recommendation: Recommendation, lang: Lang) {
  const flips = recommendation.sensitivity?.tornado ?? [];
  return flips.slice(0, WEIGHT_FLIPS_SHOWN).map((flip) => ({
    label: flip.label[lang],
    weight: formatShare(flip.weight, lang, 1),
    flipsAt: flip.flipsAt === null ? null : formatShare(flip.flipsAt, lang, 1),
    newWinner: flip.newWinner === null ? null : nameOf(recommendation, flip.newWinner, lang),
  }));
}

export function winnerMargins(recommendation: Recommendation, lang: Lang): readonly string[] {
  return (recommendation.sensitivity?.winnerMargins ?? []).map((margin) => margin.text[lang]);
}

export function vendorQuestions(recommendation: Recommendation, lang: Lang) {
  const all = recommendation.options
    .filter((option) => option.rank !== null)
    .flatMap((option) => option.questionsToVendor.map((question) => ({ option, question })))
    .sort((a, b) => b.question.changesWinnerProbability - a.question.changesWinnerProbability);
  return all.slice(0, VENDOR_QUESTIONS_SHOWN).map(({ option, question }) => ({
    option: option.name[lang],
    question: question.question[lang],
    chance: formatShare(question.changesWinnerProbability, lang),
  }));
}

export function crossChecks(recommendation: Recommendation, lang: Lang) {
  const checks = recommendation.crossChecks;
  if (checks === undefined) return null;
  return {
    text: checks.text[lang],
    checks: checks.checks.map((check) => ({
      label: check.label[lang],
      winner: check.winner === null ? '—' : nameOf(recommendation, check.winner, lang),
      isSame: check.sameWinner,
    })),
  };
}

export function scoreAgainstCost(recommendation: Recommendation, lang: Lang) {
  const cost = recommendation.cost;
  if (cost === undefined) return null;
  const money = (amount: number): string => formatMoney(Math.round(amount), cost.currency, lang);
  return {
    caption:
      lang === 'ja'
        ? `${cost.horizonYears}年間の総費用と総合点`
        : `Total cost over ${cost.horizonYears} years and score`,
    rows: cost.options.map((entry) => ({
      name: nameOf(recommendation, entry.option, lang),
      score: points(entry.score, lang),
      likely: entry.totalCost === null ? null : money(entry.totalCost[1]),
      range: entry.totalCost === null ? null : `${money(entry.totalCost[0])} – ${money(entry.totalCost[2])}`,
      isEfficient: entry.efficient,
    })),
  };
}

export function nameOf(recommendation: Recommendation, optionId: string, lang: Lang): string {
  return recommendation.options.find((option) => option.id === optionId)?.name[lang] ?? optionId;
}
