import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { erlangB, erlangC, leastServers, throughputPerSec } from '../../../../server/core/sizing/queueing.ts';
import { assertFigures, withinRelative } from '../../../builders/closeness.ts';
import { sizingCase, sizingCases } from '../../../builders/known-answers.ts';

test('P7: 8.108 erlangs on 15 lines lose one call in a hundred (erlang.com)', () => {
  assert.ok(Math.abs(erlangB(15, 8.108) - 0.009999631943) < 1e-11);
});

test('P8: 100 processes, 2 hosts that time out after 30 s: about 6 messages a second (Postfix TUNING_README)', () => {
  const { concurrency, mxHosts, connectTimeoutSec } = sizingCase('P8-little-postfix').inputs as never;

  const rate = throughputPerSec((concurrency as number) * (mxHosts as number), connectTimeoutSec);

  assert.ok(Math.abs(rate - 6.666666667) < 1e-8);
});

for (const known of sizingCases('E-')) {
  test(`known answer ${known.id}: least number of servers and its blocking`, () => {
    const { erlangs, maxBlocking } = known.inputs as { erlangs: number; maxBlocking: number };

    const servers = leastServers(erlangs, maxBlocking);

    const found = {
      servers,
      blocking: erlangB(servers, erlangs),
      blockingOneFewer: erlangB(servers - 1, erlangs),
    };
    assertFigures(found, known.expected, withinRelative(1e-9));
  });
}

test('known answer EC-10-14: Erlang C gives the chance and the length of waiting', () => {
  const known = sizingCase('EC-10-14');

  assertFigures(erlangC(14, 10, 5), known.expected, withinRelative(1e-9));
});

test('more work than servers: everyone waits and the wait has no end', () => {
  assert.deepEqual(erlangC(10, 10, 5), { pWait: 1, meanWaitSec: null });
});

test('a goal that is met exactly is met: one erlang on one server is refused half the time', () => {
  assert.equal(erlangB(1, 1), 0.5);
  assert.equal(leastServers(1, 0.5), 1);
});

test('no traffic needs one server and blocks nobody', () => {
  assert.equal(leastServers(0, 0.001), 1);
  assert.equal(erlangB(1, 0), 0);
});

test('property: the least number of servers meets the goal and one fewer does not, as the recursion sees it', () => {
  const erlangs = fc.double({ min: 0.001, max: 3000, noNaN: true });
  const goal = fc.constantFrom(0.1, 0.01, 0.001, 0.0001);
  fc.assert(
    fc.property(erlangs, goal, (offered, maxBlocking) => {
      const servers = leastServers(offered, maxBlocking);

      assert.ok(erlangB(servers, offered) <= maxBlocking * (1 + 1e-9));
      assert.ok(servers === 1 || erlangB(servers - 1, offered) > maxBlocking * (1 - 1e-9));
    }),
    { numRuns: 1000 },
  );
});

test('a hundred million erlangs are answered at once', () => {
  const servers = leastServers(1e8, 0.001);

  assert.ok(servers > 0.999 * 1e8 && servers < 1.001 * 1e8);
});
