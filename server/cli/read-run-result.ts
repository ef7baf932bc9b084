// A file that `bench run --json` wrote.

import type { RunResult } from '../../benchmarks/index.ts';
import { MailfitError } from '../errors.ts';
import type { InputFiles } from '../usecases/ports.ts';

/** @throws MailfitError when the file is not a document of `mailfit.run/1` */
export async function readRunResult(files: InputFiles, path: string): Promise<RunResult> {
  const document = await files.read(path);
  if (isRunResult(document.data)) return document.data;
  throw new MailfitError('badInput', [`${document.placeOf('')} not a document of schema mailfit.run/1`]);
}

function isRunResult(data: unknown): data is RunResult {
  return typeof data === 'object' && data !== null && 'schema' in data && data.schema === 'mailfit.run/1';
}
