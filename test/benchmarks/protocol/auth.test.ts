import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scramCrypto } from '../../../benchmarks/net/scram-crypto.ts';
import { startAuth } from '../../../benchmarks/protocol/auth.ts';
import { xtext } from '../../../benchmarks/protocol/commands.ts';
import { proxyHeaderV1, proxyHeaderV2 } from '../../../benchmarks/protocol/proxy-header.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const plain = (text: string): string => Buffer.from(text, 'base64').toString();

test('PLAIN as in RFC 4616 §4', () => {
  const exchange = startAuth({ mechanism: 'PLAIN', user: 'tim', secret: 'tanstaaftanstaaf' }, scramCrypto);

  assert.equal(exchange.command, `AUTH PLAIN ${base64('\0tim\0tanstaaftanstaaf')}`);
});

test('LOGIN answers twice and cancels a third question', () => {
  const exchange = startAuth({ mechanism: 'LOGIN', user: 'u', secret: 'p' }, scramCrypto);

  assert.deepEqual(exchange.onChallenge('VXNlcm5hbWU6'), { kind: 'send', line: base64('u') });
  assert.deepEqual(exchange.onChallenge('UGFzc3dvcmQ6'), { kind: 'send', line: base64('p') });
  assert.equal(exchange.onChallenge('Pw==').kind, 'cancel');
});

test('XOAUTH2 sends the bearer token and answers an error text with an empty line', () => {
  const exchange = startAuth({ mechanism: 'XOAUTH2', user: 'a@example.com', secret: 'ya29' }, scramCrypto);

  assert.equal(plain(exchange.command.slice(13)), 'user=a@example.com\x01auth=Bearer ya29\x01\x01');
  assert.deepEqual(exchange.onChallenge('e30='), { kind: 'send', line: '' });
});

// The exchange printed in RFC 7677 §3.
const RFC_7677 = {
  nonce: 'rOprNGfwEbeRWgbNEkqO',
  serverFirst: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  clientFinal:
    'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  serverFinal: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
};

function scram(): ReturnType<typeof startAuth> {
  return startAuth(
    { mechanism: 'SCRAM-SHA-256', user: 'user', secret: 'pencil' },
    { ...scramCrypto, nonce: () => RFC_7677.nonce },
  );
}

test('SCRAM-SHA-256 is the published exchange', () => {
  const exchange = scram();

  assert.equal(plain(exchange.command.slice(19)), 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO');
  const final = exchange.onChallenge(base64(RFC_7677.serverFirst));
  assert.deepEqual(final, { kind: 'send', line: base64(RFC_7677.clientFinal) });
  assert.equal(exchange.isServerProven(), false);
  assert.deepEqual(exchange.onChallenge(base64(RFC_7677.serverFinal)), { kind: 'send', line: '' });
  assert.equal(exchange.isServerProven(), true);
});

test('a server that does not know the password is found out', () => {
  const exchange = scram();
  exchange.onChallenge(base64(RFC_7677.serverFirst));

  assert.equal(exchange.onChallenge(base64('v=AAAA')).kind, 'cancel');
});

for (const hostile of [
  'r=somebodyelse,s=W22Z,i=4096',
  `r=${RFC_7677.nonce}x,s=W22Z,i=999999999`,
  `r=${RFC_7677.nonce},s=W22Z,i=4096`,
  'nonsense',
]) {
  test(`the first SCRAM message "${hostile.slice(0, 40)}" is refused`, () => {
    assert.equal(scram().onChallenge(base64(hostile)).kind, 'cancel');
  });
}

test('xtext encodes as RFC 3461 §4 says', () => {
  assert.equal(xtext('a+b=c d@example.com'), 'a+2Bb+3Dc+20d@example.com');
});

test('PROXY headers of both versions', () => {
  const ends = {
    sourceAddress: '192.0.2.1',
    sourcePort: 56_324,
    destinationAddress: '192.0.2.2',
    destinationPort: 25,
  };

  assert.equal(Buffer.from(proxyHeaderV1(ends)).toString(), 'PROXY TCP4 192.0.2.1 192.0.2.2 56324 25\r\n');
  assert.equal(
    Buffer.from(proxyHeaderV2(ends)).toString('hex'),
    '0d0a0d0a000d0a515549540a2111000cc0000201c0000202dc040019',
  );
  const six = { ...ends, sourceAddress: '2001:db8::1', destinationAddress: '::ffff:192.0.2.2' };
  assert.equal(
    Buffer.from(proxyHeaderV2(six)).toString('hex').slice(24),
    '2121' +
      '0024' +
      '20010db8000000000000000000000001' +
      '00000000000000000000ffffc0000202' +
      'dc04' +
      '0019',
  );
  assert.throws(() => proxyHeaderV1({ ...ends, sourceAddress: '::1' }), RangeError);
});
