// Where the next piece of work comes from. The load models differ only here; slots and connections are the same for all.

/** One arrival: `messageCount` messages, the first of them due at `plannedUs`. */
export interface Arrival {
  readonly plannedUs: number;
  readonly messageCount: number;
}

export interface WorkSource {
  /** The next arrival if it is due, else null. Times count from the start of the run. */
  take(nowUs: number): Arrival | null;
  /** When to ask again; Infinity when never or when it depends on a slot becoming free. */
  nextDueUs(): number;
  /** No arrival will come any more. */
  isExhausted(nowUs: number): boolean;
  /** Arrivals given up since the last call because they waited too long. */
  takeDropped(nowUs: number): readonly Arrival[];
  /** Gives up every arrival that is due by now: the run ends, and what waited is not left out of the count. */
  giveUp(nowUs: number): void;
}

const NONE: readonly Arrival[] = [];

export interface ClosedLoopLimits {
  readonly messages: number;
  readonly endUs: number;
}

/** A closed loop has work for whoever is free, until messages or time run out. */
export class ClosedLoop implements WorkSource {
  private remaining: number;
  private readonly endUs: number;

  constructor(limits: ClosedLoopLimits) {
    this.remaining = limits.messages;
    this.endUs = limits.endUs;
  }

  take(nowUs: number): Arrival | null {
    if (this.isExhausted(nowUs)) return null;
    this.remaining -= 1;
    return { plannedUs: nowUs, messageCount: 1 };
  }

  nextDueUs(): number {
    return Infinity;
  }

  isExhausted(nowUs: number): boolean {
    return this.remaining <= 0 || nowUs >= this.endUs;
  }

  takeDropped(): readonly Arrival[] {
    return NONE;
  }

  giveUp(): void {
    this.remaining = 0;
  }
}

export interface ScheduleOptions {
  readonly maxStartDelayUs: number;
  messageCount(): number;
}

/**
 * Arrivals by the clock. One that finds no free slot waits, and its response time runs meanwhile; one that waited longer
 * than the plan allows is dropped and counted, never forgotten.
 */
export class Schedule implements WorkSource {
  private readonly times: Iterator<number>;
  private readonly options: ScheduleOptions;
  private nextUs: number;
  private dropped: Arrival[] = [];

  constructor(times: Iterable<number>, options: ScheduleOptions) {
    this.times = times[Symbol.iterator]();
    this.options = options;
    this.nextUs = this.advance();
  }

  take(nowUs: number): Arrival | null {
    this.dropOlderThan(nowUs - this.options.maxStartDelayUs);
    return this.nextUs > nowUs ? null : this.next();
  }

  nextDueUs(): number {
    return this.nextUs;
  }

  isExhausted(): boolean {
    return this.nextUs === Infinity;
  }

  takeDropped(nowUs: number): readonly Arrival[] {
    this.dropOlderThan(nowUs - this.options.maxStartDelayUs);
    return this.dropped.length === 0 ? NONE : this.dropped.splice(0);
  }

  giveUp(nowUs: number): void {
    this.dropOlderThan(nowUs);
    this.nextUs = Infinity;
  }

  private dropOlderThan(timeUs: number): void {
    while (this.nextUs < timeUs) this.dropped.push(this.next());
  }

  // What was drawn for a dropped session is drawn all the same, so that the later ones stay as they are.
  private next(): Arrival {
    const plannedUs = this.nextUs;
    this.nextUs = this.advance();
    return { plannedUs, messageCount: this.options.messageCount() };
  }

  private advance(): number {
    const next = this.times.next();
    return next.done === true ? Infinity : next.value;
  }
}

/** Every `count`-th arrival, beginning with number `index`: one thread's share of a common schedule. */
export function* shareOf(times: Iterable<number>, index: number, count: number): Generator<number> {
  let number = 0;
  for (const time of times) {
    if (number % count === index) yield time;
    number += 1;
  }
}

/** Splits a whole number into `parts` that differ by at most one; returns the part with that index. */
export function shareOfTotal(total: number, index: number, parts: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}
