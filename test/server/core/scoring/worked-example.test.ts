// The worked example of docs/scoring.md, figure by figure.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rocWeights } from '../../../../server/core/mcda/roc.ts';
import { crossing } from '../../../../server/core/scoring/sensitivity.ts';
import { valueFunction } from '../../../../server/core/scoring/value-functions.ts';

const mailbox = valueFunction({ kind: 'saturating', floor: 10, full: 50 });
const [mailboxWeight = 0, supportWeight = 0] = rocWeights([1, 2]);
const office = 0.6;
const a = { mailbox: mailbox.valueOf(30), support: 1 };
const b = { mailbox: mailbox.valueOf(100), support: 0.2 / office };

function score(option: { readonly mailbox: number; readonly support: number }): number {
  return mailboxWeight * option.mailbox + supportWeight * option.support;
}

function near(actual: number | null, expected: number, tolerance: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

describe('the worked example', () => {
  it('has weights of three quarters and a quarter', () => {
    assert.deepEqual([mailboxWeight, supportWeight], [0.75, 0.25]);
  });

  it('scores A 0.625 and B 0.833', () => {
    near(score(a), 0.625, 1e-12);
    near(score(b), 0.8333, 5e-5);
  });

  it('lets A tie with 41.1 GB', () => {
    near(mailbox.inverse(a.mailbox + (score(b) - score(a)) / mailboxWeight), 41.1, 0.02);
  });

  it('flips at a mailbox weight of 4/7', () => {
    near(
      crossing({ value: a.mailbox, rest: a.support }, { value: b.mailbox, rest: b.support }),
      4 / 7,
      1e-12,
    );
  });
});
