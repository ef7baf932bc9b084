// `mailfit serve [--host H] [--port N] [--data DIR]`: the web application.

import { resolve } from 'node:path';
import { compose } from '../../compose.ts';
import { resolveConfig } from '../../config.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { serve, stopRequested } from '../../serve.ts';
import type { RegisterCommand } from '../command.ts';

interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
}

export const registerServe: RegisterCommand = (program, run) => {
  program
    .command('serve')
    .description('serve the web application; prints its address when ready')
    .option('--host <ADDRESS>', 'address to listen on (anything but loopback needs MAILFIT_ADMIN_SECRET)')
    .option('--port <NUMBER>', 'port to listen on; 0 picks a free one')
    .option('--data <DIR>', 'folder for the database')
    .action((options: ServeOptions) =>
      run(async ({ terminal, app }) => {
        const dataDir = options.data === undefined ? undefined : resolve(app.userDir, options.data);
        const resolved = resolveConfig(process.env, { host: options.host, port: options.port, dataDir });
        if (!resolved.ok) throw new MailfitError('wrongUse', resolved.problems);
        const running = await serve(compose(resolved.config));
        terminal.out(`mailfit is ready: ${running.url}`);
        if (running.setupNotice !== null) terminal.out(running.setupNotice);
        await stopRequested();
        await running.close();
        return EXIT.done;
      }),
    );
};
