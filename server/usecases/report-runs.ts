// Load runs as the report shows them.

import type { ProviderRun } from '../core/scoring/measured-evidence.ts';
import type { BenchmarkRun, ReportRun } from '../reports/report-input.ts';

/** Oldest first, so that a report reads in the order in which things were measured. */
export function reportRunsOf(runs: readonly ProviderRun[]): readonly ReportRun[] {
  return runs
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .map((run) => ({
      id: run.runId,
      optionId: run.providerId,
      // The harness wrote it and validated it against mailfit.run/1, of which a report reads a part.
      result: run.result as unknown as BenchmarkRun,
    }));
}
