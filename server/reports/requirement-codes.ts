// Short codes for requirements (M1 … for musts, S1 … for scored ones), so that a wide matrix fits on paper.

import type { Recommendation, Requirement } from '../core/scoring/recommendation.ts';

/** Requirement → code, numbered in the order of the recommendation. A must and a scored one may share an id. */
export function requirementCodes(recommendation: Recommendation): ReadonlyMap<Requirement, string> {
  const codes = new Map<Requirement, string>();
  let musts = 0;
  let scored = 0;
  for (const requirement of recommendation.requirements) {
    if (requirement.kind === 'gate') codes.set(requirement, `M${(musts += 1)}`);
    else codes.set(requirement, `S${(scored += 1)}`);
  }
  return codes;
}
