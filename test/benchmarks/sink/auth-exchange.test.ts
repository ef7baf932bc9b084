import assert from 'node:assert/strict';
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { test } from 'node:test';
import type { AuthExchange } from '../../../benchmarks/sink/auth-exchange.ts';
import { startAuth } from '../../../benchmarks/sink/auth-exchange.ts';

const KNOWN = { user: 'user', password: 'pencil' };

function start(mechanism: string): AuthExchange {
  return startAuth(mechanism, KNOWN) ?? assert.fail(mechanism);
}

test('PLAIN, LOGIN and XOAUTH2 let the right secret in and no other', () => {
  const plain = (secret: string): unknown => start('PLAIN')(Buffer.from(`\0user\0${secret}`));
  const login = (secret: string): unknown => {
    const exchange = start('LOGIN');
    exchange(Buffer.from('user'));
    return exchange(Buffer.from(secret));
  };
  const xoauth2 = (secret: string): unknown =>
    start('XOAUTH2')(Buffer.from(`user=user\x01auth=Bearer ${secret}\x01\x01`));

  for (const attempt of [plain, login, xoauth2]) {
    assert.deepEqual(attempt('pencil'), { kind: 'done', isGranted: true });
    assert.deepEqual(attempt('crayon'), { kind: 'done', isGranted: false });
  }
});

test('malformed answers are refused, not thrown at', () => {
  for (const mechanism of ['PLAIN', 'XOAUTH2', 'SCRAM-SHA-256']) {
    for (const answer of ['', '\0', 'user', '\0\0\0\0', 'n,,', 'n,,n=user', 'p=tls,,n=user,r=x']) {
      assert.deepEqual(start(mechanism)(Buffer.from(answer)), { kind: 'done', isGranted: false });
    }
  }
});

/** The client's half after RFC 5802 §3, written here on its own. */
function scram(password: string): { readonly granted: boolean; readonly serverProved: boolean } {
  const exchange = start('SCRAM-SHA-256');
  const bare = 'n=user,r=rOprNGfwEbeRWgbNEkqO';
  const first = exchange(Buffer.from(`n,,${bare}`));
  assert.ok(first.kind === 'challenge');
  const [, nonce = '', salt = '', rounds = ''] = /^r=(.*),s=(.*),i=(\d+)$/.exec(first.text) ?? [];
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256');
  const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const clientKey = hmac(salted, 'Client Key');
  const authMessage = `${bare},${first.text},c=biws,r=${nonce}`;
  const signature = hmac(createHash('sha256').update(clientKey).digest(), authMessage);
  const proof = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0))).toString(
    'base64',
  );
  const last = exchange(Buffer.from(`c=biws,r=${nonce},p=${proof}`));
  if (last.kind === 'done') return { granted: last.isGranted, serverProved: false };
  const serverProof = hmac(hmac(salted, 'Server Key'), authMessage).toString('base64');
  const end = exchange(Buffer.alloc(0));
  return { granted: end.kind === 'done' && end.isGranted, serverProved: last.text === `v=${serverProof}` };
}

test('SCRAM-SHA-256 proves both sides to each other', () => {
  assert.deepEqual(scram('pencil'), { granted: true, serverProved: true });
  assert.deepEqual(scram('crayon'), { granted: false, serverProved: false });
});

test('an unknown mechanism is not started, and SCRAM needs a password to compare with', () => {
  assert.equal(startAuth('GSSAPI', KNOWN), null);
  assert.equal(startAuth('SCRAM-SHA-256', null), null);
});
