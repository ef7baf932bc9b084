// Two plans, run in turns: what the machine and the hour do to one they do to the other. Who begins changes from round to
// round, so that neither always follows the other.

import { compareRuns } from './compare-runs.ts';
import type { RunComparison } from './compare-runs.ts';
import { isAnswerOfTarget } from './outputs/verdict-reasons.ts';
import type { RunPlan } from './schema/plan.generated.ts';
import type { RunResult } from './schema/run.generated.ts';

export type Side = 'first' | 'second';

export interface Turn {
  /** From 0. */
  readonly round: number;
  readonly side: Side;
  readonly plan: RunPlan;
}

export interface InTurns {
  readonly comparison: RunComparison;
  readonly first: readonly RunResult[];
  readonly second: readonly RunResult[];
}

/** Every turn in its order. Both sides of a round share a seed, and every round has another one. */
export function turnsOf(first: RunPlan, second: RunPlan, rounds: number): Turn[] {
  return Array.from({ length: rounds }, (_, round): Turn[] => {
    const turns: Turn[] = [
      { round, side: 'first', plan: { ...first, seed: (first.seed ?? 1) + round } },
      { round, side: 'second', plan: { ...second, seed: (second.seed ?? 1) + round } },
    ];
    return round % 2 === 0 ? turns : turns.toReversed();
  }).flat();
}

/** Takes the turns one after the other; `run` may answer from a run that was kept. It ends at a run nobody answered. */
export async function compareInTurns(
  turns: readonly Turn[],
  run: (turn: Turn) => Promise<RunResult>,
): Promise<InTurns> {
  const done: Record<Side, RunResult[]> = { first: [], second: [] };
  for (const turn of turns) {
    const result = await run(turn);
    done[turn.side].push(result);
    // After an answer of the target the next turn may well go through.
    if (result.verdict === 'aborted' && !isAnswerOfTarget(result.verdictReason)) break;
  }
  return { comparison: compareRuns(done.first, done.second), ...done };
}
