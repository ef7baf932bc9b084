// Finished runs as evidence for an option: the two figures that the ranking uses.

import type { Lang } from '../../core/text/localized.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { formatMoment, formatNumber } from './format.ts';
import type { MeasuredRun } from './options.ts';

/** The fields of `mailfit.run/1` that this page reads. */
interface RunFigures {
  readonly durationSec: number;
  readonly messages: { readonly accepted: number };
  readonly connections: { readonly peak: number };
}

export function measuredRuns(runs: readonly StoredRun[], lang: Lang): readonly MeasuredRun[] {
  return runs.flatMap((run) => {
    if (run.result === null) return [];
    const figures = run.result as unknown as RunFigures;
    const perSec = figures.durationSec > 0 ? figures.messages.accepted / figures.durationSec : 0;
    return [
      {
        runId: run.id,
        target: run.target,
        measuredOn: formatMoment(run.startedAt, lang),
        acceptedPerSec: formatNumber(perSec, lang),
        connections: formatNumber(figures.connections.peak, lang),
      },
    ];
  });
}
