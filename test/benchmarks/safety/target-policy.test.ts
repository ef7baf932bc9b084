import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guardTarget, loadPublicDomains } from '../../../benchmarks/safety/guard.ts';
import type { NameService } from '../../../benchmarks/safety/guard.ts';
import { parseAddress } from '../../../benchmarks/safety/network-address.ts';
import { REFUSAL_WORDS } from '../../../benchmarks/safety/refusal-words.ts';
import {
  LOOPBACK_ONLY,
  checkAddress,
  checkCeilings,
  checkMailAddress,
  checkTarget,
} from '../../../benchmarks/safety/target-policy.ts';
import type { TargetPolicy } from '../../../benchmarks/safety/target-policy.ts';
import { parseTarget } from '../../../benchmarks/safety/target.ts';

const TOKEN = 'our-own-token-0123456789';
const OPERATOR: TargetPolicy = {
  ...LOOPBACK_ONLY,
  allowedNetworks: [{ cidr: '192.0.2.0/24', proofToken: TOKEN }],
  recipientDomains: ['corp.example.ac.jp'],
};

function names(
  addresses: Readonly<Record<string, readonly string[]>>,
  txt: readonly string[] = [],
): NameService {
  return { lookup: async (host) => addresses[host] ?? [], txt: async () => txt };
}

test('loopback needs no permission, in any of its forms', async () => {
  for (const url of [
    'smtp://127.0.0.1:25',
    'smtp://127.9.9.9:25',
    'lmtp://[::1]:24',
    'smtp://[::ffff:127.0.0.1]:25',
  ]) {
    assert.equal((await guardTarget(url, LOOPBACK_ONLY)).refused, false, url);
  }
  assert.equal((await guardTarget('lmtp+unix:/run/dovecot/lmtp', LOOPBACK_ONLY)).refused, false);
});

test('an address outside the list is refused, also when a name hides it', async () => {
  assert.equal((await guardTarget('smtp://198.51.100.7:25', OPERATOR)).refused, true);
  const hidden = names({ 'mx.corp.test': ['198.51.100.7'] });
  assert.equal((await guardTarget('smtp://mx.corp.test', OPERATOR, hidden)).refused, true);
});

test('one foreign address among several refuses the name', async () => {
  const mixed = names({ 'mx.corp.test': ['127.0.0.1', '198.51.100.7'] });

  assert.equal((await guardTarget('smtp://mx.corp.test', OPERATOR, mixed)).refused, true);
});

test('a listed address still needs a proof of control', async () => {
  const without = await guardTarget(
    'smtp://mx.corp.test',
    OPERATOR,
    names({ 'mx.corp.test': ['192.0.2.7'] }),
  );
  const shown = names({ 'mx.corp.test': ['192.0.2.7'] }, [`mailfit-load-test=${TOKEN}`]);
  const withProof = await guardTarget('smtp://mx.corp.test', OPERATOR, shown);

  assert.ok(!without.refused && without.checked.proofToken === TOKEN);
  assert.ok(!withProof.refused && withProof.checked.proofToken === null);
});

test('a proof that only begins like the token is none', async () => {
  const shown = names({ 'mx.corp.test': ['192.0.2.7'] }, [`mailfit-load-test=${TOKEN}x`]);

  const result = await guardTarget('smtp://mx.corp.test', OPERATOR, shown);

  assert.ok(!result.refused && result.checked.proofToken === TOKEN);
});

test('public mail providers are refused before their name is even looked up', async () => {
  const asked: string[] = [];
  const spying: NameService = {
    lookup: async (host) => {
      asked.push(host);
      return ['127.0.0.1'];
    },
    txt: async () => [],
  };
  for (const host of [
    'smtp.gmail.com',
    'SMTP.Gmail.com.',
    'aspmx.l.google.com',
    'x.mail.protection.outlook.com',
  ]) {
    assert.equal((await guardTarget(`smtp://${host}:25`, OPERATOR, spying)).refused, true, host);
  }
  assert.deepEqual(asked, []);
});

test('a name that merely ends in the same letters is no provider', () => {
  assert.equal(checkTarget('smtp://notgmail.com:25', LOOPBACK_ONLY, loadPublicDomains()).refused, false);
});

test('a network as wide as the internet is no permission', () => {
  const wide: TargetPolicy = { ...OPERATOR, allowedNetworks: [{ cidr: '0.0.0.0/0', proofToken: TOKEN }] };
  const address = parseAddress('198.51.100.7');

  assert.ok(address !== null);
  assert.equal(checkAddress(address, wide).refused, true);
});

for (const text of [
  '0177.0.0.1',
  '2130706433',
  '127.1',
  '0x7f.0.0.1',
  '127.0.0.256',
  '1::2::3',
  ':::',
  '1:2:3',
]) {
  test(`${text} is not taken for an address`, () => {
    assert.equal(parseAddress(text), null);
  });
}

for (const url of [
  'http://127.0.0.1',
  'smtp://user:secret@127.0.0.1:25',
  'smtp://127.0.0.1:0',
  'smtp://127.0.0.1:70000',
  'smtp://127.0.0.1:25/path',
  'smtp://',
  '127.0.0.1:25',
]) {
  test(`${url} is no target`, () => {
    assert.equal(parseTarget(url), null);
  });
}

test('mail goes to reserved domains and to those of the operator only', () => {
  for (const address of [
    '',
    'a@example.com',
    'a@sub.example.org',
    'a@b.test',
    'a@c.invalid',
    'a@corp.example.ac.jp',
  ]) {
    assert.equal(checkMailAddress(address, OPERATOR), null, address);
  }
  for (const address of ['a@gmail.com', 'a@example.com.evil.com', 'a@sub.corp.example.ac.jp', 'a@test.com']) {
    assert.notEqual(checkMailAddress(address, OPERATOR), null, address);
  }
});

test('a demand above a ceiling is refused with the ceiling named', () => {
  const reason = checkCeilings(
    { peakRatePerSec: 10, connections: 70_000, messages: 1, durationSec: 1 },
    LOOPBACK_ONLY.ceilings,
  );

  assert.match(reason?.en ?? '', /70000 connections .* 60000/);
});

test('every refusal is worded in both languages', () => {
  const samples = [
    REFUSAL_WORDS.noTarget('x'),
    REFUSAL_WORDS.noAddress('h.test'),
    REFUSAL_WORDS.unreadableAddress(),
    REFUSAL_WORDS.publicProvider('smtp.gmail.com', 'gmail.com'),
    REFUSAL_WORDS.publicGreeting('mx.google.com'),
    REFUSAL_WORDS.shortToken('192.0.2.0/24'),
    REFUSAL_WORDS.notAllowed(),
    REFUSAL_WORDS.noProof(),
    REFUSAL_WORDS.mailDomain('company.jp'),
    REFUSAL_WORDS.overCeiling('rate', 2, 1),
  ];

  assert.equal(samples.length, Object.keys(REFUSAL_WORDS).length);
  for (const { en, ja } of samples) {
    assert.ok(en.length > 0);
    assert.match(ja, /[ぁ-んァ-ン一-龯]/, en);
  }
});
