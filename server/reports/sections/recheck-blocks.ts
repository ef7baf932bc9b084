// What to check again first: the least believed facts of the leading options, with their age.

import { termsToCheckAgain } from '../../core/scoring/check-again.ts';
import { listed } from '../../core/scoring/figures.ts';
import { cell, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { EVIDENCE_TEXTS as T } from '../texts/evidence.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';

const SHOWN = 6;

export function recheckBlocks({ ranked, say, words }: ReportContext): Block[] {
  const terms = termsToCheckAgain(ranked).slice(0, SHOWN);
  if (terms.length === 0) return [];
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 1),
    textColumn(say(T.fact), 1),
    textColumn(say(T.value), 1.4),
    numberColumn(say(T.ageMonths), 0.4),
    numberColumn(`${say(T.confidence)} (%)`, 0.4),
  ];
  const rows = terms.map(({ options, term: { fact }, age }) =>
    row([
      say(listed(options.map(({ name }) => name))),
      say(fact.label),
      say(fact.shown),
      cell(words.count(age.months), age.months),
      cell(words.percent(age.confidence), 100 * age.confidence),
    ]),
  );
  return [paragraph(say(T.recheckLead)), table('recheck', say(T.recheckCaption), columns, rows)];
}
