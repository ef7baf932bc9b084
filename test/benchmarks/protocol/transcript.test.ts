import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transcriptOf } from '../../../benchmarks/protocol/transcript.ts';
import type { Failure } from '../../../benchmarks/protocol/session-state.ts';
import { PHASE } from '../../../benchmarks/protocol/phases.ts';
import { ScriptedSession } from './scripted-session.ts';

const OFFERS = '250-mx\r\n250-STARTTLS\r\n250-XCLIENT ADDR\r\n250 AUTH PLAIN\r\n';

function lastTranscript(scripted: ScriptedSession): string[] {
  const last = scripted.failures.at(-1);
  assert.ok(last !== undefined);
  const phase = last.phase === 'idle' ? -1 : PHASE[last.phase as keyof typeof PHASE];
  return transcriptOf(scripted.session, { ...last, phase } satisfies Failure);
}

test('nothing was said before a banner that turns us away', () => {
  const scripted = new ScriptedSession().server('554 5.7.1 Go away\r\n');

  assert.deepEqual(lastTranscript(scripted), ['S: 554 5.7.1 Go away']);
});

test('every command up to AUTH is told in the order in which it was sent', () => {
  const scripted = new ScriptedSession({
    tls: 'starttls',
    xclientAddress: '192.0.2.1',
    credentials: { mechanism: 'PLAIN', user: 'ali', secret: 'open sesame' },
  });
  scripted.server('220 mx\r\n', OFFERS, '220 go\r\n').secured();
  scripted.server(OFFERS, '220 mx\r\n', OFFERS);
  const sent = scripted.takeSent();
  scripted.server('535 5.7.8 No\r\n');

  assert.deepEqual(lastTranscript(scripted), [
    ...sent
      .replace(/AUTH PLAIN .*/, 'AUTH PLAIN (credentials)')
      .trimEnd()
      .split('\r\n')
      .map((line) => `C: ${line}`),
    'S: 535 5.7.8 No',
  ]);
});

test('a greeting of both kinds and a refused STARTTLS', () => {
  const old = new ScriptedSession().server('220 mx\r\n', '502 what\r\n', '550 no\r\n');
  const plain = new ScriptedSession({ tls: 'starttls' }).server(
    '220 mx\r\n',
    OFFERS,
    '454 4.7.0 Not now\r\n',
  );

  assert.deepEqual(lastTranscript(old), ['C: EHLO client.test', 'C: HELO client.test', 'S: 550 no']);
  assert.deepEqual(lastTranscript(plain), ['C: EHLO client.test', 'C: STARTTLS', 'S: 454 4.7.0 Not now']);
});
