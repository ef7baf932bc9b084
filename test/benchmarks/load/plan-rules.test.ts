import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunPlan } from '../../../benchmarks/index.ts';
import { planProblems } from '../../../benchmarks/load/plan-rules.ts';
import { resolvePlan } from '../../../benchmarks/load/resolved-plan.ts';

const LOAD = { model: 'closed', sessions: 1, messages: 1 } as const;
const GOOD: RunPlan = { target: 'smtp://127.0.0.1:2525', load: LOAD };
const HOLD = { model: 'hold', connections: 5 } as const;
const AUTH = { mechanism: 'PLAIN', user: 'u', passwordEnv: 'P' } as const;

function problemsOf(changes: Partial<RunPlan>): string {
  return planProblems(resolvePlan({ ...GOOD, ...changes })).join('; ');
}

const BROKEN: readonly (readonly [string, Partial<RunPlan>, RegExp])[] = [
  ['an address with a space', { mail: { from: 'a b@example.com' } }, /^from is no address/],
  ['an address that ends the command', { mail: { to: 'a@example.com>\r\nRSET' } }, /^to is no address/],
  ['a recipient without a name', { mail: { to: '@example.com' } }, /^to is no address/],
  ['an empty recipient', { mail: { to: '' } }, /^to is no address/],
  ['a domain with a space', { mail: { recipientDomains: ['a.test b.test'] } }, /^recipientDomains/],
  [
    'five recipients in one address',
    { mail: { to: 'a@example.com', recipientsPerMessage: 5 } },
    /^one address/,
  ],
  [
    'more recipients than there are',
    { mail: { recipientsPerMessage: 1001 } },
    /more than there are numbered/,
  ],
  ['a warm-up of held connections', { load: HOLD, warmupSec: 1 }, /^a warm-up is for messages/],
  ['TLS held without TLS', { load: { ...HOLD, stage: 'tls' } }, /stage tls, set tls/],
  ['AUTH held without AUTH', { load: { ...HOLD, stage: 'auth' } }, /stage auth, set auth/],
  [
    'XCLIENT held at the banner',
    { load: { ...HOLD, stage: 'banner' }, session: { xclientAddresses: ['192.0.2.1'] } },
    /XCLIENT comes after the greeting/,
  ],
  ['accounts without %d', { session: { auth: { ...AUTH, userCount: 3 } } }, /the user has no %d/],
  ['both forms of TLS', { target: 'smtps://127.0.0.1:465', session: { tls: 'starttls' } }, /^smtps:/],
  ['an authority for nothing', { session: { tlsCaFile: 'ca.pem' } }, /^a certificate authority is given/],
  [
    'a password in clear for a name that looks like an address of this machine',
    { target: 'smtp://127.example.com:25', session: { auth: AUTH } },
    /^this AUTH mechanism without TLS/,
  ],
  [
    'a rate of nothing',
    { load: { model: 'open', stages: [{ durationSec: 5, startRatePerSec: 0, endRatePerSec: 0 }] } },
    /^no message arrives/,
  ],
  [
    'two classes of one name',
    { label: 'relay', classes: [{ name: 'relay', load: LOAD }] },
    /names that differ/,
  ],
];

for (const [name, changes, problem] of BROKEN) {
  test(`a plan with ${name} is refused, with the reason alone`, () => {
    assert.match(problemsOf(changes), problem);
    assert.doesNotMatch(problemsOf(changes), /;/);
  });
}

test('what is unusual but possible passes', () => {
  const accounts = { ...AUTH, user: 'u%d', userCount: 3 };

  assert.equal(problemsOf({}), '');
  assert.equal(problemsOf({ target: 'smtp://[::1]:25', session: { auth: AUTH } }), '');
  assert.equal(problemsOf({ mail: { from: '', recipientsPerMessage: 1000 } }), '');
  assert.equal(
    problemsOf({ mail: { recipientDomains: ['a.test', 'b.test', 'c.test'], recipientsPerMessage: 3000 } }),
    '',
  );
  assert.equal(problemsOf({ mail: { to: '鈴木@例え.test' } }), '');
  assert.equal(problemsOf({ load: { ...HOLD, stage: 'auth' }, session: { auth: accounts } }), '');
  assert.equal(problemsOf({ target: 'smtps://127.0.0.1:465', session: { tlsCaFile: 'ca.pem' } }), '');
  assert.equal(
    problemsOf({ load: { ...HOLD, stage: 'ehlo' }, session: { xclientAddresses: ['192.0.2.1'] } }),
    '',
  );
});
