import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { skipUnless } from '../../../tools/components.ts';
import { axeFindings, keepPicture, launchChromium, openPage, overflowPx } from '../../builders/browser.ts';
import type { View, VisitedPage } from '../../builders/browser.ts';
import { everyPage, routesWithoutPage } from '../../builders/every-page.ts';
import type { NamedPage } from '../../builders/every-page.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

const VIEWS: readonly View[] = [
  { lang: 'ja', widthPx: 360 },
  { lang: 'ja', widthPx: 1280 },
  { lang: 'en', widthPx: 360 },
  { lang: 'en', widthPx: 1280 },
];

/** Between them they use every colour. */
const IN_DARK = new Set(['section', 'option', 'benchmark', 'run']);

describe('in a real browser', { skip: skipUnless('chromium') }, () => {
  let web: WebUnderTest;
  let browser: Browser;
  let pages: readonly NamedPage[] = [];

  before(async () => {
    web = await startWeb();
    browser = await launchChromium();
    pages = await everyPage(web);
  });
  after(async () => {
    await browser.close();
    await web.close();
  });

  async function visit<Result>(
    view: View,
    steps: (visited: VisitedPage) => Promise<Result>,
  ): Promise<Result> {
    const visited = await openPage(browser, web.origin, view);
    try {
      return await steps(visited);
    } finally {
      await visited.close();
    }
  }

  it('visits every page that a route answers with', () => {
    assert.deepEqual(routesWithoutPage(pages), []);
  });

  for (const view of VIEWS) {
    it(`every page is free of axe findings, console errors, foreign requests and sideways scrolling (${view.lang}, ${view.widthPx} px)`, async () => {
      const findings = await visit(view, async ({ page, complaints }) => {
        const found: string[] = [];
        for (const [name, path] of pages) {
          await page.goto(path);
          found.push(...(await axeFindings(page)));
          const overflow = await overflowPx(page);
          if (overflow > 0) found.push(`${path} is ${overflow} px too wide`);
          await keepPicture(page, `${name}-${view.lang}-${view.widthPx}`);
        }
        return [...found, ...complaints];
      });

      assert.deepEqual(findings, []);
    });
  }

  it('the pages keep their contrast in dark colours', async () => {
    const findings = await visit({ lang: 'ja', widthPx: 1280, colorScheme: 'dark' }, async ({ page }) => {
      const found: string[] = [];
      for (const [name, path] of pages.filter(([name]) => IN_DARK.has(name))) {
        await page.goto(path);
        found.push(...(await axeFindings(page)));
        await keepPicture(page, `${name}-dark`);
      }
      return found;
    });

    assert.deepEqual(findings, []);
  });

  it('pages that only show something read the same without scripts', async () => {
    await visit({ lang: 'en', widthPx: 1280, hasScripts: false }, async ({ page }) => {
      for (const [, path] of pages) {
        await page.goto(path);
        assert.ok((await page.locator('h1').count()) === 1, path);
        assert.ok((await page.locator('main').innerText()).length > 80, path);
      }
    });
  });

  it('a decision-maker answers, sees every answer saved, leaves, comes back by the link and gets a result', async () => {
    for (const view of [VIEWS[0], VIEWS[3]]) {
      assert.ok(view !== undefined);
      await visit(view, async ({ page, complaints }) => {
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
    await visit({ lang: 'ja', widthPx: 1280 }, async ({ page }) => {
      await page.goto('/');
      await page.locator('form[action="/evaluations"] button').first().click();
      await page.locator('input[name="a.employees"]').fill('三百');
      await page.locator('#go-on').click();

      assert.equal(await page.locator('input[name="a.employees"]').inputValue(), '三百');
      assert.deepEqual(await axeFindings(page), []);
      await page.locator('#error-summary a').first().click();
      assert.match(page.url(), /#employees$/);
    });
  });

  it('the way from the start page to a result works with the keyboard alone', async () => {
    await visit({ lang: 'en', widthPx: 1280 }, async ({ page }) => {
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
    await visit({ lang: 'ja', widthPx: 1280 }, async ({ page }) => {
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

async function tabTo(page: VisitedPage['page'], selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`The keyboard never reaches ${selector}`);
}
