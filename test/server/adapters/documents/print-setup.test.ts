// What a printer gets, read from the XML of the file and not from what we meant to write.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { pageSetup } from '../../../../server/adapters/documents/print-setup.ts';
import { writeXlsx } from '../../../../server/adapters/documents/write-xlsx.ts';
import { LANGS } from '../../../../server/core/text/localized.ts';
import { buildReportModel } from '../../../../server/reports/report-model.ts';
import { buildWorkbook } from '../../../../server/reports/workbook/build-workbook.ts';
import type { Sheet } from '../../../../server/reports/workbook/sheet.ts';
import { aRun, aWideRecommendation } from '../../../builders/report.ts';

/** Name → text of every part of the archive, by its central directory. */
function partsOf(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive);
  const parts = new Map<string, string>();
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    parts.set(name, (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function attributesOf(xml: string, element: string): Record<string, string> {
  const [, found = ''] = new RegExp(`<${element}([^>]*)/>`).exec(xml) ?? [];
  return Object.fromEntries([...found.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
}

for (const lang of LANGS) {
  describe(`a printed workbook (${lang})`, () => {
    let sheets: readonly Sheet[] = [];
    let parts = new Map<string, string>();
    before(async () => {
      const runs = [{ id: 'run-1', optionId: 'option-1', result: aRun() }];
      sheets = buildWorkbook(buildReportModel({ recommendation: aWideRecommendation(60, 30), runs, lang }));
      parts = partsOf(await writeXlsx(sheets));
    });
    const sheetXml = (index: number): string => parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';

    it('is fitted to the width of its paper, sheet by sheet, and as long as it needs', () => {
      assert.ok(sheets.length > 10);
      for (const [index, sheet] of sheets.entries()) {
        const xml = sheetXml(index);
        assert.match(xml, /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/, sheet.name);
        const setup = attributesOf(xml, 'pageSetup');
        assert.equal(setup['orientation'], 'landscape', sheet.name);
        assert.equal(setup['fitToHeight'], '0', sheet.name);
        assert.ok(Number(setup['fitToWidth']) >= 1, sheet.name);
        assert.match(xml, /<oddFooter>&amp;L&amp;A&amp;R&amp;P \/ &amp;N<\/oddFooter>/, sheet.name);
      }
    });

    it('takes several pages of A3 for what would be too small on one, and A4 for the rest', () => {
      const scores = sheets.findIndex((sheet) => sheet.columnWidths.length > 60);
      const wide = attributesOf(sheetXml(scores), 'pageSetup');
      assert.equal(wide['paperSize'], '8');
      assert.ok(Number(wide['fitToWidth']) > 1);
      for (const index of sheets.keys()) {
        if (index !== scores) assert.equal(attributesOf(sheetXml(index), 'pageSetup')['paperSize'], '9');
      }
    });

    it('repeats the heads of the matrix, the scores, the facts and the sources on every page', () => {
      const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<definedName ([^>]*)>([^<]*)</g)].map(
        ([, attributes = '', area = '']) => {
          assert.match(attributes, /name="_xlnm\.Print_Titles"/);
          const id = Number(/localSheetId="(\d+)"/.exec(attributes)?.[1]);
          assert.ok(area.startsWith(`'${sheets[id]?.name}'!$`), area);
          return [...area.matchAll(/\$([A-Z]+|\d+):\$([A-Z]+|\d+)/g)].map(([found]) => found).join(' ');
        },
      );
      assert.deepEqual(names, ['$A:$A $1:$2', '$A:$B $2:$2', '$1:$1', '$2:$2']);
    });

    it('repeats rows that are heads', () => {
      for (const sheet of sheets) {
        const row = sheet.rows[(sheet.repeatedRows?.[1] ?? 0) - 1];
        if (row !== undefined)
          assert.ok(
            row.every((cell) => cell?.style === 'head'),
            sheet.name,
          );
      }
    });

    it('sets a sentence across the columns instead of beyond them', () => {
      const xml = sheetXml(0);
      const sentence = sheets[0]?.rows.findIndex(
        (row) => row.length === 1 && row[0]?.kind === 'text' && row[0].text.length > 30,
      );
      assert.ok(sentence !== undefined && sentence >= 0);
      assert.match(xml, new RegExp(`<mergeCell ref="A${sentence + 1}:[B-Z]${sentence + 1}"/>`));
    });
  });
}

describe('the paper of a sheet', () => {
  const sheetOf = (columnWidths: readonly number[], frozenColumns = 0): Sheet => ({
    name: 'S',
    rows: [],
    columnWidths,
    landscape: true,
    frozenColumns,
  });

  it('never prints smaller than six tenths', () => {
    for (const columns of [1, 10, 14, 15, 16, 22, 40, 80]) {
      const widths = Array.from({ length: columns }, () => 16);
      const { paperSize, pagesWide } = pageSetup(sheetOf(widths, 2));
      const room = (paperSize === 8 ? 210 : 145) / 0.6;
      // The two repeated columns stand on every page.
      const onEach = columns <= 2 ? columns * 16 : 32 + ((columns - 2) * 16) / pagesWide;
      assert.ok(onEach <= room + 1e-9, `${columns} columns`);
    }
  });
});
