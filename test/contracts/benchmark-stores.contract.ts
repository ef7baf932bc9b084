// What the stores of the benchmark pages owe: candidates, and runs that wait their turn. Part of the stores' contract.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { CandidateFields, CandidateStore } from '../../server/usecases/candidate-store.ts';
import type { RunStore } from '../../server/usecases/stores.ts';

const LATER = '2026-11-23T09:00:00.000Z';

const FIELDS: CandidateFields = {
  name: '候補A ’"<',
  endpoint: 'smtp://127.0.0.1:2525',
  tls: 'starttls',
  tlsVerify: false,
  providerId: 'postfix-dovecot',
  notes: '検証機\n2台目',
  auth: { mechanism: 'SCRAM-SHA-256', user: 'load@example.com' },
};

export function candidateContract(store: () => CandidateStore): void {
  it('keeps every field as it was given, under an id that a shell and a URL take as it is', async () => {
    const { id, ...kept } = await store().create(FIELDS);

    assert.match(id, /^[a-z][a-z0-9-]+$/);
    assert.deepEqual({ ...FIELDS, ...kept }, kept);
    assert.deepEqual(await store().get(id), { id, ...kept });
    assert.equal(kept.hasSecret, false);
    assert.equal(await store().get('cand-none'), null);
  });

  it('changes and deletes, and says when there is nothing to change or delete', async () => {
    const { id } = await store().create(FIELDS);

    const changed = await store().update(id, {
      ...FIELDS,
      name: 'B',
      auth: null,
      tlsVerify: true,
      providerId: null,
    });

    assert.deepEqual([changed?.name, changed?.auth, changed?.tlsVerify], ['B', null, true]);
    assert.equal(await store().remove(id), true);
    assert.equal(await store().remove(id), false);
    assert.equal(await store().update(id, FIELDS), null);
  });

  it('never hands out a sealed secret with a candidate', async () => {
    const { id } = await store().create(FIELDS);
    await store().keepSecret(id, 'v1.sealed');

    assert.doesNotMatch(JSON.stringify([await store().get(id), await store().list()]), /sealed/);
    assert.equal((await store().get(id))?.hasSecret, true);
    assert.equal(await store().sealedSecret(id), 'v1.sealed');
    await store().keepSecret(id, null);
    assert.equal(await store().sealedSecret(id), null);
    assert.equal((await store().get(id))?.hasSecret, false);
  });

  it('lists by name', async () => {
    await store().create({ ...FIELDS, name: 'zz' });
    await store().create({ ...FIELDS, name: 'aa' });

    const names = (await store().list()).map(({ name }) => name);

    assert.ok(names.indexOf('aa') < names.indexOf('zz'));
  });
}

export function queueContract(store: () => RunStore): void {
  const ask = (extra: Partial<Parameters<RunStore['create']>[0]> = {}) =>
    store().create({
      target: 'builtin',
      providerId: null,
      plan: {},
      startedAt: LATER,
      status: 'queued',
      ...extra,
    });
  const waitingIds = async () => (await store().waiting()).map(({ id }) => id);

  it('keeps what a run was asked for with it', async () => {
    const demand = { smtpInPeakPerSec: 1.5, 'smtpSlots_B0.1pct': 12, avgMsgKiB: 75 };
    const company = { evaluationId: 'e', title: '大学', demand };
    const { id } = await ask({ candidateId: 'cand-1', kind: 'capacity', groupId: 'g', company });

    const run = await store().get(id);

    assert.deepEqual(
      [run?.candidateId, run?.kind, run?.groupId, run?.company],
      ['cand-1', 'capacity', 'g', company],
    );
    assert.deepEqual(
      (await store().list({ candidateId: 'cand-1', limit: 9 })).map((found) => found.id),
      [id],
    );
    assert.deepEqual(
      (await store().list({ groupId: 'g', limit: 9 })).map((found) => found.id),
      [id],
    );
    await store().cancel(id, LATER);
  });

  it('lets runs wait in the order in which they were asked for, asked at the same moment or not', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.push((await ask()).id);

    assert.deepEqual(await waitingIds(), ids);
    for (const id of ids) assert.ok(await store().cancel(id, LATER));
    assert.deepEqual(await waitingIds(), []);
  });

  it('starts a waiting run once, and never one that was cancelled', async () => {
    const started = await ask();
    const cancelled = await ask();

    assert.deepEqual(
      [await store().begin(started.id, LATER), await store().begin(started.id, LATER)],
      [true, false],
    );
    assert.equal(await store().cancel(started.id, LATER), false);
    await store().cancel(cancelled.id, LATER);
    assert.equal(await store().begin(cancelled.id, LATER), false);
    assert.equal((await store().get(started.id))?.status, 'running');
    assert.equal((await store().get(cancelled.id))?.status, 'cancelled');
    await store().markInterrupted(LATER);
  });

  it('parks what waited at a restart, in its place, until a person puts it back', async () => {
    const [first, second] = [await ask(), await ask()];

    assert.equal(await store().parkQueued(), 2);
    assert.equal((await store().get(first.id))?.status, 'parked');
    assert.equal(await store().begin(first.id, LATER), false);
    assert.ok(await store().unpark(second.id));
    assert.equal(await store().unpark(second.id), false);
    assert.deepEqual(await waitingIds(), [first.id, second.id]);
    assert.ok(await store().begin(second.id, LATER));
    await store().cancel(first.id, LATER);
    await store().markInterrupted(LATER);
  });
}
