// Group commit: work that arrives while a commit waits for the disk shares the next one. Nobody is told "saved" earlier
// than before; but fifty people who save at once wait for a few commits and not for fifty.

/**
 * @param runBatch does all jobs or none, and answers them in their order
 * @returns does one job, together with whatever else is waiting; a batch that fails is tried again job by job, so that
 *   one job cannot take the others with it
 */
export function inBatches<Job, Result>(
  runBatch: (jobs: readonly Job[]) => Promise<readonly Result[]>,
): (job: Job) => Promise<Result> {
  let waiting: Waiting<Job, Result>[] = [];
  let isRunning = false;

  const runAll = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      // Requests that have already arrived get to their save before the next commit starts.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = waiting;
      waiting = [];
      await settle(batch, runBatch);
    }
    isRunning = false;
  };

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      if (!isRunning) void runAll();
    });
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

async function settle<Job, Result>(
  batch: readonly Waiting<Job, Result>[],
  runBatch: (jobs: readonly Job[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await runBatch(batch.map(({ job }) => job));
    batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error);
    else for (const one of batch) await settle([one], runBatch);
  }
}
