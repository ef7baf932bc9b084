import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
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

async function refusal(bytes: Uint8Array): Promise<string> {
  const outcome = await readSheetRows(bytes);
  return outcome.ok ? 'taken' : outcome.problems.map((problem) => problem.message.en).join();
}

test('a written sheet is read back cell by cell', async () => {
  assert.deepEqual(await readSheetRows(await writeXlsx([SHEET])), { ok: true, value: [['質問', 5]] });
});

test('what is no spreadsheet is refused with what to do', async () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(100), new TextEncoder().encode('a,b\n1,2\n')]) {
    assert.match(await refusal(bytes), /not an XLSX file/);
  }
});

test('a spreadsheet cut off anywhere is refused, never half read', async () => {
  const whole = await writeXlsx([SHEET]);
  for (let length = 1; length < whole.length; length += 97) {
    assert.match(await refusal(whole.subarray(0, length)), /not an XLSX file|damaged/);
  }
});

test('a file that declares to unpack to gigabytes is refused before it is unpacked', async () => {
  const bomb = (await writeXlsx([SHEET])).slice();
  const view = new DataView(bomb.buffer);
  const directory = view.getUint32(bomb.length - 22 + 16, true);
  view.setUint32(directory + 24, 0xf0000000, true);
  assert.ok((unpackedBytes(bomb) ?? 0) > 4e9);
  assert.match(await refusal(bomb), /32 MiB/);
});

test('a file that unpacks to more than its directory declares is refused before a library reads it', async () => {
  const packed = deflateRawSync(new Uint8Array(40 * 1024 * 1024));
  const bomb = archiveOf('xl/worksheets/sheet1.xml', packed, 1_000);
  assert.equal(unpackedBytes(bomb), 1_000);
  assert.match(await refusal(bomb), /damaged/);
});

function archiveOf(name: string, packed: Uint8Array, declaredBytes: number): Uint8Array {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declaredBytes, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

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
    assert.deepEqual(await readSheetRows(saved), { ok: true, value: [['質問', 5]] });
  },
);
