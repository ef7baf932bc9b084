// The forms in which a finished run can be handed on, by the end of the file's name.

import type { RunResult } from '../schema/run.generated.ts';
import { runCsv } from './csv.ts';
import { runHtml } from './html.ts';
import { runJunit } from './junit.ts';
import { runPrometheus } from './prometheus.ts';
import type { OutputLang } from './run-words.ts';

export const RUN_FORMATS = ['json', 'csv', 'html', 'junit', 'prometheus'] as const;
export type RunFormat = (typeof RUN_FORMATS)[number];

const FORMAT_OF_ENDING: Readonly<Record<string, RunFormat>> = {
  json: 'json',
  csv: 'csv',
  html: 'html',
  htm: 'html',
  xml: 'junit',
  prom: 'prometheus',
};

/** The format that a file's name asks for; JSON when it says nothing. */
export function runFormatOf(path: string): RunFormat {
  return FORMAT_OF_ENDING[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'json';
}

/** The whole content of the file, with its closing line end. */
export function formatRun(result: RunResult, format: RunFormat, lang: OutputLang): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`;
    case 'csv':
      return runCsv(result);
    case 'html':
      return runHtml(result, lang);
    case 'junit':
      return runJunit(result, lang);
    case 'prometheus':
      return runPrometheus(result);
  }
}
