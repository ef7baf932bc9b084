// A PostgreSQL of the test's own: cluster, socket and log in a temporary folder, no network port. PostgreSQL refuses
// to run as root, so for root it runs as nobody.

import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { COMPONENTS, findComponent } from '../../tools/components.ts';

const NOBODY_ID = 65_534;
const START_TRIES_MAX = 300;
const TRY_EVERY_MS = 100;

export interface PostgresServer {
  /** What DATABASE_URL would be. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startPostgresql(): Promise<PostgresServer> {
  const binaries = dirname(postgresExecutable());
  const folder = mkdtempSync(join(tmpdir(), 'mailfit-pg-'));
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster);
  const owner = process.getuid?.() === 0 ? { uid: NOBODY_ID, gid: NOBODY_ID } : {};
  if (owner.uid !== undefined) for (const path of [folder, cluster]) chownSync(path, owner.uid, owner.gid);
  const options = ['--username=mailfit', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), [...options, '--pgdata', cluster], {
    ...owner,
    cwd: folder,
    stdio: 'pipe',
  });
  const logPath = join(folder, 'log');
  const log = openSync(logPath, 'w');
  // What is proven here is the contract of the stores, not the durability of PostgreSQL.
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'shared_buffers=16MB',
  ];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: folder, stdio: ['ignore', log, log] },
  );
  const url = `postgresql://mailfit@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await answers(url, server, logPath);
  return {
    url,
    async stop() {
      // SIGINT is its “fast shutdown”: it does not wait for clients.
      if (server.exitCode === null) {
        server.kill('SIGINT');
        await once(server, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresExecutable(): string {
  const component = COMPONENTS.find(({ id }) => id === 'postgresql');
  const path = component === undefined ? null : findComponent(component);
  if (path === null) throw new Error('PostgreSQL is not installed');
  return path;
}

async function answers(url: string, server: ChildProcess, logPath: string): Promise<void> {
  for (let tries = 0; tries < START_TRIES_MAX && server.exitCode === null; tries += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch {
      await wait(TRY_EVERY_MS);
    } finally {
      await client.end();
    }
  }
  server.kill('SIGKILL');
  throw new Error(`PostgreSQL did not start: ${readFileSync(logPath, 'utf8')}`);
}
