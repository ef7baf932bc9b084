// `mailfit rfp take FILE`: a sheet that a vendor filled in becomes declared facts of a stored evaluation.

import { basename } from 'node:path';
import type { Command } from 'commander';
import { EXIT, MailfitError } from '../../errors.ts';
import { takeVendorAnswers } from '../../usecases/take-vendor-answers.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { sheetProblemLines } from '../input-problems.ts';
import { printable } from '../printable.ts';
import { EVALUATION_TEXTS as T } from '../texts-evaluation.ts';
import { storedEvaluation } from './evaluation.ts';

interface TakeOptions {
  readonly evaluation: string;
  readonly by: string;
  readonly reason?: string;
  readonly lang?: string;
}

export function registerTake(group: Command, run: RunCommand): void {
  group
    .command('take <FILE>')
    .requiredOption('--evaluation <ID>', 'an evaluation of the web application')
    .requiredOption('--by <NAME>', 'who takes the sheet in')
    .option('--reason <TEXT>', 'why; without it, that the sheet came in')
    .option('--lang <ja|en>', 'language of the text')
    .description(
      'take the answer sheet (XLSX) of a vendor into a stored evaluation; a frozen one gets a new version',
    )
    .action((path: string, options: TakeOptions) =>
      run((context) => takeSheet(context, path, options), options.lang),
    );
}

async function takeSheet(context: CliContext, path: string, options: TakeOptions): Promise<typeof EXIT.done> {
  const { app, terminal } = context;
  const { deps, evaluation } = await storedEvaluation(context, options.evaluation);
  const file = { name: basename(path), bytes: await app.files.readBytes(path) };
  const reason = options.reason ?? T.sheetCameIn(file.name)[terminal.lang];
  const outcome = await takeVendorAnswers(deps, evaluation, file, { by: options.by, reason });
  switch (outcome.kind) {
    case 'refused':
      throw new MailfitError('badInput', sheetProblemLines(path, outcome.problems, terminal.lang));
    case 'notFound':
      throw new MailfitError('notFound', [options.evaluation]);
    case 'changedMeanwhile':
      throw new MailfitError('wrongUse', [T.changedMeanwhile[terminal.lang]]);
    case 'taken': {
      const { optionId, vendor, facts } = outcome.answers;
      terminal.out(T.taken(optionId, printable(vendor), Object.keys(facts).length)[terminal.lang]);
      return EXIT.done;
    }
  }
}
