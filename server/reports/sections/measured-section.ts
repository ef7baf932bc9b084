// Section 9: benchmark runs with their conditions and verdict. All a probed server said is shown as text, never acted on.

import type { LocalizedText } from '../../core/text/localized.ts';
import {
  absent,
  cell,
  heading,
  linkCell,
  numberColumn,
  paragraph,
  row,
  table,
  textColumn,
} from '../blocks.ts';
import type { Block, Row, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import type { BenchmarkRun, LatencySummary, PhaseName, ReportRun } from '../report-input.ts';
import {
  connectionsLine,
  EVIDENCE_TEXTS as T,
  ledgerLine,
  messagesLine,
  PHASE_WORDS,
  RUN_VERDICT_WORDS,
  runHeading,
  thresholdOutcome,
} from '../texts/evidence.ts';
import { ERROR_CLASS_WORDS } from '../texts/error-classes.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { planText } from '../plan-words.ts';
import { thresholdWords } from '../threshold-words.ts';
import { latencyChart, millisecondsCell, throughputChart } from './measured-charts.ts';

const ERRORS_SHOWN = 20;
const TEXT_SHOWN_MAX = 200;

export function measuredBlocks(context: ReportContext): Block[] {
  const { input, say } = context;
  if (input.runs.length === 0) return [absent(say(T.noRuns))];
  return [
    paragraph(say(T.measuredLead)),
    ...input.runs.flatMap((run, index) => runBlocks(context, run, `run${index + 1}`)),
  ];
}

function runBlocks(context: ReportContext, run: ReportRun, id: string): Block[] {
  const { say, words, optionName } = context;
  const name = run.optionId === null ? targetName(run.result, context) : optionName(run.optionId);
  const shown = { result: run.result, name, id };
  return [
    heading(say(runHeading(name, words.date(run.result.startedAt.slice(0, 10))))),
    conditionsTable(context, run, id),
    ...latencyChart(context, shown),
    phasesTable(context, run.result, id),
    ...throughputChart(context, shown),
    ...errorsTable(context, run.result, id),
  ];
}

function targetName({ target }: BenchmarkRun, { say }: ReportContext): string {
  return target === 'builtin' ? say(T.builtin) : target;
}

function conditionsTable(context: ReportContext, run: ReportRun, id: string): Table {
  const { say, words } = context;
  const { result } = run;
  const rate = (perSec: number): string => `${words.significant(perSec)} ${say(T.perSecond)}`;
  const lines: Row[] = [
    row([say(FRAME_TEXTS.number), run.id]),
    row([say(T.target), targetName(result, context)]),
    row([say(T.startedAt), words.moment(result.startedAt)]),
    row([say(T.duration), words.durationOfUs(result.durationSec * 1e6)]),
    row([say(T.verdict), say(RUN_VERDICT_WORDS[result.verdict])], 'strong'),
    ...('load' in result.plan || 'objective' in result.plan
      ? [row([say(T.load), say(planText(result.plan))])]
      : []),
    row([say(T.settings), settingsText(result.plan)]),
    row([
      say(T.requestedRate),
      result.requestedRatePerSec === null ? say(T.asFastAsPossible) : rate(result.requestedRatePerSec),
    ]),
    row([say(T.achievedRate), rate(result.achievedRatePerSec)]),
    row([say(T.messages), messagesText(context, result)]),
    row([say(T.connections), connectionsText(context, result)]),
    row([say(T.ledger), ledgerText(context, result)]),
    row([say(T.banner), shortened(result.server.banner ?? say(FRAME_TEXTS.none))]),
    ...(result.notices ?? []).map((notice) => row([say(T.remark), say(notice.text)])),
    ...result.thresholds.map((threshold) =>
      row([say(T.thresholds), say(thresholdOutcome(thresholdWords(threshold.expression), threshold.passed))]),
    ),
  ];
  return table(
    `${id}-conditions`,
    say(T.conditions),
    [textColumn(say(T.item), 0.5), textColumn(say(T.value), 1.6)],
    lines,
  );
}

function messagesText({ say, words }: ReportContext, { messages }: BenchmarkRun): string {
  return say(
    messagesLine({
      accepted: words.count(messages.accepted),
      sent: words.count(messages.sent),
      rejected: words.count(messages.rejected),
      failed: words.count(messages.failed),
      ambiguous: words.count(messages.ambiguous),
      dropped: words.count(messages.dropped),
    }),
  );
}

function connectionsText({ say, words }: ReportContext, { connections }: BenchmarkRun): string {
  const { opened, refused, peak } = connections;
  return say(connectionsLine(words.count(opened), words.count(refused), words.count(peak)));
}

function ledgerText({ say, words }: ReportContext, { ledger }: BenchmarkRun): string {
  if (ledger === undefined || ledger === null || !ledger.checked) return say(T.ledgerNone);
  return say(
    ledgerLine(words.count(ledger.lost), words.count(ledger.duplicated), words.count(ledger.corrupted)),
  );
}

/** The plan as `name: value` pairs under the names that the plan's schema uses. Nothing secret is in a plan. */
function settingsText(plan: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(plan).flatMap(([key, value]) => settingPairs(key, value));
  return pairs.length === 0 ? '–' : pairs.join(', ');
}

function settingPairs(name: string, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => settingPairs(`${name}.${key}`, inner));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [`${name}: ${value}`]
    : [];
}

/** Keeps a hostile banner from filling pages; the run's own document holds the rest. */
function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= TEXT_SHOWN_MAX ? text : `${characters.slice(0, TEXT_SHOWN_MAX).join('')}…`;
}

const PHASE_ORDER = Object.keys(PHASE_WORDS) as PhaseName[];

function phasesTable({ say, words }: ReportContext, result: BenchmarkRun, id: string): Table {
  const duration = (us: number | undefined) => millisecondsCell(words, us);
  const line = (name: string, summary: LatencySummary): Row =>
    row([
      name,
      cell(words.count(summary.count ?? 0), summary.count ?? 0),
      duration(summary.p50Us),
      duration(summary.p90Us),
      duration(summary.p99Us),
      duration(summary.p999Us),
      duration(summary.maxUs),
    ]);
  const rows = PHASE_ORDER.flatMap((phase) => {
    const summary = result.phases[phase];
    return summary === undefined || (summary.count ?? 0) === 0
      ? []
      : [line(say(PHASE_WORDS[phase]), summary)];
  });
  const columns = [
    textColumn(say(T.phase)),
    numberColumn(say(T.samples)),
    ...[T.median, T.p90, T.p99, T.p999, T.slowest].map((text) => numberColumn(`${say(text)} (ms)`)),
  ];
  return table(`${id}-phases`, say(T.phasesCaption), columns, rows);
}

// A run of a later version may hold a word that this one does not know.
function nameOf(
  words: Readonly<Record<string, LocalizedText>>,
  id: string,
  say: ReportContext['say'],
): string {
  const known = words[id];
  return known === undefined ? id : say(known);
}

function errorsTable({ say, words }: ReportContext, result: BenchmarkRun, id: string): Block[] {
  if (result.errors.length === 0) return [paragraph(say(T.noErrors))];
  const rows = [...result.errors]
    .sort((a, b) => b.count - a.count)
    .slice(0, ERRORS_SHOWN)
    .map((error) =>
      row([
        nameOf(PHASE_WORDS, error.phase, say),
        [error.replyCode, error.enhancedCode]
          .filter((code) => code !== undefined && code !== null)
          .join(' ') || '–',
        error.class === undefined ? '–' : nameOf(ERROR_CLASS_WORDS, error.class, say),
        cell(words.count(error.count), error.count),
        linkCell(shortened(error.sample ?? '–'), null),
      ]),
    );
  const columns = [
    textColumn(say(T.phase), 0.5),
    textColumn(say(T.reply), 0.6),
    textColumn(say(T.errorClass), 0.6),
    numberColumn(say(T.errorCount), 0.4),
    textColumn(say(T.sample), 2),
  ];
  return [table(`${id}-errors`, say(T.errorsCaption), columns, rows)];
}
