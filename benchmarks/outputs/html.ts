// A run as one HTML file: no script, no request to anywhere, readable on paper. All that a server said is escaped.

import type { RunResult } from '../schema/run.generated.ts';
import { ARRIVALS_FAULTY, arrivalFaults } from './arrival-faults.ts';
import { escapeMarkup } from './escape.ts';
import { latencyBuckets } from './latency-buckets.ts';
import type { OutputLang, RunWords } from './run-words.ts';
import { RUN_WORDS } from './run-words.ts';
import { thresholdFigure } from '../stats/thresholds.ts';
import { barChart, lineChart } from './svg-chart.ts';
import { errorClassWord, phaseWord } from './step-words.ts';
import { verdictReasonText } from './verdict-reasons.ts';

const STYLE = `
:root { color-scheme: light; }
body { font: 15px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; color: #1c2430; max-width: 860px;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.verdict { border-left: 4px solid #2f6f4f; background: #eef6f1; padding: .5rem .75rem; margin: 1rem 0; }
.verdict.bad { border-color: #b3452c; background: #fbefec; }
table { border-collapse: collapse; width: 100%; } .scroll { overflow-x: auto; }
th, td { text-align: right; padding: .25rem .5rem; border-bottom: 1px solid #dbe1e8; font-variant-numeric: tabular-nums; }
th:first-child, td:first-child, td.text, th.text { text-align: left; }
td.text { overflow-wrap: break-word; } summary { cursor: pointer; }
svg { width: 100%; height: auto; } svg text { font: 11px system-ui, sans-serif; fill: #4b5767; }
.axis { fill: none; stroke: #aab4c0; } .line { fill: none; stroke: #1f5fa8; stroke-width: 1.5; } .bar { fill: #1f5fa8; }
pre { background: #f4f6f8; padding: .75rem; overflow-x: auto; font-size: 12px; } .note { color: #4b5767; font-size: .9em; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } table, svg { break-inside: avoid; } }
`;

export function runHtml(result: RunResult, lang: OutputLang): string {
  const words = RUN_WORDS[lang];
  const title = `${words.title}: ${result.target}`;
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(title)}</title><style>${STYLE}</style></head><body>`,
    heading(result, words, lang),
    noticesSection(result, words, lang),
    countsSection(result, words),
    connectionsTable(result, words),
    holdSection(result, words),
    timeSection(result, words),
    overTimeSection(result, words),
    phasesSection(result, words, lang),
    errorsSection(result, words, lang),
    thresholdsSection(result, words),
    arrivalsSection(result, words),
    generatorSection(result, words),
    replaySection(result, words),
    '</body></html>\n',
  ].join('\n');
}

function heading(result: RunResult, words: RunWords, lang: OutputLang): string {
  const { thresholds } = result;
  const reason = verdictReasonText(result.verdictReason, lang) ?? '';
  const missed = thresholds.filter(({ passed }) => !passed).length;
  const isWhole = arrivalFaults(result).length === 0;
  const isGood = result.verdict === 'valid' && missed === 0 && isWhole;
  const criteria = missed === 0 ? '' : `<br>${words.criteriaMissed(missed, thresholds.length)}`;
  const arrivals = isWhole ? '' : `<br>${ARRIVALS_FAULTY[lang]}`;
  return (
    `<h1>${words.title}</h1><p>${words.target}: ${escapeMarkup(result.target)}<br>` +
    `${words.server}: ${escapeMarkup(result.server.banner)}<br>` +
    `${words.capabilities}: ${escapeMarkup(result.server.capabilities.join(', '))}<br>` +
    `${words.startedAt}: <time>${escapeMarkup(result.startedAt)}</time></p>` +
    `<p class="verdict${isGood ? '' : ' bad'}">${words.verdict[result.verdict]} ${reason}${criteria}${arrivals}</p>`
  );
}

function countsSection(result: RunResult, words: RunWords): string {
  const counts = Object.entries(result.messages).map(([name, count]): [string, number] => [name, count]);
  const names = counts.map(([name]) => words.counts[name as keyof RunWords['counts']]);
  const rate = Number(result.achievedRatePerSec.toPrecision(4));
  return table(
    [...names, words.acceptedPerSec],
    [[...counts.map(([, count]) => String(count)), String(rate)]],
  );
}

function connectionsTable({ connections }: RunResult, words: RunWords): string {
  const names = ['opened', 'peak', 'refused', 'lost', 'tlsFull', 'tlsResumed'] as const;
  return table(
    names.map((name) => words.connections[name]),
    [names.map((name) => String(connections[name]))],
  );
}

function holdSection({ hold }: RunResult, words: RunWords): string {
  if (hold === undefined) return '';
  const { admission, firstRefusalAtHeld } = hold;
  const names = ['requested', 'admitted', 'refused', 'lost', 'heldAtEnd'] as const;
  const rows = [
    ...names.map((name) => [words.hold[name], String(hold[name])]),
    [words.hold.firstRefusalAtHeld, firstRefusalAtHeld === null ? '–' : String(firstRefusalAtHeld)],
    [words.hold.admissionP99, inMs(admission.p99Us)],
  ];
  return section(words.holding, table(['', ''], rows));
}

function timeSection(result: RunResult, words: RunWords): string {
  const bars = latencyBuckets(result.transaction.responseTime).map(({ toUs, share }) => ({
    label: `≤ ${toUs < 1_000_000 ? `${toUs / 1000} ms` : `${toUs / 1_000_000} s`}`,
    share,
  }));
  return section(
    words.responseTime,
    `<p class="note">${words.responseTimeNote}</p>${barChart(`${words.responseTime} (%)`, bars)}`,
  );
}

/** The last entry may be a fragment of a second; drawn like a whole one it would look like a collapse. */
const SHORTEST_SECOND_SEC = 0.9;

function overTimeSection(result: RunResult, words: RunWords): string {
  const series = result.series.filter(
    (second, index) => second.atSec - (result.series[index - 1]?.atSec ?? 0) >= SHORTEST_SECOND_SEC,
  );
  // One point makes no line.
  if (series.length < 2) return '';
  const accepted = series.map((second) => ({ x: second.atSec, y: second.accepted }));
  const slowest = series.map((second) => ({ x: second.atSec, y: second.responseP99Us / 1000 }));
  return section(
    words.overTime,
    `<p>${words.acceptedEachSecond}</p>${lineChart(words.acceptedEachSecond, accepted)}` +
      `<p>${words.slowestOfHundred}</p>${lineChart(words.slowestOfHundred, slowest)}`,
  );
}

function phasesSection(result: RunResult, words: RunWords, lang: OutputLang): string {
  const rows = Object.entries(result.phases)
    .filter(([, latency]) => latency.count > 0)
    .map(([phase, latency]) => [
      phaseWord(phase, lang),
      String(latency.count),
      ...[latency.p50Us, latency.p90Us, latency.p99Us, latency.p999Us, latency.maxUs].map(inMs),
    ]);
  const columns = [words.phase, words.times, 'p50 (ms)', 'p90 (ms)', 'p99 (ms)', 'p99.9 (ms)', 'max (ms)'];
  return section(words.phases, table(columns, rows));
}

function errorsSection(result: RunResult, words: RunWords, lang: OutputLang): string {
  if (result.errors.length === 0) return section(words.errors, `<p>${words.noErrors}</p>`);
  const rows = result.errors.map((error) => [
    String(error.count),
    phaseWord(error.phase, lang),
    [error.replyCode, error.enhancedCode].filter((code) => code !== null).join(' '),
    errorClassWord(error.class, lang),
    error.firstSeenSec.toFixed(1),
    error.lastSeenSec.toFixed(1),
    error.sample,
  ]);
  return section(words.errors, table(words.errorColumns, rows) + transcripts(result, words, lang));
}

/** What was said about the first message that each error happened to. */
function transcripts(result: RunResult, words: RunWords, lang: OutputLang): string {
  return result.errors
    .filter(({ transcript }) => transcript !== undefined)
    .map(({ phase, replyCode, transcript = [] }) => {
      const title = `${words.transcript}: ${phaseWord(phase, lang)} ${replyCode ?? ''}`.trim();
      return `<details><summary>${escapeMarkup(title)}</summary><pre>${escapeMarkup(transcript.join('\n'))}</pre></details>`;
    })
    .join('');
}

function thresholdsSection(result: RunResult, words: RunWords): string {
  if (result.thresholds.length === 0) return '';
  const rows = result.thresholds.map(({ expression, passed, actual }) => [
    expression,
    actual === null ? words.notMeasured : thresholdFigure(expression, actual),
    passed ? words.passed : words.missed,
  ]);
  return section(words.thresholds, table(['', '', ''], rows));
}

function arrivalsSection({ ledger }: RunResult, words: RunWords): string {
  if (!ledger.checked) return section(words.arrivals, `<p>${words.arrivalsUnchecked}</p>`);
  const fates = ['exactlyOnce', 'lost', 'duplicated', 'corrupted', 'late'] as const;
  const names = fates.map((fate) => words.ledger[fate]);
  const counts = table(names, [fates.map((fate) => String(ledger[fate] ?? 0))]);
  return section(words.arrivals, counts + deliveryTable(ledger, words));
}

function deliveryTable({ deliveryLatency }: RunResult['ledger'], words: RunWords): string {
  if (deliveryLatency === undefined || deliveryLatency.count === 0) return '';
  const { p50Us, p95Us, p99Us, maxUs } = deliveryLatency;
  const columns = [words.deliveryTime, 'p50', 'p95', 'p99', 'max'];
  return table(columns, [[String(deliveryLatency.count), ...[p50Us, p95Us, p99Us, maxUs].map(inMs)]]);
}

function noticesSection(result: RunResult, words: RunWords, lang: OutputLang): string {
  if (result.notices.length === 0) return '';
  const items = result.notices.map((notice) => `<li>${escapeMarkup(notice.text[lang])}</li>`).join('');
  return `<div class="verdict bad"><strong>${words.notices}</strong><ul>${items}</ul></div>`;
}

function generatorSection({ generator }: RunResult, words: RunWords): string {
  const rows = words.generatorRows;
  const perMessage = generator.cpuUsPerMessage;
  return section(
    words.generator,
    table(
      ['', ''],
      [
        [rows.cpuUsPerMessage, perMessage === null ? words.notMeasured : perMessage.toFixed(1)],
        [rows.scheduleLag, inMs(generator.scheduleLagUs.p99Us)],
        [rows.loopDelay, generator.loopDelayMs.p99.toFixed(1)],
        [rows.peakRss, (generator.peakRssBytes / 1_048_576).toFixed(0)],
        [rows.workers, String(generator.workers)],
        [rows.ceiling, generator.calibratedRatePerSec?.toFixed(0) ?? words.notMeasured],
      ],
    ),
  );
}

function replaySection(result: RunResult, words: RunWords): string {
  const facts = JSON.stringify({ plan: result.plan, environment: result.environment }, null, 2);
  return section(words.replay, `<p>${words.replayNote}</p><pre>${escapeMarkup(facts)}</pre>`);
}

function section(title: string, content: string): string {
  return `<section><h2>${title}</h2>${content}</section>`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns
    .map((column, index) => `<th scope="col"${textClass(rows[0]?.[index])}>${escapeMarkup(column)}</th>`)
    .join('');
  const body = rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function cellHtml(cell: string): string {
  return `<td${textClass(cell)}>${escapeMarkup(cell)}</td>`;
}

// A heading stands as the cells below it do.
function textClass(cell: string | undefined): string {
  return cell === undefined || /^-?[\d.]+%?$/.test(cell) ? '' : ' class="text"';
}

function inMs(us: number): string {
  return (us / 1000).toFixed(us < 10_000 ? 2 : 1);
}
