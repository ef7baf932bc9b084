// The only file that builds adapters and hands them to the front doors. Nothing is opened before it is needed.

import { relative, resolve } from 'node:path';
import { loadCatalogue } from './adapters/catalogue-yaml/load-catalogue.ts';
import { createInputFiles } from './adapters/input-files/input-files.ts';
import { createLogger } from './adapters/system/logger.ts';
import { randomIds } from './adapters/system/random-ids.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import type { Config } from './config.ts';
import type {
  CatalogueOutcome,
  CatalogueProblem,
  CatalogueSource,
  Clock,
  IdSource,
  InputFiles,
  Logger,
} from './usecases/ports.ts';

export interface Application {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly catalogue: CatalogueSource;
  readonly files: InputFiles;
  /** Closes whatever was opened; safe to call twice. */
  close(): Promise<void>;
}

/** Folder that holds package.json: data that ships with mailfit is found from here, wherever it is started. */
const PACKAGE_ROOT = resolve(import.meta.dirname, '..');

/** Folder the user stands in. npm changes into the package before it starts a script and keeps the old one here. */
function userDir(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

/** The outcome with its files named as the user would name them. */
function shownFrom(baseDir: string, outcome: CatalogueOutcome): CatalogueOutcome {
  const shown = (problem: CatalogueProblem): CatalogueProblem => ({
    ...problem,
    file: relative(baseDir, problem.file),
  });
  return outcome.ok
    ? { ...outcome, warnings: outcome.warnings.map(shown) }
    : { ok: false, problems: outcome.problems.map(shown) };
}

export function compose(config: Config): Application {
  const clock = systemClock;
  const shippedProviders = resolve(PACKAGE_ROOT, config.providersDir);
  return {
    config,
    clock,
    ids: randomIds,
    logger: createLogger(config.logLevel),
    catalogue: {
      load: async (directory) => {
        const folder = directory === undefined ? shippedProviders : resolve(userDir(), directory);
        return shownFrom(userDir(), await loadCatalogue(folder, clock.now().toISOString().slice(0, 10)));
      },
    },
    files: createInputFiles(userDir()),
    close: async () => {},
  };
}
