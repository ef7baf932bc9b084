// `mailfit cost --input FILE [--json]`: total cost of ownership, cloud against on-premise.

import { costDocument } from '../../core/cost/cost-document.ts';
import { EXIT } from '../../errors.ts';
import type { RegisterCommand } from '../command.ts';
import { figuresTable } from '../figures-table.ts';
import { valueOrFail } from '../input-problems.ts';
import { jsonText } from '../terminal.ts';

interface CostOptions {
  readonly input: string;
  readonly json?: boolean;
  readonly lang?: string;
}

export const registerCost: RegisterCommand = (program, run) => {
  program
    .command('cost')
    .requiredOption('--input <FILE>', 'YAML or JSON: users, years, cloud and onprem prices in one currency')
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the messages')
    .description('total cost of ownership over the years, cloud against on-premise')
    .action((options: CostOptions) =>
      run(async ({ app, terminal }) => {
        const document = await app.files.read(options.input);
        const answer = valueOrFail(costDocument(document.data), document, terminal.lang);
        terminal.out(options.json === true ? jsonText(answer) : figuresTable(answer));
        return EXIT.done;
      }, options.lang),
    );
};
