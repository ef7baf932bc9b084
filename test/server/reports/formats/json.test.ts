import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReport, renderReport } from '../../../../server/usecases/build-report.ts';
import { readReport } from '../../../../server/usecases/read-report.ts';
import { aHostileInput, aReportInput, aRun, HOSTILE_TEXTS } from '../../../builders/report.ts';
import { reportFormatContract } from '../../../contracts/report-format.contract.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

reportFormatContract({
  id: 'json',
  readableText: (bytes) => textsOf(JSON.parse(decode(bytes))).join('\n'),
  assertHarmless: (bytes) => {
    // oxlint-disable-next-line no-control-regex -- control characters are what must be absent.
    assert.doesNotMatch(decode(bytes), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|\\u00|\\ud/);
  },
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== 'object') return [];
  // The model's own order of title before blocks, which sorting by key has undone.
  const { title, subtitle, ...rest } = value as Record<string, unknown>;
  return [title, subtitle, ...Object.values(rest)].flatMap(textsOf);
}

test('a JSON report that is read back gives the same bytes again', async () => {
  const run = { id: 'run-1', optionId: 'exchange-online', result: aRun() };
  const inputs = [aReportInput({ runs: [run] }), aHostileInput(HOSTILE_TEXTS.join(' '))];
  for (const input of inputs) {
    const first = await buildReport(input, 'json', 'ja');
    const outcome = readReport(decode(first.bytes));
    assert.ok(outcome.ok);
    const again = await renderReport(outcome.report, 'json');
    assert.deepEqual(again.bytes, first.bytes);
  }
});

test('a JSON report that is read back gives the other formats as the evaluation gave them', async () => {
  const input = aReportInput({ runs: [{ id: 'run-1', optionId: null, result: aRun() }] });
  const json = await buildReport(input, 'json', 'en');
  const outcome = readReport(decode(json.bytes));
  assert.ok(outcome.ok);
  for (const format of ['html', 'csv', 'md'] as const) {
    const direct = await buildReport(input, format, 'en');
    assert.deepEqual((await renderReport(outcome.report, format)).bytes, direct.bytes, format);
  }
});

test('what is not a report is refused with the place of every problem', () => {
  assert.deepEqual(readReport('{'), { ok: false, problems: ['the file is not JSON'] });
  const other = readReport('{"schema":"mailfit.run/1"}');
  assert.ok(!other.ok);
  assert.ok(other.problems.some((problem) => problem.startsWith('/schema')));
});

test('a link that is not http(s) is refused when a report is read back', async () => {
  const { bytes } = await buildReport(aReportInput(), 'json', 'en');
  const forged = decode(bytes).replace(/"href": "https:[^"]*"/, '"href": "javascript:alert(1)"');
  assert.equal(readReport(forged).ok, false);
});

test('direction marks that were planted in a stored report are made visible when it is read back', async () => {
  const { bytes } = await buildReport(aReportInput({ title: 'Title' }), 'json', 'en');
  const outcome = readReport(decode(bytes).replace('"subtitle": "Title"', '"subtitle": "Ti\\u202etle"'));
  assert.ok(outcome.ok);
  assert.equal(outcome.report.subtitle, 'Ti[U+202E]tle');
});
