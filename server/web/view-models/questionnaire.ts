// What the pages of the questionnaire show: one section with its questions, the way through all of them, the review.

import type { Question, Questionnaire } from '../../data/schema/questions.generated.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { AnswerPreview } from '../../usecases/answer-preview.ts';
import type { Evaluation, StoredAnswer } from '../../usecases/stores.ts';
import {
  progressText,
  QUESTIONNAIRE_TEXTS,
  questionPosition,
  sectionPosition,
  usualHint,
} from '../texts/questionnaire-texts.ts';
import { recordFrame } from './record.ts';
import { inLanguage } from '../texts/text-table.ts';
import { UNKNOWN } from './answer-form.ts';
import type { TypedAnswer } from './answer-form.ts';
import { answerText } from './answer-text.ts';
import { formatNumber } from './format.ts';
import { previewModel } from './preview.ts';
import type { PreviewModel } from './preview.ts';

/** The id under which the few deciding questions of all sections are asked together. */
export const QUICK_SECTION = 'quick';
/** The section whose answers give the weights, unless people state them. */
const PRIORITIES_SECTION = 'priorities';

export interface SectionState {
  /** What was typed and could not be saved; it is shown again instead of the saved answer. */
  readonly typed: Readonly<Record<string, TypedAnswer>>;
  readonly problems: Readonly<Record<string, LocalizedText>>;
  readonly conflicts: readonly string[];
}

export const UNTOUCHED: SectionState = { typed: {}, problems: {}, conflicts: [] };

export interface SectionData {
  readonly questionnaire: Questionnaire;
  readonly evaluation: Evaluation;
  readonly sectionId: string;
  readonly state: SectionState;
  /** What the answers so far lead to. */
  readonly preview: AnswerPreview;
  /** Address of the server as the visitor's browser knows it. */
  readonly origin: string;
}

export function questionsOf(questionnaire: Questionnaire, sectionId: string): readonly Question[] {
  return questionnaire.questions.filter((question) =>
    sectionId === QUICK_SECTION ? question.quick === true : question.section === sectionId,
  );
}

export function sectionModel(data: SectionData, lang: Lang) {
  const { questionnaire, evaluation, sectionId, state } = data;
  const t = inLanguage(QUESTIONNAIRE_TEXTS, lang);
  const questions = questionsOf(questionnaire, sectionId);
  const position = questionnaire.sections.findIndex((section) => section.id === sectionId);
  const section = questionnaire.sections[position];
  const hrefs = sectionHrefs(evaluation.id);
  const preview = previewModel(data, lang);
  return {
    t,
    title: section?.label[lang] ?? t.quickTitle,
    position:
      section === undefined ? null : sectionPosition(position + 1, questionnaire.sections.length)[lang],
    evaluationTitle: evaluation.title,
    evaluationId: evaluation.id,
    preview,
    version: evaluation.version,
    action: hrefs.section(sectionId),
    saveHref: `${hrefs.evaluation}/answers`,
    resultHref: hrefs.result,
    overviewHref: hrefs.evaluation,
    resumeHref: data.origin + hrefs.evaluation,
    backHref: previousHref(questionnaire, position, hrefs),
    isLast: section === undefined || position === questionnaire.sections.length - 1,
    sections: progressOf(questionnaire, evaluation, { sectionId, lang }),
    sectionProgress: sectionProgress(questions, evaluation, lang),
    isPriorities: sectionId === PRIORITIES_SECTION,
    weightsHref: `${hrefs.evaluation}/weights`,
    ...notices(questions, state, lang),
    questions: questions.map((question, index) => ({
      ...questionModel(question, data, lang),
      position: questionPosition(index + 1, questions.length)[lang],
      effect: effectOn(question.id, preview),
    })),
  };
}

function notices(questions: readonly Question[], state: SectionState, lang: Lang) {
  return {
    problems: questions.flatMap((question) => {
      const problem = state.problems[question.id];
      return problem === undefined
        ? []
        : [{ id: question.id, label: question.text[lang], problem: problem[lang] }];
    }),
    conflicts: questions
      .filter((question) => state.conflicts.includes(question.id))
      .map((question) => question.text[lang]),
  };
}

function effectOn(questionId: string, preview: PreviewModel): string | null {
  return preview.exclusions.find(({ question }) => question === questionId)?.effect ?? null;
}

const BAR_WIDTH = 100;

function sectionProgress(questions: readonly Question[], evaluation: Evaluation, lang: Lang) {
  const done = questions.filter((question) => Object.hasOwn(evaluation.answers, question.id)).length;
  return {
    text: progressText(done, questions.length)[lang],
    width: Math.round((BAR_WIDTH * done) / questions.length),
  };
}

function sectionHrefs(evaluationId: string) {
  const evaluation = `/evaluations/${evaluationId}`;
  return {
    evaluation,
    result: `${evaluation}/result`,
    section: (sectionId: string) => `${evaluation}/questions/${sectionId}`,
  };
}

function previousHref(
  questionnaire: Questionnaire,
  position: number,
  hrefs: ReturnType<typeof sectionHrefs>,
): string {
  const previous = questionnaire.sections[position - 1];
  return previous === undefined ? hrefs.evaluation : hrefs.section(previous.id);
}

/** Every section with how far it is; also what the overview shows. */
export function progressOf(
  questionnaire: Questionnaire,
  evaluation: Evaluation,
  shown: { readonly sectionId: string | null; readonly lang: Lang },
) {
  const hrefs = sectionHrefs(evaluation.id);
  return questionnaire.sections.map((section) => {
    const questions = questionsOf(questionnaire, section.id);
    const done = questions.filter((question) => Object.hasOwn(evaluation.answers, question.id)).length;
    return {
      id: section.id,
      label: section.label[shown.lang],
      href: hrefs.section(section.id),
      progress: progressText(done, questions.length)[shown.lang],
      short: `${done}/${questions.length}`,
      isDone: done === questions.length,
      isCurrent: section.id === shown.sectionId,
    };
  });
}

/** The section to go on with: the first with an open question, else null. */
export function nextOpenSection(questionnaire: Questionnaire, evaluation: Evaluation): string | null {
  return (
    progressOf(questionnaire, evaluation, { sectionId: null, lang: 'en' }).find((section) => !section.isDone)
      ?.id ?? null
  );
}

function questionModel(question: Question, data: SectionData, lang: Lang) {
  const saved = data.evaluation.answers[question.id];
  const typed = data.state.typed[question.id] ?? typedFrom(saved);
  const rule = question.number;
  return {
    id: question.id,
    kind: question.kind,
    text: question.text[lang],
    why: question.why[lang],
    guideHref: `/guide#${question.guide}`,
    isAnswered: saved !== undefined && saved !== null,
    help: question.help?.[lang] ?? null,
    problem: data.state.problems[question.id]?.[lang] ?? null,
    number: rule === undefined ? null : numberField(rule, typed, lang),
    isUnknown: rule === undefined ? typed.values.includes(UNKNOWN) : typed.isUnknownTicked,
    hasShortOptions: hasShortOptions(question, lang),
    options: (question.options ?? []).map((option) => ({
      id: option.id,
      label: option.label[lang],
      isChosen: typed.values.includes(option.id),
      isExclusive: option.exclusive === true,
    })),
  };
}

function numberField(rule: NonNullable<Question['number']>, typed: TypedAnswer, lang: Lang) {
  const text = typed.values[0] ?? '';
  return {
    value: text === UNKNOWN ? '' : text,
    unit: rule.unit[lang],
    usual:
      rule.usual === undefined
        ? null
        : {
            low: rule.usual.low,
            high: rule.usual.high,
            hint: usualHint(
              formatNumber(rule.usual.low, lang, 3),
              formatNumber(rule.usual.high, lang, 3),
              rule.unit,
            )[lang],
          },
    inputMode: rule.integer === true ? 'numeric' : 'decimal',
  };
}

const SHORT_LABEL_CHARACTERS: Readonly<Record<Lang, number>> = { en: 24, ja: 12 };

function hasShortOptions(question: Question, lang: Lang): boolean {
  return (question.options ?? []).every(
    (option) => option.label[lang].length <= SHORT_LABEL_CHARACTERS[lang],
  );
}

function typedFrom(saved: StoredAnswer | undefined): TypedAnswer {
  if (saved === undefined || saved === null) return { values: [], isUnknownTicked: false };
  if (typeof saved === 'number') return { values: [String(saved)], isUnknownTicked: false };
  if (typeof saved === 'string') return { values: [saved], isUnknownTicked: saved === UNKNOWN };
  return { values: Array.isArray(saved) ? (saved as readonly string[]) : [], isUnknownTicked: false };
}

export function overviewModel(data: Omit<SectionData, 'sectionId' | 'state' | 'preview'>, lang: Lang) {
  const { questionnaire, evaluation } = data;
  const hrefs = sectionHrefs(evaluation.id);
  const t = inLanguage(QUESTIONNAIRE_TEXTS, lang);
  const next = nextOpenSection(questionnaire, evaluation);
  return {
    t,
    title: evaluation.title,
    resultHref: hrefs.result,
    renameHref: `${hrefs.evaluation}/name`,
    copyHref: `${hrefs.evaluation}/copy`,
    deleteHref: `${hrefs.evaluation}/delete`,
    weightsHref: `${hrefs.evaluation}/weights`,
    resumeHref: data.origin + hrefs.evaluation,
    records: recordFrame(evaluation, 'exports', lang).pages,
    nextHref: next === null ? null : hrefs.section(next),
    sections: progressOf(questionnaire, evaluation, { sectionId: null, lang }).map((section) => ({
      ...section,
      answers: questionsOf(questionnaire, section.id).map((question) => ({
        href: `${section.href}#${question.id}`,
        question: question.text[lang],
        answer: answerText(question, evaluation.answers[question.id], lang),
      })),
    })),
  };
}
