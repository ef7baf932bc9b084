// Queueing mathematics: Erlang B (loss), Erlang C (delay), Little's law. Invariant: no result is ever NaN.

/**
 * Chance that a call finds all servers busy and is refused (Erlang 1917).
 * B(0) = 1, B(n) = A·B(n−1) ÷ (n + A·B(n−1)): F10.
 */
export function erlangB(servers: number, erlangs: number): number {
  let blocking = 1;
  for (let n = 1; n <= servers; n++) {
    const offered = erlangs * blocking;
    blocking = offered / (n + offered);
  }
  return blocking;
}

/** Least number of servers, at least one, that refuses no more than `maxBlocking` of the calls (F10). */
export function leastServers(erlangs: number, maxBlocking: number): number {
  let enough = 1;
  while (!blocksAtMost(enough, erlangs, maxBlocking)) enough *= 2;
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (blocksAtMost(middle, erlangs, maxBlocking)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

// 1 ÷ B(n) = Σ n! ÷ ((n−k)! Aᵏ), k = 0…n. The sum passes the limit or dies out after some thousand terms, where the
// recursion of `erlangB` needs n steps: with a million sessions that is the difference between µs and minutes.
function blocksAtMost(servers: number, erlangs: number, maxBlocking: number): boolean {
  if (erlangs <= 0) return true;
  const wanted = 1 / maxBlocking;
  let term = 1;
  let sum = 1;
  for (let k = 0; k < servers && sum < wanted; k++) {
    term *= (servers - k) / erlangs;
    if (term < sum * Number.EPSILON) break;
    sum += term;
  }
  return sum >= wanted;
}

export interface DelayFigures {
  readonly pWait: number;
  /** null: work arrives faster than it is done, the queue grows without end. */
  readonly meanWaitSec: number | null;
}

/** Erlang C from B: C = B ÷ (1 − (A/n)(1−B)); mean wait = C × hold ÷ (n − A). */
export function erlangC(servers: number, erlangs: number, holdSec: number): DelayFigures {
  if (servers <= erlangs) return { pWait: 1, meanWaitSec: null };
  const blocking = erlangB(servers, erlangs);
  const pWait = blocking / (1 - (erlangs / servers) * (1 - blocking));
  return { pWait, meanWaitSec: (pWait * holdSec) / (servers - erlangs) };
}

/** Little's law L = λW (F9). */
export function meanInSystem(arrivalsPerSec: number, staySec: number): number {
  return arrivalsPerSec * staySec;
}

/** Little's law solved for the rate: what so many slots can do when each is held that long. */
export function throughputPerSec(concurrency: number, holdSec: number): number {
  return concurrency / holdSec;
}
