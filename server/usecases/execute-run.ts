// One run from its start to its stored end. It always ends: whatever breaks is stored as why there is no result.

import type { LocalizedText } from '../core/text/localized.ts';
import { MailfitError } from '../errors.ts';
import type { LoadOutcome } from './load-runner.ts';
import type { RunBoardDeps } from './run-board.ts';
import type { RunChannel } from './run-channel.ts';
import type { JsonObject, RunEnd, StoredRun } from './stores.ts';

/** Reason with which runs are stopped when the server itself stops. */
export const SERVER_CLOSES = new Error('The server closes');

interface Execution {
  readonly channel: RunChannel;
  readonly signal: AbortSignal;
}

export async function executeRun(
  deps: RunBoardDeps,
  run: StoredRun,
  { channel, signal }: Execution,
): Promise<void> {
  const outcome = await outcomeOf(deps, run, { channel, signal });
  await channel.stored();
  try {
    await deps.runs.finish(run.id, { ...endOf(outcome, signal), finishedAt: deps.clock.now().toISOString() });
  } catch (error) {
    deps.logger.error({ err: error, runId: run.id }, 'the end of a run could not be stored');
  }
  channel.end();
}

async function outcomeOf(deps: RunBoardDeps, run: StoredRun, execution: Execution): Promise<LoadOutcome> {
  const { channel, signal } = execution;
  try {
    const secret = await secretFor(deps, run);
    if (secret.kind === 'unreadable') return { kind: 'failed', reason: secret.text };
    const hooks = { signal, secret: secret.secret, onEvent: (event: JsonObject) => tell(channel, event) };
    return await deps.runner.run(run.plan, hooks, run.kind);
  } catch (error) {
    deps.logger.error({ err: error, runId: run.id }, 'a run broke off');
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

type SecretForRun =
  | { readonly kind: 'opened'; readonly secret: string | null }
  | { readonly kind: 'unreadable'; readonly text: LocalizedText };

async function secretFor(deps: RunBoardDeps, run: StoredRun): Promise<SecretForRun> {
  const opened = run.candidateId === null ? null : await deps.secretOf?.(run.candidateId);
  return opened ?? { kind: 'opened', secret: null };
}

// The result is stored with the run; among the events it would stand a second time.
function tell(channel: RunChannel, event: JsonObject): void {
  channel.publish(event['kind'] === 'finished' ? { kind: 'finished' } : event);
}

function reasonOf(error: unknown): LocalizedText {
  const lines =
    error instanceof MailfitError
      ? error.details.join(' ')
      : error instanceof Error
        ? error.message
        : String(error);
  return { en: lines, ja: lines };
}

// A run that the server's own end cut short keeps what it measured, but stands as evidence for nothing.
function endOf(outcome: LoadOutcome, signal: AbortSignal): Omit<RunEnd, 'finishedAt'> {
  const status = signal.aborted && signal.reason === SERVER_CLOSES ? 'interrupted' : 'finished';
  return outcome.kind === 'finished'
    ? { status, result: outcome.result, failure: null }
    : { status: outcome.kind, result: null, failure: JSON.stringify(outcome.reason) };
}
