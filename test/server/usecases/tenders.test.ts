import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildReport } from '../../../server/usecases/build-report.ts';
import {
  compareStates,
  freezeEvaluation,
  latestState,
  recomputeVersion,
  stateAt,
} from '../../../server/usecases/evaluation-versions.ts';
import { reportInputOf } from '../../../server/usecases/document-model.ts';
import type { Evaluation } from '../../../server/usecases/stores.ts';
import { declareTender, enterBids, withdrawTender } from '../../../server/usecases/tenders.ts';
import { changedBasis, openVersions } from '../../builders/versions.ts';
import type { VersionsUnderTest } from '../../builders/versions.ts';

const RULE = { rule: 'additive', technicalPoints: 200, pricePoints: 100, reservePrice: 60_000_000 };
const SIGNATURE = { by: '佐藤 花子', reason: '開札' };
const CHANGED = { kind: 'changed' };

describe('the tender rule of an evaluation', () => {
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
  const asNow = async ({ id }: Evaluation): Promise<Evaluation> => {
    const evaluation = await under().deps.evaluations.get(id);
    assert.ok(evaluation !== null);
    return evaluation;
  };
  async function frozenWithRule() {
    const { deps } = under();
    const evaluation = await created();
    await declareTender(deps, evaluation, RULE, 0);
    assert.equal((await freezeEvaluation(deps, evaluation.id, SIGNATURE)).kind, 'kept');
    const state = await stateAt(deps, evaluation, 1);
    const bidder = state.recommendation.tender?.options.find(({ state: place }) => place === 'qualified');
    assert.ok(bidder !== undefined);
    return { deps, evaluation, bidder: bidder.option };
  }

  it('combines quality and price from then on, in the result and in every report, until it is taken back', async () => {
    const { deps } = under();
    const evaluation = await created();
    assert.equal((await latestState(deps, evaluation)).recommendation.tender, undefined);

    assert.deepEqual(await declareTender(deps, evaluation, RULE, 0), CHANGED);
    const state = await latestState(deps, await asNow(evaluation));
    assert.deepEqual(
      [state.recommendation.tender?.rule, state.recommendation.tender?.declared['reservePrice']],
      ['additive', 60_000_000],
    );
    for (const format of ['html', 'json', 'csv', 'md'] as const) {
      const { bytes } = await buildReport(reportInputOf(state), format, 'ja');
      assert.ok(new TextDecoder().decode(bytes).includes('加算方式'), format);
    }

    assert.deepEqual(await withdrawTender(deps, evaluation), CHANGED);
    assert.equal((await latestState(deps, await asNow(evaluation))).recommendation.tender, undefined);
    assert.deepEqual(await withdrawTender(deps, evaluation), { kind: 'notFound' });
  });

  it('is refused with every fault, and what was declared before stays', async () => {
    const { deps } = under();
    const evaluation = await created();
    await declareTender(deps, evaluation, RULE, 0);

    const wrong = { ...RULE, reservePrice: 0, tie: 'first' };
    const outcome = await declareTender(deps, evaluation, wrong, 1);

    assert.ok(outcome.kind === 'refused');
    assert.deepEqual(
      outcome.problems.map(({ path }) => path),
      ['tender.reservePrice', 'tender.tie'],
    );
    assert.deepEqual((await deps.tenders.get(evaluation.id))?.statement, RULE);
  });

  it('stays as it is while the evaluation is frozen', async () => {
    const { deps, evaluation } = await frozenWithRule();

    assert.deepEqual(await declareTender(deps, evaluation, { ...RULE, tie: 'lot' }, 1), { kind: 'frozen' });
    assert.deepEqual(await withdrawTender(deps, evaluation), { kind: 'frozen' });
    assert.deepEqual((await deps.tenders.get(evaluation.id))?.statement, RULE);
  });

  it('is named by the comparison of two versions when it changed between them', async () => {
    const { deps, evaluation } = await frozenWithRule();
    await deps.versions.reopen(evaluation.id, '鈴木', '予定価格の見直し');
    await declareTender(deps, evaluation, { ...RULE, reservePrice: 50_000_000 }, 1);
    await freezeEvaluation(deps, evaluation.id, { by: '鈴木', reason: '公告前' });

    const { tender, answers } = await compareStates(deps, evaluation, { from: 1, to: 2 });

    assert.deepEqual(answers, []);
    assert.equal(tender[0]?.id, 'formula');
    assert.match(tender[0].before?.ja ?? '', /予定価格60,000,000円/);
    assert.match(tender[0].after?.ja ?? '', /予定価格50,000,000円/);
    const same = await compareStates(deps, evaluation, { from: 2, to: 2 });
    assert.deepEqual(same.tender, []);
  });

  it('takes bids on a frozen evaluation as its next version, in which nothing else has changed', async () => {
    const { deps, evaluation, bidder } = await frozenWithRule();

    assert.deepEqual(await enterBids(deps, evaluation, { [bidder]: 30_000_000 }, SIGNATURE), CHANGED);

    const state = await latestState(deps, evaluation);
    assert.deepEqual(
      [state.record?.number, state.record?.cause, state.record?.madeBy],
      [2, 'bids', SIGNATURE.by],
    );
    const comparison = await compareStates(deps, evaluation, { from: 1, to: 2 });
    const { answers, weights, requirements, facts, ranking, tender } = comparison;
    assert.deepEqual([answers, weights, requirements, facts, ranking], [[], [], [], [], []]);
    assert.deepEqual([tender[0]?.id, tender[0]?.after?.ja], [`bid:${bidder}`, '30,000,000円']);
    assert.ok(tender.every(({ id }) => id.startsWith('bid:') || id === 'outcome'));
    assert.ok(state.record !== null);
    assert.equal((await recomputeVersion(deps, state)).isSame, true);
  });

  it('takes no bid of nobody, for nothing, or where no rule is declared', async () => {
    const { deps, evaluation } = await frozenWithRule();

    for (const bids of [{ nobody: 1 }, { zimbra: 0 }]) {
      const outcome = await enterBids(deps, evaluation, bids, SIGNATURE);
      assert.equal(outcome.kind, 'refused', JSON.stringify(bids));
    }
    assert.equal((await deps.versions.list(evaluation.id)).length, 1);
    assert.deepEqual(await enterBids(deps, await created(), {}, SIGNATURE), { kind: 'notFound' });
  });

  it('leaves out a bid for an option that the catalogue no longer has', async () => {
    const { deps, withBasis } = under();
    const evaluation = await created();
    await declareTender(deps, evaluation, { ...RULE, bids: { zimbra: 1_000_000 } }, 0);
    const later = withBasis(changedBasis(deps.basis, 'zimbra'));

    const { recommendation } = await latestState(later, await asNow(evaluation));

    assert.equal(recommendation.tender?.rule, 'additive');
    assert.ok(recommendation.tender.options.every(({ option }) => option !== 'zimbra'));
  });
});
