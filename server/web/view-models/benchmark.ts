// The overview of benchmarks: what goes on and what waits, the candidates, the latest tests.

import type { Lang } from '../../core/text/localized.ts';
import type { Candidate } from '../../usecases/candidate-store.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { positionOf } from '../../usecases/run-queue.ts';
import { BENCHMARK_TEXTS, RUN_LIST_TEXTS } from '../texts/benchmark-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { planText } from '../../reports/plan-words.ts';
import { runIdentity, runRows } from './run-rows.ts';
import type { RunNames } from './run-rows.ts';

export interface OverviewData extends RunNames {
  readonly running: readonly StoredRun[];
  readonly waiting: readonly StoredRun[];
  readonly recent: readonly StoredRun[];
  readonly lastOf: ReadonlyMap<string, StoredRun>;
}

export function benchmarkModel(data: OverviewData, lang: Lang) {
  return {
    t: inLanguage(BENCHMARK_TEXTS, lang),
    list: inLanguage(RUN_LIST_TEXTS, lang),
    active: [...data.running, ...data.waiting].map((run) => activeRow(run, data, lang)),
    candidates: data.candidates.map((candidate) => candidateCard(candidate, data, lang)),
    runs: runRows(data.recent, data, lang),
  };
}

function activeRow(run: StoredRun, data: OverviewData, lang: Lang) {
  return {
    ...runIdentity(run, data, lang),
    plan: planText(run.plan)[lang],
    position: positionOf(data.waiting, run.id),
    isParked: run.status === 'parked',
    isWaiting: run.status !== 'running',
    cancelHref: `/runs/${run.id}/cancel`,
    resumeHref: `/runs/${run.id}/resume`,
  };
}

function candidateCard(candidate: Candidate, data: OverviewData, lang: Lang) {
  const option = data.catalogue.providers.find(({ id }) => id === candidate.providerId);
  const last = data.lastOf.get(candidate.id);
  return {
    name: candidate.name,
    href: `/candidates/${candidate.id}`,
    endpoint: candidate.endpoint,
    option: option?.name[lang] ?? null,
    planHref: `/benchmark/new?candidate=${candidate.id}`,
    last: last === undefined ? null : (runRows([last], data, lang)[0] ?? null),
  };
}

export function runListModel(runs: readonly StoredRun[], names: RunNames, lang: Lang) {
  const list = inLanguage(RUN_LIST_TEXTS, lang);
  return { t: list, list, runs: runRows(runs, names, lang), isSelectable: true };
}
