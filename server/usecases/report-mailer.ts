// The port through which a finished report leaves by mail.

import type { ReportFile } from './build-report.ts';

export interface ReportMail {
  /** One plain address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly file: ReportFile;
}

export interface ReportMailer {
  /** Resolves to what the server answered. Throws MailfitError `mailNotSent` with the reason; the file is untouched. */
  send(mail: ReportMail): Promise<string>;
}
