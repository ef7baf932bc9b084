import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assert as property, integer, property as forAll, record, string } from 'fast-check';
import { continueChain, EMPTY_CHAIN, nextEntry } from '../../../../server/core/access/audit-chain.ts';
import type { AuditEntry } from '../../../../server/core/access/audit-chain.ts';

function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let i = 0; i < length; i += 1) {
    const facts = {
      at: `2026-11-27T08:00:0${i}.000Z`,
      actorId: 'localUser',
      actorLabel: '',
      action: 'run.started',
      object: `/runs/${i}`,
      address: '',
      detail: '',
    } as const;
    entries.push(nextEntry(entries.at(-1) ?? null, facts));
  }
  return entries;
}

describe('the chain of the audit log', () => {
  it('is whole as it was written, read at once or in pieces', () => {
    const entries = chainOf(5);
    const atOnce = continueChain(EMPTY_CHAIN, entries);
    const first = continueChain(EMPTY_CHAIN, entries.slice(0, 2));

    assert.ok(!('kind' in first));
    assert.deepEqual(continueChain(first, entries.slice(2)), atOnce);
    assert.deepEqual(atOnce, { number: 5, hash: entries[4]?.hash });
  });

  it('breaks at whatever field of whatever entry is changed', () => {
    const fields = ['at', 'actorId', 'actorLabel', 'object', 'address', 'detail'] as const;
    const change = record({
      at: integer({ min: 0, max: 4 }),
      field: integer({ min: 0, max: 5 }),
      text: string(),
    });
    property(
      forAll(change, ({ at, field, text }) => {
        const entries = chainOf(5);
        const name = fields[field] ?? 'at';
        const entry = entries[at];
        if (entry === undefined || entry[name] === text) return;
        entries[at] = { ...entry, [name]: text };
        const expected = { kind: 'broken', atNumber: at + 1, fault: 'entryChanged' };
        assert.deepEqual(continueChain(EMPTY_CHAIN, entries), expected);
      }),
    );
  });

  it('breaks where an entry is removed, inserted or two are swapped', () => {
    const [a, b, c, d] = chainOf(4) as [AuditEntry, AuditEntry, AuditEntry, AuditEntry];
    const faultOf = (entries: readonly AuditEntry[]) => {
      const outcome = continueChain(EMPTY_CHAIN, entries);
      return 'kind' in outcome ? [outcome.atNumber, outcome.fault] : null;
    };

    assert.deepEqual(faultOf([a, c, d]), [2, 'numberMissing']);
    assert.deepEqual(faultOf([a, c, b, d]), [2, 'numberMissing']);
    assert.deepEqual(faultOf([a, nextEntry(null, { ...b }), c]), [2, 'numberMissing']);
    assert.deepEqual(faultOf([a, b, { ...d, number: 3 }]), [3, 'linkBroken']);
  });
});
