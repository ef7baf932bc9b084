// What went wrong between the acknowledgement and the far end, where somebody counted there.

import type { RunResult } from '../schema/run.generated.ts';

const FAULTS = ['lost', 'duplicated', 'corrupted'] as const;

/** Kinds that occurred; none where nobody counted. */
export function arrivalFaults({ ledger }: Pick<RunResult, 'ledger'>): readonly (typeof FAULTS)[number][] {
  return ledger.checked ? FAULTS.filter((fate) => ledger[fate] > 0) : [];
}
