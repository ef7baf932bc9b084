// What to check again first: the least believed facts of the leading options, with their age.

import type { FactAge, FactShown, OptionResult } from '../../core/scoring/recommendation.ts';
import { cell, joined, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { EVIDENCE_TEXTS as T } from '../texts/evidence.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';

const LEADERS = 2;
const SHOWN = 6;

interface AgedTerm {
  readonly option: OptionResult;
  readonly fact: FactShown;
  readonly weight: number;
  readonly age: FactAge;
}

export function recheckBlocks({ ranked, say, words }: ReportContext): Block[] {
  const terms = ranked.slice(0, LEADERS).flatMap(agedTerms).toSorted(leastBelievedFirst).slice(0, SHOWN);
  if (terms.length === 0) return [];
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 1),
    textColumn(say(T.fact), 1),
    textColumn(say(T.value), 1),
    joined(numberColumn(say(T.ageMonths), 0.4)),
    joined(numberColumn(say(T.confidence), 0.4)),
  ];
  const rows = terms.map(({ option, fact, age }) =>
    row([
      say(option.name),
      say(fact.label),
      say(fact.shown),
      cell(words.count(age.months), age.months),
      cell(words.percent(age.confidence), 100 * age.confidence),
    ]),
  );
  return [paragraph(say(T.recheckLead)), table('recheck', say(T.recheckCaption), columns, rows)];
}

function agedTerms(option: OptionResult): readonly AgedTerm[] {
  return option.contributions.flatMap(({ fact, weight }) =>
    fact.age === undefined ? [] : [{ option, fact, weight, age: fact.age }],
  );
}

function leastBelievedFirst(a: AgedTerm, b: AgedTerm): number {
  return a.age.confidence - b.age.confidence || b.age.months - a.age.months || b.weight - a.weight;
}
