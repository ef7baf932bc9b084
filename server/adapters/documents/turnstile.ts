// Lets a few in at once; the others wait in the order in which they came, and may give up waiting.

export interface Turnstile {
  /** Resolves when it is this one's turn; rejects with the signal's reason when it is aborted before. */
  enter(signal?: AbortSignal): Promise<void>;
  leave(): void;
}

export function turnstile(placesMax: number): Turnstile {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    async enter(signal) {
      signal?.throwIfAborted();
      if (taken >= placesMax) await queued(waiting, signal);
      else taken += 1;
    },
    // A place that falls free goes to the first in the queue without being free in between.
    leave() {
      const first = waiting.shift();
      if (first === undefined) taken -= 1;
      else first();
    },
  };
}

async function queued(waiting: (() => void)[], signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const start = (): void => resolve();
  const giveUp = (): void => {
    const at = waiting.indexOf(start);
    if (at >= 0) waiting.splice(at, 1);
    const reason: unknown = signal?.reason;
    reject(reason instanceof Error ? reason : new Error('Cancelled'));
  };
  signal?.addEventListener('abort', giveUp, { once: true });
  waiting.push(start);
  await promise.finally(() => signal?.removeEventListener('abort', giveUp));
}
