// Section 5: how the ranking holds when weights and uncertain facts vary together.

import type { OptionResult } from '../../core/scoring/recommendation.ts';
import { linearAxis } from '../axes.ts';
import { absent, cell, heading, list, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Chart, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import {
  necessarilyText,
  rankName,
  rankSharesAlt,
  samplesText,
  VERDICT_TEXTS as T,
} from '../texts/verdict.ts';
import { CHART_OPTIONS_MAX, chartIsCut } from './scores-section.ts';

const RANKS_SHOWN = 4;
const PAIRS_SHOWN = 10;

export function robustnessBlocks(context: ReportContext): Block[] {
  const { recommendation, ranked, say, words } = context;
  const first = ranked[0];
  if (first === undefined) return [absent(say(T.noRanked))];
  if (ranked.every((option) => option.rankShares.length === 0)) return [absent(say(T.noRobustness))];
  const error = recommendation.robustness?.samplingError ?? 0.98 / Math.sqrt(recommendation.samples);
  return [
    paragraph(say(T.robustnessLead)),
    paragraph(say(samplesText(words.count(recommendation.samples), words.percent(error, 1)))),
    rankSharesChart(context, first),
    ...chartIsCut(context),
    ...robustnessTable(context),
    ...familiesTable(context),
    ...necessarilyBetter(context),
    ...crossChecks(context),
  ];
}

/** Shares of ranks 1 … RANKS_SHOWN−1, and one for all lower ranks together. */
function foldedShares(option: OptionResult, columns: number): number[] {
  // Eligible options compete for fewer ranks than conditional ones; ranks beyond theirs have no share.
  const upper = Array.from({ length: columns - 1 }, (_, rank) => option.rankShares[rank] ?? 0);
  const rest = option.rankShares.slice(columns - 1).reduce((sum, share) => sum + share, 0);
  return [...upper, rest];
}

function rankSharesChart(context: ReportContext, first: OptionResult): Chart {
  const { ranked, say, words } = context;
  const columns = Math.min(RANKS_SHOWN, Math.max(...ranked.map((option) => option.rankShares.length)));
  const isFolded = ranked.some((option) => option.rankShares.length > columns);
  const series = Array.from({ length: columns }, (_, index) =>
    say(rankName(index + 1, isFolded && index === columns - 1)),
  );
  const shares = new Map(ranked.map((option) => [option.id, foldedShares(option, columns)]));
  const data = table(
    'rank-shares-data',
    say(T.rankSharesTitle),
    [textColumn(say(FRAME_TEXTS.option), 1.6), ...series.map((name) => numberColumn(`${name} (%)`))],
    ranked.map((option) =>
      row([
        say(option.name),
        ...(shares.get(option.id) ?? []).map((share) => cell(words.percent(share), 100 * share)),
      ]),
    ),
  );
  const bars = ranked.slice(0, CHART_OPTIONS_MAX).map((option) => ({
    label: say(option.name),
    end: words.percent(option.firstRankShare),
    segments: (shares.get(option.id) ?? []).map((share) => 100 * share),
  }));
  return {
    kind: 'chart',
    id: 'rank-shares',
    title: say(T.rankSharesTitle),
    alt: say(rankSharesAlt(say(first.name), words.percent(first.firstRankShare))),
    figure: {
      form: 'stackedBars',
      axis: linearAxis(say(T.rankSharesAxis), [0, 100], (value) => words.percent(value / 100)),
      series,
      bars,
    },
    data,
  };
}

function robustnessTable({ ranked, say, words }: ReportContext): Block[] {
  const rows = ranked.flatMap((option) => {
    const found = option.robustness;
    if (found === undefined) return [];
    const points = (score: number) => cell(words.points(score), 100 * score);
    return [
      row([
        say(option.name),
        cell(words.decimal(found.expectedRank, 1), found.expectedRank),
        points(found.scoreP5),
        points(found.scoreP50),
        points(found.scoreP95),
        found.confidenceFactor === null
          ? cell(say(T.neverFirst))
          : cell(words.percent(found.confidenceFactor), 100 * found.confidenceFactor),
      ]),
    ];
  });
  if (rows.length === 0) return [];
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 1.6),
    numberColumn(say(T.expectedRank)),
    numberColumn(say(T.p5)),
    numberColumn(say(T.p50)),
    numberColumn(say(T.p95)),
    numberColumn(`${say(T.confidence)} (%)`),
  ];
  return [table('robustness', say(T.robustnessCaption), columns, rows), paragraph(say(T.robustnessNote))];
}

function familiesTable(context: ReportContext): Table[] {
  const { recommendation, say, words, optionName } = context;
  const families = (recommendation.robustness?.families ?? []).filter((family) => family.members.length > 1);
  if (families.length === 0) return [];
  const rows = families.map((family) =>
    row([
      family.members.map(optionName).join(' / '),
      cell(words.percent(family.firstRankShare), 100 * family.firstRankShare),
    ]),
  );
  const columns = [textColumn(say(T.family), 2), numberColumn(`${say(T.firstShare)} (%)`)];
  return [table('families', say(T.families), columns, rows)];
}

function necessarilyBetter({ recommendation, say, optionName }: ReportContext): Block[] {
  const winner = recommendation.options[0]?.id;
  const pairs = (recommendation.robustness?.necessarilyBetter ?? []).filter(([better]) => better === winner);
  if (pairs.length === 0) return [];
  const lines = pairs
    .slice(0, PAIRS_SHOWN)
    .map(([better, worse]) => say(necessarilyText(optionName(better), optionName(worse))));
  return [heading(say(T.necessarily)), list(lines)];
}

function crossChecks({ recommendation, say, optionName }: ReportContext): Block[] {
  const found = recommendation.crossChecks;
  if (found === undefined) return [];
  const rows = found.checks.map((check) =>
    row([
      say(check.label),
      check.winner === null ? say(FRAME_TEXTS.none) : optionName(check.winner),
      say(check.sameWinner ? T.yes : T.no),
    ]),
  );
  const columns = [textColumn(say(T.methodName)), textColumn(say(T.winner)), textColumn(say(T.agrees), 0.6)];
  return [table('cross-checks', say(T.crossChecksCaption), columns, rows), paragraph(say(found.text))];
}
