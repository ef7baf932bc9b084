// What one run tells its viewers. Invariant: an event is stored before any viewer gets it, every viewer gets every event
// after the last one it saw exactly once and in order, and all viewers get the same object, so that it can be encoded
// once for all of them.

import type { Logger } from './ports.ts';
import type { JsonObject, RunStore, StoredRunEvent } from './stores.ts';

export interface RunViewer {
  onEvent(event: StoredRunEvent): void;
  /** Place in the queue changed; null when it left the queue. */
  onPosition?(position: number | null): void;
  /** The run is over and stored; nothing comes after it. */
  onEnd(): void;
}

interface Watcher {
  readonly viewer: RunViewer;
  lastSeenId: number;
  /** While the older events are fetched, new ones wait in the channel's memory. */
  isCatchingUp: boolean;
}

/** A viewer that comes back after a short break is served from memory, an older one from the store. */
const KEPT_EVENTS = 500;

export class RunChannel {
  private readonly runId: string;
  private readonly deps: { readonly runs: RunStore; readonly logger: Logger; now(): Date };
  private readonly watchers = new Set<Watcher>();
  private kept: StoredRunEvent[] = [];
  private storing: Promise<void> = Promise.resolve();
  private isOver = false;

  constructor(runId: string, deps: RunChannel['deps']) {
    this.runId = runId;
    this.deps = deps;
  }

  /** Stores the event and tells the viewers; events keep the order in which they are given. */
  publish(event: JsonObject): void {
    const stamped = { ...event, at: this.deps.now().toISOString() };
    this.storing = this.storing.then(() => this.storeAndTell(stamped));
  }

  /** Resolves when everything published so far is stored. */
  stored(): Promise<void> {
    return this.storing;
  }

  /** Resolves to how to stop watching, once everything that was missed has been told. */
  async watch(lastSeenId: number, viewer: RunViewer): Promise<() => void> {
    const watcher: Watcher = { viewer, lastSeenId, isCatchingUp: true };
    this.watchers.add(watcher);
    const [oldest] = this.kept;
    if (oldest === undefined || oldest.id > lastSeenId + 1) {
      this.tell(watcher, await this.deps.runs.eventsAfter(this.runId, lastSeenId));
    }
    watcher.isCatchingUp = false;
    this.tell(watcher, this.kept);
    if (this.isOver) viewer.onEnd();
    return () => this.watchers.delete(watcher);
  }

  tellPosition(position: number | null): void {
    for (const { viewer } of this.watchers) viewer.onPosition?.(position);
  }

  end(): void {
    this.isOver = true;
    for (const { viewer, isCatchingUp } of this.watchers) if (!isCatchingUp) viewer.onEnd();
  }

  private async storeAndTell(event: JsonObject): Promise<void> {
    try {
      const id = await this.deps.runs.appendEvent(this.runId, event);
      this.kept.push({ id, event });
      if (this.kept.length > 2 * KEPT_EVENTS) this.kept = this.kept.slice(-KEPT_EVENTS);
      const last = this.kept.slice(-1);
      for (const watcher of this.watchers) if (!watcher.isCatchingUp) this.tell(watcher, last);
    } catch (error) {
      this.deps.logger.error({ err: error, runId: this.runId }, 'an event of a run could not be stored');
    }
  }

  private tell(watcher: Watcher, events: readonly StoredRunEvent[]): void {
    for (const event of events) {
      if (event.id <= watcher.lastSeenId) continue;
      watcher.lastSeenId = event.id;
      watcher.viewer.onEvent(event);
    }
  }
}
