import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createDocumentProcesses } from '../../../../server/adapters/documents/document-processes.ts';
import { buildReport, buildReportApart, REPORT_FORMATS } from '../../../../server/usecases/build-report.ts';
import { aReportInput, aRun, aWideRecommendation } from '../../../builders/report.ts';

const documents = createDocumentProcesses({ processesMax: 1 });
after(async () => documents.close());

const runs = [{ id: 'run-1', optionId: 'option-1', result: aRun() }];
const noTypesetter = process.platform === 'linux' && process.arch === 'x64' ? false : 'no typesetter here';

for (const format of REPORT_FORMATS) {
  test(
    `a ${format} report made away from the server is the same file, byte for byte`,
    { skip: format === 'pdf' && noTypesetter },
    async () => {
      const input = aReportInput({ recommendation: aWideRecommendation(6, 5), runs, lang: 'ja' });
      const apart = await buildReportApart(input, format, documents);
      assert.deepEqual(apart, await buildReport(input, format, 'ja', { documents }));
    },
  );
}

test('the server stays free while a large report is composed', async () => {
  const input = aReportInput({ recommendation: aWideRecommendation(50, 25), runs });
  let longestGapMs = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longestGapMs = Math.max(longestGapMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const startedAt = performance.now();
  await buildReportApart(input, 'html', documents);
  clearInterval(watch);
  // What remains is handing the input over.
  assert.ok(longestGapMs < (performance.now() - startedAt) / 2, `${longestGapMs} ms at a stretch`);
});

test('composing can be cancelled, and what comes after is made all the same', async () => {
  const stop = new AbortController();
  const input = aReportInput({ recommendation: aWideRecommendation(50, 25), runs });
  const making = buildReportApart(input, 'xlsx', documents, stop.signal);
  stop.abort(new Error('The order was taken back'));
  await assert.rejects(making, /taken back/);
  assert.ok((await buildReportApart(aReportInput(), 'md', documents)).bytes.length > 0);
});
