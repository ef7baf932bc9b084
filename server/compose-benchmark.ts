// The part of the composition that runs benchmarks: candidates, their secrets, the board with its queue.

import { resolve } from 'node:path';
import type { OpenStores } from './adapters/store-sql/open-stores.ts';
import { createSecretBox } from './adapters/system/secret-box.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import type { Config } from './config.ts';
import { loadPolicyOf } from './load-policy.ts';
import { createCandidateBook } from './usecases/candidates.ts';
import type { CandidateBook } from './usecases/candidates.ts';
import type { LoadRunner } from './usecases/load-runner.ts';
import { createCompanyDemand } from './usecases/company-demand.ts';
import type { Logger, ReferenceData } from './usecases/ports.ts';
import { createRunBoard } from './usecases/run-board.ts';
import type { WebDeps } from './web/web-deps.ts';

export type BenchmarkParts = Pick<
  WebDeps,
  'runs' | 'board' | 'candidates' | 'companyDemand' | 'loadRunner' | 'loadPolicy'
>;

/** `baseDir`: where a relative key file starts from. */
export function candidateBookOf(config: Config, stores: OpenStores, baseDir: string): CandidateBook {
  const box = createSecretBox({ key: config.secretKey, keyFile: resolve(baseDir, config.secretKeyFile) });
  return createCandidateBook(stores.candidates, box);
}

/** Marks what an earlier process left behind; call once per process. */
export async function benchmarkParts(
  config: Config,
  candidates: CandidateBook,
  outside: {
    readonly stores: OpenStores;
    readonly loadRunner: LoadRunner;
    readonly logger: Logger;
    readonly reference: ReferenceData;
  },
): Promise<BenchmarkParts> {
  const { stores, loadRunner, logger, reference } = outside;
  const board = createRunBoard({
    runner: loadRunner,
    runs: stores.runs,
    clock: systemClock,
    logger,
    concurrentRuns: config.loadConcurrentRuns,
    secretOf: (candidateId) => candidates.secretOf(candidateId),
  });
  await board.recover();
  return {
    runs: stores.runs,
    board,
    candidates,
    companyDemand: createCompanyDemand(reference),
    loadRunner,
    loadPolicy: loadPolicyOf(config),
  };
}
