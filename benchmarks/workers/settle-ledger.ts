// Compares what the server acknowledged with what arrived at the far end.

import { formatToken } from '../mail/token.ts';
import type { RunResult } from '../schema/run.generated.ts';
import type { ArrivalLookup } from '../stats/ledger.ts';
import { LatencyHistogram } from '../stats/latency-histogram.ts';
import { reconcile } from '../stats/reconcile.ts';
import type { SentMessage } from '../stats/reconcile.ts';
import type { ThreadRun } from './coordinator.ts';
import { OUTCOME_CODE } from './mail-queue.ts';

const LEDGER_GRACE_MS = 2000;
const LEDGER_STEP_MS = 20;

/** Compares what was acknowledged with what arrived; waits a little for what is still on its way. */
export async function settleLedger(
  threadRun: ThreadRun,
  runId: string,
  ledger: ArrivalLookup | undefined,
): Promise<RunResult['ledger']> {
  if (ledger === undefined) return { checked: false, lost: 0, duplicated: 0, corrupted: 0 };
  const deadlineMs = Date.now() + LEDGER_GRACE_MS;
  let found = reconcile(sentMessages(threadRun, runId), ledger);
  while (found.lost > 0 && Date.now() < deadlineMs) {
    await new Promise((resolve) => setTimeout(resolve, LEDGER_STEP_MS));
    found = reconcile(sentMessages(threadRun, runId), ledger);
  }
  const delivery = new LatencyHistogram();
  reconcile(sentMessages(threadRun, runId), ledger, {
    lateAfterMs: Infinity,
    onDeliveryLatencyMs: (latencyMs) => delivery.record(latencyMs * 1000),
  });
  return {
    checked: true,
    exactlyOnce: found.exactlyOnce,
    lost: found.lost,
    duplicated: found.duplicated,
    corrupted: found.corrupted,
    unexpected: found.unexpected,
    ambiguousArrived: found.ambiguous.arrived,
    deliveryLatency: delivery.summary(),
  };
}

function* sentMessages(threadRun: ThreadRun, runId: string): Generator<SentMessage> {
  for (const { worker, outcomes, endedAtMs } of threadRun.summaries) {
    for (const [sequence, code] of outcomes.entries()) {
      const token = formatToken({ runId, worker, sequence });
      const outcome =
        code === OUTCOME_CODE.accepted
          ? 'accepted'
          : code === OUTCOME_CODE.ambiguous
            ? 'ambiguous'
            : 'notAccepted';
      yield { token, outcome, sentAtMs: endedAtMs[sequence] ?? threadRun.startedAtMs };
    }
  }
}
