// How many threads a plan gets that names none.

import type { RunPlan } from '../schema/plan.generated.ts';

const MAX_DEFAULT_WORKERS = 2;

/**
 * One thread fills a server over kept connections. A new connection for each message costs Node about five times the work
 * per message, so a closed loop of such gets a second thread where there is a second processor and a second session.
 */
export function defaultWorkers(
  { load, session, classes }: Pick<RunPlan, 'load' | 'session' | 'classes'>,
  processors: number,
): number {
  const isShort = load.model === 'closed' && session?.messagesPerConnection === 1;
  if (!isShort || (classes ?? []).length > 0) return 1;
  return Math.min(MAX_DEFAULT_WORKERS, processors, load.sessions);
}
