// What the pages on documents show: the order form, what was ordered, and how far one order is.

import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import { LANGS } from '../../core/text/localized.ts';
import { ERROR_CATALOGUE, MailfitError } from '../../errors.ts';
import { REPORT_FORMATS } from '../../usecases/build-report.ts';
import { EXPORT_STEPS } from '../../usecases/export-board.ts';
import type { ExportJob } from '../../usecases/export-board.ts';
import type { WantedDocument } from '../../usecases/make-document.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { VersionRecord } from '../../usecases/version-store.ts';
import { aheadText, EXPORT_TEXTS, STEP_TEXTS, versionLabel } from '../texts/record-texts.ts';
import { REPORT_FORMAT_TEXTS } from '../texts/result-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { recordFrame } from './record.ts';

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { en: 'English', ja: '日本語' };

export interface ExportsData {
  readonly evaluation: Evaluation;
  readonly versions: readonly VersionRecord[];
  readonly jobs: readonly ExportJob<WantedDocument>[];
  readonly canSend: boolean;
  /** What was typed, when it has to be corrected. */
  readonly typed: {
    readonly format: string;
    readonly lang: string;
    readonly version: string;
    readonly to: string;
  };
  readonly problem: LocalizedText | null;
}

export function exportsModel(data: ExportsData, lang: Lang) {
  const { typed } = data;
  const option = (value: string, label: string, chosen: string) => ({
    value,
    label,
    isChosen: value === chosen,
  });
  return {
    t: inLanguage(EXPORT_TEXTS, lang),
    frame: recordFrame(data.evaluation, 'exports', lang),
    action: `/evaluations/${data.evaluation.id}/exports`,
    formats: REPORT_FORMATS.map((format) =>
      option(format, REPORT_FORMAT_TEXTS[format]?.[lang] ?? format, typed.format),
    ),
    languages: [lang, ...LANGS.filter((other) => other !== lang)].map((other) =>
      option(other, LANGUAGE_NAMES[other], typed.lang),
    ),
    versions: data.versions
      .toReversed()
      .map(({ number }) => option(String(number), versionLabel(number)[lang], typed.version)),
    to: typed.to,
    canSend: data.canSend,
    problem: data.problem?.[lang] ?? null,
    jobs: data.jobs.map((job) => ({
      href: `/evaluations/${data.evaluation.id}/exports/${job.id}`,
      name: documentName(job, lang),
      state: stateText(job, lang),
    })),
  };
}

function documentName({ wanted }: ExportJob<WantedDocument>, lang: Lang): string {
  const version =
    wanted.version === null ? EXPORT_TEXTS.versionNow[lang] : versionLabel(wanted.version)[lang];
  const format = REPORT_FORMAT_TEXTS[wanted.format]?.[lang] ?? wanted.format;
  return [EXPORT_TEXTS[wanted.document][lang], format, LANGUAGE_NAMES[wanted.lang], version].join(' · ');
}

/** One order: what it is, how far it is, and what can be done now. */
export function exportModel(evaluation: Evaluation, job: ExportJob<WantedDocument>, lang: Lang) {
  const { status } = job;
  const href = `/evaluations/${evaluation.id}/exports/${job.id}`;
  const isOver = status.kind !== 'waiting' && status.kind !== 'making';
  const file = status.kind === 'ready' || status.kind === 'failed' ? status.file : null;
  return {
    t: inLanguage(EXPORT_TEXTS, lang),
    frame: recordFrame(evaluation, 'exports', lang),
    name: documentName(job, lang),
    heading: headingOf(job, lang),
    text: stateText(job, lang),
    reasons: status.kind === 'failed' ? reasonsOf(status.error, lang) : [],
    isOver,
    isFailure: status.kind === 'failed',
    progress: progressOf(job),
    fileHref: file === null ? null : `${href}/file`,
    cancelHref: `${href}/cancel`,
    statusHref: `${href}/status`,
    sent: status.kind === 'ready' ? status.sent : null,
    wanted: job.wanted,
  };
}

/** 0…1: the share of steps that are behind. */
function progressOf({ status, isToBeSent }: ExportJob<WantedDocument>): number {
  if (status.kind === 'waiting') return 0;
  if (status.kind !== 'making') return 1;
  const steps = EXPORT_STEPS.filter((step) => step !== 'sending' || isToBeSent);
  return (steps.indexOf(status.step) + 1) / (steps.length + 1);
}

function headingOf({ status }: ExportJob<WantedDocument>, lang: Lang): string {
  switch (status.kind) {
    case 'waiting':
      return EXPORT_TEXTS.waiting[lang];
    case 'making':
      return EXPORT_TEXTS.making[lang];
    case 'ready':
      return EXPORT_TEXTS.ready[lang];
    case 'cancelled':
      return EXPORT_TEXTS.cancelled[lang];
    case 'failed':
      return status.file === null ? EXPORT_TEXTS.failed[lang] : EXPORT_TEXTS.notSent[lang];
  }
}

export function stateText(job: ExportJob<WantedDocument>, lang: Lang): string {
  const { status } = job;
  if (status.kind === 'waiting') return aheadText(status.ahead)[lang];
  if (status.kind === 'making') return STEP_TEXTS[status.step][lang];
  return status.kind === 'failed' && status.file !== null
    ? EXPORT_TEXTS.notSentHint[lang]
    : headingOf(job, lang);
}

// Expected failures say what to do; anything else is for the operator's log.
export function reasonsOf(error: unknown, lang: Lang): readonly string[] {
  if (!(error instanceof MailfitError)) return [EXPORT_TEXTS.internalFault[lang]];
  const entry = ERROR_CATALOGUE[error.code];
  return [...error.details, entry.hint[lang]];
}
