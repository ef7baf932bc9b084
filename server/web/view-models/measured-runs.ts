// Finished runs as evidence for an option: the two figures that the ranking uses.

import type { Lang } from '../../core/text/localized.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { VERDICT_TEXTS } from '../texts/run-labels.ts';
import { formatMoment, formatNumber } from './format.ts';
import type { MeasuredRun } from './options.ts';
import { planText } from '../../reports/plan-words.ts';
import { formatPerSec, resultOf } from './run-words.ts';

export function measuredRuns(runs: readonly StoredRun[], lang: Lang): readonly MeasuredRun[] {
  return runs.flatMap((run) => {
    const result = resultOf(run);
    if (result === null) return [];
    const perSec = result.durationSec > 0 ? result.messages.accepted / result.durationSec : 0;
    return [
      {
        runId: run.id,
        target: run.target,
        measuredOn: formatMoment(run.startedAt, lang),
        conditions: planText(run.plan)[lang],
        verdict: VERDICT_TEXTS[result.verdict]?.title[lang] ?? result.verdict,
        isValid: result.verdict === 'valid',
        acceptedPerSec: formatPerSec(perSec, lang),
        connections: formatNumber(result.connections.peak, lang, 0),
      },
    ];
  });
}
