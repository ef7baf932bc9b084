// The generator's own ceiling on this machine, against the built-in null sink: what a result is held against before it is
// called the server's.

import { runLoad } from './run-load.ts';
import type { RunHooks } from './run-load.ts';
import type { RunPlan, SessionPlan } from './schema/plan.generated.ts';
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
      ...(options.workers === undefined ? {} : { workers: options.workers }),
      warmupSec: 0.5,
    };
    const result = await runLoad(plan, hooks);
    if ('refused' in result) throw new Error(result.reason);
    return result;
  } finally {
    await sink.close();
  }
}
