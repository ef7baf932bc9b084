// What an operator's monitoring reads about this process.

import type { RunStatus } from './stores.ts';

export interface StoreFigures {
  readonly runsByStatus: Readonly<Partial<Record<RunStatus, number>>>;
  readonly databaseBytes: number;
}

export interface Metrics {
  requestDone(done: { readonly route: string; readonly status: number; readonly durationMs: number }): void;
  /** The figures of this moment, as the scraper wants them. */
  render(): Promise<{ readonly mediaType: string; readonly text: string }>;
  close(): void;
}
