// A run that goes on or waits: the state at the moment the page is made, for a first picture and for browsers without
// scripts. The script continues from here with the events that follow.

import { PHASE_WORDS, phaseWord } from '../../../benchmarks/index.ts';
import type { RunProgress } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { JsonObject, StoredRun, StoredRunEvent } from '../../usecases/stores.ts';
import { ERROR_CLASS_WORDS } from '../../reports/texts/error-classes.ts';
import { LIVE_TEXTS } from '../texts/run-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatNumber } from './format.ts';
import { formatMs, formatPerSec } from './run-words.ts';

const POINTS_MAX = 600;
const LOG_MAX = 60;

export interface LiveData {
  readonly run: StoredRun;
  readonly events: readonly StoredRunEvent[];
}

const NOTHING_YET: RunProgress = {
  kind: 'progress',
  atSec: 0,
  offered: 0,
  sent: 0,
  accepted: 0,
  rejected: 0,
  failed: 0,
  ambiguous: 0,
  dropped: 0,
  openConnections: 0,
  ratePerSec: 0,
  finalDotP50Us: 0,
  finalDotP99Us: 0,
  responseP99Us: 0,
  errors: 0,
  errorsByClass: {},
};

export function liveModel({ run, events }: LiveData, lang: Lang) {
  const progress = events.flatMap(({ event }) =>
    event['kind'] === 'progress' ? [event as unknown as RunProgress] : [],
  );
  const last = progress.at(-1) ?? NOTHING_YET;
  const totalSec = plannedSec(run);
  const errorsByClass = Object.entries(last.errorsByClass ?? {});
  return {
    t: inLanguage(LIVE_TEXTS, lang),
    figures: figuresOf(last, lang),
    isWarmingUp: last.atSec < 0,
    elapsed: `${formatNumber(Math.max(0, last.atSec), lang, 0)} s`,
    left: totalSec === null ? '—' : `${formatNumber(Math.max(0, totalSec - last.atSec), lang, 0)} s`,
    share: totalSec === null ? null : Math.min(100, Math.round((Math.max(0, last.atSec) / totalSec) * 100)),
    errors: errorsByClass.map(([name, count]) => ({
      label: ERROR_CLASS_WORDS[name]?.[lang] ?? name,
      count: formatNumber(count, lang, 0),
    })),
    log: logOf(events, lang),
    data: JSON.stringify({
      after: events.at(-1)?.id ?? 0,
      totalSec,
      messages: plannedMessages(run),
      points: progress.slice(-POINTS_MAX).map(pointOf),
      words: wordsOf(lang),
    }),
  };
}

/** What the script needs of a second; the names are short because hundreds of them travel with the page. */
function pointOf(progress: RunProgress) {
  return {
    t: progress.atSec,
    o: progress.offered,
    a: progress.accepted,
    r: progress.rejected,
    f: progress.failed + progress.ambiguous,
    d: progress.dropped,
    c: progress.openConnections,
    p50: progress.finalDotP50Us,
    p99: progress.finalDotP99Us,
    w99: progress.responseP99Us,
  };
}

function figuresOf(last: RunProgress, lang: Lang) {
  const t = inLanguage(LIVE_TEXTS, lang);
  const count = (value: number): string => formatNumber(value, lang, 0);
  return [
    ['rate', t.rate, formatPerSec(last.ratePerSec, lang)],
    ['p50', t.p50, formatMs(last.finalDotP50Us, lang)],
    ['p99', t.p99, formatMs(last.finalDotP99Us, lang)],
    ['connections', t.connections, count(last.openConnections)],
    ['accepted', t.accepted, count(last.accepted)],
    ['rejected', t.rejected, count(last.rejected)],
    ['failed', t.failed, count(last.failed + last.ambiguous)],
    ['dropped', t.dropped, count(last.dropped)],
  ].map(([name, label, value]) => ({ name, label, value }));
}

/** How long the measured part is planned to take; null where the target decides. */
export function plannedSec({ plan, kind }: Pick<StoredRun, 'plan' | 'kind'>): number | null {
  if (kind === 'capacity') return null;
  const load = (plan['load'] ?? {}) as JsonObject;
  const warmupSec = Number(plan['warmupSec'] ?? 0);
  if (load['model'] === 'closed') return typeof load['durationSec'] === 'number' ? load['durationSec'] : null;
  if (load['model'] === 'hold') {
    return (
      Number(load['connections']) / Number(load['openRatePerSec'] ?? 1_000) + Number(load['holdSec'] ?? 5)
    );
  }
  const stages = Array.isArray(load['stages']) ? (load['stages'] as readonly JsonObject[]) : [];
  return stages.reduce((sum, stage) => sum + Number(stage['durationSec'] ?? 0), 0) - warmupSec;
}

function plannedMessages({ plan }: StoredRun): number | null {
  const messages = ((plan['load'] ?? {}) as JsonObject)['messages'];
  return typeof messages === 'number' ? messages : null;
}

export interface LogLine {
  readonly time: string;
  readonly atIso: string;
  readonly kind: string;
  readonly text: string;
  readonly transcript: string | null;
}

function logOf(events: readonly StoredRunEvent[], lang: Lang): readonly LogLine[] {
  return events
    .flatMap(({ event }) => logLine(event, lang) ?? [])
    .slice(-LOG_MAX)
    .toReversed();
}

function logLine(event: JsonObject, lang: Lang): LogLine | null {
  const atIso = typeof event['at'] === 'string' ? event['at'] : '';
  const time = atIso === '' ? '' : new Date(atIso).toLocaleTimeString(lang === 'ja' ? 'ja-JP' : 'en-GB');
  const line = (kind: string, text: string, transcript: string | null = null): LogLine => ({
    time,
    atIso,
    kind,
    text,
    transcript,
  });
  switch (event['kind']) {
    case 'started':
      return line('started', LIVE_TEXTS.logStarted[lang]);
    case 'notice':
      return line('notice', (event['text'] as { readonly en: string; readonly ja: string })[lang]);
    case 'firstError':
      return errorLine(event, line, lang);
    case 'trial':
      return line('trial', trialText(event, lang));
    default:
      return null;
  }
}

interface ErrorEvent {
  readonly phase: string;
  readonly class: string;
  readonly sample: string;
  readonly transcript?: readonly string[];
}

function errorLine(
  event: JsonObject,
  line: (kind: string, text: string, transcript: string | null) => LogLine,
  lang: Lang,
): LogLine {
  const error = event['error'] as ErrorEvent;
  const phase = phaseWord(error.phase, lang);
  const kind = ERROR_CLASS_WORDS[error.class]?.[lang] ?? error.class;
  return line('error', `${kind} · ${phase}: ${error.sample}`, error.transcript?.join('\n') ?? null);
}

function trialText(event: JsonObject, lang: Lang): string {
  const trial = event['trial'] as {
    readonly ratePerSec: number;
    readonly verdict: string;
    readonly reason: string | null;
  };
  const reason = trial.reason === null ? '' : ` (${trial.reason})`;
  return `${LIVE_TEXTS.logTrial[lang]} ${formatPerSec(trial.ratePerSec, lang)}/s: ${trial.verdict}${reason}`;
}

/** Words for what only the script writes. */
function wordsOf(lang: Lang) {
  const t = inLanguage(LIVE_TEXTS, lang);
  const names = (table: Readonly<Record<string, { readonly en: string; readonly ja: string }>>) =>
    Object.fromEntries(Object.entries(table).map(([name, text]) => [name, text[lang]]));
  return {
    started: t.logStarted,
    trial: t.logTrial,
    transcript: t.transcript,
    connected: t.connected,
    reconnecting: t.reconnecting,
    stopping: t.stopping,
    classes: names(ERROR_CLASS_WORDS),
    phases: names(PHASE_WORDS),
  };
}
