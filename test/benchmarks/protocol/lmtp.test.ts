import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newJob } from '../../../benchmarks/protocol/session-state.ts';
import type { Job } from '../../../benchmarks/protocol/session-state.ts';
import { ScriptedSession, messageTo } from './scripted-session.ts';

const EHLO = '250-mx.test\r\n250-PIPELINING\r\n250-CHUNKING\r\n250-SIZE 1000\r\n250 ENHANCEDSTATUSCODES\r\n';

test('LMTP with chunks in a pipeline: a refused recipient has no answer after the last chunk', () => {
  const scripted = new ScriptedSession({
    protocol: 'lmtp',
    pipelining: true,
    chunking: true,
    pipelineDepth: 2,
  });
  scripted.server('220 lmtp\r\n', EHLO).takeSent();
  const second = newJob(messageTo('e@example.com', 'f@example.com'), 1, 0);
  scripted.toPipeline.push(second);
  const first = scripted.begin('b@example.com', 'c@example.com', 'd@example.com');

  scripted.server('250 ok\r\n250 ok\r\n550 no\r\n250 ok\r\n', '250 b\r\n', '452 4.2.2 full\r\n');
  assert.deepEqual(scripted.outcomes, ['accepted']);
  assert.deepEqual([first.recipientsAccepted, first.recipientsRefused], [1, 2]);
  // Nobody is left for the second message: one reply says so for all.
  scripted.server('250 reset\r\n250 ok\r\n550 no\r\n550 no\r\n503 no valid recipients\r\n');
  assert.deepEqual(scripted.outcomes, ['accepted', 'rejected']);
  assert.deepEqual([second.recipientsAccepted, second.recipientsRefused], [0, 2]);
  assert.equal(scripted.session.waitingSinceUs(), null);
});

test('LMTP: after 421 only the recipients that were answered before it are accepted', () => {
  const outcomeAfter = (...replies: readonly string[]): Job => {
    const scripted = new ScriptedSession({ protocol: 'lmtp' }).server('220 lmtp\r\n', EHLO);
    const job = scripted.begin('b@example.com', 'c@example.com', 'd@example.com');
    scripted.server('250 ok\r\n', '250 ok\r\n', '250 ok\r\n', '250 ok\r\n', '354 go\r\n', ...replies);
    assert.deepEqual(scripted.outcomes, [job.recipientsAccepted > 0 ? 'accepted' : 'rejected']);
    return job;
  };

  assert.equal(outcomeAfter('250 b\r\n', '421 4.3.2 shutting down\r\n').recipientsAccepted, 1);
  assert.equal(outcomeAfter('250 b\r\n', '250 c\r\n', '421 4.3.2 bye\r\n').recipientsRefused, 1);
  assert.equal(outcomeAfter('421 4.3.2 shutting down\r\n').recipientsAccepted, 0);
  assert.equal(outcomeAfter('550 no\r\n', '421 4.3.2 shutting down\r\n').recipientsAccepted, 0);
});

test('LMTP: each accepted recipient has its own answer after the dot', () => {
  const scripted = new ScriptedSession({ protocol: 'lmtp' }).server('220 lmtp\r\n', EHLO);
  assert.equal(scripted.takeSent(), 'LHLO client.test\r\n');

  const job = scripted.begin('b@example.com', 'c@example.com', 'd@example.com');
  scripted.server('250 ok\r\n', '250 ok\r\n', '550 no\r\n', '250 ok\r\n', '354 go\r\n', '250 b\r\n');
  assert.deepEqual(scripted.outcomes, []);
  scripted.server('452 4.2.2 full\r\n');

  assert.deepEqual(scripted.outcomes, ['accepted']);
  assert.equal(job.recipientsAccepted, 1);
  assert.equal(job.recipientsRefused, 2);
});
