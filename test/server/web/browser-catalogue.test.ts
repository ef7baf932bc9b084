// The catalogue in a real browser: worked with the keyboard, without scripts and on paper. browser.test.ts looks at its
// pages one by one.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { axeFindings, overflowPx } from '../../builders/browser.ts';
import type { View } from '../../builders/browser.ts';
import { DESK, PHONE, setStage } from '../../builders/browser-stage.ts';
import { CATALOGUE_PAGES } from '../../builders/every-page.ts';
import { skipUnless } from '../../../tools/components.ts';

const WIDE_JAPANESE: View = { lang: 'ja', widthPx: 1280 };
const COMPARISON = CATALOGUE_PAGES.find(([name]) => name === 'options-compare')?.[1] ?? '';

describe('the catalogue in a browser', { skip: skipUnless('chromium') }, () => {
  const stage = setStage();

  it('an open filter is accessible and stays inside the window', async () => {
    for (const view of [WIDE_JAPANESE, PHONE]) {
      await stage.visit(view, async ({ page }) => {
        await page.goto('/options');
        await page.locator('.facet summary').nth(4).click();
        assert.ok(await page.locator('.facet[open] .facet-panel').isVisible());
        assert.deepEqual(await axeFindings(page), []);
        assert.ok((await overflowPx(page)) <= 0);
      });
    }
  });

  it('options are found, ticked and compared without scripts, with the keyboard alone', async () => {
    await stage.visit({ ...DESK, hasScripts: false }, async ({ page }) => {
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
    await stage.visit(WIDE_JAPANESE, async ({ page }) => {
      await page.goto(COMPARISON);
      await page.mouse.wheel(0, 3000);
      await page.waitForFunction('window.scrollY > 1000');
      const box = await page.locator('.compare-table thead th').nth(1).boundingBox();
      assert.ok(box !== null && box.y >= -1 && box.y < 200, JSON.stringify(box));
    });
  });

  it('on paper there are no controls, and every table is there whole', async () => {
    await stage.visit(WIDE_JAPANESE, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      for (const [label, path] of CATALOGUE_PAGES) {
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
