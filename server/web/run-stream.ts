// One run as a stream of events for one viewer.

import type { Response } from 'express';
import type { RunBoard } from '../usecases/run-board.ts';
import type { StoredRunEvent } from '../usecases/stores.ts';
import { encodeEvent, frameCache, openEventStream } from './sse.ts';

const frameOf = frameCache<StoredRunEvent>(({ id, event }) => ({
  id,
  name: String(event['kind']),
  data: event,
}));

const END = encodeEvent({ name: 'end', data: {} });

/** Tells the viewer everything after the last event it saw, its place in the queue while it waits, and the end. */
export async function streamRun(
  res: Response,
  board: RunBoard,
  from: { readonly runId: string; readonly lastSeenId: number },
): Promise<void> {
  let hasLeft = false;
  let stop = (): void => undefined;
  const stream = openEventStream(res, {
    onClose() {
      hasLeft = true;
      stop();
    },
  });
  stop = await board.watch(from.runId, from.lastSeenId, {
    // That the run is over is told by `end`, once its result is stored.
    onEvent(event) {
      if (event.event['kind'] !== 'finished') stream.send(frameOf(event));
    },
    onPosition(position) {
      stream.send(encodeEvent({ name: 'position', data: { position } }));
    },
    onEnd() {
      stream.send(END);
      stream.end();
    },
  });
  if (hasLeft) stop();
}
