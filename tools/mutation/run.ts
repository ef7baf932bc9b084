// `npm run mutation -- [--share 0.25] [--seed 1] [FOLDER…]`: changes the code in small ways and sees whether a test
// notices. Writes benchmarks/self-bench/results/mutation.json: killed, survived and not covered, per file.

import { globSync, writeFileSync, readFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { seededRng } from '../../server/core/random/rng.ts';
import type { Baseline, MutantVerdict, MutationRequest, WorkerStart } from './messages.ts';
import { countingSources, mutantsOf, onlySwitchesOf } from './mutants.ts';
import type { Mutant, MutatedFolder } from './mutants.ts';
import { planFor } from './test-plan.ts';
import type { MutantPlan } from './test-plan.ts';
import { summaryOf, survivorLine, tableOf } from './report.ts';
import type { JudgedMutant } from './report.ts';

const REPORT = 'benchmarks/self-bench/results/mutation.json';
const PROPERTY_SEED = 20_261_123;
const PROPERTY_TIME_MS = 100;
/** Memory of imported test files is never given back, so a thread serves this many mutants. */
const MUTANTS_PER_THREAD = 50;
const BASELINE_MS = 1_200_000;

// Only a folder's own tests count: what the tests of another folder happen to run through, they do not describe.
const FOLDERS: Readonly<Record<string, string>> = {
  'server/core/sizing': 'test/server/core/sizing/*.test.ts',
  'server/core/scoring': 'test/server/core/scoring/*.test.ts',
};

interface Chosen {
  readonly folder: string;
  readonly mutated: MutatedFolder;
  readonly sample: readonly Mutant[];
  readonly testFiles: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
for (const folder of positionals.length > 0 ? positionals : Object.keys(FOLDERS)) await testFolder(folder);

async function testFolder(folder: string): Promise<void> {
  const pattern = FOLDERS[folder];
  if (pattern === undefined) throw new Error(`${folder}: one of ${Object.keys(FOLDERS).join(', ')}`);
  const mutated = await mutantsOf(folder);
  const chance = seededRng(Number(values.seed));
  const sample = mutated.mutants.filter(() => chance.nextUnit() < Number(values.share));
  const testFiles = globSync(pattern)
    .sort()
    .map((path) => resolve(path));
  const chosen = { folder, mutated, sample, testFiles };
  const judged = await judge(chosen, await baselineOf(chosen));
  const summary = summaryOf(
    { folder, share: Number(values.share), seed: Number(values.seed) },
    mutated.mutants,
    judged,
  );
  process.stdout.write(`${tableOf(summary)}\n`);
  const kept = existsSync(REPORT)
    ? (JSON.parse(readFileSync(REPORT, 'utf8')) as Record<string, unknown>)
    : {};
  const report = { ...kept, schema: 'mailfit.self-bench.mutation/1', [folder]: summary };
  writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`);
}

async function baselineOf({ mutated, testFiles }: Chosen): Promise<Baseline> {
  const thread = startThread(countingSources(mutated.sources), { idCount: mutated.idCount });
  const reply = await thread.ask({ kind: 'baseline', files: testFiles }, BASELINE_MS);
  await thread.end();
  if (reply?.kind !== 'baseline') throw new Error('the tests did not end without a mutant');
  if (reply.failed.length > 0) throw new Error(`red without a mutant: ${reply.failed.join('; ')}`);
  return reply;
}

async function judge(chosen: Chosen, baseline: Baseline): Promise<readonly JudgedMutant[]> {
  const plans = chosen.sample.map((mutant) => planFor(mutant, baseline, chosen.testFiles));
  const judged: JudgedMutant[] = plans
    .filter(({ files }) => files.length === 0)
    .map(({ mutant }) => ({ mutant, outcome: 'notCovered', killer: null }));
  const covered = plans.filter(({ files }) => files.length > 0);
  const warm = covered.filter(({ isStatic }) => !isStatic);
  for (let at = 0; at < warm.length; at += MUTANTS_PER_THREAD) {
    judged.push(...(await judgeBatch(chosen, warm.slice(at, at + MUTANTS_PER_THREAD))));
    progress(judged.length, plans.length, judged);
  }
  for (const plan of covered.filter(({ isStatic }) => isStatic)) {
    judged.push(...(await judgeBatch(chosen, [plan])));
    progress(judged.length, plans.length, judged);
  }
  return judged;
}

async function judgeBatch(chosen: Chosen, batch: readonly MutantPlan[]): Promise<readonly JudgedMutant[]> {
  const ids = new Set(batch.map(({ mutant }) => mutant.id));
  const sources = onlySwitchesOf(chosen.mutated.sources, ids);
  const fromStart = batch.length === 1 && batch[0]?.isStatic === true ? batch[0].mutant.id : null;
  const setting = { idCount: chosen.mutated.idCount, activeFromStart: fromStart };
  let thread = startThread(sources, setting);
  const judged: JudgedMutant[] = [];
  for (const { mutant, files, patienceMs } of batch) {
    const reply = await thread.ask({ kind: 'mutant', id: mutant.id, files }, patienceMs);
    judged.push(told(judgedFrom(mutant, reply)));
    if (reply === null) {
      await thread.end();
      thread = startThread(sources, setting);
    }
  }
  await thread.end();
  return judged;
}

function judgedFrom(mutant: Mutant, reply: MutantVerdict | Baseline | null): JudgedMutant {
  if (reply === null) return { mutant, outcome: 'timedOut', killer: null };
  const killer = reply.kind === 'mutant' ? reply.killer : null;
  return { mutant, outcome: killer === null ? 'survived' : 'killed', killer };
}

/** Says at once what nobody noticed, so that the missing test can be written while the others are tried. */
function told(one: JudgedMutant): JudgedMutant {
  if (one.outcome === 'survived') process.stderr.write(`survived ${survivorLine(one)}\n`);
  return one;
}

function progress(done: number, all: number, judged: readonly JudgedMutant[]): void {
  const survived = judged.filter(({ outcome }) => outcome === 'survived').length;
  process.stderr.write(`${done} of ${all} mutants, ${survived} survived\n`);
}

interface Thread {
  /** Null when the thread broke off or did not answer in time. */
  ask(request: MutationRequest, patienceMs: number): Promise<MutantVerdict | Baseline | null>;
  end(): Promise<void>;
}

function startThread(
  sources: MutatedFolder['sources'],
  { idCount, activeFromStart = null }: { readonly idCount: number; readonly activeFromStart?: string | null },
): Thread {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: {
      sources,
      idCount,
      activeFromStart,
      propertySeed: PROPERTY_SEED,
      propertyTimeMs: PROPERTY_TIME_MS,
    } satisfies WorkerStart,
    stdout: true,
    stderr: true,
  });
  return {
    ask: (request, patienceMs) =>
      new Promise((done) => {
        const ended = (): void => settle(null);
        const settle = (reply: MutantVerdict | Baseline | null): void => {
          clearTimeout(hang);
          worker.off('message', settle).off('error', ended).off('exit', ended);
          done(reply);
        };
        const hang = setTimeout(ended, patienceMs);
        worker.on('message', settle).on('error', ended).on('exit', ended);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is not a window
        worker.postMessage(request);
      }),
    async end() {
      worker.on('error', () => undefined);
      await worker.terminate();
    },
  };
}
