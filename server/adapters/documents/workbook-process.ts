// A process that writes one workbook and ends: packing it blocks.

import type { Report } from '../../reports/report.generated.ts';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import { answerOneJob, peakRssBytes } from './answer-one-job.ts';
import type { WorkbookJob } from './document-messages.ts';
import { writeXlsx } from './write-xlsx.ts';

answerOneJob(async ({ reportJson }: WorkbookJob) => {
  const bytes = await writeXlsx(buildWorkbook(JSON.parse(reportJson) as Report));
  return { kind: 'made', bytes, peakRssBytes: peakRssBytes() };
});
