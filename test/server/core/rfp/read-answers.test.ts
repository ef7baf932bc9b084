import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as assertProperty, constant, oneof, property, string } from 'fast-check';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { readAnswers } from '../../../../server/core/rfp/read-answers.ts';
import { COLUMN, factsToAsk, FORM_COLUMN, SHEET } from '../../../../server/core/rfp/sheet-layout.ts';
import type { SheetValue } from '../../../../server/core/rfp/sheet-layout.ts';
import { withVendorAnswers } from '../../../../server/core/rfp/with-vendor-answers.ts';
import { recommend } from '../../../../server/core/scoring/recommend.ts';
import { answerSheet } from '../../../../server/reports/rfp/answer-sheet.ts';
import { recommendInput, SHIPPED_CATALOGUE, TODAY } from '../../../builders/recommend-input.ts';

const asked = factsToAsk(
  [
    { factId: 'mailboxQuota' },
    { factId: 'spamFilter' },
    { factId: 'dataRegions' },
    { factId: 'auditLog' },
    { factId: 'auditLog' },
    { factId: 'sendingLimit' },
    { factId: 'nothing' },
  ],
  VOCABULARY,
);

/** The sheet as a vendor hands it back, with answers by fact id and the form filled in. */
function filled(answers: Readonly<Record<string, SheetValue>>, lang: 'en' | 'ja' = 'en'): SheetValue[][] {
  const sheet = answerSheet({
    optionId: 'fastmail',
    optionName: { en: 'Fastmail', ja: 'Fastmail' },
    asked,
    lang,
  });
  const rows = sheet.rows.map((row) =>
    row.map((cell): SheetValue => (cell?.kind === 'text' ? cell.text : null)),
  );
  setCell(rows, SHEET.vendorRow, FORM_COLUMN, 'Example Ltd');
  setCell(rows, SHEET.dateRow, FORM_COLUMN, '2026-11-20');
  for (const [index, definition] of asked.entries()) {
    setCell(rows, SHEET.firstAnswerRow + index, COLUMN.answer, answers[definition.id] ?? null);
  }
  return rows;
}

function setCell(rows: SheetValue[][], row: number, column: number, value: SheetValue): void {
  const cells = rows[row];
  assert.ok(cells !== undefined);
  cells[column] = value;
}

function read(rows: readonly (readonly SheetValue[])[]) {
  return readAnswers({ rows, asked, optionId: 'fastmail', today: TODAY });
}

function problemsOf(rows: readonly (readonly SheetValue[])[]): string[] {
  const outcome = read(rows);
  return outcome.ok ? [] : outcome.problems.map((problem) => problem.path);
}

test('the sheet asks once for every fact behind a requirement that fits a cell', () => {
  assert.deepEqual(
    asked.map((definition) => definition.id),
    ['mailboxQuota', 'spamFilter', 'auditLog', 'dataRegions'],
  );
});

const WORDS = {
  en: { mailboxQuota: 100, spamFilter: 'built in', auditLog: 'YES', dataRegions: 'Japan; United States' },
  ja: { mailboxQuota: 100, spamFilter: '標準で搭載', auditLog: 'あり', dataRegions: '日本、米国' },
};

for (const lang of ['en', 'ja'] as const) {
  test(`a sheet filled in ${lang} becomes facts of class vendor-declared with name and day`, () => {
    const outcome = read(filled(WORDS[lang], lang));
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const { facts, vendor, answeredOn } = outcome.value;
    assert.deepEqual([vendor, answeredOn], ['Example Ltd', '2026-11-20']);
    assert.equal(facts.mailboxQuota?.value, 100);
    assert.equal(facts.mailboxQuota?.unit, 'GB');
    assert.equal(facts.spamFilter?.value, 'basic');
    assert.equal(facts.auditLog?.value, 'yes');
    assert.deepEqual(facts.dataRegions?.value, ['JP', 'US']);
    assert.deepEqual(facts.auditLog?.evidence, [
      {
        url: 'urn:mailfit:vendor-answer:fastmail:2026-11-20',
        title: 'Example Ltd',
        class: 'vendor-declared',
        checkedOn: '2026-11-20',
      },
    ]);
  });
}

test('what is left empty stays as it was, "undisclosed" and "unlimited" are answers', () => {
  const outcome = read(filled({ mailboxQuota: 'unlimited', auditLog: '非開示' }));
  assert.ok(outcome.ok);
  assert.deepEqual(Object.keys(outcome.value.facts), ['mailboxQuota', 'auditLog']);
  assert.equal(outcome.value.facts.mailboxQuota?.unlimited, true);
  assert.equal(outcome.value.facts.auditLog?.state, 'undisclosed');
});

test('full-width digits and thousands separators are read as meant', () => {
  const outcome = read(filled({ mailboxQuota: '１，０２４' }));
  assert.ok(outcome.ok);
  assert.equal(outcome.value.facts.mailboxQuota?.value, 1024);
});

test('nonsense is refused cell by cell, all at once', () => {
  const rows = filled({
    mailboxQuota: 'plenty',
    spamFilter: '=cmd()',
    auditLog: new Date('2026-01-01T00:00:00Z'),
    dataRegions: 'Japan; Atlantis',
  });
  setCell(rows, SHEET.firstAnswerRow, COLUMN.page, 'javascript:alert(1)');
  setCell(rows, SHEET.vendorRow, FORM_COLUMN, '');
  setCell(rows, SHEET.dateRow, FORM_COLUMN, '2027-01-01');
  assert.deepEqual(problemsOf(rows), ['B4', 'B5', 'D8', 'E8', 'D9', 'D10', 'D11']);
});

test('negative and absurd numbers are refused', () => {
  for (const value of [-1, Number.POSITIVE_INFINITY, 1e300, '1e9', '0x10', '--', '5 GB']) {
    assert.deepEqual(problemsOf(filled({ mailboxQuota: value })), ['D8'], String(value));
  }
});

test('moved rows, moved columns, added rows and sheets for another option are refused where they are wrong', () => {
  const swapped = filled({});
  const [first, second] = [SHEET.firstAnswerRow, SHEET.firstAnswerRow + 1];
  [swapped[first], swapped[second]] = [swapped[second] ?? [], swapped[first] ?? []];
  assert.deepEqual(problemsOf(swapped), ['A8', 'A9']);

  const columns = filled({}).map((row) => [row[1] ?? null, row[0] ?? null, ...row.slice(2)]);
  assert.ok(problemsOf(columns).includes('A7'));

  assert.deepEqual(problemsOf([...filled({}), ['extra']]), ['A12']);

  const other = filled({});
  setCell(other, SHEET.optionRow, FORM_COLUMN, 'zimbra');
  assert.deepEqual(problemsOf(other), ['B3']);
});

test('no sheet whatever makes the reader throw', () => {
  const cell = oneof(string(), constant(null), constant(3), constant(new Date(Number.NaN)), constant(true));
  assertProperty(
    property(array(array(cell, { maxLength: 8 }), { maxLength: 14 }), (rows) => {
      assert.equal(read(rows).ok, false);
    }),
  );
});

test('declared facts replace published ones for their option and change its result', () => {
  const outcome = read(filled({ dataRegions: 'Japan' }));
  assert.ok(outcome.ok);
  const catalogue = withVendorAnswers(SHIPPED_CATALOGUE, [outcome.value], 'new-hash');
  const answers = { employees: 50, 'data-location': 'japan' };
  const before = recommend(recommendInput(answers, { samples: 50 }));
  const after = recommend(recommendInput(answers, { samples: 50, catalogue }));
  const failed = (result: typeof before): readonly string[] =>
    result.options.find((option) => option.id === 'fastmail')?.failed.map((entry) => entry.requirement) ?? [];
  assert.ok(failed(before).includes('data-location'), failed(before).join());
  assert.ok(!failed(after).includes('data-location'));
  const published = SHIPPED_CATALOGUE.providers.find(({ id }) => id === 'fastmail')?.facts.dataRegions;
  assert.notEqual(published?.evidence[0]?.class, 'vendor-declared', 'the catalogue itself is left alone');
  assert.equal(after.catalogueHash, 'new-hash');
});
