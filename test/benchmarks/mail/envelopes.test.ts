import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DEFAULT_ENVELOPES,
  addressAt,
  drawEnvelopes,
  singleAddressPool,
} from '../../../benchmarks/mail/envelopes.ts';
import { createRng } from '../../../benchmarks/stats/rng.ts';

test('addresses are numbered and walk round the domains', () => {
  const pool = {
    localPart: 'user',
    count: 3,
    numbering: 'plain',
    domains: ['example.com', 'a.test'],
  } as const;

  assert.deepEqual(
    [0, 1, 2, 3].map((index) => addressAt(pool, index)),
    ['user0000@example.com', 'user0001@a.test', 'user0002@example.com', 'user0000@a.test'],
  );
});

test('no sender at all is the empty reverse-path', () => {
  assert.equal(addressAt(singleAddressPool(''), 5), '');
  assert.equal(addressAt(singleAddressPool('"a@b"@example.com'), 5), '"a@b"@example.com');
});

test('numbers can be written as an address extension of one mailbox', () => {
  const pool = { localPart: 'box', count: 9, numbering: 'extension', domains: ['x.test'] } as const;

  assert.equal(addressAt(pool, 7), 'box+0007@x.test');
});

test('recipients of one message are distinct while the pool has enough of them', () => {
  const spec = { ...DEFAULT_ENVELOPES, recipientsPerMessage: 5 };

  for (const envelope of drawEnvelopes(spec, 200, createRng(5))) {
    assert.equal(new Set(envelope.to).size, 5);
  }
});

test('a pool smaller than the wanted recipients gives each address once', () => {
  const recipients = { localPart: 'u', count: 2, numbering: 'plain', domains: ['a.test', 'b.test'] } as const;
  const spec = { ...DEFAULT_ENVELOPES, recipients, recipientsPerMessage: 9 };

  const [envelope] = drawEnvelopes(spec, 1, createRng(5));

  assert.deepEqual([...(envelope?.to ?? [])].sort(), ['u0000@a.test', 'u0001@b.test']);
});

test('the same seed gives the same envelopes', () => {
  assert.deepEqual(
    drawEnvelopes(DEFAULT_ENVELOPES, 50, createRng(9)),
    drawEnvelopes(DEFAULT_ENVELOPES, 50, createRng(9)),
  );
});

test('every default address lies in a domain reserved for tests', () => {
  for (const { from, to } of drawEnvelopes(DEFAULT_ENVELOPES, 300, createRng(1))) {
    for (const address of [from, ...to]) assert.match(address, /@(example\.com|[a-z]+\.test)$/);
  }
});

test('one given address is used as it stands', () => {
  assert.equal(addressAt(singleAddressPool('a.b@example.org'), 17), 'a.b@example.org');
});
