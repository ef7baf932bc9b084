// Short codes for requirements (M1 … for musts, S1 … for scored ones), so that a wide matrix fits on paper.

import type { Recommendation } from '../core/scoring/recommendation.ts';

/** Requirement id → code, numbered in the order of the recommendation. */
export function requirementCodes(recommendation: Recommendation): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  let musts = 0;
  let scored = 0;
  for (const requirement of recommendation.requirements) {
    if (requirement.kind === 'gate') codes.set(requirement.id, `M${(musts += 1)}`);
    else codes.set(requirement.id, `S${(scored += 1)}`);
  }
  return codes;
}
