// What a plan will send, told before anything is sent: how much at most, from and to whom, and the first message as it
// will stand on the wire.

import { demandOf } from './load/demand.ts';
import { everyPlan, requestedRatePerSec, resolvePlan } from './load/resolved-plan.ts';
import type { ResolvedPlan } from './load/resolved-plan.ts';
import { everyProblem, mailProblem } from './plan-checks.ts';
import type { RefusalText } from './safety/refusal-words.ts';
import { LOOPBACK_ONLY, checkCeilings } from './safety/target-policy.ts';
import type { Ceilings, TargetPolicy } from './safety/target-policy.ts';
import type { RunPlan } from './schema/plan.generated.ts';
import { messagePoolOf } from './workers/mail-spec.ts';

export interface PlanPreview {
  /** Null where the plan leaves it to the target: a closed loop has no rate of its own. */
  readonly peakRatePerSec: number | null;
  readonly connections: number;
  readonly messages: number | null;
  readonly durationSec: number | null;
  readonly meanSizeBytes: number;
  readonly largestSizeBytes: number;
  /** Mean size times messages. */
  readonly bytes: number | null;
  readonly ceilings: Ceilings;
  /** The first envelopes. */
  readonly envelopes: readonly { readonly from: string; readonly to: readonly string[] }[];
  /** Header lines of the first message; the token and digest of the real run differ. */
  readonly headers: readonly string[];
}

export type PreviewOutcome =
  | { readonly kind: 'preview'; readonly preview: PlanPreview }
  /** The plan itself cannot be used. */
  | { readonly kind: 'badPlan'; readonly problems: readonly string[] }
  | { readonly kind: 'refused'; readonly text: RefusalText };

const ENVELOPES_SHOWN = 3;

/** Composes the mail of the plan without sending anything; the target itself is judged elsewhere. */
export async function previewPlan(
  plan: RunPlan,
  policy: TargetPolicy = LOOPBACK_ONLY,
  nowMs: number = Date.now(),
): Promise<PreviewOutcome> {
  const resolved = resolvePlan(plan);
  // The password is asked for when the run starts, so its absence is no problem of the plan.
  const problems = await everyProblem(resolved, () => '');
  if (problems.length > 0) return { kind: 'badPlan', problems };
  const text =
    checkCeilings(demandOf(resolved), policy.ceilings) ??
    everyPlan(resolved)
      .map((one) => mailProblem(one, policy))
      .find((problem) => problem !== null);
  if (text !== undefined) return { kind: 'refused', text };
  return { kind: 'preview', preview: await compose(resolved, policy, nowMs) };
}

async function compose(resolved: ResolvedPlan, policy: TargetPolicy, nowMs: number): Promise<PlanPreview> {
  const demand = demandOf(resolved);
  const pool = await messagePoolOf({ plan: resolved, worker: 0, runId: 'preview0', dateMs: nowMs });
  const messages = atLeastOne(demand.messages);
  return {
    peakRatePerSec: requestedRatePerSec(resolved) === null ? null : demand.peakRatePerSec,
    connections: demand.connections,
    messages,
    durationSec: atLeastOne(demand.durationSec),
    meanSizeBytes: pool.meanSizeBytes,
    largestSizeBytes: pool.largestSizeBytes,
    bytes: messages === null ? null : messages * pool.meanSizeBytes,
    ceilings: policy.ceilings,
    envelopes: pool.envelopes.slice(0, ENVELOPES_SHOWN),
    headers: headersOf(pool.templates[0]?.bdat),
  };
}

// A demand of 0 says that the plan names none.
function atLeastOne(amount: number): number | null {
  return amount > 0 ? amount : null;
}

function headersOf(message: Uint8Array | undefined): readonly string[] {
  const text = new TextDecoder().decode(message);
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end === -1 ? undefined : end).split('\r\n');
  // Filling up to the size says nothing to a reader.
  return lines.map((line) => line.replace(/x{40,}/, 'xxxxxxxx…'));
}
