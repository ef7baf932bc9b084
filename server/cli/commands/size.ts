// `mailfit size --input FILE [--json]`: from people and habits to rates, connections, storage and staff.

import { sizeDocument } from '../../core/sizing/size-document.ts';
import { EXIT } from '../../errors.ts';
import type { RegisterCommand } from '../command.ts';
import { figuresTable } from '../figures-table.ts';
import { valueOrFail } from '../input-problems.ts';
import { jsonText } from '../terminal.ts';

interface SizeOptions {
  readonly input: string;
  readonly json?: boolean;
  readonly lang?: string;
}

export const registerSize: RegisterCommand = (program, run) => {
  program
    .command('size')
    .requiredOption('--input <FILE>', 'YAML or JSON; a missing key takes its likely default')
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the messages')
    .description('size a mail system: peak rate, connections, storage, resources, staff')
    .action((options: SizeOptions) =>
      run(async ({ app, terminal }) => {
        const document = await app.files.read(options.input);
        const answer = valueOrFail(
          sizeDocument(document.data, app.referenceData().sizing),
          document,
          terminal.lang,
        );
        for (const warning of answer.warnings) terminal.err(warning[terminal.lang]);
        terminal.out(options.json === true ? jsonText(answer) : figuresTable(answer));
        return EXIT.done;
      }, options.lang),
    );
};
