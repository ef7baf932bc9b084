// What the benchmark page, the history and the page of one run show.

import type { RunProgress } from '../../../benchmarks/index.ts';
import type { Catalogue } from '../../core/catalogue/provider.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { StoredRun, StoredRunEvent } from '../../usecases/stores.ts';
import { DEPLOYMENT_TEXTS } from '../texts/option-texts.ts';
import { RUN_STATUS_TEXTS } from '../texts/run-labels.ts';
import { BENCHMARK_TEXTS, RUN_LIST_TEXTS, RUN_TEXTS } from '../texts/run-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { PROTOCOLS, SIZES } from './benchmark-form.ts';
import type { RunField, TypedRun } from './benchmark-form.ts';
import { formatMoment, formatNumber } from './format.ts';
import { runResultModel } from './run-result.ts';
import { failureText, formatMs, formatPerSec, planText, resultOf } from './run-words.ts';

export interface StartTrouble {
  readonly title: string;
  readonly lines: readonly string[];
  /** A run that stands in the way. */
  readonly runId: string | null;
}

export interface BenchmarkData {
  readonly catalogue: Catalogue;
  readonly runs: readonly StoredRun[];
  readonly typed: TypedRun;
  readonly problems: Readonly<Partial<Record<RunField, LocalizedText>>>;
  readonly trouble: StartTrouble | null;
}

export function benchmarkModel(data: BenchmarkData, lang: Lang) {
  const t = inLanguage(BENCHMARK_TEXTS, lang);
  const protocolLabels = [t.protocolSmtp, t.protocolStarttls, t.protocolSmtps, t.protocolLmtp];
  const sizeLabels = [t.size1, t.size75, t.size1m, t.sizeMix];
  const problems = Object.entries(data.problems).map(([field, problem]) => [field, problem[lang]] as const);
  return {
    t,
    typed: data.typed,
    trouble: data.trouble,
    problem: Object.fromEntries(problems) as Readonly<Partial<Record<RunField, string>>>,
    problems: problems.map(([field, problem]) => ({ field, problem })),
    protocols: PROTOCOLS.map((value, index) => ({
      value,
      label: protocolLabels[index],
      isChosen: value === data.typed.protocol,
    })),
    sizes: SIZES.map((value, index) => ({
      value,
      label: sizeLabels[index],
      isChosen: value === data.typed.size,
    })),
    options: data.catalogue.providers.map((provider) => ({
      value: provider.id,
      label: `${provider.name[lang]} (${DEPLOYMENT_TEXTS[provider.deployment][lang]})`,
      isChosen: provider.id === data.typed.option,
    })),
    safety: [t.safety1, t.safety2, t.safety3, t.safety4],
    runs: runRows(data.runs, data.catalogue, lang),
    list: inLanguage(RUN_LIST_TEXTS, lang),
  };
}

export function runListModel(runs: readonly StoredRun[], catalogue: Catalogue, lang: Lang) {
  const list = inLanguage(RUN_LIST_TEXTS, lang);
  return { t: list, list, runs: runRows(runs, catalogue, lang) };
}

function runRows(runs: readonly StoredRun[], catalogue: Catalogue, lang: Lang) {
  return runs.map((run) => {
    const result = resultOf(run);
    return {
      ...identity(run, catalogue, lang),
      rate:
        result === null || result.durationSec === 0
          ? '—'
          : formatPerSec(result.messages.accepted / result.durationSec, lang),
      p99: result === null ? '—' : formatMs(result.phases.finalDot.p99Us, lang),
    };
  });
}

function identity(run: StoredRun, catalogue: Catalogue, lang: Lang) {
  const option = catalogue.providers.find((provider) => provider.id === run.providerId);
  return {
    id: run.id,
    href: `/runs/${run.id}`,
    target: run.target,
    option: option === undefined ? null : { name: option.name[lang], href: `/options/${option.id}#measured` },
    started: formatMoment(run.startedAt, lang),
    startedIso: run.startedAt,
    status: RUN_STATUS_TEXTS[run.status][lang],
    isRunning: run.status === 'running',
    isFinished: run.status === 'finished',
  };
}

export interface RunData {
  readonly run: StoredRun;
  readonly events: readonly StoredRunEvent[];
  readonly catalogue: Catalogue;
}

export function runModel({ run, events, catalogue }: RunData, lang: Lang) {
  const result = resultOf(run);
  const t = inLanguage(RUN_TEXTS, lang);
  const failure = run.status === 'interrupted' ? RUN_TEXTS.interrupted : failureText(run.failure);
  return {
    t,
    ...identity(run, catalogue, lang),
    planText: planText(run.plan)[lang],
    againHref: `/benchmark?again=${run.id}`,
    stopHref: `/runs/${run.id}/stop`,
    eventsHref: `/runs/${run.id}/events`,
    downloadHref: `/runs/${run.id}.json`,
    failure: failure?.[lang] ?? null,
    lastEventId: events.at(-1)?.id ?? 0,
    live: run.status === 'running' ? liveFigures(events, lang) : null,
    result: result === null ? null : runResultModel(result, lang),
  };
}

const NOTHING_YET: Pick<
  RunProgress,
  | 'atSec'
  | 'accepted'
  | 'rejected'
  | 'failed'
  | 'ratePerSec'
  | 'openConnections'
  | 'finalDotP50Us'
  | 'finalDotP99Us'
> = {
  atSec: 0,
  accepted: 0,
  rejected: 0,
  failed: 0,
  ratePerSec: 0,
  openConnections: 0,
  finalDotP50Us: 0,
  finalDotP99Us: 0,
};

/** The latest state of a running run, for a first picture and for browsers without scripts. */
function liveFigures(events: readonly StoredRunEvent[], lang: Lang) {
  const progress = events.flatMap(({ event }) =>
    event['kind'] === 'progress' ? [event as unknown as RunProgress] : [],
  );
  const last = progress.at(-1) ?? NOTHING_YET;
  return {
    points: progress.map(({ atSec, ratePerSec, finalDotP99Us }) => [atSec, ratePerSec, finalDotP99Us]),
    elapsed: `${formatNumber(last.atSec, lang, 0)} s`,
    accepted: formatNumber(last.accepted, lang, 0),
    rejected: formatNumber(last.rejected, lang, 0),
    failed: formatNumber(last.failed, lang, 0),
    rate: formatPerSec(last.ratePerSec, lang),
    connections: formatNumber(last.openConnections, lang, 0),
    p50: formatMs(last.finalDotP50Us, lang),
    p99: formatMs(last.finalDotP99Us, lang),
  };
}
