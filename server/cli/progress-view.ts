// A progress bar on standard error while a person watches; silence otherwise.

import cliProgress from 'cli-progress';
import type { RunEvent } from '../../benchmarks/index.ts';

export interface ProgressView {
  show(event: RunEvent): void;
  end(): void;
}

export function progressView(isInteractive: boolean): ProgressView {
  if (!isInteractive) return { show: () => {}, end: () => {} };
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value} accepted | {rate}/s | p99 {p99} ms | {open} open | {errors} errors',
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(0, 0, { rate: 0, p99: '-', open: 0, errors: 0 });
  return {
    show(event) {
      if (event.kind !== 'progress') return;
      bar.setTotal(Math.max(event.offered, event.accepted));
      bar.update(event.accepted, {
        rate: Math.round(event.ratePerSec),
        p99: (event.finalDotP99Us / 1000).toFixed(1),
        open: event.openConnections,
        errors: event.errors,
      });
    },
    end: () => bar.stop(),
  };
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
