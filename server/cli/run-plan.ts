// Runs one load plan for a command: progress on standard error, the finished result as the answer.

import type { RunEvent, RunPlan, RunResult } from '../../benchmarks/index.ts';
import { MailfitError } from '../errors.ts';
import type { CliContext } from './command.ts';
import { abortOnSignals, progressView } from './progress-view.ts';

/** @throws MailfitError when the plan is refused or unusable */
export async function runPlan(context: CliContext, plan: RunPlan): Promise<RunResult> {
  const { app, terminal } = context;
  const stop = abortOnSignals();
  const progress = progressView(terminal.isInteractive);
  try {
    const outcome = await app.loadRunner.run(
      { ...plan },
      { signal: stop.signal, onEvent: (event) => progress.show(event as unknown as RunEvent) },
    );
    if (outcome.kind === 'finished') return outcome.result as unknown as RunResult;
    const code = outcome.kind === 'refused' ? 'refusedForSafety' : 'badInput';
    throw new MailfitError(code, [outcome.reason[terminal.lang]]);
  } finally {
    progress.end();
    stop.release();
  }
}
