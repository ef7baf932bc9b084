// Reads a JSON report back. What comes from a file is checked by the schema and cleaned like everything else.

import { Ajv } from 'ajv';
import { cleanTexts } from '../reports/clean-text.ts';
import type { Report } from '../reports/report.generated.ts';
import reportSchema from '../reports/report.schema.json' with { type: 'json' };

export type ReadReportOutcome =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problems: readonly string[] };

const validate = new Ajv({ allErrors: true, allowUnionTypes: true, discriminator: true }).compile<Report>(
  reportSchema,
);

/** The report in the text, or every problem with its JSON pointer. */
export function readReport(text: string): ReadReportOutcome {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { ok: false, problems: ['the file is not JSON'] };
  }
  if (validate(document)) return { ok: true, report: cleanTexts(document) };
  const problems = (validate.errors ?? []).map((error) =>
    `${error.instancePath} ${error.message ?? ''}`.trim(),
  );
  return { ok: false, problems: [...new Set(problems)] };
}
