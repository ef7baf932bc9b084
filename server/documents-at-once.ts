// How many documents are made at once: it leaves the pages a processor.

import { availableParallelism } from 'node:os';

/** Each takes up to 300 MB; more than a few at once help nobody who waits. */
const DOCUMENTS_AT_ONCE_MAX = 4;

/** Documents that are made at the same time: a processor is left to the pages, also on the smallest machine. */
export const DOCUMENT_PROCESSES_MAX = Math.min(
  DOCUMENTS_AT_ONCE_MAX,
  Math.max(1, availableParallelism() - 1),
);
