// Who controls a target, asked before a run is planned: this machine, a server that shows the operator's token, or one
// that still has to. Every run asks again when it starts.

import { probeGreeting } from './net/probe-greeting.ts';
import { greetingProblem, isOnThisMachine } from './plan-checks.ts';
import { SYSTEM_NAMES, guardTarget } from './safety/guard.ts';
import type { CheckedTarget, NameService } from './safety/guard.ts';
import { parseAddress } from './safety/network-address.ts';
import { proofRecordName, proofText } from './safety/proof-of-control.ts';
import { REFUSAL_WORDS } from './safety/refusal-words.ts';
import type { RefusalText } from './safety/refusal-words.ts';
import { LOOPBACK_ONLY } from './safety/target-policy.ts';
import type { TargetPolicy } from './safety/target-policy.ts';

export type ControlState =
  | { readonly kind: 'thisMachine' }
  | { readonly kind: 'proven'; readonly by: 'dns' | 'greeting' }
  /** `recordName` is a DNS name for a TXT record; null where the target is an address. */
  | {
      readonly kind: 'notProven';
      readonly text: RefusalText;
      readonly recordName: string | null;
      readonly recordText: string;
    }
  | { readonly kind: 'refused'; readonly text: RefusalText };

export interface ControlMeans {
  readonly names: NameService;
  readonly probe: typeof probeGreeting;
}

/** Contacts a target that is not on this machine once: banner and EHLO, no mail. `builtin` is this machine. */
export async function checkControl(
  url: string,
  policy: TargetPolicy = LOOPBACK_ONLY,
  means: ControlMeans = { names: SYSTEM_NAMES, probe: probeGreeting },
): Promise<ControlState> {
  if (url === 'builtin') return { kind: 'thisMachine' };
  const guarded = await guardTarget(url, policy, means.names);
  if (guarded.refused) return { kind: 'refused', text: guarded.text };
  const { checked } = guarded;
  if (isOnThisMachine(checked)) return { kind: 'thisMachine' };
  const text = await greetingProblem(checked, means.probe);
  if (text === null) return { kind: 'proven', by: checked.proofToken === null ? 'dns' : 'greeting' };
  const isProofMissing = text.en === REFUSAL_WORDS.noProof().en;
  return isProofMissing ? missingProof(checked, text) : { kind: 'refused', text };
}

function missingProof({ target, proofToken }: CheckedTarget, text: RefusalText): ControlState {
  return {
    kind: 'notProven',
    text,
    recordName: parseAddress(target.host) === null ? proofRecordName(target.host) : null,
    recordText: proofText(proofToken ?? ''),
  };
}
