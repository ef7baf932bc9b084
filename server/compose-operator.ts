// What the command line does for whoever operates the server.

import type { OpenStores } from './adapters/store-sql/open-stores.ts';
import { createLogger } from './adapters/system/logger.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import type { Config } from './config.ts';
import { createAuditLog } from './usecases/access/audit-log.ts';
import type { AuditLog } from './usecases/access/audit-log.ts';
import type { DatabaseFiles } from './usecases/database-files.ts';

export function operatorParts(
  config: Config,
  dataDir: string,
  stores: () => Promise<OpenStores>,
): { databaseFiles(): Promise<DatabaseFiles>; auditLog(): Promise<AuditLog> } {
  const logger = createLogger(config.logLevel);
  return {
    databaseFiles: async () => {
      const { createDatabaseFiles } = await import('./adapters/store-sql/database-files.ts');
      return createDatabaseFiles(dataDir, () => systemClock.now());
    },
    auditLog: async () => createAuditLog({ store: (await stores()).audit, clock: systemClock, logger }),
  };
}
