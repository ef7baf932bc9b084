// The catalogue that a command works on.

import { problemLine } from '../../core/catalogue/problem.ts';
import type { Catalogue } from '../../core/catalogue/provider.ts';
import { MailfitError } from '../../errors.ts';
import type { CliContext } from '../command.ts';

/** The shipped or named catalogue, or a failure that names every problem. */
export async function loadedCatalogue(context: CliContext, directory?: string): Promise<Catalogue> {
  const outcome = await context.app.catalogue.load(directory);
  if (outcome.ok) return outcome.catalogue;
  throw new MailfitError(
    'badInput',
    outcome.problems.map((problem) => problemLine(problem, context.terminal.lang)),
  );
}
