// The page of one run, whatever its state: waiting, going on, finished, or without a result.

import { RUN_FORMATS } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { StoredRun, StoredRunEvent } from '../../usecases/stores.ts';
import { LIVE_TEXTS, RUN_TEXTS } from '../texts/run-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { planText } from '../../reports/plan-words.ts';
import { capacityModel } from './run-capacity.ts';
import { commandFor } from './run-command.ts';
import { liveModel } from './run-live.ts';
import { runResultModel } from './run-result.ts';
import { runIdentity } from './run-rows.ts';
import type { RunNames } from './run-rows.ts';
import { capacityOf, failureText, resultOf } from './run-words.ts';

export interface RunData extends RunNames {
  readonly run: StoredRun;
  /** Of a run that goes on. */
  readonly events: readonly StoredRunEvent[];
  /** Place in the queue, from 1. */
  readonly position: number | null;
}

const FORMAT_LABELS: Readonly<Record<(typeof RUN_FORMATS)[number], string>> = {
  json: 'JSON',
  csv: 'CSV',
  html: 'HTML',
  junit: 'JUnit (XML)',
  prometheus: 'Prometheus',
};

/** The ending by which a format is asked for; the same that `bench run --out` knows. */
export const FORMAT_ENDINGS: Readonly<Record<(typeof RUN_FORMATS)[number], string>> = {
  json: 'json',
  csv: 'csv',
  html: 'html',
  junit: 'xml',
  prometheus: 'prom',
};

export function runModel(data: RunData, lang: Lang) {
  const { run } = data;
  const result = resultOf(run);
  const capacity = capacityOf(run);
  const isOver = !['running', 'queued', 'parked'].includes(run.status);
  return {
    t: inLanguage(RUN_TEXTS, lang),
    live: inLanguage(LIVE_TEXTS, lang),
    ...runIdentity(run, data, lang),
    planText: planText(run.plan)[lang],
    company: run.company?.title ?? null,
    groupHref: run.groupId === null ? null : `/comparisons/${run.groupId}`,
    compareHref: run.candidateId === null ? '/runs' : `/candidates/${run.candidateId}`,
    isOver,
    againHref: `/runs/${run.id}/again`,
    changeHref: `/benchmark/new?again=${run.id}`,
    eventsHref: `/runs/${run.id}/events`,
    stopHref: `/runs/${run.id}/stop`,
    cancelHref: `/runs/${run.id}/cancel`,
    resumeHref: `/runs/${run.id}/resume`,
    failure: failureOf(run, lang),
    waiting: waitingOf(data),
    running: run.status === 'running' ? liveModel(data, lang) : null,
    result: result === null ? null : runResultModel(result, run.company, lang),
    capacity: capacity === null ? null : capacityModel(capacity, lang),
    downloads: downloadsOf(run, result !== null),
    command: commandFor(run),
    planJson: JSON.stringify(run.plan, null, 2),
  };
}

function failureOf(run: StoredRun, lang: Lang): string | null {
  if (run.status === 'interrupted') return RUN_TEXTS.interrupted[lang];
  if (run.status === 'cancelled') return RUN_TEXTS.cancelled[lang];
  return failureText(run.failure)?.[lang] ?? null;
}

function waitingOf({ run, position }: RunData) {
  if (run.status !== 'queued' && run.status !== 'parked') return null;
  return { isParked: run.status === 'parked', position };
}

// A search has one document; the other formats are those of a run.
function downloadsOf(run: StoredRun, isRun: boolean) {
  if (run.result === null) return [];
  const formats = isRun ? RUN_FORMATS : (['json'] as const);
  return formats.map((format) => ({
    label: FORMAT_LABELS[format],
    href: `/runs/${run.id}.${FORMAT_ENDINGS[format]}`,
  }));
}
