// Do ten people who export slow down whoever answers questions? `node benchmarks/self-bench/exports.ts [--write]`.
// The application is a process of its own at normal priority; documents are made in processes at nice 19. Answers are
// saved by autocannon at a steady rate, in turns alone and beside ten people who order one PDF after the other, all on
// one machine. A rate that the server can keep leaves processor time over, as people do who think before they answer.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { DOCUMENT_PROCESSES_MAX } from '../../server/documents-at-once.ts';

const EXPORTERS = 10;
const DURATION_SEC = 20;
const ROUNDS = 2;
const SAVERS = 4;
const SAVES_PER_SEC = 40;

interface Session {
  readonly origin: string;
  readonly cookie: string;
  readonly token: string;
}

interface Phase {
  readonly phase: string;
  readonly savesPerSec: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
  readonly documentsMade: number;
}

async function openSession(origin: string): Promise<Session> {
  const page = await fetch(origin);
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  const token = /name="_token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { origin, cookie, token };
}

async function post(
  session: Session,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const body = new URLSearchParams({ _token: session.token, ...fields });
  const headers = { cookie: session.cookie };
  const answer = await fetch(session.origin + path, { method: 'POST', body, headers, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
  return answer.headers.get('location') ?? '';
}

/** One person: orders a PDF, waits for it, fetches it, orders the next. Answers how many were made. */
async function exportOnAndOn(session: Session, evaluation: string, signal: AbortSignal): Promise<number> {
  let made = 0;
  while (!signal.aborted) {
    const order = await post(session, `${evaluation}/exports`, { format: 'pdf', lang: 'ja', version: '' });
    while (!signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const state = await fetch(`${session.origin}${order}/status`, { headers: { cookie: session.cookie } });
      if (!((await state.json()) as { isOver: boolean }).isOver) continue;
      const file = await fetch(`${session.origin}${order}/file`, { headers: { cookie: session.cookie } });
      if (file.ok) made += (await file.arrayBuffer()).byteLength > 0 ? 1 : 0;
      break;
    }
    // What is still waiting when the phase ends must not run into the next one.
    if (signal.aborted) await post(session, `${order}/cancel`, {}).catch(() => {});
  }
  return made;
}

async function phase(name: string, session: Session, evaluation: string, exporters: number): Promise<Phase> {
  const stop = new AbortController();
  const others = Array.from({ length: exporters }, () => exportOnAndOn(session, evaluation, stop.signal));
  const result = await autocannon({
    url: `${session.origin}${evaluation}/answers`,
    method: 'POST',
    connections: SAVERS,
    duration: DURATION_SEC,
    overallRate: SAVES_PER_SEC,
    // Its correction mixes up units; what is compared is the time that each save took.
    ignoreCoordinatedOmission: true,
    headers: { cookie: session.cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      _token: session.token,
      question: 'employees',
      'a.employees': '120',
    }).toString(),
  });
  stop.abort();
  const made = await Promise.all(others);
  return {
    phase: name,
    savesPerSec: Math.round(result.requests.average),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    errors: result.errors + result.non2xx,
    documentsMade: made.reduce((sum, count) => sum + count, 0),
  };
}

const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-exports-'));
const server = spawn(process.execPath, [join(import.meta.dirname, 'exports-server.ts'), dataDir], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
let printed = '';
server.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
while (!/http:\/\/\S+/.test(printed)) await once(server.stdout, 'data');
const session = await openSession((/http:\/\/[^/\s]+/.exec(printed) ?? [''])[0]);
const questions = await post(session, '/evaluations', { mode: 'full' });
const evaluation = questions.split('/questions/')[0] ?? '';
await phase('warm-up', session, evaluation, 0);
const phases: Phase[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  phases.push(await phase('alone', session, evaluation, 0));
  phases.push(await phase(`beside ${EXPORTERS} exporters`, session, evaluation, EXPORTERS));
}
phases.push(await phase('alone', session, evaluation, 0));
server.kill();
await once(server, 'exit');
rmSync(dataDir, { recursive: true });
const result = {
  cpu: cpus()[0]?.model ?? '',
  processors: cpus().length,
  node: process.version,
  savers: SAVERS,
  requestedSavesPerSec: SAVES_PER_SEC,
  exporters: EXPORTERS,
  server: `a process of its own, nice 0; documents in processes at nice 19, ${DOCUMENT_PROCESSES_MAX} at a time`,
  durationSec: DURATION_SEC,
  phases,
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
if (process.argv.includes('--write')) {
  mkdirSync('benchmarks/self-bench/results', { recursive: true });
  writeFileSync('benchmarks/self-bench/results/exports.json', `${JSON.stringify(result, null, 2)}\n`);
}
