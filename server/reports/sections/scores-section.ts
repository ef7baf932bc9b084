// Section 4: the score of every ranked option, its parts by group, its range, and the points criterion by criterion.

import type { OptionResult } from '../../core/scoring/recommendation.ts';
import { linearAxis, zoomedAxis } from '../axes.ts';
import { absent, cell, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Chart, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { contributionsAlt, firstPlacesText, intervalsAlt, VERDICT_TEXTS as T } from '../texts/verdict.ts';
import { scoreRange } from './recommendation-section.ts';

/** Charts stay legible up to this many bars; the table beside them always has every option. */
export const CHART_OPTIONS_MAX = 12;
const OPTIONS_PER_TABLE = 5;

export function scoresBlocks(context: ReportContext): Block[] {
  const { ranked, say } = context;
  const first = ranked[0];
  if (first === undefined) return [absent(say(T.noRanked))];
  return [
    paragraph(say(T.scoresLead)),
    contributionsChart(context, first),
    ...chartIsCut(context),
    intervalsChart(context, first),
    ...pointsTables(context),
  ];
}

export function chartIsCut({ ranked, say }: ReportContext): Block[] {
  return ranked.length <= CHART_OPTIONS_MAX
    ? []
    : [paragraph(say(firstPlacesText(CHART_OPTIONS_MAX, ranked.length)))];
}

function groupPoints(option: OptionResult, group: string): number {
  return option.contributions
    .filter((term) => term.group === group)
    .reduce((sum, term) => sum + term.points, 0);
}

function contributionsChart(context: ReportContext, first: OptionResult): Chart {
  const { recommendation, ranked, say, words } = context;
  const { groups } = recommendation;
  const bars = ranked.slice(0, CHART_OPTIONS_MAX).map((option) => ({
    label: say(option.name),
    end: words.points(option.score),
    segments: groups.map((group) => 100 * groupPoints(option, group.id)),
  }));
  return {
    kind: 'chart',
    id: 'contributions',
    title: say(T.contributionsTitle),
    alt: say(contributionsAlt(say(first.name), words.points(first.score))),
    figure: {
      form: 'stackedBars',
      axis: linearAxis(say(T.pointsAxis), [0, 100], words.count),
      series: groups.map((group) => say(group.label)),
      bars,
    },
    data: contributionsTable(context),
  };
}

function contributionsTable({ recommendation, ranked, say, words }: ReportContext): Table {
  const { groups } = recommendation;
  const rows = ranked.map((option) =>
    row([
      say(option.name),
      ...groups.map((group) => {
        const points = groupPoints(option, group.id);
        return cell(words.points(points), 100 * points);
      }),
      cell(words.points(option.score), 100 * option.score),
    ]),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 1.6),
    ...groups.map((group) => numberColumn(say(group.label))),
    numberColumn(say(T.total)),
  ];
  return table('contributions-data', say(T.contributionsTitle), columns, rows);
}

function intervalsChart(context: ReportContext, first: OptionResult): Chart {
  const { ranked, say, words } = context;
  const [low, high] = first.scoreRange;
  const shown = ranked.slice(0, CHART_OPTIONS_MAX);
  return {
    kind: 'chart',
    id: 'intervals',
    title: say(T.intervalsTitle),
    alt: say(intervalsAlt(say(first.name), words.points(low), words.points(high))),
    figure: {
      form: 'intervals',
      axis: zoomedAxis(
        say(T.pointsAxis),
        shown.flatMap((option) => [...option.scoreRange].map((score) => 100 * score)),
        words.count,
      ),
      rows: shown.map((option) => ({
        label: say(option.name),
        low: 100 * option.scoreRange[0],
        mid: 100 * option.score,
        high: 100 * option.scoreRange[1],
        end: scoreRange(option, context),
      })),
    },
    data: intervalsTable(context),
  };
}

function intervalsTable({ ranked, say, words }: ReportContext): Table {
  const points = (score: number) => cell(words.points(score), 100 * score);
  return table(
    'intervals-data',
    say(T.scoresCaption),
    [
      textColumn(say(FRAME_TEXTS.option), 1.6),
      numberColumn(say(T.low)),
      numberColumn(say(FRAME_TEXTS.score)),
      numberColumn(say(T.high)),
    ],
    ranked.map((option) =>
      row([
        say(option.name),
        points(option.scoreRange[0]),
        points(option.score),
        points(option.scoreRange[1]),
      ]),
    ),
  );
}

// Criteria stay in rows and options come in small groups, so that names can be read on paper at any number of both.
function pointsTables(context: ReportContext): Table[] {
  const { ranked } = context;
  const groups = Array.from({ length: Math.ceil(ranked.length / OPTIONS_PER_TABLE) }, (_, index) =>
    ranked.slice(index * OPTIONS_PER_TABLE, (index + 1) * OPTIONS_PER_TABLE),
  );
  return groups.map((options, index) => pointsTable(context, options, `${index + 1}/${groups.length}`));
}

function pointsTable(context: ReportContext, options: readonly OptionResult[], part: string): Table {
  const { recommendation, say, words } = context;
  const pointsOf = options.map(
    (option) => new Map(option.contributions.map((term) => [term.criterion, term.points])),
  );
  const rows = recommendation.criteria.map((criterion) =>
    row([
      say(criterion.label),
      cell(words.points(criterion.weight), 100 * criterion.weight),
      ...pointsOf.map((points) => {
        const earned = points.get(criterion.id);
        return earned === undefined ? cell('–') : cell(words.points(earned), 100 * earned);
      }),
    ]),
  );
  const weightSum = recommendation.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  const totals = [
    say(T.total),
    cell(words.points(weightSum), 100 * weightSum),
    ...options.map((option) => cell(words.points(option.score), 100 * option.score)),
  ];
  const columns = [
    textColumn(say(FRAME_TEXTS.criterion), 1.4),
    numberColumn(say(T.maximum), 0.5),
    ...options.map((option) => numberColumn(say(option.name), 0.7)),
  ];
  const caption = part === '1/1' ? say(T.pointsCaption) : `${say(T.pointsCaption)} (${part})`;
  return table(`points-${part.split('/')[0]}`, caption, columns, [...rows, row(totals, 'strong')]);
}
