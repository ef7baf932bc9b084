// The web application on an embedded database in a temporary folder, listening on a free port of this machine.

import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openStores } from '../../server/adapters/store-sql/open-stores.ts';
import { catalogueFrom } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { createApp, DEFAULT_LIMITS } from '../../server/web/app.ts';
import type { WebDeps } from '../../server/web/app.ts';
import type { Questionnaire } from '../../server/data/schema/questions.generated.ts';
import type { Catalogue } from '../../server/core/catalogue/provider.ts';

const root = join(import.meta.dirname, '../..');
export const TODAY = '2026-11-23';

export interface WebUnderTest {
  readonly origin: string;
  readonly deps: WebDeps;
  close(): Promise<void>;
}

export async function startWeb(overrides: Partial<WebDeps> = {}): Promise<WebUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-web-'));
  const stores = await openStores({ databaseUrl: null, dataDir, now: () => new Date() });
  let count = 0;
  const deps: WebDeps = {
    access: { kind: 'loopback' },
    signingKey: Buffer.alloc(32, 7),
    limits: DEFAULT_LIMITS,
    viewsDir: join(root, 'views'),
    clock: { now: () => new Date() },
    ids: { newId: () => `request-${(count += 1)}` },
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    evaluations: stores.evaluations,
    runs: stores.runs,
    catalogue: fixtureCatalogue(),
    questionnaire: parse(readFileSync(join(root, 'server/data/questions.yaml'), 'utf8')) as Questionnaire,
    pingStore: () => stores.ping(),
    ...overrides,
  };
  const server = createApp(deps).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deps,
    async close() {
      server.closeAllConnections();
      server.close();
      await stores.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function fixtureCatalogue(): Catalogue {
  const folder = join(root, 'test/fixtures/providers/valid');
  const files = ['example-mail.yaml'].map((name) => {
    const path = join(folder, name);
    return { path, text: readFileSync(path, 'utf8') };
  });
  const result = catalogueFrom(files, TODAY);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.catalogue;
}
