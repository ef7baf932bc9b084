// What every store of declared tender rules owes, run against each database.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { EvaluationStore } from '../../server/usecases/stores.ts';
import type { TenderStore } from '../../server/usecases/tender-store.ts';
import type { NewVersion, VersionStore } from '../../server/usecases/version-store.ts';

interface Stores {
  readonly evaluations: EvaluationStore;
  readonly tenders: TenderStore;
  readonly versions: VersionStore;
}

const RULE = { rule: 'additive', technicalPoints: 200, pricePoints: 100, reservePrice: 60_000_000 };
const BIDS = { zimbra: 30_000_000 };

function versionOf(evaluation: { readonly id: string; readonly version: number }): NewVersion {
  return {
    evaluationId: evaluation.id,
    answersVersion: evaluation.version,
    documents: { inputs: '{}', catalogue: '{}', reference: '{}', recommendation: '{}' },
    by: '佐藤 花子',
    reason: 'before offers are opened',
  };
}

export function tenderContract(stores: () => Stores): void {
  async function declared() {
    const { id } = await stores().evaluations.create({ title: 't' });
    await stores().tenders.change(id, { statement: { ...RULE, bids: BIDS }, basedOn: 0 }, null);
    const evaluation = await stores().evaluations.get(id);
    assert.ok(evaluation !== null);
    return evaluation;
  }

  it('keeps the declared rule, changed and taken back', async () => {
    const { tenders } = stores();
    const { id } = await stores().evaluations.create({ title: 't' });
    assert.equal(await tenders.get(id), null);

    assert.deepEqual(await tenders.change(id, { statement: RULE, basedOn: 0 }, null), { kind: 'changed' });
    const first = await tenders.get(id);
    assert.deepEqual([first?.statement, first?.revision], [RULE, 1]);
    assert.match(first?.changedAt ?? '', /^\d{4}-\d\d-\d\dT.*Z$/);

    await tenders.change(id, { statement: { ...RULE, tie: 'lot' }, basedOn: 1 }, null);
    const second = await tenders.get(id);
    assert.deepEqual([second?.statement['tie'], second?.revision], ['lot', 2]);

    await tenders.change(id, { statement: null, basedOn: 2 }, null);
    assert.equal(await tenders.get(id), null);
    assert.deepEqual(await tenders.change('no-such-evaluation', { statement: RULE, basedOn: 0 }, null), {
      kind: 'notFound',
    });
  });

  it('changes nothing that somebody else has changed meanwhile', async () => {
    const { id } = await declared();
    const late = { kind: 'changedMeanwhile' };

    assert.deepEqual(await stores().tenders.change(id, { statement: RULE, basedOn: 0 }, null), late);
    assert.deepEqual(await stores().tenders.change(id, { statement: null, basedOn: 2 }, null), late);
    const outcomes = await Promise.all(
      ['lot', 'lower-price'].map((tie) =>
        stores().tenders.change(id, { statement: { ...RULE, tie }, basedOn: 1 }, null),
      ),
    );

    assert.deepEqual(outcomes.map(({ kind }) => kind).toSorted(), ['changed', 'changedMeanwhile']);
    assert.equal((await stores().tenders.get(id))?.revision, 2);
  });

  it('lets nobody freeze what was read before the rule changed', async () => {
    const before = await declared();
    await stores().tenders.change(before.id, { statement: RULE, basedOn: 1 }, null);

    assert.deepEqual(await stores().versions.freeze(versionOf(before)), { kind: 'changedMeanwhile' });
  });

  it('keeps the rule while the evaluation is frozen, and takes bids only with the version that they make', async () => {
    const { tenders, versions } = stores();
    const evaluation = await declared();
    await versions.freeze(versionOf(evaluation));
    const bids = { statement: { ...RULE, bids: { zimbra: 25_000_000 } }, basedOn: 1 };

    assert.equal((await tenders.change(evaluation.id, bids, null)).kind, 'alreadyFrozen');
    assert.equal((await tenders.get(evaluation.id))?.revision, 1);
    assert.deepEqual(await tenders.change(evaluation.id, bids, versionOf(evaluation)), { kind: 'changed' });

    const causes = (await versions.list(evaluation.id)).map(({ cause }) => cause);
    assert.deepEqual(causes, ['frozen', 'bids']);
    assert.deepEqual(await versions.state(evaluation.id), { kind: 'frozen', number: 2 });
    assert.deepEqual((await tenders.get(evaluation.id))?.statement, bids.statement);
  });

  it('keeps no version when the bids came too late or the evaluation is open', async () => {
    const { tenders, versions } = stores();
    const evaluation = await declared();
    const bids = { statement: RULE, basedOn: 1 };

    assert.equal((await tenders.change(evaluation.id, bids, versionOf(evaluation))).kind, 'changedMeanwhile');
    await versions.freeze(versionOf(evaluation));
    const late = { ...bids, basedOn: 7 };
    assert.equal((await tenders.change(evaluation.id, late, versionOf(evaluation))).kind, 'changedMeanwhile');

    assert.equal((await versions.list(evaluation.id)).length, 1);
  });

  it('copies the rule with its evaluation, but no bids, and goes when the evaluation goes', async () => {
    const { id } = await declared();

    const copy = await stores().evaluations.copy(id, 'copy');

    assert.deepEqual((await stores().tenders.get(copy?.id ?? ''))?.statement, RULE);
    assert.equal(await stores().evaluations.remove(id), 'removed');
    assert.equal(await stores().tenders.get(id), null);
  });
}
