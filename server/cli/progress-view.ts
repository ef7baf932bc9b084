// Progress on standard error: a bar while a person watches, a line every ten seconds where nobody does, so that the log of
// a long run in CI is not silent.

import cliProgress from 'cli-progress';
import type { RunEvent, RunPlan } from '../../benchmarks/index.ts';
import type { Lang } from '../core/text/localized.ts';
import type { Terminal } from './terminal.ts';

type Progress = Extract<RunEvent, { kind: 'progress' }>;

export interface ProgressView {
  show(event: RunEvent): void;
  end(): void;
}

interface ProgressWords {
  readonly waiting: string;
  at(sec: number): string;
  line(progress: Progress): string;
}

const WORDS: Readonly<Record<Lang, ProgressWords>> = {
  en: {
    waiting: 'starting',
    at: (sec) => `${sec} s · `,
    line: (progress) =>
      `${progress.accepted} accepted · ${Math.round(progress.ratePerSec)}/s · ${progress.errors} errors · p99 ${asMs(progress.finalDotP99Us)} ms · ${progress.openConnections} open`,
  },
  ja: {
    waiting: '開始しています',
    at: (sec) => `${sec}秒 · `,
    line: (progress) =>
      `受理 ${progress.accepted}通 · ${Math.round(progress.ratePerSec)}通/秒 · エラー ${progress.errors} · p99 ${asMs(progress.finalDotP99Us)}ミリ秒 · 接続 ${progress.openConnections}`,
  },
};

const LINE_EVERY_SEC = 10;

export function progressView(terminal: Terminal, plan: RunPlan): ProgressView {
  return terminal.isInteractive ? barView(plan, terminal.lang) : lineView(terminal);
}

function lineView(terminal: Terminal): ProgressView {
  let saidAtSec = 0;
  return {
    show(event) {
      if (event.kind !== 'progress' || event.atSec - saidAtSec < LINE_EVERY_SEC) return;
      saidAtSec = event.atSec;
      terminal.err(WORDS[terminal.lang].at(Math.round(event.atSec)) + WORDS[terminal.lang].line(event));
    },
    end: () => {},
  };
}

/** The bar shows how far the run is, by its messages or by its time. */
function barView(plan: RunPlan, lang: Lang): ProgressView {
  const words = WORDS[lang];
  const measure = measureOf(plan);
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {percentage}% · {text}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      barsize: barColumns(process.stderr.columns),
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(measure.total, 0, { text: words.waiting });
  return {
    show(event) {
      if (event.kind !== 'progress') return;
      bar.update(Math.min(measure.total, measure.done(event)), { text: words.line(event) });
    },
    end: () => bar.stop(),
  };
}

const TEXT_COLUMNS = 72;

/** What the text leaves of the line: it is cut off where the terminal ends. */
function barColumns(terminalColumns: number): number {
  return Math.min(24, Math.max(8, terminalColumns - TEXT_COLUMNS));
}

interface Measure {
  readonly total: number;
  done(progress: Progress): number;
}

function measureOf({ load, warmupSec = 0 }: RunPlan): Measure {
  if (load.model === 'closed' && load.messages !== undefined) {
    const done: Measure['done'] = ({ accepted, rejected, failed, ambiguous }) =>
      accepted + rejected + failed + ambiguous;
    return { total: load.messages, done };
  }
  if (load.model === 'hold') {
    return { total: load.connections, done: ({ openConnections }) => openConnections };
  }
  const planSec =
    load.model === 'closed'
      ? (load.durationSec ?? 0)
      : load.stages.reduce((sum, stage) => sum + stage.durationSec, 0) - warmupSec;
  return { total: Math.max(1, planSec), done: ({ atSec }) => Math.max(0, atSec) };
}

function asMs(us: number): string {
  return (us / 1000).toFixed(1);
}

/** Aborts on Ctrl-C or SIGTERM until `release` is called: the load stops within a second and the result says so. */
export function abortOnSignals(): { readonly signal: AbortSignal; release(): void } {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    signal: abort.signal,
    release() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
