// What the tender page shows: the list of requirements, the sheets to hand out, and what came back.

import type { Catalogue } from '../../core/catalogue/provider.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import { LANGS } from '../../core/text/localized.ts';
import type { Problem } from '../../core/text/problem.ts';
import { momentText } from '../../reports/number-words.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { EvaluationState, VendorSheet } from '../../usecases/version-store.ts';
import { TENDER_TEXTS } from '../texts/record-texts.ts';
import { REPORT_FORMAT_TEXTS } from '../texts/result-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { recordFrame } from './record.ts';

/** Formats in which a list of requirements is of use. */
const LIST_FORMATS = ['pdf', 'xlsx', 'md', 'html'] as const;

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { en: 'English', ja: '日本語' };

export interface TenderData {
  readonly evaluation: Evaluation;
  readonly state: EvaluationState;
  readonly catalogue: Catalogue;
  readonly sheets: readonly VendorSheet[];
  readonly knownName: string | null;
  readonly typed: { readonly by: string; readonly reason: string };
  readonly problems: readonly Problem[];
}

export function tenderModel(data: TenderData, lang: Lang) {
  const { evaluation, catalogue, state } = data;
  const base = `/evaluations/${evaluation.id}`;
  const names = new Map<string, LocalizedText>(catalogue.providers.map(({ id, name }) => [id, name]));
  const languages = [lang, ...LANGS.filter((other) => other !== lang)];
  return {
    t: inLanguage(TENDER_TEXTS, lang),
    frame: recordFrame(evaluation, 'tender', lang),
    listAction: `${base}/exports`,
    listFormats: LIST_FORMATS.map((format) => ({
      value: format,
      label: REPORT_FORMAT_TEXTS[format]?.[lang] ?? format,
    })),
    languages: languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
    sheetAction: `${base}/answer-sheet`,
    options: catalogue.providers.map(({ id, name }) => ({ value: id, label: name[lang] })),
    takeAction: `${base}/vendor-answers`,
    isFrozen: state.kind === 'frozen',
    knownName: data.knownName,
    typed: data.typed,
    problems: data.problems.map(({ path, message }) => ({
      place: path === '' ? TENDER_TEXTS.wholeFile[lang] : path,
      text: message[lang],
    })),
    sheets: data.sheets.toReversed().map((sheet) => ({
      option: names.get(sheet.answers.optionId)?.[lang] ?? sheet.answers.optionId,
      vendor: sheet.answers.vendor,
      answeredOn: sheet.answers.answeredOn,
      facts: Object.keys(sheet.answers.facts).length,
      takenBy: sheet.takenBy,
      takenAt: momentText(sheet.takenAt),
      fileName: sheet.fileName,
      removeAction: state.kind === 'frozen' ? null : `${base}/vendor-answers/${sheet.id}/remove`,
    })),
  };
}
