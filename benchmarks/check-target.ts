// Says before a run whether a target may be loaded, as far as that is known without a packet to it.

import { guardTarget } from './safety/guard.ts';
import type { RefusalText } from './safety/refusal-words.ts';
import { LOOPBACK_ONLY } from './safety/target-policy.ts';
import type { TargetPolicy } from './safety/target-policy.ts';

export type TargetVerdict =
  { readonly refused: false } | { readonly refused: true; readonly text: RefusalText };

/** `builtin` is always allowed. A server that still has to show its proof is not refused yet. */
export async function checkTarget(url: string, policy: TargetPolicy = LOOPBACK_ONLY): Promise<TargetVerdict> {
  if (url === 'builtin') return { refused: false };
  const result = await guardTarget(url, policy);
  return result.refused ? { refused: true, text: result.text } : { refused: false };
}
