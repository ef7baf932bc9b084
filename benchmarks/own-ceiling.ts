// The generator's own ceiling for one plan: measured against the null sink in the way that this plan sends, once in the
// life of a process for each way.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { defaultWorkers } from './load/default-workers.ts';
import { runLoad } from './run-load.ts';
import type { RunHooks } from './run-load.ts';
import type { MailPlan, RunPlan, SessionPlan } from './schema/plan.generated.ts';
import type { RunResult } from './schema/run.generated.ts';
import type { SinkOptions } from './sink/sink-options.ts';
import { MIN_JUDGED_MESSAGES, MIN_JUDGED_SEC } from './workers/generator-facts.ts';

export type NoCeilingReason = NonNullable<RunResult['generator']['noCeilingReason']>;

/** Messages per second, or why there is no such figure. */
export type OwnCeiling =
  | { readonly ratePerSec: number; readonly reason: null }
  | { readonly ratePerSec: null; readonly reason: NoCeilingReason };

const OPEN_LOOP_SESSIONS = 50;
const LONG_SEC = 1;
const QUICK_SEC = 0.4;
const WARMUP_SEC = 0.2;
/** Ways of sending that are remembered; a server lives long, and its plans are of many kinds. */
const MAX_KEPT = 64;

const kept = new Map<string, Promise<OwnCeiling>>();

/** True when a plan sends enough that its ceiling is worth a whole second of measuring. */
export function isWorthCalibrating({ load }: RunPlan): boolean {
  if (load.model === 'hold') return false;
  if (load.model !== 'closed')
    return load.stages.reduce((sum, stage) => sum + stage.durationSec, 0) >= MIN_JUDGED_SEC;
  return (load.durationSec ?? 0) >= MIN_JUDGED_SEC || (load.messages ?? 0) >= MIN_JUDGED_MESSAGES;
}

/** Never rejects: a plan that cannot be sent has no ceiling, and the run itself says what is wrong with it. */
export async function ownCeiling(plan: RunPlan, hooks: Pick<RunHooks, 'signal'> = {}): Promise<OwnCeiling> {
  if (plan.load.model === 'hold') return { ratePerSec: null, reason: 'sendsNoMail' };
  const trial = trialOf(plan);
  const key = JSON.stringify(trial);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const measuring = measure(trial, hooks).catch(
    () => ({ ratePerSec: null, reason: 'notMeasurable' }) as const,
  );
  kept.set(key, measuring);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  // A measurement that was stopped or failed stands for nothing later on.
  if ((await measuring).ratePerSec === null) kept.delete(key);
  return measuring;
}

type Trial = Omit<RunPlan, 'target'> & { readonly tls: SinkOptions['tls'] };

function trialOf(plan: RunPlan): Trial {
  const { session = {}, load, mail = {} } = plan;
  const tls = plan.target.startsWith('smtps:') ? 'implicit' : (session.tls ?? 'none');
  return {
    tls,
    load: {
      model: 'closed',
      sessions: load.model === 'closed' ? load.sessions : OPEN_LOOP_SESSIONS,
      durationSec: WARMUP_SEC + (isWorthCalibrating(plan) ? LONG_SEC : QUICK_SEC),
    },
    session: wayOfSending(session),
    mail: costOf(mail),
    warmupSec: WARMUP_SEC,
    // The sink here is on the same machine, and the plan's target may not be.
    workers: plan.workers ?? defaultWorkers(plan, availableParallelism()),
  };
}

async function measure(trial: Trial, hooks: Pick<RunHooks, 'signal'>): Promise<OwnCeiling> {
  const { tls, ...plan } = trial;
  const sink = new Worker(new URL('sink/sink-thread.ts', import.meta.url), {
    workerData: { kind: 'null', ledger: 'off', tls } satisfies Partial<SinkOptions>,
  });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      sink.once('message', resolve);
      sink.once('error', reject);
    });
    const target = `${tls === 'implicit' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`;
    const result = await runLoad({ ...plan, target }, { ...hooks, onEvent: () => undefined });
    if ('refused' in result || result.verdict === 'aborted' || result.achievedRatePerSec === 0)
      return { ratePerSec: null, reason: 'notMeasurable' };
    return { ratePerSec: result.achievedRatePerSec, reason: null };
  } finally {
    await sink.terminate();
  }
}

// What costs the generator time; what only the server understands is left out.
function wayOfSending(session: SessionPlan): SessionPlan {
  const { auth: _auth, proxy: _proxy, xclientAddresses: _xclient, tlsCaFile: _ca, ...rest } = session;
  return { ...rest, tlsVerify: false };
}

// An own domain of the operator would need a policy, and says nothing about the cost.
function costOf(mail: MailPlan): MailPlan {
  const { from: _from, to: _to, recipientDomains: _domains, ...rest } = mail;
  return rest;
}
