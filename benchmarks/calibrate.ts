// The generator's own ceiling on this machine, against the built-in null sink: what a result is held against before it is
// called the server's.

import { runLoad } from './run-load.ts';
import type { RunHooks } from './run-load.ts';
import type { MailPlan, RunPlan, SessionPlan } from './schema/plan.generated.ts';
import type { RunResult } from './schema/run.generated.ts';
import type { SinkKind } from './sink/sink-options.ts';
import { startSink } from './sink/start-sink.ts';

export interface CalibrationRow {
  readonly mode: 'plain' | 'pipelined' | 'chunked' | 'newConnection';
  readonly ratePerSec: number;
  readonly cpuUsPerMessage: number;
  readonly finalDotP99Us: number;
  readonly loopUtilization: number;
}

export interface Calibration {
  readonly schema: 'mailfit.calibration/1';
  readonly measuredAt: string;
  readonly sink: SinkKind;
  readonly environment: RunResult['environment'];
  readonly rows: readonly CalibrationRow[];
}

export interface CalibrationOptions {
  /** Which sink is driven: the null sink shows the generator's ceiling, the others show their own. Default null. */
  readonly sink?: SinkKind;
  readonly durationSec?: number;
  readonly sessions?: number;
  readonly workers?: number;
  readonly size?: string;
}

const MODES: Readonly<Record<CalibrationRow['mode'], SessionPlan>> = {
  plain: {},
  pipelined: { pipelining: true },
  chunked: { pipelining: true, chunking: true },
  newConnection: { messagesPerConnection: 1 },
};

/** Runs each way of sending for a few seconds. Nothing leaves this machine. */
export async function calibrate(
  options: CalibrationOptions,
  hooks: Pick<RunHooks, 'onEvent' | 'signal' | 'mailfitVersion'>,
): Promise<Calibration> {
  const rows: CalibrationRow[] = [];
  let environment: RunResult['environment'] | null = null;
  const measuredAt = new Date().toISOString();
  for (const mode of Object.keys(MODES) as CalibrationRow['mode'][]) {
    const result = await measure(MODES[mode], options, hooks);
    environment = result.environment;
    rows.push({
      mode,
      ratePerSec: result.achievedRatePerSec,
      cpuUsPerMessage: result.generator.cpuUsPerMessage ?? 0,
      finalDotP99Us: result.phases.finalDot.p99Us,
      loopUtilization: result.generator.loopUtilization,
    });
  }
  if (environment === null) throw new Error('Nothing was measured');
  return { schema: 'mailfit.calibration/1', measuredAt, sink: options.sink ?? 'null', environment, rows };
}

/** Below this a calibration would take longer than the run it is for. */
const MIN_RUN_SEC = 5;
const MIN_RUN_MESSAGES = 20_000;
const OPEN_LOOP_SESSIONS = 50;
const SINGLE_CALIBRATION_SEC = 1;

/** True when a plan sends enough that its own ceiling is worth a second of measuring. */
export function isWorthCalibrating({ load }: RunPlan): boolean {
  if (load.model === 'hold') return false;
  if (load.model !== 'closed')
    return load.stages.reduce((sum, stage) => sum + stage.durationSec, 0) >= MIN_RUN_SEC;
  return (load.durationSec ?? 0) >= MIN_RUN_SEC || (load.messages ?? 0) >= MIN_RUN_MESSAGES;
}

/** Messages per second that the generator reaches against the null sink in the way that this plan sends. */
export async function calibrateFor(plan: RunPlan, hooks: Pick<RunHooks, 'signal'>): Promise<number> {
  const { session = {}, load } = plan;
  const tls = plan.target.startsWith('smtps:') ? 'implicit' : (session.tls ?? 'none');
  const sink = await startSink({ kind: 'null', ledger: 'off', tls });
  try {
    const result = await runLoad(
      {
        target: `${tls === 'implicit' ? 'smtps' : 'smtp'}://${sink.host}:${sink.port}`,
        load: {
          model: 'closed',
          sessions: load.model === 'closed' ? load.sessions : OPEN_LOOP_SESSIONS,
          durationSec: SINGLE_CALIBRATION_SEC,
        },
        session: wayOfSending(session),
        mail: costOf(plan.mail ?? {}),
        workers: plan.workers ?? 1,
        warmupSec: 0.3,
      },
      { ...hooks, onEvent: () => undefined },
    );
    if ('refused' in result) throw new Error(result.reason);
    return result.achievedRatePerSec;
  } finally {
    await sink.close();
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

async function measure(
  session: SessionPlan,
  options: CalibrationOptions,
  hooks: Pick<RunHooks, 'onEvent' | 'signal'>,
): Promise<RunResult> {
  const { sink: kind = 'null' } = options;
  const sink = await startSink({ kind, ledger: kind === 'null' ? 'off' : 'verify' });
  try {
    const plan: RunPlan = {
      target: `smtp://${sink.host}:${sink.port}`,
      load: { model: 'closed', sessions: options.sessions ?? 10, durationSec: options.durationSec ?? 2 },
      session,
      mail: { size: options.size ?? '1KiB' },
      workers: options.workers ?? 1,
      warmupSec: 0.5,
    };
    const result = await runLoad(plan, hooks);
    if ('refused' in result) throw new Error(result.reason);
    return result;
  } finally {
    await sink.close();
  }
}
