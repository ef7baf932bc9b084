// What every store adapter owes, run against each database.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OpinionStore } from '../../server/usecases/opinions.ts';
import type { AccessStores } from '../../server/usecases/access/account-stores.ts';
import type { AuditStore } from '../../server/usecases/access/audit-log.ts';
import { accountContract, auditContract, linkContract, sessionContract } from './access-stores.contract.ts';
import { opinionContract } from './opinions.contract.ts';
import { tenderContract } from './tenders.contract.ts';
import { versionContract } from './versions.contract.ts';
import type { TenderStore } from '../../server/usecases/tender-store.ts';
import type { VendorAnswerStore, VersionStore } from '../../server/usecases/version-store.ts';
import type { CandidateStore } from '../../server/usecases/candidate-store.ts';
import { candidateContract, queueContract } from './benchmark-stores.contract.ts';
import type { EvaluationStore, RunStore } from '../../server/usecases/stores.ts';

export interface StoresUnderTest {
  readonly evaluations: EvaluationStore;
  readonly opinions: OpinionStore;
  readonly runs: RunStore;
  readonly candidates: CandidateStore;
  readonly access: AccessStores;
  readonly audit: AuditStore;
  readonly versions: VersionStore;
  readonly vendorAnswers: VendorAnswerStore;
  readonly tenders: TenderStore;
  close(): Promise<void>;
}

/** Registers the contract as `node:test` cases; `open` must hand out empty stores. */
export function storesContract(name: string, open: () => Promise<StoresUnderTest>): void {
  describe(`${name}: evaluation store`, () => {
    const stores = openedBefore(open);
    evaluationContract(() => stores().evaluations);
  });
  describe(`${name}: frozen versions and vendors' answers`, () => {
    versionContract(openedBefore(open));
  });
  describe(`${name}: declared tender rules`, () => {
    tenderContract(openedBefore(open));
  });
  describe(`${name}: opinion store`, () => {
    opinionContract(openedBefore(open));
  });
  describe(`${name}: run store`, () => {
    const stores = openedBefore(open);
    runContract(() => stores().runs);
    queueContract(() => stores().runs);
  });
  describe(`${name}: candidate store`, () => {
    const stores = openedBefore(open);
    candidateContract(() => stores().candidates);
  });
  describe(`${name}: accounts, sessions and links`, () => {
    const stores = openedBefore(open);
    accountContract(() => stores().access.accounts);
    sessionContract(() => stores().access);
    linkContract(() => stores().access);
  });
  describe(`${name}: audit log`, () => {
    const stores = openedBefore(open);
    auditContract(() => stores().audit);
  });
}

function openedBefore(open: () => Promise<StoresUnderTest>): () => StoresUnderTest {
  let stores: StoresUnderTest | undefined;
  before(async () => {
    stores = await open();
  });
  after(() => stores?.close());
  return () => {
    assert.ok(stores !== undefined);
    return stores;
  };
}

function evaluationContract(store: () => EvaluationStore): void {
  it('gives every evaluation an address of at least 128 bits that is safe in a URL', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await store().create({ title: 'x' })).id));

    assert.equal(new Set(ids).size, 3);
    for (const id of ids) assert.match(id, /^[A-Za-z0-9_-]{22,}$/);
  });

  it('returns null for an address nobody was given', async () => {
    assert.equal(await store().get('no-such-evaluation'), null);
  });

  it('keeps every kind of answer exactly as it was given', async () => {
    const answers = { number: 0.5, text: '日本語 ’ " \\ 😀', list: ['a', 'b'], flag: false, none: 'unknown' };
    const { id } = await store().create({ title: '比較', answers });

    assert.deepEqual((await store().get(id))?.answers, answers);
    assert.equal((await store().get(id))?.title, '比較');
  });

  it('changes one answer and leaves the others alone', async () => {
    const { id } = await store().create({ title: 't', answers: { a: 1, b: 2 } });

    const outcome = await store().saveAnswers(id, { b: 3 });

    assert.equal(outcome.kind, 'saved');
    assert.deepEqual((await store().get(id))?.answers, { a: 1, b: 3 });
  });

  it('raises the version by one with every save', async () => {
    const { id, version } = await store().create({ title: 't' });

    await store().saveAnswers(id, { a: 1 });
    await store().saveAnswers(id, { a: 2, b: 3 });

    assert.equal((await store().get(id))?.version, version + 2);
  });

  it('forgets an answer that is taken back', async () => {
    const { id } = await store().create({ title: 't', answers: { a: 1, b: 2 } });

    await store().saveAnswers(id, { a: null });

    assert.deepEqual((await store().get(id))?.answers, { b: 2 });
  });

  it('says so when the evaluation does not exist', async () => {
    assert.deepEqual(await store().saveAnswers('no-such-evaluation', { a: 1 }), { kind: 'notFound' });
  });

  it('lets two people who opened the same version save different questions', async () => {
    const { id, version } = await store().create({ title: 't', answers: { a: 1, b: 1 } });

    await store().saveAnswers(id, { a: 2 }, version);
    const second = await store().saveAnswers(id, { b: 2 }, version);

    assert.equal(second.kind, 'saved');
    assert.deepEqual((await store().get(id))?.answers, { a: 2, b: 2 });
  });

  it('refuses a save on top of a change the writer has not seen, names the questions and saves nothing', async () => {
    const { id, version } = await store().create({ title: 't', answers: { a: 1, b: 1 } });
    await store().saveAnswers(id, { a: 2 }, version);

    const late = await store().saveAnswers(id, { a: 3, b: 3 }, version);

    assert.equal(late.kind, 'conflict');
    assert.deepEqual(late.kind === 'conflict' ? late.questionIds : [], ['a']);
    assert.deepEqual((await store().get(id))?.answers, { a: 2, b: 1 });
    assert.equal((await store().get(id))?.version, version + 1);
  });

  it('also notices that an answer was taken back meanwhile', async () => {
    const { id, version } = await store().create({ title: 't', answers: { a: 1 } });
    await store().saveAnswers(id, { a: null }, version);

    assert.equal((await store().saveAnswers(id, { a: 3 }, version)).kind, 'conflict');
  });

  it('does not call it a conflict when both wanted the same', async () => {
    const { id, version } = await store().create({ title: 't', answers: { a: 1 } });
    await store().saveAnswers(id, { a: 2 }, version);

    assert.equal((await store().saveAnswers(id, { a: 2 }, version)).kind, 'saved');
  });

  it('loses no answer when many are saved at the same moment', async () => {
    const { id } = await store().create({ title: 't' });

    await Promise.all(Array.from({ length: 20 }, (_, i) => store().saveAnswers(id, { [`q${i}`]: i })));

    assert.equal(Object.keys((await store().get(id))?.answers ?? {}).length, 20);
  });

  it('copies the answers into a new evaluation that goes its own way', async () => {
    const { id } = await store().create({ title: 't', answers: { a: 1 } });

    const copy = await store().copy(id, 'copy of t');
    await store().saveAnswers(id, { a: 2 });

    assert.ok(copy !== null && copy.id !== id);
    const read = await store().get(copy.id);
    assert.deepEqual([read?.title, read?.answers], ['copy of t', { a: 1 }]);
    assert.equal(await store().copy('no-such-evaluation', 'x'), null);
  });

  it('lists the latest change first, with the number of answers, up to the limit', async () => {
    const older = await store().create({ title: 'older', answers: { a: 1, b: 2 } });
    await store().create({ title: 'newer' });
    await tick();
    await store().saveAnswers(older.id, { b: null });

    const [first, ...rest] = await store().list(2);

    assert.deepEqual([first?.title, first?.answerCount], ['older', 1]);
    assert.equal(rest.length, 1);
  });

  it('renames', async () => {
    const { id } = await store().create({ title: 'before' });

    assert.equal(await store().rename(id, 'after'), true);
    assert.equal((await store().get(id))?.title, 'after');
    assert.equal(await store().rename('no-such-evaluation', 'after'), false);
  });

  it('treats what an attacker would type as plain text', async () => {
    const hostile = `'); DROP TABLE answer; -- \u0000`.replace('\u0000', '');
    const { id } = await store().create({ title: hostile, answers: { [hostile]: hostile } });

    assert.deepEqual((await store().get(id))?.answers, { [hostile]: hostile });
  });
}

function runContract(store: () => RunStore): void {
  const startedAt = '2026-11-23T08:00:00.000Z';
  const finishedAt = '2026-11-23T08:00:10.000Z';
  const start = (extra: { target?: string; providerId?: string | null; startedAt?: string } = {}) =>
    store().create({
      target: 'smtp://127.0.0.1:2525',
      providerId: null,
      plan: { seed: 1 },
      startedAt,
      ...extra,
    });

  it('starts a run as running, with its plan', async () => {
    const { id } = await start({ providerId: 'postfix-dovecot' });

    const run = await store().get(id);

    assert.deepEqual([run?.status, run?.plan, run?.providerId], ['running', { seed: 1 }, 'postfix-dovecot']);
    assert.deepEqual([run?.result, run?.finishedAt, run?.failure], [null, null, null]);
    assert.equal(await store().get('no-such-run'), null);
  });

  it('numbers the events of each run from 1 and returns those after the last one seen', async () => {
    const { id } = await start();
    const other = await start();
    await store().appendEvent(other.id, { kind: 'started' });

    const ids = [];
    for (const sent of [10, 20, 30]) ids.push(await store().appendEvent(id, { kind: 'progress', sent }));

    assert.deepEqual(ids, [1, 2, 3]);
    assert.deepEqual(await store().eventsAfter(id, 1), [
      { id: 2, event: { kind: 'progress', sent: 20 } },
      { id: 3, event: { kind: 'progress', sent: 30 } },
    ]);
    assert.deepEqual(await store().eventsAfter(id, 3), []);
  });

  it('finishes once: a second end changes nothing', async () => {
    const { id } = await start();

    const first = await store().finish(id, {
      status: 'finished',
      finishedAt,
      result: { a: [1] },
      failure: null,
    });
    const second = await store().finish(id, { status: 'failed', finishedAt, result: null, failure: 'late' });

    assert.deepEqual([first, second], [true, false]);
    const run = await store().get(id);
    assert.deepEqual([run?.status, run?.result, run?.finishedAt], ['finished', { a: [1] }, finishedAt]);
  });

  it('lists by option, by target and by status, latest start first', async () => {
    const provider = `option-${Math.random()}`;
    const early = await start({ providerId: provider, startedAt: '2026-01-01T00:00:00.000Z' });
    const late = await start({
      providerId: provider,
      target: 'smtp://[::1]:25',
      startedAt: '2026-02-01T00:00:00.000Z',
    });
    await store().finish(late.id, { status: 'refused', finishedAt, result: null, failure: 'no' });
    const ids = async (filter: Partial<Parameters<RunStore['list']>[0]>) =>
      (await store().list({ providerId: provider, limit: 10, ...filter })).map((run) => run.id);

    assert.deepEqual(await ids({}), [late.id, early.id]);
    assert.deepEqual(await ids({ target: 'smtp://[::1]:25' }), [late.id]);
    assert.deepEqual(await ids({ status: 'running' }), [early.id]);
    assert.deepEqual(await ids({ limit: 1 }), [late.id]);
  });

  it('names the finished runs of options, latest start first, and none that proves nothing', async () => {
    const known = await store().evidenceKeys(100);
    const ids: string[] = [];
    for (const [providerId, startedAt, status] of [
      ['postfix', '2026-01-01T00:00:00.000Z', 'finished'],
      ['postfix', '2026-01-02T00:00:00.000Z', 'finished'],
      ['postfix', '2026-01-03T00:00:00.000Z', 'failed'],
      [null, '2026-01-04T00:00:00.000Z', 'finished'],
    ] as const) {
      const run = await store().create({ target: 't', providerId, plan: {}, startedAt });
      await store().finish(run.id, { status, finishedAt: startedAt, result: {}, failure: null });
      ids.push(run.id);
    }

    const added = (await store().evidenceKeys(100)).filter((key) => !known.includes(key));
    assert.deepEqual(
      added.map((key) => key.split(' ')[0]),
      [ids[1], ids[0]],
    );
    assert.equal((await store().evidenceKeys(1)).length, 1);
  });

  it('marks at start what was cut off, and only that', async () => {
    await store().markInterrupted(finishedAt);
    const cutOff = await start();
    const done = await start();
    await store().finish(done.id, { status: 'finished', finishedAt, result: {}, failure: null });

    assert.equal(await store().markInterrupted(finishedAt), 1);
    assert.equal((await store().get(cutOff.id))?.status, 'interrupted');
    assert.equal((await store().get(done.id))?.status, 'finished');
  });
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));
