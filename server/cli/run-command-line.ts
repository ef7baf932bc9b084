// One call of the `mailfit` command: arguments → command → exit status. Wrong use ends with status 2.

import { CommanderError } from 'commander';
import { compose } from '../compose.ts';
import { resolveConfig } from '../config.ts';
import { describeError, ERROR_CATALOGUE, EXIT, MailfitError } from '../errors.ts';
import type { Lang } from '../core/text/localized.ts';
import type { RunCommand } from './command.ts';
import { buildProgram } from './program.ts';
import { chooseLang, processTerminal } from './terminal.ts';

function localeOf(environment: NodeJS.ProcessEnv): string | undefined {
  return environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'];
}

function reportFailure(error: unknown, lang: Lang): number {
  if (error instanceof MailfitError) {
    process.stderr.write(`${describeError(error, lang)}\n`);
    return ERROR_CATALOGUE[error.code].exitStatus;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${ERROR_CATALOGUE.internal.title[lang]}\n${detail}\n`);
  return ERROR_CATALOGUE.internal.exitStatus;
}

const run: RunCommand = async (action, explicitLang) => {
  const lang = chooseLang(explicitLang, localeOf(process.env));
  try {
    const resolved = resolveConfig(process.env);
    if (!resolved.ok) throw new MailfitError('wrongUse', resolved.problems);
    const app = compose(resolved.config);
    try {
      process.exitCode = await action({ terminal: processTerminal(lang), app });
    } finally {
      await app.close();
    }
  } catch (error) {
    process.exitCode = reportFailure(error, lang);
  }
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that goes away early is no failure of ours.
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  await buildProgram(run).parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
}
