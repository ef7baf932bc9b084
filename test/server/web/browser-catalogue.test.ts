// The catalogue in a real browser: readable by everybody, at every width, with and without scripts, and on paper.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeFindings, keepPicture, launchChromium, openPage, overflowPx } from '../../builders/browser.ts';
import type { View, VisitedPage } from '../../builders/browser.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';
import { skipUnless } from '../../../tools/components.ts';

const PAGES = [
  ['options', '/options?deployment=cloud&protocol=IMAP&unknown=show'],
  ['compare', '/options/compare?ids=exchange-online,google-workspace,line-works,cybermail-sigma,stalwart'],
  ['path', '/options/compare?ids=exchange-online,amazon-ses&only=differences'],
  ['coverage', '/options/coverage?group=security'],
  ['fact', '/options/facts/sendingLimit'],
  ['option', '/options/amazon-workmail'],
  ['correction', '/options/stalwart/correction?fact=mfa&source=wrong'],
  ['data', '/options/data'],
] as const;

const VIEWS: readonly View[] = [
  { lang: 'ja', widthPx: 1280 },
  { lang: 'en', widthPx: 360 },
  { lang: 'ja', widthPx: 360, colorScheme: 'dark' },
  { lang: 'en', widthPx: 1280, colorScheme: 'dark' },
];

describe('the catalogue in a browser', { skip: skipUnless('chromium') }, () => {
  let web: WebUnderTest;
  let browser: Browser;

  before(async () => {
    web = await startWeb();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await web.close();
  });

  async function visit(view: View, look: (visited: VisitedPage) => Promise<void>): Promise<void> {
    const visited = await openPage(browser, web.origin, view);
    await look(visited);
    await visited.close();
  }

  for (const view of VIEWS) {
    const name = `${view.lang}-${view.widthPx}-${view.colorScheme ?? 'light'}`;
    it(`every page is accessible and never wider than the window (${name})`, async () => {
      await visit(view, async ({ page, complaints }) => {
        for (const [label, path] of PAGES) {
          await page.goto(path);
          assert.deepEqual(await axeFindings(page), [], label);
          assert.ok((await overflowPx(page)) <= 0, `${label} is wider than the window`);
          await keepPicture(page, `catalogue-${label}-${name}`);
        }
        assert.deepEqual(complaints, []);
      });
    });
  }

  it('an open filter is accessible and stays inside the window', async () => {
    for (const view of VIEWS.slice(0, 2)) {
      await visit(view, async ({ page }) => {
        await page.goto('/options');
        await page.locator('.facet summary').nth(4).click();
        assert.ok(await page.locator('.facet[open] .facet-panel').isVisible());
        assert.deepEqual(await axeFindings(page), []);
        assert.ok((await overflowPx(page)) <= 0);
      });
    }
  });

  it('options are found, ticked and compared without scripts, with the keyboard alone', async () => {
    await visit({ lang: 'en', widthPx: 1280, hasScripts: false }, async ({ page }) => {
      await page.goto('/options');
      await page.locator('.facet summary').first().press('Enter');
      await page.locator('input[name="deployment"][value="on-premise"]').press('Space');
      await page.locator('.facet[open] button').press('Enter');
      await page.waitForURL(/deployment=on-premise/);
      await page.locator('input[name="ids"][value="stalwart"]').press('Space');
      await page.locator('input[name="ids"][value="mailcow"]').press('Space');
      await page.locator('.compare-bar button').press('Enter');
      await page.waitForURL(/compare\?ids=mailcow,stalwart$/);
      await page.locator('#add').selectOption('postfix-dovecot');
      await page.locator('.compare-add button').press('Enter');
      await page.waitForURL(/compare\?ids=mailcow,stalwart,postfix-dovecot$/);
      assert.equal(await page.locator('.compare-table thead th').count(), 4);
    });
  });

  it('the heads of a comparison stay in sight while it scrolls', async () => {
    await visit({ lang: 'ja', widthPx: 1280 }, async ({ page }) => {
      await page.goto(PAGES[1][1]);
      await page.mouse.wheel(0, 3000);
      await page.waitForFunction('window.scrollY > 1000');
      const box = await page.locator('.compare-table thead th').nth(1).boundingBox();
      assert.ok(box !== null && box.y >= -1 && box.y < 200, JSON.stringify(box));
    });
  });

  it('on paper there are no controls, and every table is there whole', async () => {
    await visit({ lang: 'ja', widthPx: 1280 }, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      for (const [label, path] of PAGES) {
        await page.goto(path);
        assert.equal(await page.locator('.main-navigation').isVisible(), false, label);
        const cut = await page.evaluate<number>(
          `[...document.querySelectorAll('.compare-scroll, .matrix-scroll')]
            .filter((box) => box.scrollHeight > box.clientHeight + 2).length`,
        );
        assert.equal(cut, 0, label);
      }
      assert.equal(await page.locator('.finder').count(), 0);
      await page.goto('/options');
      assert.equal(await page.locator('.finder').isVisible(), false);
      assert.equal(await page.locator('.compare-bar').isVisible(), false);
    });
  });
});
