// What every report format owes its readers. Each format's test calls this; a new format is held to the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGS } from '../../server/core/text/localized.ts';
import { buildReportModel } from '../../server/reports/report-model.ts';
import type { ReportFormatId } from '../../server/usecases/build-report.ts';
import { buildReport } from '../../server/usecases/build-report.ts';
import { aHostileInput, aReportInput, aRun, aWideRecommendation, HOSTILE_TEXTS } from '../builders/report.ts';

export interface ReportFormatCase {
  readonly id: ReportFormatId;
  /** The words a reader of this format gets to see, with its markup taken away. */
  readonly readableText: (bytes: Uint8Array) => Promise<string> | string;
  /** Throws when the file could act on its reader: run, load, call or compute something. */
  readonly assertHarmless: (bytes: Uint8Array, hostileText: string) => Promise<void> | void;
}

export function reportFormatContract(format: ReportFormatCase): void {
  const fullInput = () => ({
    recommendation: aWideRecommendation(6, 5),
    runs: [{ id: 'run-7f3a', optionId: 'option-1', result: aRun() }],
    title: 'Sample',
  });

  for (const lang of LANGS) {
    test(`${format.id} ${lang}: shows every section title in the order of the model`, async () => {
      const { bytes } = await buildReport(fullInput(), format.id, lang);
      const text = squeezed(await format.readableText(bytes));
      let from = 0;
      for (const section of buildReportModel({ ...fullInput(), lang }).sections) {
        const found = text.indexOf(squeezed(section.title), from);
        assert.ok(found >= from, `"${section.title}" is missing or out of order`);
        from = found;
      }
    });

    test(`${format.id} ${lang}: shows every option, and every source behind a ranked one`, async () => {
      const input = fullInput();
      const { bytes } = await buildReport(input, format.id, lang);
      const text = squeezed(await format.readableText(bytes));
      for (const option of input.recommendation.options) {
        assert.ok(text.includes(squeezed(option.name[lang])), option.name[lang]);
        // An excluded option stands with what excluded it.
        if (option.status === 'excluded') continue;
        for (const term of option.contributions) {
          assert.ok(text.includes(term.fact.source ?? ''), `no source ${term.fact.source}`);
        }
      }
    });
  }

  test(`${format.id}: the same input gives the same bytes`, async () => {
    const first = await buildReport(fullInput(), format.id, 'ja');
    const second = await buildReport(fullInput(), format.id, 'ja');
    assert.deepEqual(second.bytes, first.bytes);
  });

  test(`${format.id}: a report without runs, cost or robustness still has every section`, async () => {
    const { bytes } = await buildReport(aReportInput(), format.id, 'en');
    const text = squeezed(await format.readableText(bytes));
    for (const section of buildReportModel(aReportInput()).sections) {
      assert.ok(text.includes(squeezed(section.title)), section.title);
    }
    assert.ok(text.includes(squeezed('No benchmark belongs to this evaluation')));
  });

  test(`${format.id}: the file name is plain and carries date, language and extension`, async () => {
    const file = await buildReport(aReportInput({ title: '../../etc/passwd' }), format.id, 'ja');
    assert.equal(file.fileName, `mailfit-report-2026-11-23-ja.${format.id}`);
  });

  for (const hostileText of HOSTILE_TEXTS) {
    test(`${format.id}: hostile text does nothing: ${JSON.stringify(hostileText)}`, async () => {
      const { bytes } = await buildReport(aHostileInput(hostileText), format.id, 'ja');
      await format.assertHarmless(bytes, hostileText);
    });
  }
}

/** Without blanks, which formats may lay out as they like. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
