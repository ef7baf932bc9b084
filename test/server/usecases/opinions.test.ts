import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statedWeights } from '../../../server/usecases/opinions.ts';
import type { Evaluation } from '../../../server/usecases/stores.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

const ANSWERS = { employees: 300, 'data-location': ['japan'] };

describe('the recommendation of a stored evaluation', () => {
  let web: WebUnderTest;
  before(async () => {
    web = await startWeb();
  });
  after(() => web.close());

  async function evaluationWith(
    people: Readonly<Record<string, { readonly points: object; readonly given: boolean }>>,
  ) {
    const { evaluations, opinions } = web.deps;
    const evaluation = await evaluations.create({ title: 't', answers: ANSWERS });
    for (const [name, { points, given }] of Object.entries(people)) {
      const outcome = await opinions.invite(evaluation.id, name);
      assert.ok(outcome.kind === 'invited');
      await opinions.saveDraft(outcome.opinion.id, 'swing', { points });
      await opinions.setGiven(outcome.opinion.id, given);
    }
    return evaluation;
  }

  const recommended = async ({ id, answers }: Evaluation) =>
    web.deps.recommend(answers, 'preview', await statedWeights(web.deps, id));

  const sato = { points: { cost: 100, trial: 10 }, given: true };
  const suzuki = { points: { archiving: 100, auditLog: 50 }, given: true };

  it('uses the weights that a person gave, and says who gave them and how', async () => {
    const { weights, group } = await recommended(await evaluationWith({ Sato: sato }));

    assert.equal(weights?.method, 'swing');
    assert.match(weights.methodText.ja, /Sato：スイング法/);
    assert.deepEqual(
      group?.people.map(({ name, method }) => [name, method]),
      [['Sato', 'swing']],
    );
  });

  it('uses the mean of several people, with each one’s winner', async () => {
    const evaluation = await evaluationWith({ Sato: sato, Suzuki: suzuki });
    const { weights, group } = await recommended(evaluation);

    assert.equal(weights?.method, 'group');
    assert.equal(weights.criteria.find(({ criterion }) => criterion === 'archiving')?.weight, 1 / 3);
    assert.deepEqual(
      group?.people.map(({ name }) => name),
      ['Sato', 'Suzuki'],
    );
    assert.equal(group.consensus, 0);
  });

  it('counts and shows nobody’s weights while one person has not given theirs', async () => {
    const evaluation = await evaluationWith({ Sato: sato, Suzuki: { ...suzuki, given: false } });
    const { weights, group } = await recommended(evaluation);

    assert.equal(weights?.method, 'answers');
    assert.equal(group, undefined);
  });
});
