// What the stores of frozen versions and of vendors' answers owe, run against each database.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { EvaluationStore } from '../../server/usecases/stores.ts';
import type {
  NewVersion,
  TakenAnswers,
  VendorAnswerStore,
  VersionStore,
} from '../../server/usecases/version-store.ts';

export interface VersionStoresUnderTest {
  readonly evaluations: EvaluationStore;
  readonly versions: VersionStore;
  readonly vendorAnswers: VendorAnswerStore;
}

const SIGNATURE = { by: '佐藤 花子', reason: 'before offers are opened' };
const DOCUMENTS = {
  inputs: '{"a":1}',
  catalogue: '{"c":"製品"}',
  reference: '{"r":1}',
  recommendation: '{}',
};

function versionOf(
  evaluation: { id: string; version: number },
  change: Partial<NewVersion> = {},
): NewVersion {
  return {
    evaluationId: evaluation.id,
    answersVersion: evaluation.version,
    documents: DOCUMENTS,
    ...SIGNATURE,
    ...change,
  };
}

const TAKEN: TakenAnswers = {
  answers: {
    optionId: 'zimbra',
    vendor: 'Example K.K.',
    answeredOn: '2026-11-22',
    facts: { mfa: { state: 'known', value: 'yes', evidence: [] } },
  } as unknown as TakenAnswers['answers'],
  fileName: '回答.xlsx',
  fileHash: 'ab'.repeat(32),
  takenBy: '佐藤 花子',
};

/** Registers the cases; `stores` gives the ones under test. */
export function versionContract(stores: () => VersionStoresUnderTest): void {
  freezingContract(stores);
  vendorAnswerContract(stores);
}

function freezingContract(stores: () => VersionStoresUnderTest): void {
  it('keeps a version with who, when and why, and gives its documents back to the letter', async () => {
    const evaluation = await stores().evaluations.create({ title: 't', answers: { a: 1 } });

    const outcome = await stores().versions.freeze(versionOf(evaluation));

    assert.equal(outcome.kind, 'kept');
    const [version, ...more] = await stores().versions.list(evaluation.id);
    assert.ok(version !== undefined && more.length === 0);
    assert.deepEqual(
      [version.number, version.cause, version.madeBy, version.reason, version.answersVersion],
      [1, 'frozen', SIGNATURE.by, SIGNATURE.reason, 1],
    );
    assert.match(version.madeAt, /^\d{4}-\d\d-\d\dT.*Z$/);
    assert.equal(await stores().versions.document(version.hashes.catalogue), DOCUMENTS.catalogue);
    assert.equal(await stores().versions.document('0'.repeat(64)), null);
  });

  it('saves no answer while the evaluation is frozen, and does again once it was opened with a reason', async () => {
    const { evaluations, versions } = stores();
    const evaluation = await evaluations.create({ title: 't', answers: { a: 1 } });
    await versions.freeze(versionOf(evaluation));

    assert.equal((await evaluations.saveAnswers(evaluation.id, { a: 2 })).kind, 'frozen');
    assert.deepEqual((await evaluations.get(evaluation.id))?.answers, { a: 1 });
    assert.deepEqual(await versions.state(evaluation.id), { kind: 'frozen', number: 1 });

    assert.equal(await versions.reopen(evaluation.id, 'Suzuki', 'a mistake'), true);
    const state = await versions.state(evaluation.id);
    assert.ok(state.kind === 'reopened');
    assert.deepEqual([state.number, state.by, state.reason], [1, 'Suzuki', 'a mistake']);
    assert.equal((await evaluations.saveAnswers(evaluation.id, { a: 2 })).kind, 'saved');
  });

  it('numbers versions one after the other and holds what they share once', async () => {
    const { evaluations, versions } = stores();
    const evaluation = await evaluations.create({ title: 't' });
    await versions.freeze(versionOf(evaluation));
    await versions.reopen(evaluation.id, 'x', 'y');
    const documents = { ...DOCUMENTS, inputs: '{"a":2}' };

    const second = await versions.freeze(versionOf(evaluation, { documents }));

    assert.ok(second.kind === 'kept');
    const [first] = await versions.list(evaluation.id);
    assert.deepEqual([first?.number, second.version.number], [1, 2]);
    assert.equal(first?.hashes.catalogue, second.version.hashes.catalogue);
    assert.notEqual(first?.hashes.inputs, second.version.hashes.inputs);
  });

  it('keeps nothing when it is frozen already, when an answer came in between, or when there is no evaluation', async () => {
    const { evaluations, versions } = stores();
    const evaluation = await evaluations.create({ title: 't' });
    await evaluations.saveAnswers(evaluation.id, { a: 1 });

    assert.deepEqual(await versions.freeze(versionOf(evaluation)), { kind: 'changedMeanwhile' });
    assert.deepEqual(await versions.freeze(versionOf({ id: 'no-such-evaluation', version: 1 })), {
      kind: 'notFound',
    });
    await versions.freeze(versionOf({ ...evaluation, version: 2 }));
    assert.deepEqual(await versions.freeze(versionOf({ ...evaluation, version: 2 })), {
      kind: 'alreadyFrozen',
      number: 1,
    });
    assert.equal((await versions.list(evaluation.id)).length, 1);
  });

  it('opens only what is frozen', async () => {
    const { id } = await stores().evaluations.create({ title: 't' });

    assert.deepEqual(await stores().versions.state(id), { kind: 'open' });
    assert.equal(await stores().versions.reopen(id, 'x', 'y'), false);
    assert.equal(await stores().versions.reopen('no-such-evaluation', 'x', 'y'), false);
  });

  it('makes one version of many attempts at the same moment', async () => {
    const evaluation = await stores().evaluations.create({ title: 't' });

    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => stores().versions.freeze(versionOf(evaluation))),
    );

    assert.equal(outcomes.filter((outcome) => outcome.kind === 'kept').length, 1);
    assert.equal((await stores().versions.list(evaluation.id)).length, 1);
  });
}

function vendorAnswerContract(stores: () => VersionStoresUnderTest): void {
  it('keeps what a vendor declared, with the file it came from and who took it in', async () => {
    const { id } = await stores().evaluations.create({ title: 't' });

    assert.deepEqual(await stores().vendorAnswers.take(id, TAKEN, null), { kind: 'taken' });
    await stores().vendorAnswers.take(id, { ...TAKEN, fileName: 'second.xlsx' }, null);

    const sheets = await stores().vendorAnswers.listFor(id);
    assert.deepEqual(
      sheets.map((sheet) => sheet.fileName),
      ['回答.xlsx', 'second.xlsx'],
    );
    const { id: _id, takenAt: _at, ...kept } = sheets[0] ?? {};
    assert.deepEqual(kept, TAKEN);
    assert.deepEqual(await stores().vendorAnswers.take('no-such-evaluation', TAKEN, null), {
      kind: 'notFound',
    });
  });

  it('takes a sheet out again, one at a time, and none while the evaluation is frozen', async () => {
    const { evaluations, versions, vendorAnswers } = stores();
    const evaluation = await evaluations.create({ title: 't' });
    await vendorAnswers.take(evaluation.id, TAKEN, null);
    await vendorAnswers.take(evaluation.id, { ...TAKEN, fileName: 'second.xlsx' }, null);
    const [first, second] = await vendorAnswers.listFor(evaluation.id);
    assert.ok(first !== undefined && second !== undefined);

    assert.equal(await vendorAnswers.remove(evaluation.id, first.id), 'removed');
    assert.equal(await vendorAnswers.remove(evaluation.id, first.id), 'notFound');
    assert.equal(await vendorAnswers.remove('another evaluation', second.id), 'notFound');
    await versions.freeze(versionOf(evaluation));
    assert.equal(await vendorAnswers.remove(evaluation.id, second.id), 'frozen');

    assert.deepEqual(await vendorAnswers.listFor(evaluation.id), [second]);
  });

  it('takes answers into a frozen evaluation only together with the version that they make', async () => {
    const { evaluations, versions, vendorAnswers } = stores();
    const evaluation = await evaluations.create({ title: 't' });
    await versions.freeze(versionOf(evaluation));

    assert.equal((await vendorAnswers.take(evaluation.id, TAKEN, null)).kind, 'alreadyFrozen');
    assert.deepEqual(await vendorAnswers.listFor(evaluation.id), []);

    const outcome = await vendorAnswers.take(evaluation.id, TAKEN, versionOf(evaluation));
    assert.deepEqual(outcome, { kind: 'taken' });
    const causes = (await versions.list(evaluation.id)).map((version) => version.cause);
    assert.deepEqual(causes, ['frozen', 'vendor-answers']);
    assert.deepEqual(await versions.state(evaluation.id), { kind: 'frozen', number: 2 });
  });

  it('makes no version out of an evaluation that was opened in the meantime', async () => {
    const { evaluations, versions, vendorAnswers } = stores();
    const evaluation = await evaluations.create({ title: 't' });

    const outcome = await vendorAnswers.take(evaluation.id, TAKEN, versionOf(evaluation));

    assert.equal(outcome.kind, 'changedMeanwhile');
    assert.deepEqual(await vendorAnswers.listFor(evaluation.id), []);
    assert.deepEqual(await versions.list(evaluation.id), []);
  });
}
