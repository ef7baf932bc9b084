import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { planFromOptions, planOf } from '../../../server/cli/bench-plan.ts';
import type { BenchOptions } from '../../../server/cli/bench-options.ts';
import { PLAN_OPTIONS } from '../../../server/cli/bench-options.ts';
import { createInputFiles } from '../../../server/adapters/input-files/input-files.ts';
import { MailfitError } from '../../../server/errors.ts';

const TARGET = 'smtp://127.0.0.1:25';

function problemsOf(options: BenchOptions): string[] {
  try {
    planFromOptions(options);
  } catch (error) {
    assert.ok(error instanceof MailfitError);
    return [...error.details];
  }
  return [];
}

async function filesWith(name: string, content: string): Promise<ReturnType<typeof createInputFiles>> {
  const folder = await mkdtemp(join(tmpdir(), 'mailfit-plan-'));
  await writeFile(join(folder, name), content);
  return createInputFiles(folder);
}

test('stages become a ramp, a level and a step, and sessions make the load partly open', () => {
  const { load } = planFromOptions({
    target: TARGET,
    stages: '30:0-100, 300:100,10:500',
    messagesPerSession: '3',
    think: '250',
    arrivals: 'poisson',
    maxStartDelay: '2000',
  });

  assert.deepEqual(load, {
    model: 'partlyOpen',
    meanMessagesPerSession: 3,
    thinkTimeMs: 250,
    arrivals: 'poisson',
    maxStartDelayMs: 2000,
    stages: [
      { durationSec: 30, startRatePerSec: 0, endRatePerSec: 100 },
      { durationSec: 300, startRatePerSec: 100, endRatePerSec: 100 },
      { durationSec: 10, startRatePerSec: 500, endRatePerSec: 500 },
    ],
  });
});

test('a closed loop can ramp up and think', () => {
  const { load } = planFromOptions({
    target: TARGET,
    sessions: '20',
    duration: '60',
    rampUp: '5',
    think: '100',
  });

  assert.deepEqual(load, { model: 'closed', sessions: 20, durationSec: 60, rampUpSec: 5, thinkTimeMs: 100 });
});

test('many client addresses go by XCLIENT or by the PROXY protocol', () => {
  const clientAddress = ['192.0.2.1', '192.0.2.2'];
  const by = (clientBy: string): unknown =>
    planFromOptions({ target: TARGET, clientAddress, clientBy }).session;

  assert.deepEqual(by('xclient'), { xclientAddresses: clientAddress });
  assert.deepEqual(by('proxy2'), { proxy: { version: 2, sourceAddresses: clientAddress } });
  assert.match(problemsOf({ target: TARGET, clientAddress }).join(), /go together/);
});

test('what a session and a message are like is said in the same way on every command', () => {
  const plan = planFromOptions({
    target: TARGET,
    tlsResumption: 'off',
    tlsName: 'mail.example.com',
    nagle: 'on',
    timeout: '2.5',
    close: 'graceful',
    dsn: 'success,failure',
    language: 'ja',
    attachments: '30%',
    html: '0.5',
    eml: 'corpus',
    recipientDomain: ['example.com'],
  });

  assert.deepEqual(plan.session, {
    tlsServerName: 'mail.example.com',
    tlsResumption: false,
    timeoutMs: 2500,
    close: 'graceful',
    noDelay: false,
    dsn: { ret: 'HDRS', notify: ['SUCCESS', 'FAILURE'] },
  });
  assert.deepEqual(plan.mail, {
    language: 'ja',
    attachmentShare: 0.3,
    htmlShare: 0.5,
    emlFolder: 'corpus',
    recipientDomains: ['example.com'],
  });
});

test('options that contradict each other are refused with the reason', () => {
  assert.match(
    problemsOf({ target: TARGET, arrivals: 'even' }).join(),
    /--arrivals: belongs to an open loop/,
  );
  assert.match(problemsOf({ target: TARGET, rate: '5', think: '1' }).join(), /--messages-per-session/);
  for (const name of ['rate', 'duration', 'messages'] as const) {
    const problems = problemsOf({ target: TARGET, [name]: '5', stages: '1:2' }).join();
    assert.equal(problems, `--${name}: --stages names rates and times already.`);
  }
  assert.match(
    problemsOf({ target: TARGET, rate: '5', duration: '2', messages: '300' }).join(),
    /^--messages: --rate and --duration say how many already/,
  );
  assert.match(problemsOf({ target: TARGET, user: 'ali' }).join(), /belong to --auth/);
  assert.match(problemsOf({ target: TARGET, dsn: 'never,success' }).join(), /--dsn: never, or/);
  assert.match(problemsOf({ target: TARGET, attachments: '130%' }).join(), /not a share/);
  assert.match(problemsOf({}).join(), /--target: name a server/);
});

test('every option of the table is one that the plan reads', () => {
  const names = PLAN_OPTIONS.map(([flags]) => flags.split(' ')[0]);

  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length > 45);
});

test('a plan of several client classes is read from YAML, and an option changes it', async () => {
  const files = await filesWith(
    'plan.yaml',
    [
      'target: builtin',
      'load: { model: closed, sessions: 2, messages: 10 }',
      'classes:',
      '  - name: list exploder',
      '    load: { model: open, stages: [{ durationSec: 1, startRatePerSec: 5, endRatePerSec: 5 }] }',
      '    mail: { recipientsPerMessage: 20 }',
    ].join('\n'),
  );

  const plan = await planOf(files, { plan: 'plan.yaml', seed: '7', size: '4KiB' });

  assert.equal(plan.target, 'builtin');
  assert.equal(plan.seed, 7);
  assert.equal(plan.mail?.size, '4KiB');
  assert.deepEqual(plan.load, { model: 'closed', sessions: 2, messages: 10 });
  assert.equal(plan.classes?.[0]?.name, 'list exploder');
});

test('every fault of a plan is named with its place, and only those of the model that it names', async () => {
  const files = await filesWith(
    'plan.yaml',
    ['target: builtin', 'load:', '  model: open', '  stages: []', '  sessions: 3', 'sesion: {}'].join('\n'),
  );

  await assert.rejects(planOf(files, { plan: 'plan.yaml' }), (error: unknown) => {
    assert.ok(error instanceof MailfitError);
    assert.deepEqual(
      error.details.map((line) => line.split(' ').slice(0, 2).join(' ')).sort(),
      ['plan.yaml:5:13 load/sessions', 'plan.yaml:4:11 load/stages', 'plan.yaml:6:9 sesion'].sort(),
    );
    return true;
  });
});
