// 500 viewers of one live run on server-sent events: how long an event takes from its making to each of them, and what
// they cost the server in memory. `node benchmarks/self-bench/live-viewers.ts [--write]`. The server, the viewers and this
// script are three processes; the server is the whole application with its embedded database.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ViewersReport } from './live-viewers-process.ts';

const VIEWERS = 500;
const WATCHED_SEC = 30;
const RUN_SEC = 90;
/** The run itself warms up before memory is compared. */
const BASELINE_SEC = 8;
const SAMPLE_MS = 250;
const GOALS = { p99DelayMs: 1_000, memoryGrowthMiB: 100 };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RESULT = fileURLToPath(new URL('results/live-viewers.json', import.meta.url));

async function startServer(
  dataDir: string,
): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'server/cli/main.ts'), 'serve', '--port', '0', '--data', dataDir],
    { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, MAILFIT_LOG_LEVEL: 'error' } },
  );
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server did not start')));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const url = /http:\/\/\S+/.exec(text)?.[0];
      if (url !== undefined) resolve(url.replace(/\/$/, ''));
    });
  });
  return { child, origin };
}

/** Starts a run as a browser would and answers its path. */
async function startRun(origin: string): Promise<string> {
  const form = await fetch(`${origin}/benchmark/new`);
  const cookie = form.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const token = /name="_token" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  const body = new URLSearchParams({
    _token: token,
    target: 'builtin',
    kind: 'run',
    model: 'open',
    rate: '20',
    openSec: String(RUN_SEC),
    openRampSec: '0',
  });
  const started = await fetch(`${origin}/runs`, {
    method: 'POST',
    body,
    headers: { cookie },
    redirect: 'manual',
  });
  const path = started.headers.get('location');
  if (started.status !== 303 || path === null) throw new Error(`The run did not start: ${started.status}`);
  return path;
}

function residentMiB(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes) / 1024;
}

async function peakMiB(pid: number, until: Promise<unknown>): Promise<number> {
  let peak = residentMiB(pid);
  const sampling = setInterval(() => {
    peak = Math.max(peak, residentMiB(pid));
  }, SAMPLE_MS);
  await until.finally(() => clearInterval(sampling));
  return peak;
}

function watch(url: string): Promise<ViewersReport> {
  const script = fileURLToPath(new URL('live-viewers-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, url, String(VIEWERS), String(WATCHED_SEC)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(text) as ViewersReport)
        : reject(new Error(`The viewers ended with ${code}`)),
    );
  });
}

async function measure(): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-viewers-'));
  const { child, origin } = await startServer(dataDir);
  const pid = child.pid ?? 0;
  try {
    const path = await startRun(origin);
    const baselineMiB = await peakMiB(pid, wait(BASELINE_SEC * 1_000));
    const watching = watch(`${origin}${path}/events`);
    const [report, watchedMiB] = await Promise.all([watching, peakMiB(pid, watching)]);
    return resultOf(report, { baselineMiB, watchedMiB });
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(dataDir, { recursive: true });
  }
}

function resultOf(
  report: ViewersReport,
  memory: { readonly baselineMiB: number; readonly watchedMiB: number },
): object {
  const growthMiB = memory.watchedMiB - memory.baselineMiB;
  const isComplete = report.connected === VIEWERS && report.gaps === 0 && report.dropped === 0;
  return {
    schema: 'mailfit.self-bench.live-viewers/1',
    measuredAt: new Date().toISOString(),
    environment: {
      node: process.version,
      kernel: release(),
      cpu: cpus()[0]?.model ?? '',
      cpuCount: cpus().length,
      loadAverage: loadavg().map((load) => Number(load.toFixed(2))),
    },
    viewers: VIEWERS,
    watchedSec: WATCHED_SEC,
    ...report,
    memory: {
      baselineMiB: Math.round(memory.baselineMiB),
      peakMiB: Math.round(memory.watchedMiB),
      growthMiB: Math.round(growthMiB),
    },
    goals: GOALS,
    isMet: isComplete && report.delayMs.p99 < GOALS.p99DelayMs && growthMiB < GOALS.memoryGrowthMiB,
  };
}

const result = await measure();
const text = `${JSON.stringify(result, null, 2)}\n`;
process.stdout.write(text);
if (process.argv.includes('--write')) writeFileSync(RESULT, text);
process.exitCode = (result as { readonly isMet: boolean }).isMet ? 0 : 1;
