// The ranking: eligible options and then conditional ones, each with its score, range and where its points come from.

import type { OptionResult, Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { DEPLOYMENT_TEXTS } from '../texts/option-texts.ts';
import { foldedText, namesText } from '../texts/result-texts.ts';
import { formatNumber, formatShare } from './format.ts';
import type { ResultLinks } from './result-links.ts';
import { length, points, POINTS_SCALE, scoreRange } from './result-words.ts';

/** The rest of a band is folded away, and its rows are short: a page of 50 options stays light. */
const SHOWN_AT_ONCE = 5;
const LABELS_SHOWN = 3;

export function rankingModel(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  const bandOf = (status: OptionResult['status']) => {
    const rows = recommendation.options
      .filter((option) => option.status === status && option.rank !== null)
      .map((option, place) => ({
        ...rankedRow(recommendation, option, links, lang),
        fields: place < SHOWN_AT_ONCE ? fieldPoints(recommendation, option, lang) : null,
      }));
    return {
      shown: rows.slice(0, SHOWN_AT_ONCE),
      folded: rows.slice(SHOWN_AT_ONCE),
      foldedLabel: foldedText(rows.length - SHOWN_AT_ONCE)[lang],
    };
  };
  return { eligible: bandOf('eligible'), conditional: bandOf('conditional') };
}

function rankedRow(recommendation: Recommendation, option: OptionResult, links: ResultLinks, lang: Lang) {
  const { recommended } = recommendation;
  const first = recommended ?? option.id;
  return {
    id: option.id,
    rank: formatNumber(option.rank ?? 0, lang, 0),
    name: option.name[lang],
    deployment: DEPLOYMENT_TEXTS[option.deployment][lang],
    isRecommended: option.id === recommended,
    score: points(option.score, lang),
    range: scoreRange(option.scoreRange, lang),
    firstShare: formatShare(option.firstRankShare, lang),
    bar: barOf(option),
    bestPoint: option.bestPoint?.[lang] ?? null,
    weakestPoint: option.weakestPoint?.[lang] ?? null,
    open: openLabels(option, lang),
    detailsHref: links.option(option.id),
    compareHref: first === option.id ? null : links.pair(first, option.id),
  };
}

function openLabels({ toConfirm }: OptionResult, lang: Lang): string | null {
  const labels = toConfirm.map(({ label }) => label[lang]);
  return labels.length === 0 ? null : namesText(labels, LABELS_SHOWN)[lang];
}

/** In percent of the whole width, for a bar drawn by the server. */
export function barOf({ score, scoreRange: [low, high] }: Pick<OptionResult, 'score' | 'scoreRange'>) {
  return {
    width: length(score * POINTS_SCALE),
    low: length(low * POINTS_SCALE),
    high: length(high * POINTS_SCALE),
  };
}

/** Points of each group of criteria, and how many it could give. */
export function fieldPoints({ groups }: Recommendation, option: OptionResult, lang: Lang) {
  return groups
    .filter(({ weight }) => weight > 0)
    .map((group) => {
      const earned = option.contributions
        .filter((term) => term.group === group.id)
        .reduce((sum, term) => sum + term.points, 0);
      return {
        label: group.label[lang],
        earned: points(earned, lang),
        most: points(group.weight, lang),
        share: length((earned / group.weight) * 100),
      };
    });
}
