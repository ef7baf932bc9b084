import { pino } from 'pino';
import type { Logger } from '../../usecases/ports.ts';

/** JSON lines on standard error, so that standard output stays free for results. Secrets never get in. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      redact: {
        paths: ['password', '*.password', 'secret', '*.secret', 'req.headers.cookie'],
        censor: '[hidden]',
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
