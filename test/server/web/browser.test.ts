import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { skipUnless } from '../../../tools/components.ts';
import { axeFindings, tabTo } from '../../builders/browser.ts';
import type { View } from '../../builders/browser.ts';
import { DESK, PHONE, setStage, TOURS } from '../../builders/browser-stage.ts';
import { everyPage, routesWithoutPage } from '../../builders/every-page.ts';
import type { NamedPage } from '../../builders/every-page.ts';

const WIDE_JAPANESE: View = { lang: 'ja', widthPx: 1280 };

describe('in a real browser', { skip: skipUnless('chromium') }, () => {
  const stage = setStage();
  let pages: readonly NamedPage[] = [];

  before(async () => {
    pages = await everyPage(stage.web);
  });

  it('visits every page that a route answers with', () => {
    assert.deepEqual(routesWithoutPage(pages), []);
  });

  describe('on a tour of every page', { concurrency: 2 }, () => {
    for (const view of TOURS) {
      it(`there are no axe findings, console errors, foreign requests or sideways scrolling (${view.lang})`, async () => {
        assert.deepEqual(await stage.tour(view, pages), []);
      });
    }
  });

  it('pages that only show something read the same without scripts', async () => {
    await stage.visit({ ...DESK, hasScripts: false }, async ({ page }) => {
      for (const [, path] of pages) {
        await page.goto(path);
        assert.ok((await page.locator('h1').count()) === 1, path);
        assert.ok((await page.locator('main').innerText()).length > 80, path);
      }
    });
  });

  it('a decision-maker answers, sees every answer saved, leaves, comes back by the link and gets a result', async () => {
    for (const view of [PHONE, DESK]) {
      await stage.visit(view, async ({ page, complaints }) => {
        await page.goto('/');
        await page.locator('form[action="/evaluations"] button').first().click();
        await page.locator('input[name="a.employees"]').fill('250');
        // A phone shows one question at a time; the mail volume is the third.
        for (const hash of view.widthPx < 640 ? ['shared-addresses', 'mail-volume'] : []) {
          await page.locator('#go-on').click();
          await page.waitForURL(new RegExp(`#${hash}$`));
        }
        await page.locator('input[name="a.mail-volume"][value="heavy"]').check();
        await page.locator('#mail-volume.is-answered').waitFor();
        const link = await page.locator('#resume-link').inputValue();

        await page.goto('/options');
        await page.goto(link);
        assert.match(await page.locator('main').innerText(), /250/);
        await page.goto(`${link}/questions/size`);
        assert.equal(await page.locator('input[name="a.employees"]').inputValue(), '250');
        assert.ok(await page.locator('input[name="a.mail-volume"][value="heavy"]').isChecked());

        await page.goto(`${link}/result`);
        assert.equal((await page.locator('.ranked').count()) > 5, true);
        assert.deepEqual(complaints, []);
      });
    }
  });

  it('a wrong answer is named on top and beside the field, what was typed stays, and the summary leads to it', async () => {
    await stage.visit(WIDE_JAPANESE, async ({ page }) => {
      await page.goto('/');
      await page.locator('form[action="/evaluations"] button').first().click();
      await page.locator('input[name="a.employees"]').fill('三百');
      await page.locator('#go-on').click();
      await page.locator('#error-summary').waitFor();

      assert.equal(await page.locator('input[name="a.employees"]').inputValue(), '三百');
      assert.deepEqual(await axeFindings(page), []);
      await page.locator('#error-summary a').first().click();
      assert.match(page.url(), /#employees$/);
    });
  });

  it('the way from the start page to a result works with the keyboard alone', async () => {
    await stage.visit(DESK, async ({ page }) => {
      await page.goto('/');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.className'), 'skip-link');
      await page.keyboard.press('Enter');
      await tabTo(page, 'button[name="mode"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/questions\/quick$/);

      await tabTo(page, 'input[name="a.employees"]');
      await page.keyboard.type('40');
      await tabTo(page, 'input[name="a.data-location"]');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, '#section-form .button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/result$/);

      await tabTo(page, '.ranked details summary');
      await page.keyboard.press('Enter');
      assert.ok(await page.locator('.contribution-table').first().isVisible());
    });
  });

  it('the first load stays below 150 KB compressed', async () => {
    await stage.visit(WIDE_JAPANESE, async ({ page }) => {
      let transferredBytes = 0;
      page.on('response', (response) => {
        const length = Number(response.headers()['content-length'] ?? 0);
        transferredBytes += length;
      });
      await page.goto('/', { waitUntil: 'networkidle' });
      const htmlBytes = (await page.content()).length;

      assert.ok(transferredBytes + htmlBytes < 150_000, `${transferredBytes} + ${htmlBytes}`);
    });
  });
});
