// One run from plan to result: check, start the threads, listen, reconcile, add up.
// Invariant: nothing is sent before the safety rules have agreed to target, addresses and amount.

import { readFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import process from 'node:process';
import { demandOf, probePlan } from './load/demand.ts';
import { planProblems, requestedRatePerSec, resolvePlan } from './load/resolved-plan.ts';
import type { ResolvedPlan } from './load/resolved-plan.ts';
import { runIdFrom } from './mail/token.ts';
import { probeGreeting } from './net/probe-greeting.ts';
import { checkGreeting, guardTarget, loadPublicDomains } from './safety/guard.ts';
import type { CheckedTarget } from './safety/guard.ts';
import { isLoopback, parseAddress } from './safety/network-address.ts';
import { isProven } from './safety/proof-of-control.ts';
import { LOOPBACK_ONLY, checkCeilings, checkMailAddress } from './safety/target-policy.ts';
import type { TargetPolicy } from './safety/target-policy.ts';
import type { RunPlan } from './schema/plan.generated.ts';
import type { RunResult } from './schema/run.generated.ts';
import type { ArrivalLookup } from './stats/ledger.ts';
import type { MessageCounts } from './stats/counters.ts';
import { parseThreshold } from './stats/thresholds.ts';
import { parseSizes } from './mail/message-size.ts';
import { startSink } from './sink/start-sink.ts';
import type { Sink } from './sink/start-sink.ts';
import { settleLedger } from './workers/settle-ledger.ts';
import { runThreads } from './workers/coordinator.ts';
import type { RunEvent, RunProgress } from './run-event.ts';
import { buildRunResult } from './workers/run-result.ts';
import type { ThreadStart } from './workers/thread-messages.ts';

export interface RunHooks {
  onEvent(event: RunEvent): void;
  readonly signal?: AbortSignal;
  /** Which targets the operator allows. Loopback only unless given. */
  readonly policy?: TargetPolicy;
  /** What arrived at the far end, when somebody there counts by token. `builtin` brings its own. */
  readonly ledger?: ArrivalLookup;
  /** The generator's own ceiling on this machine, when it was measured before. */
  readonly calibratedRatePerSec?: number;
  readonly mailfitVersion?: string;
}

/** A run that was not started. `safety` ends with exit status 3, `badPlan` with 2. */
export interface RunRefusal {
  readonly refused: true;
  readonly kind: 'safety' | 'badPlan';
  readonly reason: string;
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
  const resolved = resolvePlan(plan);
  const policy = hooks.policy ?? LOOPBACK_ONLY;
  const problems = [...planProblems(resolved), ...textProblems(resolved)];
  if (problems.length > 0) return { refused: true, kind: 'badPlan', reason: problems.join('; ') };
  const url = sink === null ? plan.target : `smtp://${sink.host}:${sink.port}`;
  const guarded = await guardTarget(url, policy);
  if (guarded.refused) return unsafe(guarded.reason);
  const reason =
    checkCeilings(demandOf(resolved), policy.ceilings) ??
    mailProblem(resolved, policy) ??
    (await greetingProblem(guarded.checked));
  if (reason !== null) return unsafe(reason);
  return carryOut(resolved, guarded.checked, hooks);
}

function unsafe(reason: string): RunRefusal {
  return { refused: true, kind: 'safety', reason };
}

function textProblems(plan: ResolvedPlan): string[] {
  const sizes = parseSizes(plan.mail.size);
  const thresholds = plan.thresholds.map(parseThreshold).filter((parsed) => typeof parsed === 'string');
  const { auth } = plan.session;
  const isSecretMissing = auth !== undefined && process.env[auth.passwordEnv] === undefined;
  return [
    ...(sizes.ok ? [] : [sizes.problem]),
    ...thresholds,
    ...(isSecretMissing ? [`the environment variable ${auth.passwordEnv} is not set`] : []),
  ];
}

function mailProblem(plan: ResolvedPlan, policy: TargetPolicy): string | null {
  const { from, to, recipientDomains } = plan.mail;
  const addresses = [from, to, ...(recipientDomains ?? []).map((domain) => `user@${domain}`)];
  for (const address of addresses) {
    const problem = address === undefined ? null : checkMailAddress(address, policy);
    if (problem !== null) return problem;
  }
  return null;
}

// A server elsewhere must show that its owner agrees, and must not turn out to be a public provider.
async function greetingProblem(checked: CheckedTarget): Promise<string | null> {
  const address = parseAddress(checked.address);
  if (address === null || isLoopback(address)) return null;
  const greeting = await probeGreeting(checked);
  const problem = checkGreeting(greeting, loadPublicDomains());
  if (problem !== null) return problem;
  const { proofToken } = checked;
  if (proofToken === null || isProven(greeting.replace(/^\d{3}[ -]/gm, ''), proofToken)) return null;
  return 'the server does not show the proof token, neither in DNS nor in its banner or EHLO reply';
}

async function carryOut(plan: ResolvedPlan, checked: CheckedTarget, hooks: RunHooks): Promise<RunResult> {
  const startedAtMs = Date.now();
  const identity = {
    runId: runIdFrom(startedAtMs * 1000 + plan.seed),
    startedAtMs,
    isLogged: hooks.ledger !== undefined,
  };
  const startedAt = new Date(startedAtMs).toISOString();
  const threadRun = await runThreads(threadStarts(plan, checked, identity), {
    signal: hooks.signal,
    onBegin: () =>
      hooks.onEvent({
        kind: 'started',
        target: plan.target,
        startedAt,
        requestedRatePerSec: requestedRatePerSec(plan),
      }),
    onSecond: (...second) => hooks.onEvent(progressOf(...second)),
  });
  const result = buildRunResult({
    plan,
    startedAt,
    ...threadRun,
    ledger: await settleLedger(threadRun, identity.runId, hooks.ledger),
    environment: environmentOf(hooks),
    calibratedRatePerSec: hooks.calibratedRatePerSec ?? null,
  });
  for (const notice of result.notices) hooks.onEvent({ kind: 'notice', ...notice });
  hooks.onEvent({ kind: 'finished', result });
  return result;
}

function progressOf(
  second: RunResult['series'][number],
  totals: MessageCounts,
  errorCount: number,
): RunProgress {
  return {
    kind: 'progress',
    ...totals,
    atSec: second.atSec,
    openConnections: second.openConnections,
    ratePerSec: second.accepted,
    finalDotP50Us: second.finalDotP50Us,
    finalDotP99Us: second.finalDotP99Us,
    errors: errorCount,
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

interface RunIdentity {
  readonly runId: string;
  readonly startedAtMs: number;
  readonly isLogged: boolean;
}

function threadStarts(plan: ResolvedPlan, checked: CheckedTarget, identity: RunIdentity): ThreadStart[] {
  const { auth, tlsCaFile } = plan.session;
  const tlsCa = tlsCaFile === undefined ? null : readFileSync(tlsCaFile, 'utf8');
  const secret = auth === undefined ? null : (process.env[auth.passwordEnv] ?? null);
  const common = {
    checked,
    runId: identity.runId,
    dateMs: identity.startedAtMs,
    tlsCa,
    secret,
    isOutcomeLogged: identity.isLogged,
  };
  const loading = Array.from({ length: plan.workers }, (_, index) => ({
    ...common,
    plan,
    share: { index, count: plan.workers },
  }));
  const probe = probePlan(plan);
  return probe === null ? loading : [...loading, { ...common, plan: probe, share: { index: 0, count: 1 } }];
}
