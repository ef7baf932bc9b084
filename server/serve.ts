// Listens and serves the pages until it is told to stop; then finishes what is under way.

import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Application } from './compose.ts';
import { MailfitError } from './errors.ts';
import type { WebDeps } from './web/app.ts';

export interface RunningServer {
  /** What to tell whoever starts a server that has no administrator yet; null otherwise. */
  readonly setupNotice: string | null;
  /** Address to open in a browser. */
  readonly url: string;
  /** Ends open requests, stores what is under way, closes the database. */
  close(): Promise<void>;
}

/** Starts the web application on the configured host and port. Throws MailfitError when the port is taken. */
export async function serve(app: Application): Promise<RunningServer> {
  const { createApp } = await import('./web/app.ts');
  const deps = await app.webDeps();
  const server = createServer(createApp(deps));
  await listening(server, app.config.host, app.config.port);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : app.config.port;
  const host = app.config.host.includes(':') ? `[${app.config.host}]` : app.config.host;
  const url = `http://${host}:${port}/`;
  return {
    url,
    setupNotice: await setupNotice(app, deps, url),
    async close() {
      const drained = closed(server);
      // Ends the runs and with them the streams of their viewers; requests under way still find the database.
      await deps.board.close();
      await drained;
      await app.close();
    },
  };
}

async function setupNotice(app: Application, { access }: WebDeps, url: string): Promise<string | null> {
  if (access.kind === 'loopback' || (await access.people.accounts.isSetupComplete())) return null;
  const code = app.config.adminSecret === null ? `this code: ${access.setupCode}` : 'MAILFIT_ADMIN_SECRET';
  return `There is no administrator yet. Open ${access.publicUrl ?? url.slice(0, -1)}/setup and enter ${code}`;
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is in use; choose another one' : error.message;
      reject(new MailfitError('wrongUse', [`${host}:${port}: ${reason}`], error));
    });
    server.listen(port, host, resolve);
  });
}

const GRACE_MS = 3_000;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Resolves when the process is asked to stop (SIGINT or SIGTERM); a second signal ends it at once. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
