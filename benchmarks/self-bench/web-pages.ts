// What our pages cost beside a bare express + ejs page of the same size, both in a process of their own, with 50
// connections: `node benchmarks/self-bench/web-pages.ts [--write]`. Rounds alternate, so that whatever else the machine
// does falls on both alike. Latencies are autocannon's plain ones: without a rate it corrects nothing.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

const CONNECTIONS = 50;
const ROUND_SEC = 5;
const ROUNDS = 3;
const WARM_UP_SEC = 3;

interface Request {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Trial {
  readonly perSec: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly notOk: number;
}

interface Ready {
  readonly port: number;
  readonly resultPath: string;
  readonly savePath: string;
  readonly questionsPath: string;
  readonly rankedOptions: number;
}

async function startProcess<Answer>(
  script: string,
  args: readonly string[],
): Promise<[ChildProcess, Answer]> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const line = await new Promise<Buffer>((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error(`${script} ended before it was ready`)));
  });
  return [child, JSON.parse(line.toString()) as Answer];
}

async function load(request: Request, durationSec: number): Promise<Trial> {
  const outcome = await autocannon({
    ...request,
    headers: { ...request.headers },
    connections: CONNECTIONS,
    duration: durationSec,
  });
  return {
    perSec: outcome.requests.total / outcome.duration,
    p50Ms: outcome.latency.p50,
    p99Ms: outcome.latency.p99,
    notOk: outcome.non2xx + outcome.errors,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function summaryOf(trials: readonly Trial[]) {
  return {
    perSec: Math.round(median(trials.map(({ perSec }) => perSec))),
    p50Ms: median(trials.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(trials.map(({ p99Ms }) => p99Ms)),
    notOk: trials.reduce((sum, { notOk }) => sum + notOk, 0),
    perSecByRound: trials.map(({ perSec }) => Math.round(perSec)),
  };
}

async function compare(ours: Request, bare: Request, bytes: number) {
  await load(ours, WARM_UP_SEC);
  await load(bare, WARM_UP_SEC);
  const trials: { readonly ours: Trial[]; readonly bare: Trial[] } = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    trials.ours.push(await load(ours, ROUND_SEC));
    trials.bare.push(await load(bare, ROUND_SEC));
  }
  const ratios = trials.ours.map((trial, round) => trial.perSec / (trials.bare[round]?.perSec ?? Number.NaN));
  return {
    bytes,
    ours: summaryOf(trials.ours),
    bare: summaryOf(trials.bare),
    rateRatio: Number(median(ratios).toFixed(3)),
  };
}

/** A save as the page's script sends it, with the token and the cookie of a visit. */
async function saveRequest(origin: string, { savePath, questionsPath }: Ready): Promise<Request> {
  const page = await fetch(origin + questionsPath);
  const cookie = page.headers.getSetCookie().map((line) => line.split(';')[0]);
  const token = /name="_token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const body = new URLSearchParams({ _token: token, question: 'employees', 'a.employees': '250' });
  return {
    url: origin + savePath,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookie.join('; ') },
    body: body.toString(),
  };
}

async function bytesOf({ url, ...init }: Request): Promise<number> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return (await response.arrayBuffer()).byteLength;
}

const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-web-pages-'));
const [app, ready] = await startProcess<Ready>('web-pages-server.ts', [dataDir]);
const [bareApp, bare] = await startProcess<{ readonly port: number }>('bare-pages-server.ts', []);
const origin = `http://127.0.0.1:${ready.port}`;
const barePage = (bytes: number): string => `http://127.0.0.1:${bare.port}/page/${bytes}`;

const result: Request = { url: origin + ready.resultPath, method: 'GET' };
/** As every browser asks; the bare page does not compress. */
const packedResult: Request = { ...result, headers: { 'accept-encoding': 'gzip' } };
const resultBytes = await bytesOf(result);
const save = await saveRequest(origin, ready);
const saveBytes = await bytesOf(save);
const sectionBytes = await bytesOf({ url: origin + ready.questionsPath, method: 'GET' });
const figures = {
  schema: 'mailfit.self-bench.web-pages/1',
  load: `autocannon, ${CONNECTIONS} connections, ${ROUNDS} alternating rounds of ${ROUND_SEC} s each`,
  goals: {
    saveRateRatio: '>= 0.4',
    resultRateRatio: '>= 0.15',
    resultP99Ms: `< 100 at ${CONNECTIONS} connections`,
  },
  measuredAt: new Date().toISOString(),
  node: process.version,
  kernel: release(),
  processor: `${cpus().length} × ${cpus()[0]?.model ?? ''}`,
  rankedOptions: ready.rankedOptions,
  result: await compare(result, { url: barePage(resultBytes), method: 'GET' }, resultBytes),
  resultCompressed: await compare(packedResult, { url: barePage(resultBytes), method: 'GET' }, resultBytes),
  /** Beside a bare page of the size of the questionnaire page that the answer is given on. */
  save: await compare(save, { url: barePage(sectionBytes), method: 'GET' }, sectionBytes),
  /** Beside a bare page that parses the same form and answers with as few bytes, and keeps nothing. */
  saveBesideNothingKept: await compare(save, { ...save, url: barePage(saveBytes) }, saveBytes),
  loadAverageAtEnd: Number((loadavg()[0] ?? 0).toFixed(2)),
};
for (const child of [app, bareApp]) child.stdin?.end();
rmSync(dataDir, { recursive: true });
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
if (process.argv.includes('--write')) {
  const file = fileURLToPath(new URL('results/web-pages.json', import.meta.url));
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
process.exitCode =
  figures.save.rateRatio >= 0.4 && figures.result.rateRatio >= 0.15 && figures.result.ours.p99Ms < 100
    ? 0
    : 1;
