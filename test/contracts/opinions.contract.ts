// What every store of opinions owes: people of an evaluation, their drafts, and whether they count.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { OpinionStore } from '../../server/usecases/opinions.ts';
import type { EvaluationStore } from '../../server/usecases/stores.ts';
import type { VersionStore } from '../../server/usecases/version-store.ts';

interface Stores {
  readonly evaluations: EvaluationStore;
  readonly opinions: OpinionStore;
  readonly versions: VersionStore;
}

export function opinionContract(stores: () => Stores): void {
  async function invited(name = 'Sato') {
    const { id: evaluationId } = await stores().evaluations.create({ title: 't' });
    const outcome = await stores().opinions.invite(evaluationId, name);
    assert.ok(outcome.kind === 'invited');
    return { evaluationId, id: outcome.opinion.id };
  }

  it('gives every person an address of at least 128 bits that is safe in a URL', async () => {
    assert.match((await invited()).id, /^[A-Za-z0-9_-]{22,}$/);
    assert.equal(await stores().opinions.get('no-such-person'), null);
  });

  it('keeps people in the order in which they were asked, each name once', async () => {
    const { evaluationId } = await invited('佐藤');
    await stores().opinions.invite(evaluationId, '鈴木');

    assert.equal((await stores().opinions.invite(evaluationId, '佐藤')).kind, 'nameTaken');
    assert.deepEqual(
      (await stores().opinions.listFor(evaluationId)).map(({ name }) => name),
      ['佐藤', '鈴木'],
    );
    assert.equal((await stores().opinions.invite('no-such-evaluation', '佐藤')).kind, 'notFound');
  });

  it('gives people who are invited at the same moment places of their own', async () => {
    const { id } = await stores().evaluations.create({ title: 't' });

    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'c'].map((name) => stores().opinions.invite(id, name)),
    );

    assert.equal(outcomes.filter(({ kind }) => kind === 'invited').length, 3);
    assert.equal((await stores().opinions.listFor(id)).length, 3);
  });

  it('keeps a draft for each method, also when the method changes', async () => {
    const { id } = await invited();

    await stores().opinions.saveDraft(id, 'swing', { points: { cost: 100 } });
    await stores().opinions.saveDraft(id, 'rank-order', { order: [['cost'], ['mfa']] });

    const kept = await stores().opinions.get(id);
    assert.equal(kept?.method, 'rank-order');
    assert.deepEqual(kept?.drafts, {
      swing: { points: { cost: 100 } },
      'rank-order': { order: [['cost'], ['mfa']] },
    });
    assert.equal(kept?.givenAt, null);
    assert.equal(await stores().opinions.saveDraft('no-such-person', 'swing', {}), null);
  });

  it('remembers when weights were given, and that this was taken back', async () => {
    const { id } = await invited();

    assert.match((await stores().opinions.setGiven(id, true))?.givenAt ?? '', /^\d{4}-/);
    assert.equal((await stores().opinions.setGiven(id, false))?.givenAt, null);
    assert.equal(await stores().opinions.setGiven('no-such-person', true), null);
  });

  it('renames a person, but never to a name that another one has', async () => {
    const { evaluationId, id } = await invited('Sato');
    await stores().opinions.invite(evaluationId, 'Suzuki');

    assert.equal(await stores().opinions.rename(id, 'Suzuki'), false);
    assert.equal(await stores().opinions.rename(id, 'Ito'), true);
    assert.equal((await stores().opinions.get(id))?.name, 'Ito');
    assert.equal(await stores().opinions.rename('no-such-person', 'Ito'), false);
  });

  it('forgets a person who is removed', async () => {
    const { evaluationId, id } = await invited();

    assert.equal(await stores().opinions.remove(id), true);
    assert.deepEqual(await stores().opinions.listFor(evaluationId), []);
    assert.equal(await stores().opinions.remove(id), false);
  });

  it('copies people with their weights, under addresses of their own', async () => {
    const { evaluationId, id } = await invited();
    await stores().opinions.saveDraft(id, 'swing', { points: { cost: 100 } });

    const copy = await stores().evaluations.copy(evaluationId, 'copy');
    const [copied] = await stores().opinions.listFor(copy?.id ?? '');

    assert.deepEqual([copied?.name, copied?.drafts], ['Sato', { swing: { points: { cost: 100 } } }]);
    assert.notEqual(copied?.id, id);
  });

  it('keeps everything as it is while the evaluation is frozen, and takes changes once it is open again', async () => {
    const { evaluationId, id } = await invited();
    const { opinions, versions } = stores();
    const documents = { inputs: '{}', catalogue: '{}', reference: '{}', recommendation: '{}' };
    const signature = { by: 'Sato', reason: 'Before offers are opened' };
    const answersVersion = (await stores().evaluations.get(evaluationId))?.version ?? 0;
    const frozen = await versions.freeze({ evaluationId, answersVersion, documents, ...signature });
    assert.equal(frozen.kind, 'kept');
    const before = await opinions.listFor(evaluationId);

    for (const change of [
      () => opinions.invite(evaluationId, 'Ito'),
      () => opinions.saveDraft(id, 'swing', { points: { cost: 100 } }),
      () => opinions.setGiven(id, true),
      () => opinions.rename(id, 'Ito'),
      () => opinions.remove(id),
    ]) {
      await assert.rejects(change, { code: 'evaluationFrozen' });
    }
    assert.deepEqual(await opinions.listFor(evaluationId), before);
    assert.equal(await versions.reopen(evaluationId, signature.by, signature.reason), true);
    assert.equal(await opinions.rename(id, 'Ito'), true);
  });

  it('goes with its evaluation', async () => {
    const { evaluationId, id } = await invited();
    await stores().evaluations.saveAnswers(evaluationId, { a: 1 });

    assert.equal(await stores().evaluations.remove(evaluationId), 'removed');
    assert.equal(await stores().evaluations.get(evaluationId), null);
    assert.equal(await stores().opinions.get(id), null);
    assert.equal(await stores().evaluations.remove(evaluationId), 'notFound');
  });
}
