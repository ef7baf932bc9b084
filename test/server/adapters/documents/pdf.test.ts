import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { createDocumentProcesses } from '../../../../server/adapters/documents/document-processes.ts';
import type { DocumentUsage } from '../../../../server/adapters/documents/document-processes.ts';
import { LANGS } from '../../../../server/core/text/localized.ts';
import { buildReportModel } from '../../../../server/reports/report-model.ts';
import { buildReport } from '../../../../server/usecases/build-report.ts';
import { skipUnless } from '../../../../tools/components.ts';
import {
  aHostileInput,
  aReportInput,
  aRun,
  aWideRecommendation,
  HOSTILE_TEXTS,
} from '../../../builders/report.ts';
import { squeezed } from '../../../contracts/report-format.contract.ts';

const documents = createDocumentProcesses({ processesMax: 1 });
after(async () => documents.close());

// The typesetter's binaries exist for 64-bit Linux on x86 only; elsewhere the product says so and offers HTML.
const skip =
  process.platform === 'linux' && process.arch === 'x64' ? skipUnless('poppler') : 'no typesetter here';

function pdfText(bytes: Uint8Array): string {
  return execFileSync('pdftotext', ['-', '-'], { input: bytes, maxBuffer: 1 << 26 }).toString('utf8');
}

for (const lang of LANGS) {
  test(
    `pdf ${lang}: is tagged and has title, language, pages and every section in order`,
    { skip },
    async () => {
      const input = aReportInput({ recommendation: aWideRecommendation(6, 5), lang });
      const { bytes, fileName } = await buildReport(input, 'pdf', lang, { documents });
      assert.equal(fileName, `mailfit-report-2026-11-23-${lang}.pdf`);

      const { stdout } = spawnSync('pdfinfo', ['-'], { input: bytes });
      const info = stdout.toString('utf8');
      assert.match(info, /Tagged:\s+yes/);
      assert.match(
        info,
        lang === 'ja' ? /Title:\s+.*メールサーバー選定報告書/ : /Title:\s+.*Mail server selection report/,
      );
      const raw = Buffer.from(bytes).toString('latin1');
      assert.match(raw, /<pdfuaid:part>1<\/pdfuaid:part>/);
      assert.match(raw, new RegExp(`/Lang\\s*\\(${lang}`));
      assert.match(raw, /\/Outlines/);

      // The table of contents names every section once before the section itself.
      const text = squeezed(pdfText(bytes));
      let from = text.indexOf(
        squeezed(lang === 'ja' ? '13. 版と照合用の値' : '13. Versions and fingerprints'),
      );
      for (const section of buildReportModel(input).sections) {
        const found = text.indexOf(squeezed(section.title), from + 1);
        assert.ok(found > from, section.title);
        from = found;
      }
    },
  );
}

test('pdf: the same model gives the same bytes', { skip }, async () => {
  const model = buildReportModel(aReportInput());
  assert.deepEqual(await documents.render(model, 'pdf'), await documents.render(model, 'pdf'));
});

for (const hostileText of HOSTILE_TEXTS) {
  test(`pdf: hostile text is shown, not obeyed: ${JSON.stringify(hostileText)}`, { skip }, async () => {
    const bytes = await documents.render(buildReportModel(aHostileInput(hostileText)), 'pdf');
    const raw = Buffer.from(bytes).toString('latin1');
    const action = /\/S\s*\/(JavaScript|Launch|GoToR|SubmitForm)|\/EmbeddedFile|\/URI\s*\((?!https?:)/.exec(
      raw,
    );
    assert.equal(action?.[0], undefined);
  });
}

test('pdf: 50 options by 25 criteria and a run are set in less than 300 MB', { skip }, async () => {
  const used: DocumentUsage[] = [];
  const watched = createDocumentProcesses({ processesMax: 1, onMade: (usage) => used.push(usage) });
  const runs = [{ id: 'run-1', optionId: null, result: aRun() }];
  const input = { recommendation: aWideRecommendation(50, 25), runs };
  const { bytes } = await buildReport(input, 'pdf', 'ja', { documents: watched });
  await watched.close();

  const [usage] = used;
  assert.ok(usage !== undefined && usage.bytes === bytes.length && bytes.length > 10_000);
  assert.ok(usage.peakRssBytes < 300e6, `${Math.round(usage.peakRssBytes / 1e6)} MB`);
});

test('documents beyond the number of places wait, and all are made', { skip }, async () => {
  const files = await Promise.all(
    [1, 2, 3].map(async () => buildReport(aReportInput(), 'pdf', 'en', { documents })),
  );
  for (const file of files) assert.deepEqual(file.bytes, files[0]?.bytes);
});

test(
  'a document can be cancelled while it is made and while it waits; the next one is made all the same',
  { skip },
  async () => {
    const large = buildReportModel({ recommendation: aWideRecommendation(50, 25), runs: [], lang: 'ja' });
    const first = new AbortController();
    const second = new AbortController();
    const making = documents.render(large, 'pdf', first.signal);
    const waiting = documents.render(large, 'pdf', second.signal);
    second.abort(new Error('no longer wanted'));
    await assert.rejects(waiting, /no longer wanted/);
    setTimeout(() => first.abort(new Error('stopped')), 100);
    await assert.rejects(making, /stopped/);

    const small = await documents.render(buildReportModel(aReportInput()), 'pdf');
    assert.equal(Buffer.from(small.subarray(0, 5)).toString('latin1'), '%PDF-');
  },
);

test('without a renderer the format is refused with what to do instead', async () => {
  await assert.rejects(buildReport(aReportInput(), 'pdf', 'en'), {
    name: 'MailfitError',
    code: 'formatUnavailable',
  });
});
