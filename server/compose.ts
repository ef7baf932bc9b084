// The only file that builds adapters and hands them to the front doors. Nothing is opened before it is needed.

import { createLogger } from './adapters/system/logger.ts';
import { randomIds } from './adapters/system/random-ids.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import type { Config } from './config.ts';
import type { Clock, IdSource, Logger } from './usecases/ports.ts';

export interface Application {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  /** Closes whatever was opened; safe to call twice. */
  close(): Promise<void>;
}

export function compose(config: Config): Application {
  return {
    config,
    clock: systemClock,
    ids: randomIds,
    logger: createLogger(config.logLevel),
    close: async () => {},
  };
}
