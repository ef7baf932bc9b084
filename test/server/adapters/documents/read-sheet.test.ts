import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSheetRows } from '../../../../server/adapters/documents/read-sheet.ts';
import { writeXlsx } from '../../../../server/adapters/documents/write-xlsx.ts';
import { unpackedBytes } from '../../../../server/adapters/documents/zip-directory.ts';
import { skipUnless } from '../../../../tools/components.ts';
import { number, text } from '../../../../server/reports/workbook/sheet.ts';

const SHEET = {
  name: 'Answers',
  rows: [[text('質問'), number(5, '0')]],
  columnWidths: [10, 10],
  landscape: false,
};
const refused = { name: 'MailfitError', code: 'badInput' };

test('a written sheet is read back cell by cell', async () => {
  assert.deepEqual(await readSheetRows(await writeXlsx([SHEET]), 'a.xlsx'), [['質問', 5]]);
});

test('what is no spreadsheet is refused by name', async () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(100), new TextEncoder().encode('a,b\n1,2\n')]) {
    await assert.rejects(readSheetRows(bytes, 'a.xlsx'), { ...refused, message: /a\.xlsx/ });
  }
});

test('a spreadsheet cut off anywhere is refused, never half read', async () => {
  const whole = await writeXlsx([SHEET]);
  for (let length = 1; length < whole.length; length += 97) {
    await assert.rejects(readSheetRows(whole.subarray(0, length), 'a.xlsx'), refused);
  }
});

test('a file that declares to unpack to gigabytes is refused before it is unpacked', async () => {
  const bomb = (await writeXlsx([SHEET])).slice();
  const view = new DataView(bomb.buffer);
  const directory = view.getUint32(bomb.length - 22 + 16, true);
  view.setUint32(directory + 24, 0xf0000000, true);
  assert.ok((unpackedBytes(bomb) ?? 0) > 4e9);
  await assert.rejects(readSheetRows(bomb, 'bomb.xlsx'), { ...refused, message: /32 MiB/ });
});

test(
  'a sheet that LibreOffice has saved again is read as before',
  { skip: skipUnless('libreoffice') },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailfit-sheet-'));
    const path = join(folder, 'sheet.xlsx');
    writeFileSync(path, await writeXlsx([SHEET]));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'saved'), path];
    execFileSync('soffice', args, { stdio: 'ignore' });
    const saved = readFileSync(join(folder, 'saved', 'sheet.xlsx'));
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(await readSheetRows(saved, 'sheet.xlsx'), [['質問', 5]]);
  },
);
