import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { LANGS } from '../../../server/core/text/localized.ts';
import { createDocumentProcesses } from '../../../server/adapters/documents/document-processes.ts';
import { TEXT_FORMATS } from '../../../server/reports/formats/text-formats.ts';
import { buildReportModel } from '../../../server/reports/report-model.ts';
import { buildWorkbook } from '../../../server/reports/workbook/build-workbook.ts';
import { aRecommendation } from '../../builders/recommendation.ts';
import { aReportInput, aRun } from '../../builders/report.ts';
import { aGroup, aTender } from '../../builders/tender-and-people.ts';

// A change in wording, rounding or layout must be seen in the diff of these files. To accept one, run the tests with
// MAILFIT_WRITE_GOLDEN=1 and review what changed.
const recommendation = aRecommendation();
const input = aReportInput({
  recommendation: {
    ...recommendation,
    tender: aTender(recommendation.options),
    group: aGroup(recommendation),
  },
  runs: [{ id: 'run-7f3a', optionId: 'postfix-dovecot', result: aRun() }],
  evaluation: {
    reference: '0f3a91c2d4e5',
    answersVersion: 3,
    savedAt: '2026-11-20T08:00:00.000Z',
    frozen: {
      number: 2,
      cause: 'vendor-answers',
      madeAt: '2026-11-23T02:30:00.000Z',
      madeBy: '佐藤 花子',
      reason: 'Offer of Example K.K.',
      hashes: {
        inputs: 'a1'.repeat(32),
        catalogue: 'b2'.repeat(32),
        reference: 'c3'.repeat(32),
        recommendation: 'd4'.repeat(32),
      },
    },
    history: [
      {
        number: 1,
        cause: 'frozen',
        madeAt: '2026-11-20T09:00:00.000Z',
        madeBy: '佐藤 花子',
        reason: 'Before offers are opened',
      },
      {
        number: 2,
        cause: 'vendor-answers',
        madeAt: '2026-11-23T02:30:00.000Z',
        madeBy: '佐藤 花子',
        reason: 'Offer of Example K.K.',
      },
    ],
    vendorSheets: [
      {
        optionId: 'postfix-dovecot',
        vendor: 'Example K.K.',
        answeredOn: '2026-11-22',
        fileName: 'answers.xlsx',
        fileHash: 'e5'.repeat(32),
        takenAt: '2026-11-23T02:30:00.000Z',
        takenBy: '佐藤 花子',
      },
    ],
  },
  productVersion: '0.1.0',
});

function compareWithGolden(name: string, bytes: Uint8Array): void {
  const path = `test/golden/${name}`;
  if (process.env['MAILFIT_WRITE_GOLDEN'] === '1') {
    mkdirSync('test/golden', { recursive: true });
    writeFileSync(path, bytes);
  }
  assert.ok(existsSync(path), `${path} is missing`);
  const wanted = readFileSync(path);
  if (name.endsWith('.pdf')) assert.ok(wanted.equals(bytes), `${path} differs; look at both`);
  else assert.equal(new TextDecoder().decode(bytes), new TextDecoder().decode(wanted));
}

const documents = createDocumentProcesses({ processesMax: 1 });
after(async () => documents.close());

const noTypesetter = process.platform === 'linux' && process.arch === 'x64' ? false : 'no typesetter here';

for (const lang of LANGS) {
  const model = buildReportModel({ ...input, lang });

  for (const format of TEXT_FORMATS) {
    test(`the ${format.id} report of the fixed case in ${lang} is the one that was reviewed`, () => {
      compareWithGolden(`report-${lang}.${format.extension}`, new TextEncoder().encode(format.render(model)));
    });
  }

  test(`the workbook of the fixed case in ${lang} is the one that was reviewed`, () => {
    const cells = buildWorkbook(model).map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) =>
        row.map((cell) => {
          if (cell === null) return null;
          if (cell.kind === 'formula') return `=${cell.formula}`;
          return cell.kind === 'number' ? cell.value : cell.text;
        }),
      ),
    }));
    const text = cells
      .map((sheet) => [`# ${sheet.name}`, ...sheet.rows.map((row) => JSON.stringify(row))].join('\n'))
      .join('\n\n');
    compareWithGolden(`workbook-${lang}.txt`, new TextEncoder().encode(`${text}\n`));
  });

  test(
    `the PDF of the fixed case in ${lang} is the one that was reviewed`,
    { skip: noTypesetter },
    async () => {
      compareWithGolden(`report-${lang}.pdf`, await documents.render(model, 'pdf'));
    },
  );
}
