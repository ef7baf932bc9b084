// What a plan will send, in words and figures, before it starts.

import type { ControlState, PlanPreview } from '../../../../benchmarks/index.ts';
import type { Lang } from '../../../core/text/localized.ts';
import type { RunRequest } from '../../../usecases/run-board.ts';
import { CONTROL_TEXTS, PLAN_PREVIEW_TEXTS } from '../../texts/plan-preview-texts.ts';
import { RUN_KIND_TEXTS } from '../../texts/run-labels.ts';
import { inLanguage } from '../../texts/text-table.ts';
import { formatNumber } from '../format.ts';
import { planText } from '../../../reports/plan-words.ts';
import { serverOf } from '../run-rows.ts';
import type { RunNames } from '../run-rows.ts';
import { formatPerSec } from '../run-words.ts';

export interface PreviewData extends RunNames {
  /** One, or for a comparison the runs in turns. */
  readonly requests: readonly RunRequest[];
  readonly preview: PlanPreview;
  readonly control: ControlState;
  readonly isBusy: boolean;
  /** What the form sends again, to start or to change the plan. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly changeHref: string | null;
}

const BYTE_STEPS = [
  ['GiB', 1024 ** 3],
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
] as const;

export function planPreviewModel(data: PreviewData, lang: Lang) {
  const first: Pick<RunRequest, 'plan' | 'kind'> = data.requests[0] ?? { plan: {} };
  const kind = first.kind ?? 'run';
  const { plan } = first;
  return {
    t: inLanguage(PLAN_PREVIEW_TEXTS, lang),
    servers: [...new Set(data.requests.map((request) => serverName(request, data, lang)))],
    kind: RUN_KIND_TEXTS[kind][lang],
    planText: planText(plan)[lang],
    ...standsFor(data, lang),
    control: CONTROL_TEXTS[data.control.kind][lang],
    isAllowed: data.control.kind === 'thisMachine' || data.control.kind === 'proven',
    amounts: amountRows(data, lang),
    isSearch: kind === 'capacity',
    mail: sendsMail(plan, kind) ? mailOf(data.preview, lang) : null,
    criteria: criteriaOf(plan),
    planJson: JSON.stringify(plan, null, 2),
    isBusy: data.isBusy,
    fields: data.fields.map(([name, value]) => ({ name, value })),
    changeHref: data.changeHref,
  };
}

function standsFor({ requests, catalogue }: PreviewData, lang: Lang) {
  const [first] = requests;
  const option = catalogue.providers.find(({ id }) => id === first?.providerId);
  const candidateId = first?.candidateId ?? null;
  return {
    option: option?.name[lang] ?? null,
    company: first?.company?.title ?? null,
    controlHref: candidateId === null ? null : `/candidates/${candidateId}/control`,
  };
}

function serverName(request: RunRequest, data: PreviewData, lang: Lang): string {
  const run = { candidateId: request.candidateId ?? null, target: String(request.plan['target']) };
  const { server, target } = serverOf(run, data, lang);
  return target === null || target === server ? server : `${server} (${target})`;
}

function sendsMail(plan: RunRequest['plan'], kind: string): boolean {
  const load = (plan['load'] ?? {}) as { readonly probeRatePerSec?: number };
  return kind !== 'connections' || (load.probeRatePerSec ?? 0) > 0;
}

function criteriaOf(plan: RunRequest['plan']): readonly string[] {
  const criteria = plan['thresholds'] ?? plan['objective'] ?? [];
  return Array.isArray(criteria) ? criteria.map(String) : [];
}

type Amount = readonly [label: string, planned: string, ceiling: string];

function amountRows({ preview, requests }: PreviewData, lang: Lang): readonly Amount[] {
  const t = inLanguage(PLAN_PREVIEW_TEXTS, lang);
  const { ceilings } = preview;
  const count = (value: number): string => formatNumber(value, lang, 0);
  const rate =
    preview.peakRatePerSec === null ? t.openEnded : `≤ ${formatPerSec(preview.peakRatePerSec, lang)}`;
  const rows: Amount[] = [
    [t.rate, rate, count(ceilings.maxRatePerSec)],
    [t.connections, `≤ ${count(preview.connections)}`, count(ceilings.maxConnections)],
    [
      t.messages,
      preview.messages === null ? t.openEnded : `≈ ${count(preview.messages)}`,
      count(ceilings.maxMessages),
    ],
    [t.duration, durationOf(preview, t.untilDone, lang), formatDuration(ceilings.maxDurationSec, lang)],
    [t.bytes, preview.bytes === null ? '—' : `≈ ${formatBytes(preview.bytes, lang)}`, '—'],
  ];
  return requests.length === 1 ? rows : [[t.runs, count(requests.length), '—'], ...rows];
}

function durationOf(preview: PlanPreview, untilDone: string, lang: Lang): string {
  return preview.durationSec === null ? untilDone : formatDuration(preview.durationSec, lang);
}

export function formatDuration(lengthSec: number, lang: Lang): string {
  const whole = Math.round(lengthSec);
  const words = lang === 'ja' ? ['時間', '分', '秒'] : [' h', ' min', ' s'];
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts.flatMap((value, index) => (value === 0 ? [] : [`${value}${words[index]}`]));
  // Beside hours, seconds say nothing.
  const kept = (parts[0] ?? 0) > 0 ? shown.slice(0, 2) : shown;
  return kept.length === 0 ? `0${words[2]}` : kept.join(lang === 'ja' ? '' : ' ');
}

export function formatBytes(sizeBytes: number, lang: Lang): string {
  const step = BYTE_STEPS.find(([, bytes]) => sizeBytes >= bytes);
  if (step === undefined) return `${formatNumber(sizeBytes, lang, 0)} B`;
  const value = sizeBytes / step[1];
  return `${formatNumber(value, lang, value < 10 ? 1 : 0)} ${step[0]}`;
}

function mailOf(preview: PlanPreview, lang: Lang) {
  const [first] = preview.envelopes;
  return {
    envelope:
      first === undefined ? [] : [`MAIL FROM:<${first.from}>`, ...first.to.map((to) => `RCPT TO:<${to}>`)],
    sizes: `${formatBytes(preview.meanSizeBytes, lang)} / ${formatBytes(preview.largestSizeBytes, lang)}`,
    headers: preview.headers.join('\n'),
  };
}
