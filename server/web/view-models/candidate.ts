// The page of a candidate: how it is reached, its history, how its figures moved, and whether they moved for good.

import { createRng, findChangePoints } from '../../../benchmarks/index.ts';
import type { ControlState, RunResult } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { Candidate } from '../../usecases/candidate-store.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { RUN_LIST_TEXTS } from '../texts/benchmark-texts.ts';
import { CANDIDATE_FORM_TEXTS, CANDIDATE_TEXTS, CONTROL_PAGE_TEXTS } from '../texts/candidate-texts.ts';
import { CONTROL_TEXTS } from '../texts/plan-preview-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatMoment, formatNumber } from './format.ts';
import { planText } from '../../reports/plan-words.ts';
import { runRows } from './run-rows.ts';
import type { RunNames } from './run-rows.ts';
import { resultOf } from './run-words.ts';
import { timeChart } from './time-chart.ts';

export interface CandidateData extends RunNames {
  readonly candidate: Candidate;
  /** Latest first. */
  readonly runs: readonly StoredRun[];
  /** Null where nobody asked yet. */
  readonly control: ControlState | null;
}

const TRENDS_SHOWN = 3;
const US_PER_MS = 1_000;

export function candidateModel(data: CandidateData, lang: Lang) {
  const t = inLanguage(CANDIDATE_TEXTS, lang);
  const { candidate } = data;
  const option = data.catalogue.providers.find(({ id }) => id === candidate.providerId);
  return {
    t,
    list: inLanguage(RUN_LIST_TEXTS, lang),
    name: candidate.name,
    id: candidate.id,
    endpoint: candidate.endpoint,
    encryption: encryptionOf(candidate, lang),
    signIn: signInOf(candidate, lang),
    option: option === undefined ? null : { name: option.name[lang], href: `/options/${option.id}#measured` },
    notes: candidate.notes,
    control: data.control === null ? t.controlUnknown : CONTROL_TEXTS[data.control.kind][lang],
    isControlled: data.control?.kind === 'thisMachine' || data.control?.kind === 'proven',
    controlHref: `/candidates/${candidate.id}/control`,
    planHref: `/benchmark/new?candidate=${candidate.id}`,
    editHref: `/candidates/${candidate.id}/edit`,
    runs: runRows(data.runs, data, lang),
    isSelectable: data.runs.length > 1,
    trends: trendsOf(data.runs, lang),
  };
}

function encryptionOf(candidate: Candidate, lang: Lang): string {
  const key = ({ none: 'tlsNone', starttls: 'tlsStarttls', implicit: 'tlsImplicit' } as const)[candidate.tls];
  const label = CANDIDATE_FORM_TEXTS[key][lang];
  return candidate.tlsVerify ? label : `${label} (${CANDIDATE_TEXTS.unverified[lang]})`;
}

function signInOf({ auth, hasSecret }: Candidate, lang: Lang): string {
  if (auth === null) return CANDIDATE_TEXTS.signInNone[lang];
  const state = hasSecret ? CANDIDATE_TEXTS.secretKept : CANDIDATE_TEXTS.secretMissing;
  return `${auth.mechanism} · ${auth.user} · ${state[lang]}`;
}

interface ValidRun {
  readonly run: StoredRun;
  readonly result: RunResult;
}

// Only runs with the same plan can be laid on one line; a seed changes the messages, not the load.
function planKey({ plan }: StoredRun): string {
  const { seed: _seed, ...rest } = plan;
  return JSON.stringify(rest);
}

function trendsOf(runs: readonly StoredRun[], lang: Lang) {
  const valid = runs
    .flatMap((run): ValidRun[] => {
      const result = resultOf(run);
      return result?.verdict === 'valid' && run.kind === 'run' ? [{ run, result }] : [];
    })
    .toReversed();
  return [...Map.groupBy(valid, ({ run }) => planKey(run)).values()]
    .filter((group) => group.length > 1)
    .slice(-TRENDS_SHOWN)
    .toReversed()
    .map((group) => trendOf(group, lang));
}

function trendOf(group: readonly ValidRun[], lang: Lang) {
  const rates = group.map(({ result }) => result.achievedRatePerSec);
  const p99s = group.map(({ result }) => result.phases.finalDot.p99Us / US_PER_MS);
  return {
    plan: planText(group[0]?.run.plan ?? {})[lang],
    charts: [
      trendChart(group, { caption: CANDIDATE_TEXTS.trendRate[lang], values: rates }, lang),
      trendChart(group, { caption: CANDIDATE_TEXTS.trendP99[lang], values: p99s }, lang),
    ].filter((chart) => chart !== null),
    changes: [
      ...changesIn(group, rates, CANDIDATE_TEXTS.trendRate[lang], lang),
      ...changesIn(group, p99s, CANDIDATE_TEXTS.trendP99[lang], lang),
    ],
  };
}

interface TrendLine {
  readonly caption: string;
  readonly values: readonly number[];
}

function trendChart(group: readonly ValidRun[], { caption, values }: TrendLine, lang: Lang) {
  const day = (index: number): string => formatMoment(group[index]?.run.startedAt ?? '', lang);
  return timeChart(
    {
      caption,
      xs: values.map((_, index) => index),
      series: [{ label: caption, values }],
      xLabel: day,
      hasDots: true,
      // Between the last run of the old level and the first of the new one.
      marks: changePoints(values).map(({ index }) => index - 0.5),
    },
    lang,
  );
}

function changePoints(values: readonly number[]) {
  return findChangePoints(values, createRng(1));
}

function changesIn(
  group: readonly ValidRun[],
  values: readonly number[],
  label: string,
  lang: Lang,
): readonly string[] {
  return changePoints(values).map(({ index, before, after }) => {
    const when = formatMoment(group[index]?.run.startedAt ?? '', lang);
    const [from, to] = [before, after].map((value) => formatNumber(value, lang, value < 10 ? 2 : 0));
    const percent = formatNumber(Math.abs(after / before - 1) * 100, lang, 0);
    const isRise = after > before;
    return lang === 'ja'
      ? `${when}から、${label}が${from}から${to}に${isRise ? '上昇' : '低下'}（${percent}%）`
      : `${label} ${isRise ? 'rose' : 'fell'} from ${from} to ${to} (${percent}%) with the run of ${when}`;
  });
}

export function controlModel(candidate: Candidate, control: ControlState, lang: Lang) {
  const t = inLanguage(CONTROL_PAGE_TEXTS, lang);
  return {
    t,
    name: candidate.name,
    endpoint: candidate.endpoint,
    backHref: `/candidates/${candidate.id}`,
    againHref: `/candidates/${candidate.id}/control`,
    state: stateText(control, lang),
    isAllowed: control.kind === 'thisMachine' || control.kind === 'proven',
    reason: 'text' in control ? control.text[lang] : null,
    proof: control.kind === 'notProven' ? control : null,
    how: [t.how1, t.how2, t.how3, t.how4],
  };
}

function stateText(control: ControlState, lang: Lang): string {
  if (control.kind !== 'proven') return CONTROL_PAGE_TEXTS[control.kind][lang];
  return CONTROL_PAGE_TEXTS[control.by === 'dns' ? 'provenDns' : 'provenGreeting'][lang];
}
