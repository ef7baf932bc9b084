// Which facts a finished load run proves, and under which conditions. A run that says nothing about the target
// (stopped early, or limited by the generator) proves nothing.

import type { LocalizedText } from '../text/localized.ts';
import type { MeasuredEvidence } from './option-facts.ts';

/** What evidence needs of `mailfit.run/1`. */
export interface RunFacts {
  readonly target: string;
  readonly durationSec: number;
  readonly requestedRatePerSec: number | null;
  readonly achievedRatePerSec: number;
  readonly messages: { readonly offered: number; readonly accepted: number; readonly dropped: number };
  readonly connections: { readonly opened: number; readonly refused: number; readonly peak: number };
  readonly verdict: string;
}

export interface ProviderRun {
  readonly runId: string;
  readonly providerId: string;
  /** ISO 8601 instant. */
  readonly startedAt: string;
  readonly result: RunFacts;
}

export function evidenceFrom(runs: readonly ProviderRun[]): readonly MeasuredEvidence[] {
  return runs.flatMap((run) => [...throughputOf(run), ...connectionsOf(run)]);
}

// An open loop that the target kept up with shows that it takes at least this rate; a closed loop saturates it.
function throughputOf(run: ProviderRun): readonly MeasuredEvidence[] {
  const { result } = run;
  if (result.verdict !== 'valid' || result.messages.offered === 0) return [];
  const keptUp = result.requestedRatePerSec !== null && result.messages.dropped === 0;
  return [
    evidence(run, {
      factId: 'acceptedThroughput',
      value: result.achievedRatePerSec,
      unit: 'messages/s',
      isLowerBound: keptUp && result.messages.accepted === result.messages.offered,
    }),
  ];
}

function connectionsOf(run: ProviderRun): readonly MeasuredEvidence[] {
  const { connections, verdict } = run.result;
  if ((verdict !== 'valid' && verdict !== 'policyBound') || connections.peak === 0) return [];
  return [
    evidence(run, {
      factId: 'smtpConnectionsMax',
      value: connections.peak,
      unit: 'count',
      isLowerBound: connections.refused === 0,
    }),
  ];
}

function evidence(
  run: ProviderRun,
  fact: Pick<MeasuredEvidence, 'factId' | 'value' | 'unit' | 'isLowerBound'>,
): MeasuredEvidence {
  return {
    ...fact,
    providerId: run.providerId,
    runId: run.runId,
    measuredOn: run.startedAt.slice(0, 10),
    conditions: conditionsOf(run.result),
  };
}

function conditionsOf(result: RunFacts): LocalizedText {
  const { messages, connections, durationSec } = result;
  const seconds = durationSec.toFixed(1);
  return {
    en: `${messages.accepted} of ${messages.offered} messages accepted in ${seconds} s, ${connections.peak} sessions at once, at ${result.target}`,
    ja: `${seconds}秒間に${messages.offered}通中${messages.accepted}通を受理、同時${connections.peak}セッション、対象 ${result.target}`,
  };
}
