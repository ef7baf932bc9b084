import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startSink } from '../../../benchmarks/index.ts';
import type { Sink } from '../../../benchmarks/index.ts';
import { openStores } from '../../../server/adapters/store-sql/open-stores.ts';
import { runMailfit } from '../../builders/run-mailfit.ts';
import type { CommandRun } from '../../builders/run-mailfit.ts';

let sink: Sink;
let dataDir = '';
let candidateId = '';
const now = (): Date => new Date();

before(async () => {
  sink = await startSink({ kind: 'null' });
  dataDir = await mkdtemp(join(tmpdir(), 'mailfit-candidate-'));
  await writeFile(join(dataDir, 'size.yaml'), 'users: 300\n');
  const stores = await openStores({ databaseUrl: null, dataDir, now });
  const candidate = await stores.candidates.create({
    name: 'Relay',
    endpoint: `smtp://127.0.0.1:${sink.port}`,
    tls: 'none',
    tlsVerify: true,
    providerId: null,
    notes: '',
    auth: null,
  });
  await stores.close();
  candidateId = candidate.id;
});

after(async () => {
  await sink.close();
  await rm(dataDir, { recursive: true });
});

function bench(verb: string, options: readonly string[]): Promise<CommandRun> {
  return runMailfit(['bench', verb, '--target', candidateId, ...options], {
    env: { MAILFIT_DATA_DIR: dataDir },
  });
}

async function historyKinds(): Promise<readonly string[]> {
  const stores = await openStores({ databaseUrl: null, dataDir, now });
  const runs = await stores.runs.list({ limit: 100 });
  await stores.close();
  return runs.filter((run) => run.candidateId === candidateId).map((run) => run.kind);
}

test('a candidate stands for its address in every command that sends, and each run goes into its history', async () => {
  const run = await bench('run', ['--messages', '30', '--json']);
  const connections = await bench('connections', ['--hold', '5', '--hold-sec', '0.1', '--json']);
  const capacity = await bench('capacity', [
    '--slo',
    'errors<=1%',
    '--max-rate',
    '30',
    '--short-sec',
    '1',
    '--full-sec',
    '1',
    '--json',
  ]);
  const company = await bench('company', [
    '--input',
    join(dataDir, 'size.yaml'),
    '--ramp-sec',
    '1',
    '--hold-sec',
    '1',
    '--json',
  ]);

  assert.equal(run.status, 0, run.stderr);
  assert.equal(JSON.parse(run.stdout).target, `smtp://127.0.0.1:${sink.port}`);
  assert.equal(JSON.parse(run.stdout).messages.accepted, 30);
  assert.equal(JSON.parse(connections.stdout).hold.admitted, 5, connections.stderr);
  assert.ok(JSON.parse(capacity.stdout).trials.length > 0, capacity.stderr);
  assert.notEqual(company.stdout, '', company.stderr);
  assert.deepEqual((await historyKinds()).toSorted(), ['capacity', 'connections', 'run', 'run']);
});

test('an id that is no candidate is refused with what there is', async () => {
  const run = await runMailfit(['bench', 'run', '--target', 'cand-nobody', '--messages', '1'], {
    env: { MAILFIT_DATA_DIR: dataDir },
  });

  assert.equal(run.status, 2);
  assert.match(run.stderr, new RegExp(`“cand-nobody” is neither .*${candidateId} \\(Relay\\)`));
});
