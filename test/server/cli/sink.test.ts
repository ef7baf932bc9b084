import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { SinkLedger } from '../../../benchmarks/schema/ledger.generated.ts';
import { runMailfit } from '../../builders/run-mailfit.ts';

const MAIN = resolve(import.meta.dirname, '../../../server/cli/main.ts');

interface RunningSink {
  readonly url: string;
  end(): Promise<number | null>;
}

async function startSinkCommand(args: readonly string[]): Promise<RunningSink> {
  const child = spawn(process.execPath, [MAIN, 'sink', '--port', '0', ...args], {
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((found) =>
    child.stdout.once('data', (text: Buffer) => found(text.toString())),
  );
  const url = /ready: (\S+)/.exec(line)?.[1] ?? assert.fail(line);
  return {
    url,
    end: () =>
      new Promise((ended) => {
        child.once('close', ended);
        child.kill('SIGTERM');
      }),
  };
}

test('a sink started by the command takes a load and writes its ledger when it is ended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mailfit-sink-'));
  const file = join(folder, 'ledger.json');
  try {
    const sink = await startSinkCommand(['--fault', 'lose:1x', '--out', file]);

    const load = await runMailfit(['bench', 'run', '--target', sink.url, '--messages', '20', '--json']);
    const status = await sink.end();

    assert.equal(load.status, 0, load.stderr);
    assert.equal(status, 0);
    const ledger = JSON.parse(await readFile(file, 'utf8')) as SinkLedger;
    const schema = JSON.parse(await readFile('benchmarks/schema/ledger.schema.json', 'utf8')) as object;
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    assert.ok(ajv.validate(schema, ledger), JSON.stringify(ajv.errors));
    assert.equal(ledger.messages, 20);
    assert.equal(ledger.injected.lost, 1);
    assert.equal(ledger.entries.length, 19);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('wrong flags and a port that is taken end with status 2 and say why', async () => {
  const wrong = await runMailfit(['sink', '--fault', 'burn:mail', '--tls', 'ssl3']);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /burn:mail/);
  assert.match(wrong.stderr, /--tls ssl3/);

  const sink = await startSinkCommand([]);
  const taken = await runMailfit(['sink', '--port', sink.url.split(':').at(-1) ?? '']);
  await sink.end();
  assert.equal(taken.status, 2);
  assert.match(taken.stderr, /EADDRINUSE/);
});
