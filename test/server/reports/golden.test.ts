import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { LANGS } from '../../../server/core/text/localized.ts';
import { buildReport, REPORT_FORMATS } from '../../../server/usecases/build-report.ts';
import { aReportInput, aRun } from '../../builders/report.ts';

// A change in wording, rounding or layout must be seen in the diff of these files. To accept one, run the tests with
// MAILFIT_WRITE_GOLDEN=1 and review what changed.
const input = aReportInput({
  runs: [{ id: 'run-7f3a', optionId: 'postfix-dovecot', result: aRun() }],
  evaluation: { id: 'example', version: 3, savedAt: '2026-11-23T08:00:00.000Z', frozenAt: null },
  productVersion: '0.1.0',
});

for (const lang of LANGS) {
  for (const format of REPORT_FORMATS) {
    test(`the ${format} report of the fixed case in ${lang} is the one that was reviewed`, async () => {
      const { bytes } = await buildReport(input, format, lang);
      const path = `test/golden/report-${lang}.${format}`;
      if (process.env['MAILFIT_WRITE_GOLDEN'] === '1') {
        mkdirSync('test/golden', { recursive: true });
        writeFileSync(path, bytes);
      }
      assert.ok(existsSync(path), `${path} is missing`);
      assert.equal(new TextDecoder().decode(bytes), new TextDecoder().decode(readFileSync(path)));
    });
  }
}
