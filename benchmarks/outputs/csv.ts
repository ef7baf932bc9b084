// The time series of a run as CSV (RFC 4180). Only numbers occur, so no cell can be taken for a formula.

import type { RunResult, RunSecond } from '../schema/run.generated.ts';

const COLUMNS: readonly (keyof RunSecond)[] = [
  'atSec',
  'offered',
  'accepted',
  'rejected',
  'failed',
  'dropped',
  'openConnections',
  'finalDotP50Us',
  'finalDotP99Us',
  'responseP99Us',
];

export function runCsv(result: RunResult): string {
  const rows = result.series.map((second) => COLUMNS.map((column) => String(second[column])));
  return [COLUMNS, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}
