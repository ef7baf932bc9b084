// A process that writes one workbook and ends: packing it blocks, and its memory goes back with the process.

import { constants, setPriority } from 'node:os';
import type { Report } from '../../reports/report.generated.ts';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import type { DocumentReply, WorkbookJob } from './document-messages.ts';
import { writeXlsx } from './write-xlsx.ts';

// Whoever fills in the questionnaire comes before whoever waits for a file.
setPriority(constants.priority.PRIORITY_LOW);
process.once('disconnect', () => process.exit());
process.once('message', (job: WorkbookJob) => void answer(job));

async function answer(job: WorkbookJob): Promise<void> {
  const reply = await made(job);
  process.send?.(reply, () => process.disconnect());
}

async function made({ reportJson }: WorkbookJob): Promise<DocumentReply> {
  try {
    const bytes = await writeXlsx(buildWorkbook(JSON.parse(reportJson) as Report));
    return { kind: 'made', bytes, peakRssBytes: process.resourceUsage().maxRSS * 1024 };
  } catch (error) {
    return {
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
