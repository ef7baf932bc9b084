import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { COLUMN, FORM_COLUMN, SHEET } from '../../../server/core/rfp/sheet-layout.ts';
import { text } from '../../../server/reports/workbook/sheet.ts';
import type { Sheet, SheetCell } from '../../../server/reports/workbook/sheet.ts';
import { writeXlsx } from '../../../server/adapters/documents/write-xlsx.ts';
import { answerSheetFor } from '../../../server/usecases/answer-sheets.ts';
import {
  compareStates,
  freezeEvaluation,
  latestState,
} from '../../../server/usecases/evaluation-versions.ts';
import { reportInputOf } from '../../../server/usecases/document-model.ts';
import { buildReport } from '../../../server/usecases/build-report.ts';
import type { Evaluation } from '../../../server/usecases/stores.ts';
import { takeVendorAnswers } from '../../../server/usecases/take-vendor-answers.ts';
import { openVersions } from '../../builders/versions.ts';
import type { VersionsUnderTest } from '../../builders/versions.ts';

const SIGNATURE = { by: '佐藤 花子', reason: 'Example社の回答' };
const OPTION = 'fastmail';

describe('a vendor\u2019s filled-in sheet', () => {
  let opened: VersionsUnderTest | undefined;
  before(async () => {
    opened = await openVersions();
  });
  after(() => opened?.close());
  const deps = () => {
    assert.ok(opened !== undefined);
    return opened.deps;
  };
  const created = (): Promise<Evaluation> =>
    deps().evaluations.create({ title: '本社', answers: { employees: 120 } });

  /** The sheet for the evaluation as the vendor hands it back; the first question that takes a number gets `answer`. */
  async function filled(
    evaluation: Evaluation,
    answer: string,
  ): Promise<{ bytes: Uint8Array; factId: string }> {
    const { recommendation } = await latestState(deps(), evaluation);
    const { catalogue } = deps().basis;
    const option = catalogue.providers.find(({ id }) => id === OPTION);
    assert.ok(option !== undefined);
    const sheet = answerSheetFor(option, recommendation.requirements, catalogue, 'ja');
    const rows = sheet.rows.map((row) => [...row]);
    const put = (row: number, column: number, value: string): void => {
      const cells: SheetCell[] = rows[row] ?? [];
      cells[column] = text(value);
    };
    put(SHEET.vendorRow, FORM_COLUMN, 'Example K.K.');
    put(SHEET.dateRow, FORM_COLUMN, '2026-11-20');
    const asksNumber = rows.findIndex((row) => {
      const [id] = row;
      return id?.kind === 'text' && id.text === 'mailboxQuota';
    });
    assert.ok(asksNumber > 0, 'the storage is among the questions');
    put(asksNumber, COLUMN.answer, answer);
    const full: Sheet = { ...sheet, rows };
    return { bytes: await writeXlsx([full]), factId: 'mailboxQuota' };
  }

  it('counts from now on in an open evaluation, as declared by that vendor on that day', async () => {
    const evaluation = await created();
    const { bytes, factId } = await filled(evaluation, '777');

    const outcome = await takeVendorAnswers(deps(), evaluation, { name: '回答.xlsx', bytes }, SIGNATURE);

    assert.equal(outcome.kind, 'taken');
    const { recommendation } = await latestState(deps(), evaluation);
    const option = recommendation.options.find(({ id }) => id === OPTION);
    const fact = option?.contributions.find((term) => term.fact.id === factId)?.fact;
    assert.deepEqual(
      [fact?.value, fact?.evidence[0]?.class, fact?.evidence[0]?.title, fact?.evidence[0]?.checkedOn],
      [777, 'vendor-declared', 'Example K.K.', '2026-11-20'],
    );
  });

  it('becomes a new version of a frozen evaluation, in which nothing but its facts has changed', async () => {
    const evaluation = await created();
    await freezeEvaluation(deps(), evaluation.id, SIGNATURE);
    const { bytes } = await filled(evaluation, '777');

    const outcome = await takeVendorAnswers(deps(), evaluation, { name: '回答.xlsx', bytes }, SIGNATURE);

    assert.equal(outcome.kind, 'taken');
    const comparison = await compareStates(deps(), evaluation, { from: 1, to: 2 });
    assert.deepEqual([comparison.answers, comparison.weights, comparison.requirements], [[], [], []]);
    assert.deepEqual([...new Set(comparison.facts.map((fact) => fact.optionId))], [OPTION]);
    const state = await latestState(deps(), evaluation);
    assert.deepEqual([state.record?.number, state.record?.cause], [2, 'vendor-answers']);
    const report = await buildReport(reportInputOf(state), 'md', 'ja');
    const shown = new TextDecoder().decode(report.bytes);
    for (const wanted of ['Example K.K.', '2026-11-20', '回答.xlsx', SIGNATURE.by])
      assert.ok(shown.includes(wanted));
  });

  it('changes nothing when one cell is nonsense, and names the cell', async () => {
    const evaluation = await created();
    const { bytes } = await filled(evaluation, 'plenty');

    const outcome = await takeVendorAnswers(deps(), evaluation, { name: 'a.xlsx', bytes }, SIGNATURE);

    assert.ok(outcome.kind === 'refused');
    assert.match(outcome.problems[0]?.path ?? '', /^D\d+$/);
    assert.deepEqual(await deps().vendorAnswers.listFor(evaluation.id), []);
  });

  it('changes nothing when the file is no spreadsheet', async () => {
    const evaluation = await created();
    const file = { name: 'a.xlsx', bytes: new TextEncoder().encode('not a workbook') };

    assert.equal((await takeVendorAnswers(deps(), evaluation, file, SIGNATURE)).kind, 'refused');
    assert.deepEqual(await deps().vendorAnswers.listFor(evaluation.id), []);
  });
});
