// What lies on the table in the end: the pages of the PDF, and those that a browser makes of the HTML report.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { createDocumentProcesses } from '../../../../server/adapters/documents/document-processes.ts';
import { LANGS } from '../../../../server/core/text/localized.ts';
import type { Lang } from '../../../../server/core/text/localized.ts';
import { htmlFormat } from '../../../../server/reports/formats/html.ts';
import { buildReportModel } from '../../../../server/reports/report-model.ts';
import type { Report } from '../../../../server/reports/report.generated.ts';
import { skipUnless } from '../../../../tools/components.ts';
import { launchChromium } from '../../../builders/browser.ts';
import { aRun, aWideRecommendation } from '../../../builders/report.ts';

function modelIn(lang: Lang): Report {
  const runs = [{ id: 'run-1', optionId: 'option-1', result: aRun() }];
  return buildReportModel({ recommendation: aWideRecommendation(30, 20), runs, lang });
}

/** Lines of text, page by page. */
function pagesOf(pdf: Uint8Array): string[][] {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 1 << 26 });
  return text
    .toString('utf8')
    .split('\f')
    .map((page) => page.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])))
    .filter((lines) => lines.length > 0);
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '');

function assertHeadingsLead(pages: readonly string[][], report: Report): void {
  for (const [index, { title }] of report.sections.entries()) {
    const heading = squeezed(`${index + 1}. ${title}`);
    // A line of the contents may read like the heading; the last one is the heading itself.
    const page = pages.findLast((lines) => lines.some((line) => squeezed(line) === heading)) ?? [];
    const at = page.findLastIndex((line) => squeezed(line) === heading);
    assert.ok(at >= 0, title);
    // The foot of the page is one line more.
    assert.ok(page.length - 1 - at > 2, `“${title}” stands alone at the foot of a page`);
  }
}

function assertChartsFollow(pages: readonly string[][], report: Report): void {
  for (const [index, { title, blocks }] of report.sections.entries()) {
    const end = blocks.findIndex(({ kind }) => kind !== 'paragraph');
    const chart = blocks[end];
    if (chart?.kind !== 'chart') continue;
    const heading = squeezed(`${index + 1}. ${title}`);
    const page = pages.findLast((lines) => lines.some((line) => squeezed(line) === heading)) ?? [];
    assert.ok(page.map(squeezed).join('').includes(squeezed(chart.title)), `the chart under “${title}”`);
  }
}

describe('the PDF', { skip: skipUnless('poppler') }, () => {
  const documents = createDocumentProcesses({ processesMax: 1 });
  after(async () => documents.close());

  for (const lang of LANGS) {
    it(`leads every section with its heading and what it opens with (${lang})`, async () => {
      const report = modelIn(lang);
      const pages = pagesOf(await documents.render(report, 'pdf'));
      assertHeadingsLead(pages, report);
      assertChartsFollow(pages, report);
    });
  }

  it('fills its pages: only a chart that stands at the foot of the next one leaves room', async () => {
    const pages = pagesOf(await documents.render(modelIn('en'), 'pdf'));
    const sparse = pages.slice(0, -1).filter((lines) => lines.length < 12);
    assert.ok(sparse.length <= 1, sparse.map((lines) => lines.join(' | ')).join('\n'));
  });
});

describe('the HTML report on paper', { skip: skipUnless('chromium') || skipUnless('poppler') }, () => {
  let browser: Browser | undefined;
  before(async () => {
    browser = await launchChromium();
  });
  after(async () => browser?.close());

  for (const lang of LANGS) {
    it(`numbers its pages and keeps headings with what follows (${lang})`, async () => {
      assert.ok(browser !== undefined);
      const report = modelIn(lang);
      const page = await browser.newPage();
      await page.setContent(htmlFormat.render(report));
      const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
      await page.close();

      assertHeadingsLead(pages, report);
      assertChartsFollow(pages, report);
      for (const [index, lines] of pages.entries()) {
        assert.equal(squeezed(lines.at(-1) ?? ''), `${index + 1}/${pages.length}`);
      }
    });
  }
});
