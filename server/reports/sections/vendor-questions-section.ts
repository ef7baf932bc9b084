// Section 7: what to ask which vendor, most decisive first. Musts that cannot be told come before everything else.

import { cell, numberColumn, orAbsent, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Row } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { EVIDENCE_TEXTS as T } from '../texts/evidence.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';

export function vendorQuestionsBlocks(context: ReportContext): Block[] {
  const { say } = context;
  const rows = [...openMusts(context), ...openFacts(context)];
  if (rows.length === 0) return orAbsent([], say(T.noQuestions));
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 0.8),
    textColumn(say(T.questionToAsk), 2),
    textColumn(say(T.reason), 0.9),
    numberColumn(`${say(T.changesWinner)} (%)`, 0.6),
    numberColumn(say(T.scoreSwing), 0.7),
  ];
  return [paragraph(say(T.questionsLead)), table('vendor-questions', say(T.questionsCaption), columns, rows)];
}

function openMusts({ ranked, say }: ReportContext): Row[] {
  return ranked.flatMap((option) =>
    option.toConfirm.map((open) =>
      row(
        [say(option.name), say(open.question), `${say(T.reasonGate)}: ${say(open.label)}`, '–', '–'],
        'strong',
      ),
    ),
  );
}

function openFacts({ ranked, say, words, criterionName }: ReportContext): Row[] {
  const open = ranked.flatMap((option) =>
    option.questionsToVendor.map((question) => ({ name: say(option.name), question })),
  );
  return open
    .sort((a, b) => b.question.changesWinnerProbability - a.question.changesWinnerProbability)
    .map(({ name, question }) =>
      row([
        name,
        say(question.question),
        criterionName(question.criterion),
        cell(words.percent(question.changesWinnerProbability), 100 * question.changesWinnerProbability),
        `${words.points(question.scoreSwing[0])} – ${words.points(question.scoreSwing[1])}`,
      ]),
    );
}
