// One thread that has the instrumented modules loaded and warm, and runs the tests for one mutant after the other.

import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { RunDetails } from 'fast-check';
import { configureGlobal, defaultReportMessage } from 'fast-check';
import type { MutationRequest, MutationReply, TestFilePlan, WorkerStart } from './messages.ts';
import { HITS } from './messages.ts';
import { firstFailure } from './suite-runner.ts';
import { ENDLESS_LEAST } from './test-plan.ts';

interface Switchboard {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

const start = workerData as WorkerStart;
const COLLECTOR = new URL('collected-tests.ts', import.meta.url).href;
const switchboard: Switchboard = {};
Reflect.set(globalThis, '__stryker__', switchboard);
switchboard.activeMutant = start.activeFromStart ?? undefined;
const hits = new Uint32Array(start.idCount);
Reflect.set(globalThis, HITS, hits);

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'node:test' ? { url: COLLECTOR, shortCircuit: true } : next(specifier, context),
  load(url, context, next) {
    const source = url.startsWith('file:')
      ? start.sources[fileURLToPath(url.split('?')[0] ?? url)]
      : undefined;
    return source === undefined
      ? next(url, context)
      : { format: 'module-typescript', source, shortCircuit: true };
  },
});
configureGlobal({
  seed: start.propertySeed,
  interruptAfterTimeLimit: start.propertyTimeMs,
  markInterruptAsFailure: false,
  reporter: throwIfRefuted,
});

// Out of time before the first case is through, fast-check calls a property failed: on a busy machine every mutant would
// then count as killed.
function throwIfRefuted(details: RunDetails<unknown>): void {
  const isOutOfTime = details.interrupted && details.counterexample === null;
  if (details.failed && !isOutOfTime) throw new Error(defaultReportMessage(details));
}

parentPort?.on('message', (request: MutationRequest) => void answer(request));

async function answer(request: MutationRequest): Promise<void> {
  const reply =
    request.kind === 'baseline' ? await baseline(request.files) : await runMutant(request.id, request);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is not a window
  parentPort?.postMessage(reply);
}

async function baseline(files: readonly string[]): Promise<MutationReply> {
  for (const path of Object.keys(start.sources)) await import(pathToFileURL(path).href);
  const staticHits = takeHits();
  const failed: string[] = [];
  const durationsMs: Record<string, number> = {};
  const hitsByTest: Record<string, Readonly<Record<string, number>>> = {};
  for (const file of files) {
    let step: { readonly id: string; readonly startMs: number } | null = null;
    const endStep = (): void => {
      if (step === null) return;
      durationsMs[step.id] = performance.now() - step.startMs;
      hitsByTest[step.id] = takeHits();
    };
    const onStep = (test: number): void => {
      endStep();
      step = { id: `${file}#${test}`, startMs: performance.now() };
    };
    const failure = await firstFailure(file, { only: null, onStep });
    endStep();
    if (failure !== null) failed.push(`${file}: ${failure}`);
  }
  return { kind: 'baseline', failed, durationsMs, staticHits, hitsByTest };
}

/** How often each mutant was reached since the last call. */
function takeHits(): Record<string, number> {
  const taken: Record<string, number> = {};
  for (const [id, count] of hits.entries()) if (count > 0) taken[id] = count;
  hits.fill(0);
  return taken;
}

async function runMutant(
  id: string,
  { files }: { readonly files: readonly TestFilePlan[] },
): Promise<MutationReply> {
  switchboard.activeMutant = id;
  for (const { file, tests, hitLimits } of files) {
    // Each test has a limit of its own, so that an endless loop is noticed in the first one that runs into it.
    const onStep = (test: number): void => {
      switchboard.hitCount = 0;
      switchboard.hitLimit = hitLimits[test] ?? ENDLESS_LEAST;
    };
    const killer = await firstFailure(file, { only: tests === null ? null : new Set(tests), onStep });
    if (killer !== null) return { kind: 'mutant', id, killer: `${file}: ${killer}` };
  }
  return { kind: 'mutant', id, killer: null };
}
