// Who may start next. Pure: the waiting runs in their order, and what runs already.

import type { StoredRun } from './stores.ts';

type Seat = Pick<StoredRun, 'target' | 'groupId'>;

/**
 * The queued runs that may start now, oldest first: one run at a time per target, one at a time of a group that is to be
 * compared, and no more than `limit` in all. A run never overtakes an earlier one of its target or group.
 */
export function startable(
  waiting: readonly StoredRun[],
  running: readonly Seat[],
  limit: number,
): readonly StoredRun[] {
  const taken: Seat[] = [...running];
  const chosen: StoredRun[] = [];
  for (const run of waiting.filter(({ status }) => status === 'queued')) {
    const isFree = taken.every((seat) => seat.target !== run.target && !isSameGroup(seat, run));
    if (isFree && running.length + chosen.length < limit) chosen.push(run);
    taken.push(run);
  }
  return chosen;
}

/** Place in the queue, from 1; null for a run that does not wait in it. */
export function positionOf(waiting: readonly StoredRun[], runId: string): number | null {
  const index = waiting.filter(({ status }) => status === 'queued').findIndex(({ id }) => id === runId);
  return index === -1 ? null : index + 1;
}

function isSameGroup(a: Seat, b: Seat): boolean {
  return a.groupId !== null && a.groupId === b.groupId;
}
