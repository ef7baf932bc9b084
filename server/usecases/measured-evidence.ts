// Finished runs as evidence for the options they were attached to. Pure.
// Invariant: a run never proves more than it saw. What it accepted per second was accepted; the number of
// connections says something about the server only where the run looked for that limit.

import type { RunResult } from '../../benchmarks/index.ts';
import type { MeasuredEvidence } from '../core/scoring/option-facts.ts';
import type { LocalizedText } from '../core/text/localized.ts';
import type { StoredRun } from './stores.ts';

const DAY_LENGTH = 10;

/** Evidence from runs that ended with a usable result; the others say nothing. */
export function measuredEvidence(runs: readonly StoredRun[]): readonly MeasuredEvidence[] {
  return runs.flatMap((run) => {
    const result = run.result as unknown as RunResult | null;
    if (run.providerId === null || result === null || !isUsable(result)) return [];
    const common = {
      providerId: run.providerId,
      runId: run.id,
      measuredOn: run.startedAt.slice(0, DAY_LENGTH),
      conditions: conditionsOf(result),
    };
    const throughput: MeasuredEvidence = {
      ...common,
      factId: 'acceptedThroughput',
      value: result.messages.accepted / result.durationSec,
      unit: 'messages/s',
    };
    const connections: MeasuredEvidence = {
      ...common,
      factId: 'smtpConnectionsMax',
      value: result.connections.peak,
      unit: 'count',
    };
    return foundConnectionLimit(result) ? [throughput, connections] : [throughput];
  });
}

// A stopped run covers an arbitrary part of its plan, and nothing can be said of no time at all.
function isUsable(result: RunResult): boolean {
  return result.verdict !== 'aborted' && result.durationSec > 0;
}

function foundConnectionLimit(result: RunResult): boolean {
  const load = result.plan['load'] as { readonly model?: unknown } | undefined;
  return result.connections.refused > 0 || load?.model === 'hold';
}

function conditionsOf(result: RunResult): LocalizedText {
  const { peak } = result.connections;
  const isLowerBound = result.verdict === 'generatorBound';
  return {
    en: `${peak} connections at most, ${result.target}${isLowerBound ? '; at least, the generator was the limit' : ''}`,
    ja: `最大${peak}接続、${result.target}${isLowerBound ? '（試験機側が限界のため下限値）' : ''}`,
  };
}
