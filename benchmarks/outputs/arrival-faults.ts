// What went wrong between the acknowledgement and the far end, where somebody counted there.

import type { RunResult } from '../schema/run.generated.ts';
import type { OutputLang } from './run-words.ts';

export const ARRIVALS_FAULTY: Readonly<Record<OutputLang, string>> = {
  en: 'Not every accepted message arrived once and whole.',
  ja: '受理されたメールの一部が、過不足なく元のままには届いていません。',
};

const FAULTS = ['lost', 'duplicated', 'corrupted'] as const;

/** Kinds that occurred; none where nobody counted. */
export function arrivalFaults({ ledger }: Pick<RunResult, 'ledger'>): readonly (typeof FAULTS)[number][] {
  return ledger.checked ? FAULTS.filter((fate) => ledger[fate] > 0) : [];
}
