// `npm start`: the web application with the configuration of the environment.

import { compose } from './compose.ts';
import { resolveConfig } from './config.ts';
import { describeError, ERROR_CATALOGUE, MailfitError } from './errors.ts';
import { serve, stopRequested } from './serve.ts';

async function main(): Promise<void> {
  const resolved = resolveConfig(process.env);
  if (!resolved.ok) throw new MailfitError('wrongUse', resolved.problems);
  const running = await serve(compose(resolved.config));
  process.stdout.write(`mailfit is ready: ${running.url}\n`);
  await stopRequested();
  await running.close();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof MailfitError)) throw error;
  process.stderr.write(`${describeError(error, 'en')}\n`);
  process.exitCode = ERROR_CATALOGUE[error.code].exitStatus;
}
