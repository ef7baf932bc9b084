// The application on the data folder that the command line names.

import { resolve } from 'node:path';
import { compose } from '../compose.ts';
import type { Application } from '../compose.ts';
import { resolveConfig } from '../config.ts';
import { MailfitError } from '../errors.ts';

/** @param data folder as the user typed it; without one the configured folder is used */
export async function withAppOnData<Result>(
  app: Application,
  data: string | undefined,
  action: (app: Application) => Promise<Result>,
): Promise<Result> {
  if (data === undefined) return action(app);
  const resolved = resolveConfig(process.env, { dataDir: resolve(app.userDir, data) });
  if (!resolved.ok) throw new MailfitError('wrongUse', resolved.problems);
  const other = compose(resolved.config);
  try {
    return await action(other);
  } finally {
    await other.close();
  }
}
