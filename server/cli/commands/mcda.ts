// `mailfit mcda METHOD --input FILE [--json]`: any decision matrix through one of the methods the engine uses.

import { isMcdaMethod, MCDA_METHODS, runMcda } from '../../core/mcda/index.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import type { RegisterCommand } from '../command.ts';
import { valueOrFail } from '../input-problems.ts';
import { jsonText } from '../terminal.ts';

interface McdaOptions {
  readonly input: string;
  readonly lang?: string;
}

export const registerMcda: RegisterCommand = (program, run) => {
  program
    .command('mcda')
    .argument('<METHOD>', MCDA_METHODS.join(', '))
    .requiredOption('--input <FILE>', 'YAML or JSON: matrix, weights, directions, params')
    .option('--json', 'one JSON document on standard output (the only form there is)')
    .option('--lang <ja|en>', 'language of the messages')
    .description('run a decision matrix through one method, to check our arithmetic against yours')
    .action((method: string, options: McdaOptions) =>
      run(async ({ app, terminal }) => {
        if (!isMcdaMethod(method))
          throw new MailfitError('wrongUse', [`${method}: ${MCDA_METHODS.join(', ')}`]);
        const document = await app.files.read(options.input);
        terminal.out(jsonText(valueOrFail(runMcda(method, document.data), document, terminal.lang)));
        return EXIT.done;
      }, options.lang),
    );
};
