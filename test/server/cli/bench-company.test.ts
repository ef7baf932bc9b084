import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ajv } from 'ajv';
import type { RunPlan } from '../../../benchmarks/index.ts';
import type { CompanyVerdictDocument } from '../../../benchmarks/schema/company-verdict.generated.ts';
import schema from '../../../benchmarks/schema/company-verdict.schema.json' with { type: 'json' };
import { runMailfit } from '../../builders/run-mailfit.ts';

let folder = '';
let input = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailfit-company-'));
  input = join(folder, 'size.yaml');
  await writeFile(input, 'users: 300\n');
});
after(() => rm(folder, { recursive: true }));

test('300 users become a plan of one and a half times their peak', async () => {
  const run = await runMailfit(['bench', 'company', '--input', input, '--target', 'builtin', '--plan']);

  assert.equal(run.status, 0, run.stderr);
  const plan = JSON.parse(run.stdout) as RunPlan;
  assert.ok(plan.load.model === 'open');
  // Case M1 of the sizing model: 2.503 messages per second at the peak, messages of 75 KiB.
  assert.ok(Math.abs((plan.load.stages.at(-1)?.endRatePerSec ?? 0) - 1.5 * 2.50303) < 1e-4);
  assert.equal(plan.mail?.size, 'business:75KiB');
});

test('the answers of an evaluation become the plan of the same organisation', async () => {
  const answers = join(folder, 'answers.yaml');
  await writeFile(answers, 'employees: 300\n');

  const run = await runMailfit(['bench', 'company', '--answers', answers, '--target', 'builtin', '--plan']);

  assert.equal(run.status, 0, run.stderr);
  const { load, thresholds } = JSON.parse(run.stdout) as RunPlan;
  assert.ok(load.model === 'open');
  assert.ok(Math.abs((load.stages.at(-1)?.endRatePerSec ?? 0) - 1.5 * 2.50303) < 1e-4);
  assert.deepEqual(thresholds, ['p95ResponseMs<=2000', 'errors<=0.1%']);
});

test('an unusable answer is named with its place, and two sources are one too many', async () => {
  const answers = join(folder, 'wrong.yaml');
  await writeFile(answers, 'employees: many\n');
  const company = ['bench', 'company', '--target', 'builtin', '--plan', '--answers', answers];

  const wrong = await runMailfit(company);
  const both = await runMailfit([...company, '--input', input]);

  assert.deepEqual([wrong.status, both.status], [2, 2]);
  assert.match(wrong.stderr, /wrong\.yaml:1:\d+/);
  assert.match(both.stderr, /exactly one of --answers, --evaluation and --input/);
});

test('the answer says in one sentence whether the candidate carries the organisation', async () => {
  const short = ['--ramp-sec', '1', '--hold-sec', '3'];

  const run = await runMailfit([
    'bench',
    'company',
    '--input',
    input,
    '--target',
    'builtin',
    '--lang',
    'ja',
    ...short,
  ]);

  assert.equal(run.status, 0, run.stdout + run.stderr);
  assert.match(
    run.stdout.replaceAll('\n', ''),
    /この組織のピーク（毎秒2\.5通）を処理できます。少なくともピークの1\.5倍まで余裕があります。/,
  );
});

test('a rate below the peak proves nothing, and the status says so', async () => {
  const short = ['--headroom', '0.5', '--ramp-sec', '1', '--hold-sec', '2'];

  const run = await runMailfit([
    'bench',
    'company',
    '--input',
    input,
    '--target',
    'builtin',
    '--json',
    ...short,
  ]);

  assert.equal(run.status, 1, run.stderr);
  const document = JSON.parse(run.stdout) as CompanyVerdictDocument;
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(validate(document), JSON.stringify(validate.errors));
  assert.equal(document.answer, 'cannotTell');
});
