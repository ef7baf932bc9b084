// `mailfit backup --out FILE` and `mailfit restore FILE`: the embedded database as one file.

import { resolve } from 'node:path';
import { OPERATOR } from '../../core/access/principal.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import type { Application } from '../../compose.ts';
import type { CliContext, RegisterCommand } from '../command.ts';
import { withAppOnData } from '../app-on-data.ts';

const BY_OPERATOR = { who: OPERATOR, address: '' };

const BACKUP_TEXTS = {
  restored: { en: 'restored', ja: '復元しました' },
  kept: { en: 'the database before is kept at', ja: '以前のデータベースの保存先' },
  bytes: { en: 'bytes', ja: 'バイト' },
} as const;

export const registerBackup: RegisterCommand = (program, run) => {
  program
    .command('backup')
    .description('write a checked copy of the embedded database; the server may be running')
    .requiredOption('--out <FILE>', 'file to write')
    .option('--data <DIR>', 'folder of the database')
    .option('--force', 'replace an existing file')
    .action((options: { readonly out: string; readonly data?: string; readonly force?: true }) =>
      run((context) =>
        withAppOnData(context.app, options.data, async (app) => {
          refuseOtherDatabase(app);
          const target = resolve(app.userDir, options.out);
          // Written before, so that the copy tells of itself.
          await (await app.auditLog()).record(BY_OPERATOR, 'database.backed-up', { object: options.out });
          const files = await app.databaseFiles();
          const { path, sizeBytes } = await files.backUp(target, options.force ?? false);
          context.terminal.out(`${path} (${sizeBytes} ${BACKUP_TEXTS.bytes[context.terminal.lang]})`);
          return EXIT.done;
        }),
      ),
    );
};

export const registerRestore: RegisterCommand = (program, run) => {
  program
    .command('restore <FILE>')
    .description('put a backup in the place of the embedded database; stop the server first')
    .option('--data <DIR>', 'folder of the database')
    .option('--force', 'replace the database that is there; it is kept beside under another name')
    .action((file: string, options: { readonly data?: string; readonly force?: true }) =>
      run((context) =>
        withAppOnData(context.app, options.data, async (app) => {
          refuseOtherDatabase(app);
          await restore(context, app, { file, replaces: options.force ?? false });
          return EXIT.done;
        }),
      ),
    );
};

async function restore(
  { terminal }: CliContext,
  app: Application,
  wanted: { readonly file: string; readonly replaces: boolean },
): Promise<void> {
  const source = resolve(app.userDir, wanted.file);
  const files = await app.databaseFiles();
  const { keptAt } = await files.restore(source, wanted.replaces);
  await (await app.auditLog()).record(BY_OPERATOR, 'database.restored', { object: wanted.file });
  terminal.out(`${BACKUP_TEXTS.restored[terminal.lang]}: ${source}`);
  if (keptAt !== null) terminal.out(`${BACKUP_TEXTS.kept[terminal.lang]}: ${keptAt}`);
}

function refuseOtherDatabase(app: Application): void {
  if (app.config.databaseUrl === null) return;
  throw new MailfitError('wrongUse', [
    'DATABASE_URL: a PostgreSQL is backed up with pg_dump and pg_restore.',
  ]);
}
