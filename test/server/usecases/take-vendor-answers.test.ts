import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  compareStates,
  freezeEvaluation,
  latestState,
} from '../../../server/usecases/evaluation-versions.ts';
import { reportInputOf } from '../../../server/usecases/document-model.ts';
import { buildReport } from '../../../server/usecases/build-report.ts';
import type { Evaluation } from '../../../server/usecases/stores.ts';
import { takeVendorAnswers } from '../../../server/usecases/take-vendor-answers.ts';
import { ANSWERED_FACT, ANSWERED_OPTION, filledSheet } from '../../builders/answer-sheet.ts';
import { openVersions } from '../../builders/versions.ts';
import type { VersionsUnderTest } from '../../builders/versions.ts';

const SIGNATURE = { by: '佐藤 花子', reason: 'Example社の回答' };

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

  it('counts from now on in an open evaluation, as declared by that vendor on that day', async () => {
    const evaluation = await created();
    const bytes = await filledSheet(deps(), evaluation, '777');

    const outcome = await takeVendorAnswers(deps(), evaluation, { name: '回答.xlsx', bytes }, SIGNATURE);

    assert.equal(outcome.kind, 'taken');
    const { recommendation } = await latestState(deps(), evaluation);
    const option = recommendation.options.find(({ id }) => id === ANSWERED_OPTION);
    const fact = option?.contributions.find((term) => term.fact.id === ANSWERED_FACT)?.fact;
    assert.deepEqual(
      [fact?.value, fact?.evidence[0]?.class, fact?.evidence[0]?.title, fact?.evidence[0]?.checkedOn],
      [777, 'vendor-declared', 'Example K.K.', '2026-11-20'],
    );
  });

  it('becomes a new version of a frozen evaluation, in which nothing but its facts has changed', async () => {
    const evaluation = await created();
    await freezeEvaluation(deps(), evaluation.id, SIGNATURE);
    const bytes = await filledSheet(deps(), evaluation, '777');

    const outcome = await takeVendorAnswers(deps(), evaluation, { name: '回答.xlsx', bytes }, SIGNATURE);

    assert.equal(outcome.kind, 'taken');
    const comparison = await compareStates(deps(), evaluation, { from: 1, to: 2 });
    assert.deepEqual([comparison.answers, comparison.weights, comparison.requirements], [[], [], []]);
    assert.deepEqual([...new Set(comparison.facts.map((fact) => fact.optionId))], [ANSWERED_OPTION]);
    const state = await latestState(deps(), evaluation);
    assert.deepEqual([state.record?.number, state.record?.cause], [2, 'vendor-answers']);
    const report = await buildReport(reportInputOf(state), 'md', 'ja');
    const shown = new TextDecoder().decode(report.bytes);
    for (const wanted of ['Example K.K.', '2026-11-20', '回答.xlsx', SIGNATURE.by])
      assert.ok(shown.includes(wanted));
  });

  it('changes nothing when one cell is nonsense, and names the cell', async () => {
    const evaluation = await created();
    const bytes = await filledSheet(deps(), evaluation, 'plenty');

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
