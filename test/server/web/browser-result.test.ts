import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { skipUnless } from '../../../tools/components.ts';
import { axeFindings } from '../../builders/browser.ts';
import type { View } from '../../builders/browser.ts';
import { DESK, PHONE, setStage, TOURS } from '../../builders/browser-stage.ts';
import type { NamedPage } from '../../builders/every-page.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

const WIDE_JAPANESE: View = { lang: 'ja', widthPx: 1280 };

/** One folded part of each kind, so that what it holds is looked at too. */
const OPEN_ONE_OF_EACH = `for (const kind of ['.ranked-more', '.chart-data', '.slider-group details', '.relax-list', '#excluded + details'])
  document.querySelector(kind)?.setAttribute('open', '')`;

const ANSWERS = { employees: 300, 'mail-volume': ['heavy'], 'data-location': ['japan'], budget: 1_500 };
const NOTHING_LEFT = {
  employees: 5_000,
  deployment: ['on-premise-only'],
  'mail-staff': 'nobody',
  certifications: ['iso27001'],
  'spam-protection': 'advanced',
  archive: 'legal-hold',
};
const PEOPLE = {
  people: {
    山田: { method: 'swing', points: { cost: 100, mfa: 20 } },
    Smith: { method: 'rank-order', order: ['mfa', 'auditLog', 'supportHours'] },
  },
};

describe('the result in a real browser', { skip: skipUnless('chromium') }, () => {
  const stage = setStage();
  let grouped: WebUnderTest;
  let base = '';

  before(async () => {
    grouped = await startWeb({
      recommend: async (answers, precision) => stage.web.deps.recommend(answers, precision, PEOPLE),
    });
    base = await evaluationOn(stage.web, ANSWERS);
  });
  after(() => grouped.close());

  describe('in every state beside the plain one, which browser.test.ts visits', { concurrency: 2 }, () => {
    let states: readonly NamedPage[] = [];
    before(async () => {
      const empty = await evaluationOn(stage.web, NOTHING_LEFT);
      states = [
        ['result-what-if', `${base}/result?g.cost=100&c.mfa=5&relax=data-location`],
        ['result-nothing-left', `${empty}/result`],
        ['result-option-excluded', `${base}/result/fastmail`],
        ['result-compare-same', `${base}/compare?a=stalwart&b=stalwart`],
      ];
    });
    for (const view of TOURS) {
      it(`there are no axe findings, console errors or sideways scrolling (${view.lang})`, async () => {
        assert.deepEqual(await stage.tour(view, states, OPEN_ONE_OF_EACH), []);
      });
    }
  });

  it('shows what each person of a group would choose', async () => {
    const path = `${await evaluationOn(grouped, ANSWERS)}/result`;
    await stage.visit(
      WIDE_JAPANESE,
      async ({ page }) => {
        await page.goto(path);
        assert.match(await page.locator('#sure ~ table').innerText(), /山田[\s\S]*Smith/);
        assert.deepEqual(await axeFindings(page), []);
      },
      grouped.origin,
    );
  });

  it('a slider moved by keyboard changes the order at once, says who leads, and leaves the saved result alone', async () => {
    await stage.visit(DESK, async ({ page, complaints }) => {
      await page.goto(`${base}/result`);
      const verdict = await page.locator('.verdict').innerText();
      const before = await orderOf(page);

      await page.locator('#g-cost').focus();
      await page.keyboard.press('End');
      await page.locator('#g-security').focus();
      await page.keyboard.press('Home');

      assert.notDeepEqual(await orderOf(page), before);
      const leader = (await orderOf(page))[0]?.split(' | ')[0] ?? '';
      await page.locator('#what-if-leader', { hasText: leader }).waitFor();
      assert.match((await page.locator('#g-cost').getAttribute('aria-valuetext')) ?? '', /^100 \(\d/);
      assert.match(page.url(), /g\.cost=100/);
      await page.locator('#what-if-sure strong').waitFor({ timeout: 20_000 });
      assert.deepEqual(await axeFindings(page), []);
      assert.equal(await page.locator('.verdict').innerText(), verdict);

      await page.reload();
      assert.equal(await page.locator('#g-cost').inputValue(), '100');
      await page.locator('.what-if-back').focus();
      await page.keyboard.press('Enter');
      assert.deepEqual(await orderOf(page), before);
      assert.equal(await page.evaluate('document.activeElement.type'), 'range');
      assert.doesNotMatch(page.url(), /g\.cost/);
      assert.deepEqual(complaints, []);
    });
  });

  it('script and server agree on every what-if: order, scores, ranges and shares', async () => {
    const queries = [
      'g.cost=100&g.size=0',
      'c.mfa=0&c.auditLog=100&g.support=70',
      'relax=data-location&g.flexibility=80',
    ];
    for (const query of queries) {
      const path = `${base}/result?${query}`;
      const byServer = await stage.visit({ ...DESK, hasScripts: false }, async ({ page }) => {
        await page.goto(path);
        return [await orderOf(page), await page.locator('output').allTextContents()];
      });
      const byScript = await stage.visit(DESK, async ({ page }) => {
        await page.goto(path);
        await page.locator('#g-size').dispatchEvent('input');
        return [await orderOf(page), await page.locator('output').allTextContents()];
      });

      assert.deepEqual(byScript, byServer);
    }
  });

  it('without scripts a form works the what-if out, and another compares two options', async () => {
    await stage.visit({ ...PHONE, hasScripts: false }, async ({ page }) => {
      await page.goto(`${base}/result`);
      const before = await orderOf(page);
      await page.locator('#g-cost').fill('100');
      await page.locator('.what-if-form button').click();
      assert.notDeepEqual(await orderOf(page), before);
      await page.locator('.what-if-back').click();
      assert.deepEqual(await orderOf(page), before);

      await page.locator('#compare-a').selectOption('stalwart');
      await page.locator('#compare-b').selectOption('fastmail');
      await page.locator('.compare-form button').click();
      assert.match(page.url(), /a=stalwart&b=fastmail/);
      assert.match(await page.locator('.compare-summary').innerText(), /Stalwart/);
    });
  });

  it('on a phone the leader stays in sight while a slider further down is moved', async () => {
    await stage.visit(PHONE, async ({ page }) => {
      await page.goto(`${base}/result`);
      await page.locator('#g-flexibility').scrollIntoViewIfNeeded();
      await page.locator('#g-flexibility').focus();
      await page.keyboard.press('End');
      const box = await page.locator('#what-if-leader').boundingBox();

      assert.ok(box !== null && box.y >= 0 && box.y < 900, JSON.stringify(box));
    });
  });

  it('a pointer on a mark of a chart is told what it stands for', async () => {
    await stage.visit(DESK, async ({ page, complaints }) => {
      await page.goto(`${base}/result`);
      const mark = page.locator('#chart-contributions [data-tip]').first();
      await mark.hover();

      const tip = await page.locator('.chart-tip').innerText();
      assert.equal(tip, ((await mark.getAttribute('data-tip')) ?? '').replace('\n', ' — '));
      assert.equal(await page.locator('#chart-contributions tr.is-pointed').count(), 1);
      assert.deepEqual(complaints, []);
    });
  });

  it('printed, folded parts are open and controls are gone', async () => {
    await stage.visit(WIDE_JAPANESE, async ({ page }) => {
      await page.goto(`${base}/result`);
      await page.emulateMedia({ media: 'print' });

      assert.equal(await page.locator('.what-if-form').isVisible(), false);
      assert.equal(await page.locator('.excluded-list li').first().isVisible(), true);
      assert.equal(await page.locator('#chart-contributions svg').isVisible(), true);
    });
  });
});

async function evaluationOn(
  web: WebUnderTest,
  answers: typeof ANSWERS | typeof NOTHING_LEFT,
): Promise<string> {
  const { id } = await web.deps.evaluations.create({ title: '本社のメール / Head office', answers });
  return `/evaluations/${id}`;
}

/** Name, score, range and note of each option in the what-if order. */
async function orderOf(page: Page): Promise<readonly string[]> {
  // A click waits for the new page to begin, not for the list further down to arrive.
  await page.waitForLoadState('domcontentloaded');
  const order = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.what-if-order li')].map((item) =>
      ['a', 'strong', 'small', '.what-if-note'].map((part) => item.querySelector(part).textContent.trim()).join(' | '))`,
  );
  assert.ok(order.length > 0, 'the page shows no order');
  return order;
}
