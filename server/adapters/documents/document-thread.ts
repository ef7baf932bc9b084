// A thread that makes one document and ends: typesetting blocks, and its memory goes back with the thread.

import { parentPort, workerData } from 'node:worker_threads';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import type { DocumentJob, DocumentReply } from './document-messages.ts';
import { typesetPdf, TypesetterMissing } from './typeset-pdf.ts';
import { writeXlsx } from './write-xlsx.ts';

async function make({ report, format }: DocumentJob): Promise<DocumentReply> {
  try {
    const bytes = format === 'pdf' ? typesetPdf(report) : await writeXlsx(buildWorkbook(report));
    return { kind: 'made', bytes };
  } catch (error) {
    if (error instanceof TypesetterMissing) return { kind: 'unavailable', reason: error.message };
    return {
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

const reply = await make(workerData as DocumentJob);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port is no window.
parentPort?.postMessage(reply);
