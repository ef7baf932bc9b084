// How long the catalogue's pages take with N options: `node benchmarks/self-bench/catalogue-pages.ts [--write]`.
// The real application over real HTTP on loopback, one request at a time. Beside the time on the clock stands the
// processor time of this process (client included), because a shared machine stretches the clock.

import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProfileFiles } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { compose } from '../../server/compose.ts';
import { resolveConfig } from '../../server/config.ts';
import { createApp } from '../../server/web/app.ts';
import { generateProfiles } from './generate-profiles.ts';

const SIZES = [61, 250, 500, 1000, 2000];
const WARM_UPS = 10;
const REQUESTS = 40;
const NO_LIMIT = 1_000_000;
const PAGES = {
  list: '/options?lang=ja',
  filtered: '/options?lang=ja&deployment=cloud&protocol=IMAP&language=ja&unknown=show&sort=facts',
  comparison: '/options/compare?lang=ja&ids=generated-0,generated-1,generated-2,generated-3,generated-4',
  coverage: '/options/coverage?lang=ja&group=security',
} as const;

interface PageTiming {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly cpuMs: number;
  readonly bytes: number;
}

async function timePage(url: string): Promise<PageTiming> {
  for (let count = 0; count < WARM_UPS; count += 1) await fetchText(url);
  const times: number[] = [];
  const before = process.cpuUsage();
  let bytes = 0;
  for (let count = 0; count < REQUESTS; count += 1) {
    const start = performance.now();
    bytes = (await fetchText(url)).length;
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((left, right) => left - right);
  return {
    medianMs: times[Math.floor(REQUESTS / 2)] ?? 0,
    p95Ms: times[Math.floor(REQUESTS * 0.95)] ?? 0,
    cpuMs: (user + system) / 1000 / REQUESTS,
    bytes,
  };
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

async function timeSize(count: number): Promise<Readonly<Record<string, PageTiming>>> {
  const folder = mkdtempSync(join(tmpdir(), 'mailfit-pages-'));
  const profiles = join(folder, 'providers');
  mkdirSync(profiles);
  for (const { path, text } of generateProfiles(await readProfileFiles('providers'), count)) {
    writeFileSync(join(profiles, path), text);
  }
  const outcome = resolveConfig({
    MAILFIT_PROVIDERS_DIR: profiles,
    MAILFIT_DATA_DIR: join(folder, 'data'),
    MAILFIT_LOG_LEVEL: 'silent',
  });
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  const application = compose(outcome.config);
  const deps = await application.webDeps();
  const limits = { ...deps.limits, requestsPerMinute: NO_LIMIT };
  const server = createApp({ ...deps, limits }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const timings: Record<string, PageTiming> = {};
  for (const [name, path] of Object.entries(PAGES)) timings[name] = await timePage(origin + path);
  server.closeAllConnections();
  server.close();
  await application.close();
  rmSync(folder, { recursive: true });
  return timings;
}

const curve = [];
for (const options of SIZES) curve.push({ options, pages: await timeSize(options) });
const result = {
  schema: 'mailfit.self-bench.catalogue-pages/1',
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  requestsPerPage: REQUESTS,
  curve,
};
if (process.argv.includes('--write')) {
  mkdirSync('benchmarks/self-bench/results', { recursive: true });
  writeFileSync('benchmarks/self-bench/results/catalogue-pages.json', `${JSON.stringify(result, null, 2)}\n`);
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
