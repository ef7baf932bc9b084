// How many threads a plan gets that names none.

import { namesThisMachine } from '../safety/target.ts';
import type { RunPlan } from '../schema/plan.generated.ts';

const MAX_DEFAULT_WORKERS = 2;

/**
 * One thread fills a server over kept connections. A new connection for each message costs Node about five times the work
 * per message, so a closed loop of such gets a second thread where a second session and a processor for it are there; a
 * server on the same machine needs one for itself.
 */
export function defaultWorkers(
  { target, load, session, classes }: Pick<RunPlan, 'target' | 'load' | 'session' | 'classes'>,
  processors: number,
): number {
  const isShort = load.model === 'closed' && session?.messagesPerConnection === 1;
  if (!isShort || (classes ?? []).length > 0) return 1;
  const free = namesThisMachine(target) ? processors - 1 : processors;
  return Math.max(1, Math.min(MAX_DEFAULT_WORKERS, free, load.sessions));
}
