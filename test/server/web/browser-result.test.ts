import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { skipUnless } from '../../../tools/components.ts';
import { axeFindings, keepPicture, launchChromium, openPage, overflowPx } from '../../builders/browser.ts';
import type { View, VisitedPage } from '../../builders/browser.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

const VIEWS: readonly View[] = [
  { lang: 'ja', widthPx: 360 },
  { lang: 'ja', widthPx: 1280 },
  { lang: 'en', widthPx: 360 },
  { lang: 'en', widthPx: 1280 },
];

/** Between them they use every colour. */
const IN_DARK = new Set(['result', 'result-option-excluded', 'result-compare']);
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
  let web: WebUnderTest;
  let grouped: WebUnderTest;
  let browser: Browser;
  let base = '';

  before(async () => {
    web = await startWeb();
    grouped = await startWeb({
      recommend: async (answers, precision) => web.deps.recommend(answers, precision, PEOPLE),
    });
    browser = await launchChromium();
    base = await evaluationOn(web, ANSWERS);
  });
  after(async () => {
    await browser.close();
    await grouped.close();
    await web.close();
  });

  async function visit<Result>(
    view: View,
    steps: (visited: VisitedPage) => Promise<Result>,
    origin = web.origin,
  ): Promise<Result> {
    const visited = await openPage(browser, origin, view);
    try {
      return await steps(visited);
    } finally {
      await visited.close();
    }
  }

  async function states(): Promise<readonly (readonly [name: string, path: string])[]> {
    const empty = await evaluationOn(web, NOTHING_LEFT);
    return [
      ['result', `${base}/result`],
      ['result-what-if', `${base}/result?g.cost=100&c.mfa=5&relax=data-location`],
      ['result-nothing-left', `${empty}/result`],
      ['result-option', `${base}/result/exchange-online`],
      ['result-option-excluded', `${base}/result/fastmail`],
      ['result-compare', `${base}/compare`],
      ['result-compare-same', `${base}/compare?a=stalwart&b=stalwart`],
      ['result-method', '/method'],
    ];
  }

  for (const view of VIEWS) {
    it(`every state fits and complains about nothing (${view.lang}, ${view.widthPx} px)`, async () => {
      const pages = await states();
      const findings = await visit(view, async ({ page, complaints }) => {
        const found: string[] = [];
        for (const [name, path] of pages) {
          await page.goto(path);
          await keepPicture(page, `${name}-${view.lang}-${view.widthPx}`);
          await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
          const overflow = await overflowPx(page);
          if (overflow > 0) found.push(`${path} is ${overflow} px too wide`);
        }
        return [...found, ...complaints];
      });

      assert.deepEqual(findings, []);
    });
  }

  // The two between them have every layout and both languages; browser.test.ts adds the plain result in all four.
  for (const view of VIEWS.filter(({ lang, widthPx }) => (lang === 'ja') === (widthPx === 360))) {
    it(`every state is free of axe findings (${view.lang}, ${view.widthPx} px)`, async () => {
      const pages = await states();
      const findings = await visit(view, async ({ page }) => {
        const found: string[] = [];
        for (const [name, path] of pages) {
          if (name === 'result') continue;
          await page.goto(path);
          await page.evaluate(OPEN_ONE_OF_EACH);
          found.push(...(await axeFindings(page)));
        }
        return found;
      });

      assert.deepEqual(findings, []);
    });
  }

  it('keeps its contrast in dark colours', async () => {
    const findings = await visit({ lang: 'ja', widthPx: 1280, colorScheme: 'dark' }, async ({ page }) => {
      const found: string[] = [];
      for (const [name, path] of await states()) {
        await page.goto(path);
        await keepPicture(page, `${name}-dark`);
        if (IN_DARK.has(name)) found.push(...(await axeFindings(page)));
      }
      return found;
    });

    assert.deepEqual(findings, []);
  });

  it('shows what each person of a group would choose', async () => {
    const path = `${await evaluationOn(grouped, ANSWERS)}/result`;
    await visit(
      { lang: 'ja', widthPx: 1280 },
      async ({ page }) => {
        await page.goto(path);
        assert.match(await page.locator('#sure ~ table').innerText(), /山田[\s\S]*Smith/);
        assert.deepEqual(await axeFindings(page), []);
      },
      grouped.origin,
    );
  });

  it('a slider moved by keyboard changes the order at once, says who leads, and leaves the saved result alone', async () => {
    await visit({ lang: 'en', widthPx: 1280 }, async ({ page, complaints }) => {
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
      const byServer = await visit({ lang: 'en', widthPx: 1280, hasScripts: false }, async ({ page }) => {
        await page.goto(path);
        return [await orderOf(page), await page.locator('output').allTextContents()];
      });
      const byScript = await visit({ lang: 'en', widthPx: 1280 }, async ({ page }) => {
        await page.goto(path);
        await page.locator('#g-size').dispatchEvent('input');
        return [await orderOf(page), await page.locator('output').allTextContents()];
      });

      assert.deepEqual(byScript, byServer);
    }
  });

  it('without scripts a form works the what-if out, and another compares two options', async () => {
    await visit({ lang: 'ja', widthPx: 360, hasScripts: false }, async ({ page }) => {
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
    await visit({ lang: 'ja', widthPx: 360 }, async ({ page }) => {
      await page.goto(`${base}/result`);
      await page.locator('#g-flexibility').scrollIntoViewIfNeeded();
      await page.locator('#g-flexibility').focus();
      await page.keyboard.press('End');
      const box = await page.locator('#what-if-leader').boundingBox();

      assert.ok(box !== null && box.y >= 0 && box.y < 900, JSON.stringify(box));
    });
  });

  it('a pointer on a mark of a chart is told what it stands for', async () => {
    await visit({ lang: 'en', widthPx: 1280 }, async ({ page, complaints }) => {
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
    await visit({ lang: 'ja', widthPx: 1280 }, async ({ page }) => {
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
function orderOf(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('.what-if-order li')].map((item) =>
      ['a', 'strong', 'small', '.what-if-note'].map((part) => item.querySelector(part).textContent.trim()).join(' | '))`,
  );
}
