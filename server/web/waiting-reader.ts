// Somebody waits for a document with the connection open. Whoever closes the page does not want it any more.

import type { Response } from 'express';
import type { ExportProgress } from '../usecases/export-board.ts';

/** For making the document: its signal is aborted when the reader leaves, and no steps are told. */
export function whileReaderWaits(res: Response): ExportProgress {
  const left = new AbortController();
  res.on('close', () => left.abort(new Error('The reader left')));
  return { signal: left.signal, onStep: () => {} };
}
