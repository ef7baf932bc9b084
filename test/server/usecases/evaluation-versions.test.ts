import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  compareStates,
  freezeEvaluation,
  latestState,
  readVersion,
  recomputeVersion,
  stateAt,
} from '../../../server/usecases/evaluation-versions.ts';
import { buildReport } from '../../../server/usecases/build-report.ts';
import { reportInputOf } from '../../../server/usecases/document-model.ts';
import type { Evaluation } from '../../../server/usecases/stores.ts';
import { changedBasis, openVersions } from '../../builders/versions.ts';
import type { VersionsUnderTest } from '../../builders/versions.ts';

const SIGNATURE = { by: '佐藤 花子', reason: '開札前' };

describe('frozen versions', () => {
  let opened: VersionsUnderTest | undefined;
  before(async () => {
    opened = await openVersions();
  });
  after(() => opened?.close());
  const under = (): VersionsUnderTest => {
    assert.ok(opened !== undefined);
    return opened;
  };
  const created = (): Promise<Evaluation> =>
    under().deps.evaluations.create({ title: '本社', answers: { employees: 120 } });
  const answered = async (id: string): Promise<Evaluation> => {
    const evaluation = await under().deps.evaluations.get(id);
    assert.ok(evaluation !== null);
    return evaluation;
  };

  it('give the same bytes in every text format after the shipped catalogue has changed', async () => {
    const { deps, withBasis } = under();
    const evaluation = await created();
    await freezeEvaluation(deps, evaluation.id, SIGNATURE);
    const first = await stateAt(deps, evaluation, 1);
    const winner = first.recommendation.recommended ?? first.recommendation.options[0]?.id ?? '';
    const later = withBasis(changedBasis(deps.basis, winner));

    const again = await stateAt(later, evaluation, 1);

    for (const format of ['html', 'json', 'csv', 'md'] as const) {
      const [before, after] = await Promise.all(
        [first, again].map((state) => buildReport(reportInputOf(state), format, 'ja')),
      );
      assert.deepEqual(after?.bytes, before?.bytes, format);
    }
    assert.ok(again.recommendation.options.some((option) => option.id === winner));
    // Without the version the later program gives something else, so that the equality above means something.
    const unfrozen = await created();
    const now = await latestState(later, unfrozen);
    assert.ok(!now.recommendation.options.some((option) => option.id === winner));
  });

  it('are named by the report, with who froze them, when and why, and without the address of the evaluation', async () => {
    const { deps } = under();
    const evaluation = await created();
    await freezeEvaluation(deps, evaluation.id, SIGNATURE);
    const state = await latestState(deps, evaluation);

    const { bytes } = await buildReport(reportInputOf(state), 'md', 'ja');

    const text = new TextDecoder().decode(bytes);
    for (const wanted of [SIGNATURE.by, SIGNATURE.reason, state.record?.hashes.inputs ?? '?']) {
      assert.ok(text.includes(wanted), wanted);
    }
    assert.ok(!text.includes(evaluation.id));
  });

  it('can be computed again from what was kept with them, on whatever catalogue ships today', async () => {
    const { deps, withBasis } = under();
    const evaluation = await created();
    await freezeEvaluation(deps, evaluation.id, SIGNATURE);
    const version = await readVersion(deps, evaluation.id, 1);
    assert.ok(version !== null);

    const later = withBasis(changedBasis(deps.basis, version.recommendation.options[0]?.id ?? ''));
    assert.equal((await recomputeVersion(later, version)).isSame, true);

    const tampered = { ...version, recommendation: { ...version.recommendation, seed: 2 } };
    assert.equal((await recomputeVersion(later, tampered)).isSame, false);
  });

  it('differ from the state of now by the answers, requirements and ranking that changed since', async () => {
    const { deps } = under();
    const { id } = await created();
    await freezeEvaluation(deps, id, SIGNATURE);
    await deps.versions.reopen(id, 'Suzuki', 'more people');
    await deps.evaluations.saveAnswers(id, { employees: 9_000 });

    const comparison = await compareStates(deps, await answered(id), { from: 1, to: null });

    const [answer, ...more] = comparison.answers;
    assert.equal(more.length, 0);
    assert.deepEqual(
      [answer?.id, answer?.before?.en, answer?.after?.en],
      ['employees', '120 people', '9,000 people'],
    );
    assert.ok(comparison.requirements.length > 0);
    assert.ok(comparison.isSameCatalogue);
    const same = await compareStates(deps, await answered(id), { from: 1, to: 1 });
    assert.deepEqual([same.answers, same.facts, same.ranking, same.weights], [[], [], [], []]);
  });

  it('are refused under a number that nobody gave', async () => {
    const evaluation = await created();
    await assert.rejects(stateAt(under().deps, evaluation, 7), { name: 'MailfitError', code: 'notFound' });
  });
});
