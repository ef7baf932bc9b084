// The exit status that the contract gives to what came out of a run.

import { arrivalFaults } from './outputs/arrival-faults.ts';
import type { RunRefusal } from './run-load.ts';
import type { RunResult } from './schema/run.generated.ts';

const DONE = 0;
const ANSWER_IS_NO = 1;
const BAD_INPUT = 2;
const REFUSED_FOR_SAFETY = 3;
const TARGET_BROKE_OFF = 4;
const GENERATOR_BOUND = 5;

/**
 * A missed threshold is the answer "no", so is an accepted message that did not arrive once and whole where somebody
 * counted, and so is a limit that the server's configuration set: the figures are not what
 * it can do. It is no answer when the generator was the limit.
 */
export function exitStatusOf(outcome: RunResult | RunRefusal): number {
  if ('refused' in outcome) return outcome.kind === 'safety' ? REFUSED_FOR_SAFETY : BAD_INPUT;
  if (outcome.verdict === 'aborted') return statusOfEarlyEnd(outcome);
  if (outcome.verdict === 'generatorBound') return GENERATOR_BOUND;
  if (outcome.verdict === 'policyBound') return ANSWER_IS_NO;
  const isKept = outcome.thresholds.every((threshold) => threshold.passed);
  return isKept && arrivalFaults(outcome).length === 0 ? DONE : ANSWER_IS_NO;
}

// Who stops a run by hand has what was wanted, unless thresholds were to be shown: those are not.
function statusOfEarlyEnd({ verdictReason, thresholds }: RunResult): number {
  switch (verdictReason) {
    case 'stopped':
      return thresholds.length === 0 ? DONE : ANSWER_IS_NO;
    case 'thresholdMissed':
      return ANSWER_IS_NO;
    case 'ceiling':
      return REFUSED_FOR_SAFETY;
    default:
      return TARGET_BROKE_OFF;
  }
}
