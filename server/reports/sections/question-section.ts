// Section 1: the answers, the requirements with the answer each came from, and the sizing.

import type { AnswerShown, Requirement } from '../../core/scoring/recommendation.ts';
import { cell, numberColumn, orAbsent, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Row } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { requirementCodes } from '../requirement-codes.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { QUESTION_TEXTS as T, SIZING_LINES } from '../texts/question.ts';

export function questionBlocks(context: ReportContext): Block[] {
  return [
    paragraph(context.say(T.lead)),
    ...answersTable(context),
    ...requirementsTable(context),
    ...sizingTable(context),
  ];
}

function answersTable({ recommendation, say }: ReportContext): Block[] {
  const rows = recommendation.answers
    .filter((entry) => entry.state !== 'unanswered')
    .map((entry) =>
      row([say(entry.label), entry.state === 'unknown' ? say(T.answeredUnknown) : say(entry.answer)]),
    );
  const columns = [textColumn(say(T.question), 1.4), textColumn(say(T.answer))];
  const shown = rows.length === 0 ? [] : [table('answers', say(T.answersCaption), columns, rows)];
  return orAbsent(shown, say(T.noAnswers));
}

function requirementsTable(context: ReportContext): Block[] {
  const { recommendation, say } = context;
  const codes = requirementCodes(recommendation);
  const rows = recommendation.requirements.map((requirement) =>
    row([
      codes.get(requirement) ?? '',
      say(requirement.label),
      say(requirement.kind === 'gate' ? T.gate : T.value),
      say(requirement.needText),
      originOf(requirement, context),
    ]),
  );
  const columns = [
    textColumn(say(T.code), 0.25),
    textColumn(say(FRAME_TEXTS.requirement)),
    textColumn(say(T.kind), 0.35),
    textColumn(say(T.need)),
    textColumn(say(T.from), 1.2),
  ];
  const shown = rows.length === 0 ? [] : [table('requirements', say(T.requirementsCaption), columns, rows)];
  return orAbsent(shown, say(T.noRequirements));
}

export function originOf(requirement: Requirement, context: ReportContext): string {
  const { recommendation, say } = context;
  const answers = new Map<string, AnswerShown>(
    recommendation.answers.map((entry) => [entry.question, entry]),
  );
  const names = requirement.from.map((origin) => {
    if (origin.startsWith('sizing.')) return sizingName(origin.slice('sizing.'.length), context);
    const answer = answers.get(origin);
    return answer === undefined ? origin : say(answer.label);
  });
  return names.length === 0 ? say(T.fromProduct) : [...new Set(names)].join(' / ');
}

function sizingName(key: string, { say }: ReportContext): string {
  const label = SIZING_LINES.find(([known]) => known === key)?.[1];
  return `${say(T.fromSizing)}: ${label === undefined ? key : say(label)}`;
}

export function sizingTable({ recommendation, say, words }: ReportContext): Block[] {
  const rows: Row[] = SIZING_LINES.flatMap(([key, label, unit]) => {
    const amount = recommendation.sizing[key];
    return amount === undefined
      ? []
      : [row([say(label), cell(words.significant(amount), amount), say(unit)])];
  });
  const columns = [
    textColumn(say(T.quantity), 1.6),
    numberColumn(say(T.amount)),
    textColumn(say(T.unit), 0.6),
  ];
  const shown = rows.length === 0 ? [] : [table('sizing', say(T.sizingCaption), columns, rows)];
  return orAbsent(shown, say(T.noSizing));
}
