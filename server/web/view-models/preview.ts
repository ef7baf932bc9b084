// What remains of the catalogue after the answers so far, which answer excluded which option, and the size so far.

import type { Spread } from '../../core/sizing/distribution.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { Questionnaire } from '../../data/schema/questions.generated.ts';
import type { AnswerPreview, Exclusion } from '../../usecases/answer-preview.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import {
  effectText,
  excludedCount,
  PREVIEW_TEXTS,
  remainingText,
  SIZE_UNITS,
  spreadText,
} from '../texts/preview-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { answerText } from './answer-text.ts';
import { formatNumber } from './format.ts';

interface PreviewData {
  readonly questionnaire: Questionnaire;
  readonly evaluation: Evaluation;
  readonly preview: AnswerPreview;
}

export type PreviewModel = ReturnType<typeof previewModel>;

export function previewModel({ questionnaire, evaluation, preview }: PreviewData, lang: Lang) {
  const { counts } = preview;
  return {
    t: inLanguage(PREVIEW_TEXTS, lang),
    text: remainingText(counts)[lang],
    counts: {
      eligible: counts.eligible,
      conditional: counts.conditional,
      excluded: counts.all - counts.eligible - counts.conditional,
    },
    bar: {
      eligible: widthOf(counts.eligible, counts.all),
      conditional: widthOf(counts.eligible + counts.conditional, counts.all),
    },
    exclusions: preview.exclusions.map((exclusion) => {
      const question = questionnaire.questions.find(({ id }) => id === exclusion.question);
      const answer =
        question === undefined ? null : answerText(question, evaluation.answers[question.id], lang);
      return {
        question: exclusion.question,
        href:
          question === undefined
            ? null
            : `/evaluations/${evaluation.id}/questions/${question.section}#${question.id}`,
        label: answer ?? PREVIEW_TEXTS.always[lang],
        requirements: exclusion.requirements.map((requirement) => requirement[lang]).join(' / '),
        count: excludedCount(exclusion.options.length)[lang],
        effect: effectOf(exclusion)[lang],
        options: exclusion.options.map(({ id, name }) => ({ href: `/options/${id}`, name: name[lang] })),
      };
    }),
    sizing: sizingFigures(preview, lang),
    isHeadcountKnown: preview.isHeadcountKnown,
  };
}

function effectOf(exclusion: Exclusion): LocalizedText {
  return effectText(exclusion.options.length, exclusion.alone);
}

const BAR_WIDTH = 100;

function widthOf(count: number, all: number): number {
  return all === 0 ? 0 : Math.round((BAR_WIDTH * count * 10) / all) / 10;
}

/** Decimal gigabytes, as vendors count. */
const GB_PER_GIB = 1024 ** 3 / 1e9;
const SECONDS_PER_MINUTE = 60;
const GB_PER_TB = 1_000;

function sizingFigures({ sizing }: AnswerPreview, lang: Lang) {
  const figures: readonly (readonly [LocalizedText, Spread | undefined, number, LocalizedText])[] = [
    [PREVIEW_TEXTS.mailbox, sizing.mailboxGiBPerUser, GB_PER_GIB, SIZE_UNITS.gb],
    [PREVIEW_TEXTS.storage, sizing.usableGiB, GB_PER_GIB, SIZE_UNITS.gb],
    [PREVIEW_TEXTS.peak, sizing.smtpInPeakPerSec, SECONDS_PER_MINUTE, SIZE_UNITS.perMinute],
    [PREVIEW_TEXTS.connections, sizing.imapConcurrent, 1, SIZE_UNITS.connections],
  ];
  return figures.flatMap(([label, spread, factor, unit]) => {
    if (spread === undefined) return [];
    return [{ label: label[lang], ...shownSpread(spread, { factor, unit }, lang) }];
  });
}

function shownSpread(
  spread: Spread,
  { factor, unit }: { readonly factor: number; readonly unit: LocalizedText },
  lang: Lang,
) {
  const isLarge = unit === SIZE_UNITS.gb && spread.p50 * factor >= GB_PER_TB;
  const shownUnit = isLarge ? SIZE_UNITS.tb : unit;
  const shown = (value: number): string => roughly((value * factor) / (isLarge ? GB_PER_TB : 1), lang);
  return {
    value: `${shown(spread.p50)}${shownUnit[lang]}`,
    spread: spreadText(shown(spread.p10), shown(spread.p90), shownUnit)[lang],
  };
}

/** Two significant digits: more would claim what an estimate does not know. */
function roughly(value: number, lang: Lang): string {
  return formatNumber(Number(value.toPrecision(2)), lang, 2);
}
