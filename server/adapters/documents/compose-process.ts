// A process that builds the report model and makes the file from it, and ends: on a large evaluation that takes a
// second, for which whoever answers requests must not stand still. What the typesetter needs goes back as its job.

import { constants, setPriority } from 'node:os';
import { TEXT_FORMATS } from '../../reports/formats/text-formats.ts';
import type { ReportInput } from '../../reports/report-input.ts';
import { buildReportModel } from '../../reports/report-model.ts';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import type { ComposingJob, DocumentReply, TypesettingJob } from './document-messages.ts';
import { typesettingJob } from './typst-input.ts';
import { writeXlsx } from './write-xlsx.ts';

// Whoever fills in the questionnaire comes before whoever waits for a file.
setPriority(constants.priority.PRIORITY_LOW);
process.once('disconnect', () => process.exit());
process.once('message', (job: ComposingJob) => void answer(job));

async function answer(job: ComposingJob): Promise<void> {
  const reply = await made(job);
  process.send?.(reply, () => process.disconnect());
}

async function made({ inputJson, format }: ComposingJob): Promise<DocumentReply> {
  try {
    const report = buildReportModel(JSON.parse(inputJson) as ReportInput);
    if (format === 'pdf') return { kind: 'toTypeset', job: typesettingJob(report) satisfies TypesettingJob };
    const text = TEXT_FORMATS.find(({ id }) => id === format);
    const bytes =
      text === undefined
        ? await writeXlsx(buildWorkbook(report))
        : new TextEncoder().encode(text.render(report));
    return { kind: 'made', bytes, peakRssBytes: process.resourceUsage().maxRSS * 1024 };
  } catch (error) {
    return {
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
