// Compares what the server acknowledged with what arrived at the far end.

import { formatToken } from '../mail/token.ts';
import type { RunResult } from '../schema/run.generated.ts';
import type { ArrivalLookup } from '../stats/ledger.ts';
import { LatencyHistogram } from '../stats/latency-histogram.ts';
import { reconcile } from '../stats/reconcile.ts';
import type { Reconciliation, SentMessage } from '../stats/reconcile.ts';
import type { ThreadRun } from './coordinator.ts';
import { OUTCOME_CODE } from './mail-queue.ts';

const LEDGER_STEP_MS = 20;

export interface LedgerRules {
  /** How long what is still on its way is waited for. */
  readonly settleMs: number;
  /** An arrival later than this after its acknowledgement counts as late as well. */
  readonly lateAfterMs: number;
}

/** Compares what was acknowledged with what arrived; waits a little for what is still on its way. */
export async function settleLedger(
  sent: SentRun,
  ledger: ArrivalLookup | undefined,
  rules: LedgerRules,
): Promise<RunResult['ledger']> {
  if (ledger === undefined) return { checked: false, lost: 0, duplicated: 0, corrupted: 0 };
  const deadlineMs = Date.now() + rules.settleMs;
  let found = await look(sent, ledger);
  while (found.lost > 0 && Date.now() < deadlineMs) {
    await new Promise((resolve) => setTimeout(resolve, LEDGER_STEP_MS));
    found = await look(sent, ledger);
  }
  const delivery = new LatencyHistogram();
  const { late } = reconcile(sentMessages(sent), ledger, {
    lateAfterMs: rules.lateAfterMs,
    onDeliveryLatencyMs: (latencyMs) => delivery.record(latencyMs * 1000),
  });
  return {
    checked: true,
    exactlyOnce: found.exactlyOnce,
    lost: found.lost,
    duplicated: found.duplicated,
    corrupted: found.corrupted,
    late,
    lateAfterMs: rules.lateAfterMs,
    unexpected: found.unexpected,
    ambiguousArrived: found.ambiguous.arrived,
    deliveryLatency: delivery.summary(),
  };
}

export interface SentRun {
  readonly threadRun: ThreadRun;
  readonly runId: string;
}

async function look(sent: SentRun, ledger: ArrivalLookup): Promise<Reconciliation> {
  await ledger.refresh?.();
  return reconcile(sentMessages(sent), ledger);
}

function* sentMessages({ threadRun, runId }: SentRun): Generator<SentMessage> {
  for (const { worker, outcomes, recipientsAccepted, endedAtMs } of threadRun.summaries) {
    for (const [sequence, code] of outcomes.entries()) {
      const token = formatToken({ runId, worker, sequence });
      const outcome =
        code === OUTCOME_CODE.accepted
          ? 'accepted'
          : code === OUTCOME_CODE.ambiguous
            ? 'ambiguous'
            : 'notAccepted';
      const sentAtMs = endedAtMs[sequence] ?? threadRun.startedAtMs;
      yield { token, outcome, sentAtMs, expectedCopies: recipientsAccepted[sequence] ?? 1 };
    }
  }
}
