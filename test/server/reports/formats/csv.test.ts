import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as assertProperty, property, string } from 'fast-check';
import { csvLine, harmless } from '../../../../server/reports/formats/csv.ts';
import { buildReport } from '../../../../server/usecases/build-report.ts';
import { aReportInput } from '../../../builders/report.ts';
import { reportFormatContract } from '../../../contracts/report-format.contract.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Reads RFC 4180 records, as a spreadsheet does. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let match = field.exec(text); match !== null; match = field.exec(text)) {
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
    if (field.lastIndex === text.length) break;
  }
  return records;
}

const FORMULA_START = /^[\s\u200b]*[=+\-@|%＝＋－＠−\t\r\n]/;

reportFormatContract({
  id: 'csv',
  readableText: (bytes) => parseCsv(decode(bytes).slice(1)).flat().join('\n'),
  assertHarmless: (bytes) => {
    const cells = parseCsv(decode(bytes).slice(1)).flat();
    assert.ok(cells.length > 100);
    for (const cell of cells) {
      assert.ok(!FORMULA_START.test(cell) || /^-?\d+(\.\d+)?$/.test(cell), JSON.stringify(cell));
    }
  },
});

test('a CSV report starts with the byte order mark and ends every record with CR LF', async () => {
  const { bytes } = await buildReport(aReportInput(), 'csv', 'ja');
  assert.deepEqual(Array.from(bytes.slice(0, 3)), [0xef, 0xbb, 0xbf]);
  const text = decode(bytes);
  assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/);
});

test('signs that start a formula are led by an apostrophe, full-width ones too', () => {
  for (const text of [
    '=1',
    '+1a',
    '-1a',
    '@x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\t=1',
    '\r=1',
    ' =1',
    '|x',
    '%x',
  ]) {
    assert.equal(harmless(text), `'${text}`);
  }
});

test('plain numbers stay numbers, negative ones too', () => {
  for (const text of ['0', '-3.2', '81.25', '12']) assert.equal(harmless(text), text);
});

test('any cells come back from the CSV line as they went in, apostrophe aside', () => {
  assertProperty(
    property(array(string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (cells) => {
      const [record] = parseCsv(csvLine(cells));
      assert.deepEqual(record, cells.map(harmless));
    }),
  );
});
