// A process that builds the model of a document and makes the file from it, and ends: on a large evaluation that takes
// a second, for which whoever answers requests must not stand still. What the typesetter needs goes back as its job.

import { TEXT_FORMATS } from '../../reports/formats/text-formats.ts';
import type { Report } from '../../reports/report.generated.ts';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import { fileWords } from '../../usecases/build-report.ts';
import { documentModel } from '../../usecases/document-model.ts';
import type { ReportFormatId } from '../../usecases/document-renderer.ts';
import { answerOneJob, peakRssBytes } from './answer-one-job.ts';
import type { ComposingJob, DocumentReply } from './document-messages.ts';
import { typesettingJob } from './typst-input.ts';
import { writeXlsx } from './write-xlsx.ts';

answerOneJob(composed);

async function composed({ source, format }: ComposingJob): Promise<DocumentReply> {
  const report = documentModel(source);
  const words = fileWords(report, format);
  if (format === 'pdf') return { kind: 'toTypeset', job: typesettingJob(report), words };
  const file = { bytes: await bytesOf(report, format), ...words };
  return { kind: 'composed', file, peakRssBytes: peakRssBytes() };
}

async function bytesOf(report: Report, format: ReportFormatId): Promise<Uint8Array> {
  const text = TEXT_FORMATS.find(({ id }) => id === format);
  if (text === undefined) return writeXlsx(buildWorkbook(report));
  return new TextEncoder().encode(text.render(report));
}
