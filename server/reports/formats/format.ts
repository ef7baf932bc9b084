// What every text format is: a function from the report model to text, with the names the outside world knows it by.

import type { Report } from '../report.generated.ts';

export interface TextFormat {
  readonly id: 'html' | 'csv' | 'md' | 'json';
  readonly extension: string;
  readonly mediaType: string;
  readonly render: (report: Report) => string;
}
