// One journey for each user from beginning to end, in both languages on a phone and on a wide screen. The states on the
// way are looked at more closely in the tests of each page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Download, Page } from 'playwright-core';
import { startSink } from '../../../benchmarks/index.ts';
import type { Sink } from '../../../benchmarks/index.ts';
import { skipUnless } from '../../../tools/components.ts';
import { axeFindings, overflowPx } from '../../builders/browser.ts';
import type { View } from '../../builders/browser.ts';
import { setStage, WIDTHS_PX } from '../../builders/browser-stage.ts';

const VIEWS: readonly View[] = (['ja', 'en'] as const).flatMap((lang) =>
  WIDTHS_PX.map((widthPx) => ({ lang, widthPx })),
);
const PHONE_MAX_PX = 640;

describe('the journeys of the three users', { skip: skipUnless('chromium') }, () => {
  const stage = setStage();
  let sink: Sink;

  before(async () => {
    sink = await startSink({});
  });
  after(() => sink.close());

  function travel(view: View, steps: (page: Page) => Promise<void>): Promise<void> {
    return stage.visit(view, async ({ page, complaints }) => {
      await steps(page);
      assert.deepEqual(complaints, []);
      assert.equal(await overflowPx(page), 0, page.url());
    });
  }

  for (const view of VIEWS) {
    const where = `${view.lang}, ${view.widthPx} px`;

    it(`a decision-maker answers the quick questions, tries other weights and takes the report along (${where})`, async () => {
      await travel(view, async (page) => {
        await page.goto('/');
        await page.locator('button[name="mode"][value="quick"]').click();
        await page.waitForURL(/questions\/quick/);
        await page.locator('input[name="a.employees"]').fill('120');
        await throughQuestions(page, view);
        await page.waitForURL(/\/result$/);
        const saved = page.url();
        const verdict = await page.locator('#verdict').innerText();

        const slider = page.locator('.what-if-form input[type="range"]').first();
        await slider.focus();
        await page.keyboard.press('End');
        await page.locator('.what-if-back').waitFor();
        await page.waitForURL(/\?/);
        await page.goto(saved);
        assert.equal(await page.locator('#verdict').innerText(), verdict);

        const report = await downloadOf(page, () =>
          page.locator(`.report-row[lang="${view.lang}"] a[href*="format=md"]`).click(),
        );
        assert.match(report.suggestedFilename(), new RegExp(`${view.lang}\\.md$`));
      });
    });

    it(`an engineer adds a candidate, plans, runs, reads the run and compares it with another (${where})`, async () => {
      await travel(view, async (page) => {
        await page.goto('/candidates/new?option=stalwart');
        await page.fill('#name', `Candidate ${where}`);
        await page.fill('#endpoint', `smtp://127.0.0.1:${sink.port}`);
        await page.locator('form[action="/candidates"] .button').click();
        await page.waitForURL(/\/candidates\/(?!new)/);
        await page.locator('main a[href^="/benchmark/new"]').first().click();
        for (const time of ['first', 'again']) {
          if (page.url().includes('/benchmark/new')) {
            await page.fill('#sessions', '2');
            await page.fill('#durationSec', '2');
            await page.locator('.run-form > .actions .button').click();
          }
          await page.locator('form[action="/runs"] .button').click();
          await page.locator('#outcome').waitFor({ timeout: 30_000 });
          if (time === 'first') await page.locator('a[href$="/again"]').first().click();
        }
        await page.goto('/runs');
        await page.locator('input[name="run"]').nth(0).check();
        await page.locator('input[name="run"]').nth(1).check();
        await page.locator('form[action="/comparisons"] button').click();
        await page.waitForURL(/\/comparisons\?/);
        assert.match(await page.locator('main').innerText(), new RegExp(`Candidate ${where}`));
        await page.goto('/options/stalwart');
        assert.ok((await page.locator('#measured ~ table tbody tr').count()) >= 2);
      });
    });

    it(`procurement declares a tender rule, freezes the evaluation, enters a bid, orders a report and takes a sheet for vendors along (${where})`, async () => {
      const answers = { employees: 300, 'data-location': ['japan'] };
      const { id } = await stage.web.deps.evaluations.create({ title: `Tender ${where}`, answers });
      await travel(view, async (page) => {
        await page.goto(`/evaluations/${id}`);
        await page.locator('main a[href$="/tender-rule"]').first().click();
        await declareRule(page);
        assert.deepEqual(await axeFindings(page), []);
        assert.equal(await overflowPx(page), 0);

        await page.locator('main a[href$="/versions"]').first().click();
        await page.locator('form[action$="/freeze"] [name="by"]').fill('佐藤');
        await page.locator('form[action$="/freeze"] [name="reason"]').fill('公告前 / before the call');
        await page.locator('form[action$="/freeze"] button').click();
        await page.locator('form[action$="/reopen"]').waitFor();
        await page.locator('main a[href$="/tender-rule"]').first().click();
        await enterBid(page);
        assert.deepEqual(await axeFindings(page), []);

        await page.locator('main a[href$="/exports"]').first().click();
        await page.locator('select[name="format"]').selectOption('md');
        await page.locator('form[action$="/exports"] button').click();
        await page.locator('a[href$="/file"]').waitFor({ timeout: 30_000 });
        const report = await downloadOf(page, () => page.locator('a[href$="/file"]').click());
        assert.match(report.suggestedFilename(), new RegExp(`${view.lang}\\.md$`));
        assert.match(await readFile(await report.path(), 'utf8'), /60,000,000[^]*30,000,000/);

        await page.goto(`/evaluations/${id}/tender`);
        const sheet = await downloadOf(page, () =>
          page.locator('form[action$="/answer-sheet"] button').click(),
        );
        assert.match(sheet.suggestedFilename(), new RegExp(`^answer-sheet-.*-${view.lang}\\.xlsx$`));
      });
    });
  }
});

/** A phone shows one question at a time. */
async function throughQuestions(page: Page, view: View): Promise<void> {
  const presses = view.widthPx < PHONE_MAX_PX ? 6 : 1;
  for (let press = 0; press < presses; press += 1) {
    const before = page.url();
    await page.locator('#go-on').click();
    await page.waitForURL((url) => url.href !== before);
  }
}

/** The fields that the chosen rule does not use are out of the way. */
async function declareRule(page: Page): Promise<void> {
  await page.locator('[name="rule"][value="division"]').check();
  assert.equal(await page.locator('#pricePoints').isVisible(), false);
  await page.locator('[name="rule"][value="additive"]').check();
  assert.equal(await page.locator('#standardPoints').isVisible(), false);
  await page.fill('#technicalPoints', '200');
  await page.fill('#pricePoints', '100');
  await page.fill('#reservePrice', '60,000,000');
  await page.locator('.tender-form .button').click();
  await page.locator('form[action$="/withdraw"]').waitFor();
}

async function enterBid(page: Page): Promise<void> {
  await page.locator('[id="option.0"]').selectOption('stalwart');
  await page.locator('[id="price.0"]').fill('30,000,000');
  await page.fill('#by', '佐藤');
  await page.fill('#reason', '開札 / offers opened');
  await page.locator('form[action$="/bids"] .button').click();
  await page.locator('[id="bid.stalwart"]').waitFor({ timeout: 30_000 });
}

async function downloadOf(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}
