// Runs as rows of a table, for the overview, the history and the page of a candidate.

import type { Catalogue } from '../../core/catalogue/provider.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { Candidate } from '../../usecases/candidate-store.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { RUN_LIST_TEXTS } from '../texts/benchmark-texts.ts';
import {
  CAPACITY_VERDICT_TEXTS,
  RUN_KIND_TEXTS,
  RUN_STATUS_TEXTS,
  VERDICT_TEXTS,
} from '../texts/run-labels.ts';
import { formatMoment, formatNumber } from './format.ts';
import { capacityOf, formatMs, formatPerSec, resultOf } from './run-words.ts';

/** What rows need to name servers and options. */
export interface RunNames {
  readonly catalogue: Catalogue;
  readonly candidates: readonly Candidate[];
}

export type Tone = 'good' | 'caution' | 'bad' | 'key' | 'plain';

export function runRows(runs: readonly StoredRun[], names: RunNames, lang: Lang) {
  return runs.map((run) => ({ ...runIdentity(run, names, lang), ...figuresOf(run, lang) }));
}

export function runIdentity(run: StoredRun, names: RunNames, lang: Lang) {
  const option = names.catalogue.providers.find((provider) => provider.id === run.providerId);
  return {
    id: run.id,
    href: `/runs/${run.id}`,
    ...serverOf(run, names, lang),
    kind: RUN_KIND_TEXTS[run.kind][lang],
    option: option === undefined ? null : { name: option.name[lang], href: `/options/${option.id}#measured` },
    started: formatMoment(run.startedAt, lang),
    startedIso: run.startedAt,
    ...statusOf(run, lang),
  };
}

/** The candidate's name where it still exists, and the address that was loaded. */
export function serverOf(
  run: Pick<StoredRun, 'candidateId' | 'target'>,
  { candidates }: Pick<RunNames, 'candidates'>,
  lang: Lang,
) {
  const candidate = candidates.find(({ id }) => id === run.candidateId);
  const isBuiltin = run.target === 'builtin';
  return {
    server: candidate?.name ?? (isBuiltin ? RUN_LIST_TEXTS.builtin[lang] : run.target),
    target: isBuiltin ? null : run.target,
    candidateHref: candidate === undefined ? null : `/candidates/${candidate.id}`,
  };
}

export function statusOf(run: StoredRun, lang: Lang): { readonly status: string; readonly tone: Tone } {
  const capacity = capacityOf(run);
  if (capacity !== null) {
    const isFound = capacity.verdict === 'found' || capacity.verdict === 'ceilingReached';
    return {
      status: CAPACITY_VERDICT_TEXTS[capacity.verdict].title[lang],
      tone: isFound ? 'good' : 'caution',
    };
  }
  const result = resultOf(run);
  if (result === null) return { status: RUN_STATUS_TEXTS[run.status][lang], tone: toneOf(run) };
  if (result.verdict === 'valid' && result.thresholds.some(({ passed }) => !passed)) {
    return { status: RUN_LIST_STATUS.missed[lang], tone: 'bad' };
  }
  const title = VERDICT_TEXTS[result.verdict]?.title[lang] ?? result.verdict;
  return { status: title, tone: result.verdict === 'valid' ? 'good' : 'caution' };
}

const RUN_LIST_STATUS = { missed: { en: 'Criteria missed', ja: '条件未達' } } as const;

function toneOf({ status }: StoredRun): Tone {
  if (status === 'running') return 'key';
  return status === 'failed' || status === 'refused' || status === 'interrupted' ? 'bad' : 'plain';
}

function figuresOf(run: StoredRun, lang: Lang): { readonly rate: string; readonly p99: string } {
  const capacity = capacityOf(run);
  if (capacity !== null) {
    const { lowerRatePerSec } = capacity;
    return { rate: lowerRatePerSec === null ? '—' : `≥ ${formatPerSec(lowerRatePerSec, lang)}`, p99: '—' };
  }
  const result = resultOf(run);
  if (result === null) return { rate: '—', p99: '—' };
  if (result.hold !== undefined) {
    const { admitted, requested } = result.hold;
    return { rate: `${formatNumber(admitted, lang, 0)} / ${formatNumber(requested, lang, 0)}`, p99: '—' };
  }
  return {
    rate: formatPerSec(result.achievedRatePerSec, lang),
    p99: result.phases.finalDot.count === 0 ? '—' : formatMs(result.phases.finalDot.p99Us, lang),
  };
}
