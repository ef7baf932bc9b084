// Section 7: what to ask which vendor, most decisive first. Musts that cannot be told come before everything else.

import { cell, numberColumn, orAbsent, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Row } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { minorQuestions, EVIDENCE_TEXTS as T } from '../texts/evidence.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';

/** Questions that hardly ever change the result would hide those that do. */
const DECISIVE_FROM = 0.005;

export function vendorQuestionsBlocks(context: ReportContext): Block[] {
  const { say } = context;
  const blocks = [...mustsTable(context), ...factsTable(context)];
  return blocks.length === 0
    ? orAbsent([], say(T.noQuestions))
    : [paragraph(say(T.questionsLead)), ...blocks];
}

function mustsTable({ ranked, say }: ReportContext): Block[] {
  const rows = ranked.flatMap((option) =>
    option.toConfirm.map((open) => row([say(option.name), say(open.question), say(open.label)])),
  );
  if (rows.length === 0) return [];
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 0.9),
    textColumn(say(T.questionToAsk), 2),
    textColumn(say(FRAME_TEXTS.requirement), 1),
  ];
  return [table('musts-to-confirm', say(T.mustsCaption), columns, rows)];
}

function factsTable(context: ReportContext): Block[] {
  const { say } = context;
  const questions = openFacts(context);
  const decisive = questions.filter(({ changes }) => changes >= DECISIVE_FROM);
  const left = questions.length - decisive.length;
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 0.9),
    textColumn(say(T.questionToAsk), 2),
    textColumn(say(FRAME_TEXTS.criterion), 0.9),
    numberColumn(`${say(T.changesWinner)} (%)`, 0.6),
    numberColumn(say(T.scoreSwing), 0.7),
  ];
  const rows = decisive.map((question) => question.row);
  return [
    ...(rows.length === 0 ? [] : [table('vendor-questions', say(T.questionsCaption), columns, rows)]),
    ...(left === 0 ? [] : [paragraph(say(minorQuestions(left)))]),
  ];
}

interface OpenFact {
  /** Share of the trials in which the answer changes the first place. */
  readonly changes: number;
  readonly row: Row;
}

function openFacts({ ranked, say, words, criterionName }: ReportContext): OpenFact[] {
  const open = ranked.flatMap((option) =>
    option.questionsToVendor.map((question) => ({ name: say(option.name), question })),
  );
  return open
    .sort((a, b) => b.question.changesWinnerProbability - a.question.changesWinnerProbability)
    .map(({ name, question }) => {
      const changes = question.changesWinnerProbability;
      const [low, high] = question.scoreSwing;
      const cells = [
        name,
        say(question.question),
        criterionName(question.criterion),
        cell(words.percent(changes, 1), 100 * changes),
        `${words.points(low)} – ${words.points(high)}`,
      ];
      return { changes, row: row(cells) };
    });
}
