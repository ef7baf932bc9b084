// The first screen of the result: the verdict, how sure it is, and the reasons in three sentences.

import type { OptionResult, Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { DEPLOYMENT_TEXTS } from '../texts/option-texts.ts';
import {
  costOverText,
  gaugeText,
  leftText,
  RESULT_TEXTS as T,
  STATUS_TEXTS,
  STRENGTH_TEXTS,
} from '../texts/result-texts.ts';
import { formatShare } from './format.ts';
import type { ResultLinks } from './result-links.ts';
import { length, points, roughMoney, scoreRange } from './result-words.ts';

export function verdictModel(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  const winner = recommendation.options.find(({ id }) => id === recommendation.recommended) ?? null;
  return {
    ...headlineOf(recommendation, winner, lang),
    strength: STRENGTH_TEXTS[recommendation.strength][lang],
    isClear: recommendation.strength === 'clear',
    winner: winner === null ? null : winnerModel(winner, links, lang),
    nextHref: nextHref(recommendation, links),
    reasons: winner === null ? [] : reasonsFor(recommendation, winner, lang),
    reason: recommendation.strengthReason[lang],
    figures: winner === null ? [] : figuresOf(recommendation, winner, lang),
    notices: noticesBelow(recommendation, lang),
  };
}

function headlineOf(recommendation: Recommendation, winner: OptionResult | null, lang: Lang) {
  if (winner === null) return { label: null, headline: T.noneLeft[lang] };
  if (recommendation.strength === 'none') return { label: null, headline: T.noClearWinner[lang] };
  const label = recommendation.strength === 'clear' ? T.recommended : T.bestFit;
  return { label: label[lang], headline: null };
}

function winnerModel(winner: OptionResult, links: ResultLinks, lang: Lang) {
  return {
    name: winner.name[lang],
    href: links.option(winner.id),
    deployment: DEPLOYMENT_TEXTS[winner.deployment][lang],
    openStatus: winner.status === 'conditional' ? STATUS_TEXTS.conditional[lang] : null,
    gauge: gaugeOf(winner, lang),
  };
}

/** A ring of circumference 100, so that a score is a length along it. */
function gaugeOf({ score, scoreRange: [low, high] }: OptionResult, lang: Lang) {
  return {
    score: points(score, lang),
    range: scoreRange([low, high], lang),
    dash: `${length(score * 100)} 100`,
    rangeDash: `${length((high - low) * 100)} 100`,
    rangeOffset: length(-low * 100),
    text: gaugeText(points(score, lang), points(low, lang), points(high, lang))[lang],
  };
}

function nextHref({ options, recommended }: Recommendation, links: ResultLinks): string | null {
  const next = options.find((option) => option.id !== recommended && option.rank !== null);
  return recommended === null || next === undefined ? null : links.pair(recommended, next.id);
}

interface Reason {
  readonly label: string;
  readonly text: string;
}

function reasonsFor(recommendation: Recommendation, winner: OptionResult, lang: Lang): readonly Reason[] {
  const why = recommendation.explanation?.comparisons[0]?.text ?? winner.bestPoint;
  const mind = recommendation.proviso ?? recommendation.notices[0] ?? winner.weakestPoint;
  const sure = recommendation.strengthReason;
  return [
    ...(why === undefined ? [] : [{ label: T.why[lang], text: why[lang] }]),
    { label: T.howSure[lang], text: sure[lang] },
    ...(mind === undefined ? [] : [{ label: T.mind[lang], text: mind[lang] }]),
  ];
}

/** What the three sentences have not said. */
function noticesBelow({ recommended, proviso, notices }: Recommendation, lang: Lang): readonly string[] {
  const saidAbove = recommended !== null && proviso === null ? 1 : 0;
  return notices.slice(saidAbove).map((notice) => notice[lang]);
}

function figuresOf(recommendation: Recommendation, winner: OptionResult, lang: Lang) {
  const { options, cost } = recommendation;
  const left = options.filter(({ rank }) => rank !== null);
  const conditional = left.filter(({ status }) => status === 'conditional');
  const total = cost?.options.find(({ option }) => option === winner.id)?.totalCost ?? null;
  return [
    {
      label: T.firstShare[lang],
      value: formatShare(winner.firstRankShare, lang),
      note: T.firstShareNote[lang],
    },
    ...(cost === undefined || total === null
      ? []
      : [
          {
            label: T.totalCost[lang],
            value: roughMoney(total[1], cost.currency, lang),
            note: costOverText(
              cost.horizonYears,
              roughMoney(total[0], cost.currency, lang),
              roughMoney(total[2], cost.currency, lang),
            )[lang],
          },
        ]),
    {
      label: T.left[lang],
      value: String(left.length),
      note: leftText(options.length, conditional.length)[lang],
    },
  ];
}
