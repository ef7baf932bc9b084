import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import {
  calibrate,
  compareRuns,
  findCapacity,
  runLoad,
  splitByTarget,
  startSink,
} from '../../benchmarks/index.ts';
import type { CapacityPlan, CapacityResult, RunResult } from '../../benchmarks/index.ts';
import { NO_LIMITS } from '../../benchmarks/sink/limits.ts';

const addFormats = addFormatsModule.default;

async function capacityOf(
  sinkOptions: Parameters<typeof startSink>[0],
  maxSessions: number,
  changes: Partial<CapacityPlan> = {},
): Promise<CapacityResult> {
  const sink = await startSink(sinkOptions);
  try {
    const result = await findCapacity(
      {
        target: `smtp://${sink.host}:${sink.port}`,
        objective: ['p99ResponseMs<=300', 'errors<=1%'],
        arrivals: 'even',
        maxSessions,
        startRatePerSec: 20,
        maxRatePerSec: 2000,
        resolution: 0.3,
        shortTrialSec: 1,
        fullTrialSec: 2,
        ...changes,
      },
      { onTrial: () => undefined },
    );
    assert.ok(!('refused' in result));
    return result;
  } finally {
    await sink.close();
  }
}

test('two sessions of a server that takes 20 ms for a message carry at most 100 per second', async () => {
  const result = await capacityOf(
    {
      kind: 'scripted',
      faults: [
        {
          kind: 'stall',
          phase: 'finalDot',
          delayMs: 20,
          scope: 'session',
          share: 1,
          times: Infinity,
          skip: 0,
        },
      ],
    },
    2,
  );

  assert.equal(result.verdict, 'found');
  assert.ok(
    (result.lowerRatePerSec ?? 0) >= 50 && (result.lowerRatePerSec ?? 0) <= 130,
    `${result.lowerRatePerSec}`,
  );
  assert.ok((result.upperRatePerSec ?? 0) > (result.lowerRatePerSec ?? 0));
  assert.deepEqual(
    result.certificate.map(({ percent }) => percent),
    [80, 100, 120],
  );
  assert.equal(result.certificate[0]?.trial.verdict, 'pass');
});

test('a server that limits the rate gets no capacity, but its limit is named', async () => {
  const result = await capacityOf({ limits: { ...NO_LIMITS, maxMessagesPerSec: 50 } }, 20);

  assert.equal(result.verdict, 'policyBound');
  assert.equal(result.lowerRatePerSec, null);
  assert.ok(result.notices.some(({ id }) => id === 'rateLimit'));
});

test('a server that ends each session after ten messages gets no capacity, and that limit is named, no other', async () => {
  const result = await capacityOf({ limits: { ...NO_LIMITS, maxMessagesPerConnection: 10 } }, 4);

  assert.deepEqual([result.verdict, result.verdictReason], ['policyBound', 'messagesPerConnection']);
  assert.ok(result.notices.every(({ id }) => id !== 'rateLimit'));
});

test('a pause before the banner that the objective cannot bear is a policy, not the capacity', async () => {
  const pause = { kind: 'stall', phase: 'connect', delayMs: 1000, scope: 'session' } as const;
  const result = await capacityOf(
    { kind: 'scripted', faults: [{ ...pause, share: 1, times: Infinity, skip: 0 }] },
    50,
    { session: { messagesPerConnection: 1 } },
  );

  assert.deepEqual([result.verdict, result.verdictReason], ['policyBound', 'greetPause']);
  assert.equal(result.lowerRatePerSec, null);
});

test('the scalability law is fitted to the points below a limit of the server only', async () => {
  const slow = { kind: 'stall', phase: 'finalDot', delayMs: 5, scope: 'session' } as const;
  const result = await capacityOf(
    {
      kind: 'scripted',
      faults: [{ ...slow, share: 1, times: Infinity, skip: 0 }],
      limits: { ...NO_LIMITS, maxConnections: 5 },
    },
    4,
    { maxRatePerSec: 20, scalabilitySessions: [1, 2, 3, 4, 8] },
  );

  assert.deepEqual(result.scalabilityEnd, { sessions: 8, reason: 'connectionLimit' });
  assert.deepEqual(
    result.scalability?.points.map(({ sessions }) => sessions),
    [1, 2, 3, 4],
  );
});

test('a result follows its schema and says what it takes to run the search again', async () => {
  const schema: object = JSON.parse(readFileSync('benchmarks/schema/capacity.schema.json', 'utf8'));
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  const result = await capacityOf({}, 4, { maxRatePerSec: 20, mail: { size: '2KiB' } });

  validate(JSON.parse(JSON.stringify(result)));
  assert.deepEqual(validate.errors, null);
  assert.deepEqual([result.plan?.['mail'], result.plan?.['fullTrialSec']], [{ size: '2KiB' }, 2]);
  assert.equal(result.environment?.node, process.version);
  assert.ok(result.server?.capabilities.includes('PIPELINING'));
  assert.ok(result.trials.every(({ generator }) => (generator?.cpuSec ?? 0) > 0));
});

test('an objective about losses is refused where nobody counts arrivals, and judged where somebody does', async () => {
  const plan = {
    objective: ['lost==0'],
    shortTrialSec: 1,
    fullTrialSec: 1,
    startRatePerSec: 20,
    maxRatePerSec: 20,
  };

  const uncounted = await findCapacity(
    { ...plan, target: 'smtp://127.0.0.1:1' },
    { onTrial: () => assert.fail('a trial was run') },
  );
  const counted = await findCapacity({ ...plan, target: 'builtin' }, { onTrial: () => undefined });

  assert.ok('refused' in uncounted && uncounted.kind === 'badPlan');
  assert.ok(!('refused' in counted) && counted.verdict === 'ceilingReached');
});

test('a target that must not be loaded is refused before the first trial', async () => {
  const result = await findCapacity(
    { target: 'smtp://192.0.2.1:25', objective: ['errors<=1%'] },
    { onTrial: () => assert.fail('a trial was run') },
  );

  assert.ok('refused' in result);
});

test('calibration measures every way of sending', async () => {
  const { rows } = await calibrate({ durationSec: 0.3 }, { onEvent: () => undefined });

  assert.deepEqual(
    rows.map(({ mode }) => mode),
    ['plain', 'pipelined', 'chunked', 'newConnection'],
  );
  assert.ok(rows.every(({ ratePerSec }) => ratePerSec > 100));
});

for (const kind of ['null', 'reference', 'scripted'] as const) {
  test(`the ${kind} sink has a ceiling of its own`, async () => {
    const calibration = await calibrate({ sink: kind, durationSec: 0.6 }, { onEvent: () => undefined });

    assert.equal(calibration.sink, kind);
    assert.deepEqual(
      calibration.rows.map(({ ratePerSec }) => ratePerSec > 0),
      [true, true, true, true],
    );
  });
}

test('runs are compared by target, and settings that differ are named', async () => {
  const runs: RunResult[] = [];
  for (const label of ['a', 'b', 'a', 'b', 'a', 'b']) {
    const result = await runLoad(
      {
        target: 'builtin',
        label,
        load: { model: 'closed', sessions: label === 'a' ? 1 : 2, messages: 30 },
      },
      { onEvent: () => undefined },
    );
    assert.ok(!('refused' in result));
    runs.push(result);
  }
  const sets = splitByTarget(runs);
  assert.ok(sets !== null);

  const comparison = compareRuns(...sets);

  assert.deepEqual([comparison.firstLabel, comparison.secondLabel], ['a', 'b']);
  assert.deepEqual(comparison.differingSettings, ['load']);
  assert.equal(comparison.figures[0]?.first.length, 3);
  assert.equal(splitByTarget(runs.slice(0, 1)), null);
});
