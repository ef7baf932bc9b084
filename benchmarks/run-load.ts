// One run from plan to result: check, start the threads, listen, reconcile, add up.
// Invariant: nothing is sent before the safety rules have agreed to target, addresses and amount.

import { availableParallelism, cpus, release } from 'node:os';
import process from 'node:process';
import { demandOf } from './load/demand.ts';
import { everyPlan, requestedRatePerSec, resolvePlan } from './load/resolved-plan.ts';
import type { ResolvedPlan } from './load/resolved-plan.ts';
import { runIdFrom } from './mail/token.ts';
import { guardTarget } from './safety/guard.ts';
import type { CheckedTarget } from './safety/guard.ts';
import type { RefusalText } from './safety/refusal-words.ts';
import { LOOPBACK_ONLY, checkCeilings } from './safety/target-policy.ts';
import type { TargetPolicy } from './safety/target-policy.ts';
import type { RunPlan } from './schema/plan.generated.ts';
import type { RunResult } from './schema/run.generated.ts';
import type { ArrivalLookup } from './stats/ledger.ts';
import type { MessageCounts } from './stats/counters.ts';
import { startSink } from './sink/start-sink.ts';
import type { Sink } from './sink/start-sink.ts';
import { addressProblems } from './plan-addresses.ts';
import { everyProblem, greetingProblem, mailProblem } from './plan-checks.ts';
import { environmentSecret, threadStarts } from './workers/thread-starts.ts';
import type { SecretSource } from './workers/thread-starts.ts';
import type { ErrorsSoFar } from './workers/live-errors.ts';
import { settleLedger } from './workers/settle-ledger.ts';
import type { LedgerRules } from './workers/settle-ledger.ts';
import { runThreads } from './workers/coordinator.ts';
import type { OwnCeiling } from './own-ceiling.ts';
import type { RunEvent, RunProgress } from './run-event.ts';
import { buildRunResult } from './workers/run-result.ts';

export interface RunHooks {
  onEvent(event: RunEvent): void;
  readonly signal?: AbortSignal;
  /** Which targets the operator allows. Loopback only unless given. */
  readonly policy?: TargetPolicy;
  /** What arrived at the far end, when somebody there counts by token. `builtin` brings its own. */
  readonly ledger?: ArrivalLookup;
  /** How long arrivals are waited for after the last message. Default 2000. */
  readonly settleMs?: number;
  /** Default 60000: SPECmail2001 asked that 95 % are delivered within a minute. */
  readonly lateAfterMs?: number;
  /** The generator's own ceiling on this machine, or why it is not known. Not asked for unless given. */
  readonly ceiling?: OwnCeiling;
  readonly mailfitVersion?: string;
  /** The password behind the name that a plan gives in `passwordEnv`. Read from the environment unless given. */
  readonly secretOf?: SecretSource;
}

/** A run that was not started. `safety` ends with exit status 3, `badPlan` with 2. */
export interface RunRefusal {
  readonly refused: true;
  readonly kind: 'safety' | 'badPlan';
  readonly reason: string;
  readonly text: RefusalText;
}

export async function runLoad(plan: RunPlan, hooks: RunHooks): Promise<RunResult | RunRefusal> {
  if (plan.target !== 'builtin') return runAgainst(plan, hooks, null);
  const sink = await startSink({ kind: 'reference' });
  try {
    return await runAgainst(plan, { ...hooks, ledger: sink.ledger() }, sink);
  } finally {
    await sink.close();
  }
}

async function runAgainst(
  plan: RunPlan,
  hooks: RunHooks,
  sink: Sink | null,
): Promise<RunResult | RunRefusal> {
  const resolved = resolvePlan(plan, availableParallelism());
  const { policy = LOOPBACK_ONLY, secretOf = environmentSecret } = hooks;
  const plans = everyPlan(resolved);
  const problems = await everyProblem(resolved, secretOf);
  if (problems.length > 0) return unusable(problems);
  const url = sink === null ? plan.target : `smtp://${sink.host}:${sink.port}`;
  const guarded = await guardTarget(url, policy);
  if (guarded.refused) return unsafe(guarded.text);
  const wrongAddresses = await addressProblems(resolved, guarded.checked);
  if (wrongAddresses.length > 0) return unusable(wrongAddresses);
  const text =
    checkCeilings(demandOf(resolved), policy.ceilings) ??
    plans.map((one) => mailProblem(one, policy)).find((problem) => problem !== null) ??
    (await greetingProblem(guarded.checked));
  if (text !== null) return unsafe(text);
  return carryOut(resolved, guarded.checked, { ...hooks, policy });
}

function unsafe(text: RefusalText): RunRefusal {
  return { refused: true, kind: 'safety', reason: text.en, text };
}

function unusable(problems: readonly string[]): RunRefusal {
  const reason = problems.join('; ');
  const text = { en: reason, ja: `負荷試験の設定に使えない値があります（${reason}）` };
  return { refused: true, kind: 'badPlan', reason, text };
}

async function carryOut(
  plan: ResolvedPlan,
  checked: CheckedTarget,
  hooks: RunHooks & { readonly policy: TargetPolicy },
): Promise<RunResult> {
  const startedAtMs = Date.now();
  const identity = {
    runId: runIdFrom(startedAtMs * 1000 + plan.seed),
    startedAtMs,
    isLogged: hooks.ledger !== undefined,
    secretOf: hooks.secretOf ?? environmentSecret,
  };
  const startedAt = new Date(startedAtMs).toISOString();
  const toldNotices = new Set<string>();
  const threadRun = await runThreads(threadStarts(plan, checked, identity), {
    signal: hooks.signal,
    ceilings: hooks.policy.ceilings,
    onBegin: () => hooks.onEvent(startedEvent(plan, startedAt)),
    onSecond: (second, totals, errors) => {
      hooks.onEvent(progressOf(second, totals, errors));
      tellErrors(hooks, second.atSec, errors);
      for (const { id } of errors.notices) toldNotices.add(id);
    },
  });
  const result = buildRunResult({
    plan,
    startedAt,
    ...threadRun,
    ledger: await settleLedger({ threadRun, runId: identity.runId }, hooks.ledger, ledgerRules(hooks)),
    environment: environmentOf(hooks),
    calibratedRatePerSec: hooks.ceiling?.ratePerSec ?? null,
    noCeilingReason: hooks.ceiling === undefined ? 'notAsked' : hooks.ceiling.reason,
  });
  const news = result.notices.filter(({ id }) => !toldNotices.has(id));
  for (const notice of news) hooks.onEvent({ kind: 'notice', ...notice });
  hooks.onEvent({ kind: 'finished', result });
  return result;
}

function startedEvent(plan: ResolvedPlan, startedAt: string): RunEvent {
  const { target } = plan;
  return { kind: 'started', target, startedAt, requestedRatePerSec: requestedRatePerSec(plan) };
}

function tellErrors(hooks: RunHooks, atSec: number, { fresh, notices }: ErrorsSoFar): void {
  // The generated type says what a file may hold and knows no `readonly`.
  for (const row of fresh)
    hooks.onEvent({ kind: 'firstError', atSec, error: row as RunResult['errors'][number] });
  for (const notice of notices) hooks.onEvent({ kind: 'notice', ...notice });
}

function progressOf(
  second: RunResult['series'][number],
  totals: MessageCounts,
  errors: ErrorsSoFar,
): RunProgress {
  return {
    kind: 'progress',
    ...totals,
    atSec: second.atSec,
    openConnections: second.openConnections,
    ratePerSec: second.accepted,
    finalDotP50Us: second.finalDotP50Us,
    finalDotP99Us: second.finalDotP99Us,
    responseP99Us: second.responseP99Us,
    errors: errors.count,
    errorsByClass: errors.byClass,
  };
}

function ledgerRules(hooks: RunHooks): LedgerRules {
  return {
    settleMs: hooks.settleMs ?? 2000,
    lateAfterMs: hooks.lateAfterMs ?? 60_000,
  };
}

function environmentOf(hooks: RunHooks): RunResult['environment'] {
  return {
    mailfit: hooks.mailfitVersion ?? '',
    node: process.version,
    kernel: `${process.platform} ${release()}`,
    cpu: cpus()[0]?.model ?? '',
    cpuCount: cpus().length,
  };
}
