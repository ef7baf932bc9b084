import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { createDocumentProcesses } from '../../../../server/adapters/documents/document-processes.ts';
import { writeXlsx } from '../../../../server/adapters/documents/write-xlsx.ts';
import { LANGS } from '../../../../server/core/text/localized.ts';
import { buildReportModel } from '../../../../server/reports/report-model.ts';
import type { Report } from '../../../../server/reports/report.generated.ts';
import { buildWorkbook } from '../../../../server/reports/workbook/build-workbook.ts';
import type { Sheet } from '../../../../server/reports/workbook/sheet.ts';
import { buildReport } from '../../../../server/usecases/build-report.ts';
import { skipUnless } from '../../../../tools/components.ts';
import {
  aHostileInput,
  aReportInput,
  aRun,
  aWideRecommendation,
  HOSTILE_TEXTS,
} from '../../../builders/report.ts';

const skip = skipUnless('libreoffice');
let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailfit-xlsx-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function wideModel(lang: Report['lang'] = 'en'): Report {
  const runs = [{ id: 'run-1', optionId: 'option-1', result: aRun() }];
  return buildReportModel({ recommendation: aWideRecommendation(12, 9), runs, lang });
}

/** Every sheet as LibreOffice computes it: name → rows of texts at full precision. */
function recomputed(bytes: Uint8Array, name: string): Map<string, string[][]> {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, bytes);
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, path], {
    stdio: 'ignore',
  });
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.csv'));
  return new Map(
    files.map((file) => [
      file.slice(name.length + 1, -'.csv'.length),
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((line) => line.split('\t').map((cell) => cell.replace(/^"([^]*)"$/, '$1'))),
    ]),
  );
}

function withWeight(sheets: readonly Sheet[], name: string, row: number, value: number): Sheet[] {
  return sheets.map((sheet) =>
    sheet.name !== name
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((cells, index) =>
            index !== row
              ? cells
              : cells.map((cell) => (cell?.kind === 'number' ? { ...cell, value } : cell)),
          ),
        },
  );
}

for (const lang of LANGS) {
  test(`xlsx ${lang}: LibreOffice recomputes every score to 1e-9 and every rank`, { skip }, async () => {
    const model = wideModel(lang);
    const name = lang === 'ja' ? '総合点' : 'Scores';
    const rows = recomputed(await writeXlsx(buildWorkbook(model)), `plain-${lang}`).get(name) ?? [];
    const { options } = model.computation;
    assert.equal(options.length, 12);
    for (const [index, option] of options.entries()) {
      assert.ok(Math.abs(Number(rows[4]?.[index + 2]) - 100 * (option.score ?? 0)) < 1e-9, option.label);
      const rank = option.status === 'excluded' ? '–' : String(index + 1);
      assert.equal(rows[3]?.[index + 2], rank, option.label);
    }
  });
}

test(
  'xlsx: a changed weight changes scores and ranks in scores and summary as the formula says',
  { skip },
  async () => {
    const model = wideModel();
    const changed = withWeight(buildWorkbook(model), 'Weights', 4, 5);
    const sheets = recomputed(await writeXlsx(changed), 'changed');
    const { criteria, options } = model.computation;
    const weights = criteria.map((criterion, index) => (index === 0 ? 5 : criterion.weight));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const scores = options.map((option) =>
      option.values.reduce<number>(
        (total, value, index) => total + (100 * (weights[index] ?? 0) * (value ?? 0)) / sum,
        0,
      ),
    );
    const rows = sheets.get('Scores') ?? [];
    for (const [index, score] of scores.entries()) {
      assert.ok(Math.abs(Number(rows[4]?.[index + 2]) - score) < 1e-9);
    }
    const ranked = scores.filter((_, index) => options[index]?.status !== 'excluded');
    const wantedRanks = ranked.map((score) => String(1 + ranked.filter((other) => other > score).length));
    assert.notDeepEqual(
      wantedRanks,
      ranked.map((_, index) => String(index + 1)),
    );
    assert.deepEqual(rows[3]?.slice(2, 2 + ranked.length), wantedRanks);
    const summary = sheets.get('Summary') ?? [];
    const header = summary.findIndex((cells) => cells[0] === 'Rank');
    assert.deepEqual(
      summary.slice(header + 1, header + 1 + ranked.length).map((cells) => cells[0]),
      wantedRanks,
    );
  },
);

test('xlsx: sheets by theme, in order, none without content', async () => {
  const sheets = buildWorkbook(wideModel());
  assert.deepEqual(
    sheets.map((sheet) => sheet.name),
    [
      'Summary',
      'What was asked',
      'Matrix',
      'Musts',
      'Scores',
      'Robustness',
      'To confirm',
      'Facts',
      'Sources',
      'Weights',
      'Cost',
      'Benchmark',
      'How it is computed',
    ],
  );
  for (const sheet of sheets) {
    assert.ok(sheet.rows.length > 2, sheet.name);
    assert.ok(sheet.name.length <= 31);
  }
});

test('xlsx: every fact stands beside the option that it is about', () => {
  const model = buildReportModel(aReportInput());
  const facts = buildWorkbook(model).find(({ name }) => name === 'Facts');
  const shown = (facts?.rows ?? [])
    .slice(1)
    .map((row) => row.slice(0, 3).map((cell) => (cell?.kind === 'text' ? cell.text : '')));
  const wanted = (model.sections.find(({ id }) => id === 'facts')?.blocks ?? []).flatMap((block) =>
    block.kind === 'table' && block.id.startsWith('facts-')
      ? block.rows.map(({ cells }) => [
          block.caption.replace('Facts on ', ''),
          cells[0]?.text,
          cells[1]?.text,
        ])
      : [],
  );
  assert.ok(new Set(wanted.map(([option]) => option)).size > 1);
  assert.deepEqual(shown, wanted);
});

test('xlsx: the same model gives the same bytes', async () => {
  const model = wideModel('ja');
  assert.deepEqual(await writeXlsx(buildWorkbook(model)), await writeXlsx(buildWorkbook(model)));
});

for (const hostileText of HOSTILE_TEXTS) {
  test(`xlsx: hostile text stays text: ${JSON.stringify(hostileText)}`, async () => {
    const model = buildReportModel(aHostileInput(hostileText));
    const sheets = buildWorkbook(model);
    const formulas = sheets.flatMap((sheet) =>
      sheet.rows.flatMap((row) => row.flatMap((cell) => (cell?.kind === 'formula' ? [cell.formula] : []))),
    );
    for (const formula of formulas) {
      const bare = formula.replace(/"[^"]*"|'[^']*'/g, '');
      assert.match(bare, /^[A-Z0-9$():,*/+.=><!]*$/, 'only names and operators of our own');
      assert.doesNotMatch(bare, /HYPERLINK|WEBSERVICE|INDIRECT/);
    }
    // Read back by another library, the archive is whole and the hostile cell is a text.
    const summary = await readSheet(Buffer.from(await writeXlsx(sheets)), 1);
    assert.equal(summary[1]?.[0] ?? '', model.subtitle.replaceAll('\ufffd', '').trim());
  });
}

test('xlsx: 50 options by 25 criteria are made in a thread', async () => {
  const documents = createDocumentProcesses({ processesMax: 1 });
  const { bytes } = await buildReport(
    { recommendation: aWideRecommendation(50, 25), runs: [] },
    'xlsx',
    'ja',
    {
      documents,
    },
  );
  await documents.close();
  assert.ok(bytes.length > 10_000);
});

test('xlsx: a report about nothing is still a workbook', async () => {
  const { recommendation } = aReportInput();
  const empty = { ...recommendation, options: [], criteria: [], groups: [], recommended: null };
  const bytes = await writeXlsx(buildWorkbook(buildReportModel(aReportInput({ recommendation: empty }))));
  assert.equal(bytes[0], 0x50);
});
