// Section 6: the smallest changes of weights, facts and requirements that would give another result.

import type { OptionResult, WeightFlip } from '../../core/scoring/recommendation.ts';
import { linearAxis, zoomedAxis } from '../axes.ts';
import { cell, heading, list, numberColumn, orAbsent, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Cell, Chart, Line, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { furtherFlips, sensitivityAlt, sensitivityTitle, VERDICT_TEXTS as T } from '../texts/verdict.ts';

const LINES_SHOWN = 4;
const FLIPS_SHOWN = 12;
const MARGINS_SHOWN = 12;

export function changesBlocks(context: ReportContext): Block[] {
  const blocks = [
    ...weightBlocks(context),
    ...margins(context),
    ...counterfactuals(context),
    ...requirementsToRelax(context),
  ];
  const { say } = context;
  return blocks.length === 0 ? orAbsent([], say(T.noChanges)) : [paragraph(say(T.changesLead)), ...blocks];
}

function weightBlocks(context: ReportContext): Block[] {
  const { recommendation, say } = context;
  const { sensitivity } = recommendation;
  if (sensitivity === undefined) return [];
  const nearest = sensitivity.tornado[0];
  const smallest = sensitivity.smallestWeightChange;
  return [
    ...(nearest === undefined ? [] : tornado(context, sensitivity.tornado)),
    ...(nearest === undefined || context.ranked.length < 2 ? [] : [sensitivityChart(context, nearest)]),
    ...(smallest === null ? [] : [heading(say(T.weightChange)), paragraph(say(smallest.text))]),
  ];
}

function tornado(context: ReportContext, flips: readonly WeightFlip[]): Block[] {
  const { say } = context;
  const left = flips.length - FLIPS_SHOWN;
  return [tornadoTable(context, flips), ...(left > 0 ? [paragraph(say(furtherFlips(left)))] : [])];
}

function tornadoTable({ say, words, optionName }: ReportContext, flips: readonly WeightFlip[]): Table {
  const percent = (share: number): Cell => cell(words.percent(share, 1), 100 * share);
  const rows = flips
    .slice(0, FLIPS_SHOWN)
    .map((flip) =>
      row([
        say(flip.label),
        percent(flip.weight),
        flip.flipsAt === null ? say(T.noFlip) : percent(flip.flipsAt),
        flip.newWinner === null ? '–' : optionName(flip.newWinner),
      ]),
    );
  const columns = [
    textColumn(say(FRAME_TEXTS.criterion), 1.4),
    numberColumn(`${say(T.weightNow)} (%)`),
    numberColumn(`${say(T.flipsAt)} (%)`, 0.7),
    textColumn(say(T.newWinner)),
  ];
  return table('weight-flips', say(T.tornadoCaption), columns, rows);
}

// With one weight moved to t and the others keeping their ratios, a score is a straight line in t:
// S(t) = t·v + (1 − t)·(S − w·v)/(1 − w). Two points draw it exactly.
function scoreLine(option: OptionResult, criterion: string): readonly [number, number] {
  const term = option.contributions.find((entry) => entry.criterion === criterion);
  if (term === undefined || term.weight >= 1) return [option.score, option.score];
  return [(option.score - term.points) / (1 - term.weight), term.value];
}

function sensitivityChart(context: ReportContext, flip: WeightFlip): Chart {
  const { say, words } = context;
  const name = say(flip.label);
  const flipsAt = flip.flipsAt === null ? null : words.percent(flip.flipsAt, 1);
  const series: Line[] = leadingOptions(context, flip).map((option) => {
    const [atZero, atOne] = scoreLine(option, flip.criterion);
    return {
      label: say(option.name),
      points: [
        { x: 0, y: 100 * atZero },
        { x: 100, y: 100 * atOne },
      ],
    };
  });
  return {
    kind: 'chart',
    id: 'weight-sensitivity',
    title: say(sensitivityTitle(name)),
    alt: say(sensitivityAlt(name, flipsAt)),
    figure: {
      form: 'lines',
      x: linearAxis(`${say(T.sensitivityAxisX)} (%)`, [0, 100], words.count),
      y: zoomedAxis(
        say(T.pointsAxis),
        series.flatMap((line) => line.points.map((point) => point.y)),
        words.count,
      ),
      series,
    },
    data: sensitivityTable(context, flip),
  };
}

/** The first options and, whatever its place, the one that would take over. */
function leadingOptions({ ranked }: ReportContext, flip: WeightFlip): readonly OptionResult[] {
  const leading = ranked.slice(0, LINES_SHOWN);
  const next = ranked.find((option) => option.id === flip.newWinner);
  return next === undefined || leading.includes(next)
    ? leading
    : [...leading.slice(0, LINES_SHOWN - 1), next];
}

function sensitivityTable(context: ReportContext, flip: WeightFlip): Table {
  const { say, words } = context;
  const weights = [0, 0.25, 0.5, 0.75, 1];
  const rows = leadingOptions(context, flip).map((option) => {
    const [atZero, atOne] = scoreLine(option, flip.criterion);
    const scores = weights.map((weight) => atZero + (atOne - atZero) * weight);
    return row([say(option.name), ...scores.map((score) => cell(words.points(score), 100 * score))]);
  });
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 1.6),
    ...weights.map((weight) => numberColumn(words.percent(weight))),
  ];
  return table('weight-sensitivity-data', say(sensitivityTitle(say(flip.label))), columns, rows);
}

function margins({ recommendation, say }: ReportContext): Block[] {
  const found = (recommendation.sensitivity?.winnerMargins ?? []).filter((margin) => margin.to !== null);
  if (found.length === 0) return [];
  const lines = found.slice(0, MARGINS_SHOWN).map((margin) => say(margin.text));
  return [heading(say(T.margins)), list(lines)];
}

// What would readmit an excluded option stands beside the requirement that excludes it.
function counterfactuals({ ranked, say }: ReportContext): Table[] {
  const rows = ranked.flatMap((option) =>
    option.counterfactuals.map((entry) => row([say(option.name), say(entry.text)])),
  );
  if (rows.length === 0) return [];
  const columns = [textColumn(say(FRAME_TEXTS.option), 0.7), textColumn(say(T.change), 2)];
  return [table('counterfactuals', say(T.counterfactualsCaption), columns, rows)];
}

function requirementsToRelax({ recommendation, say }: ReportContext): Block[] {
  const found = recommendation.sensitivity?.requirementsToRelax ?? [];
  if (found.length === 0) return [];
  return [heading(say(T.relaxCaption)), list(found.map((entry) => say(entry.text)))];
}
