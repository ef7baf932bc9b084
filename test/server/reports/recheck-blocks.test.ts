// The report names the least believed facts of the two leading options, with their age.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReportModel } from '../../../server/reports/report-model.ts';
import {
  aContribution,
  aFact,
  anOption,
  aRecommendation,
  aSecondOption,
} from '../../builders/recommendation.ts';
import { aReportInput } from '../../builders/report.ts';

function termAged(id: string, months: number, confidence: number) {
  const label = { en: id, ja: id };
  return aContribution({ criterion: id, fact: aFact({ id, label, age: { months, confidence } }) });
}

test('the least believed fact comes first, and among equals the older', () => {
  const first = anOption({
    contributions: [termAged('fresh', 1, 1), termAged('old', 60, 0.5), termAged('older', 72, 0.5)],
  });
  const second = { ...aSecondOption(), contributions: [termAged('hearsay', 3, 0.3)] };
  const report = buildReportModel(
    aReportInput({ recommendation: aRecommendation({ options: [first, second] }) }),
  );
  const facts = report.sections.find(({ id }) => id === 'facts')?.blocks ?? [];
  const recheck = facts.flatMap((block) => (block.kind === 'table' && block.id === 'recheck' ? [block] : []));
  assert.deepEqual(
    recheck[0]?.rows.map(({ cells }) => [cells[1]?.text, cells[3]?.text, cells[4]?.value]),
    [
      ['hearsay', '3', 30],
      ['older', '72', 50],
      ['old', '60', 50],
      ['fresh', '1', 100],
    ],
  );
});
