import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { openStores } from '../../../../server/adapters/store-sql/open-stores.ts';
import { skipUnless } from '../../../../tools/components.ts';
import { storesContract } from '../../../contracts/stores.contract.ts';
import type { StoresUnderTest } from '../../../contracts/stores.contract.ts';
import { startPostgresql } from '../../../live/postgresql.ts';
import type { PostgresServer } from '../../../live/postgresql.ts';

const now = () => new Date();

storesContract('embedded SQLite', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-store-'));
  const stores = await openStores({ databaseUrl: null, dataDir, now });
  return {
    ...stores,
    async close() {
      await stores.close();
      rmSync(dataDir, { recursive: true });
    },
  };
});

// Against the database of DATABASE_URL where one is named, else against a PostgreSQL of the test's own.
const databaseUrl = process.env['DATABASE_URL'];
describe('PostgreSQL', { skip: databaseUrl === undefined && skipUnless('postgresql') }, () => {
  let server: PostgresServer | undefined;
  before(async () => {
    if (databaseUrl === undefined) server = await startPostgresql();
  });
  after(() => server?.stop());

  storesContract('PostgreSQL', () => openInOwnSchema(databaseUrl ?? server?.url ?? ''));
});

// Each run works in a schema of its own and drops it, so a developer's database stays as it was.
async function openInOwnSchema(address: string): Promise<StoresUnderTest> {
  const schema = `mailfit_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  const owner = new Client({ connectionString: address });
  await owner.connect();
  await owner.query(`create schema ${schema}`);
  const url = new URL(address);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const stores = await openStores({ databaseUrl: url.href, dataDir: '', now });
  return {
    ...stores,
    async close() {
      await stores.close();
      await owner.query(`drop schema ${schema} cascade`);
      await owner.end();
    },
  };
}

describe('embedded database', () => {
  it('still has every confirmed answer after the process was killed with SIGKILL in the middle of saving', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-kill-'));
    const child = spawn(process.execPath, [join(import.meta.dirname, 'save-until-killed.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let confirmed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      confirmed += text;
      if (confirmed.split('\n').length > 30) child.kill('SIGKILL');
    });
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
    const [id = '', ...saved] = confirmed.slice(0, confirmed.lastIndexOf('\n')).split('\n');

    const stores = await openStores({ databaseUrl: null, dataDir, now });
    const evaluation = await stores.evaluations.get(id);
    await stores.close();
    rmSync(dataDir, { recursive: true });

    assert.ok(saved.length >= 29);
    for (const count of saved) assert.equal(evaluation?.answers[`q${count}`], Number(count));
  });

  it('opens a second time without losing anything', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-reopen-'));
    const first = await openStores({ databaseUrl: null, dataDir, now });
    const { id } = await first.evaluations.create({ title: 't', answers: { a: 1 } });
    await first.close();

    const second = await openStores({ databaseUrl: null, dataDir, now });
    assert.deepEqual((await second.evaluations.get(id))?.answers, { a: 1 });
    await second.close();
    rmSync(dataDir, { recursive: true });
  });
});
