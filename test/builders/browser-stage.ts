// What every test in a browser stands on: one Chromium and one web application for a whole file, and a tour that looks at
// pages closely. A page is loaded and examined by axe once per language; the other width costs a new layout only.

import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, keepPicture, launchChromium, openPage, overflowPx } from './browser.ts';
import type { View, VisitedPage } from './browser.ts';
import type { NamedPage } from './every-page.ts';
import { startWeb } from './web.ts';
import type { WebUnderTest } from './web.ts';

export const WIDTHS_PX = [360, 1280] as const;
export const PHONE: View = { lang: 'ja', widthPx: 360 };
export const DESK: View = { lang: 'en', widthPx: 1280 };

/** Between them: both languages, both widths, both colour schemes. */
export const TOURS: readonly View[] = [PHONE, { ...DESK, colorScheme: 'dark' }];

export interface Stage {
  readonly web: WebUnderTest;
  readonly browser: Browser;
  /** A context of its own, closed afterwards whatever happens. */
  visit<Result>(
    view: View,
    steps: (visited: VisitedPage) => Promise<Result>,
    origin?: string,
  ): Promise<Result>;
  /** What is wrong with these pages in this language; `reveal` is a script that opens what is folded. */
  tour(view: View, pages: readonly NamedPage[], reveal?: string): Promise<readonly string[]>;
}

/** To be called inside `describe`; what it gives is there once the tests run. */
export function setStage(start: () => Promise<WebUnderTest> = startWeb): Stage {
  let web: WebUnderTest;
  let browser: Browser;
  before(async () => {
    web = await start();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await web.close();
  });
  const visit: Stage['visit'] = async (view, steps, origin = web.origin) => {
    const visited = await openPage(browser, origin, view);
    try {
      return await steps(visited);
    } finally {
      await visited.close();
    }
  };
  return {
    get web() {
      return web;
    },
    get browser() {
      return browser;
    },
    visit,
    tour: (view, pages, reveal) =>
      visit(view, async ({ page, complaints }) => {
        const found: string[] = [];
        for (const [name, path] of pages) {
          await page.goto(path);
          if (reveal !== undefined) await page.evaluate(reveal);
          found.push(...(await examine(page, `${name}-${view.lang}`)));
        }
        return [...found, ...complaints];
      }),
  };
}

/** What axe finds at this width, and at which width the page is too wide, folded and unfolded. */
export async function examine(page: Page, name: string): Promise<readonly string[]> {
  const found = [...(await axeFindings(page))];
  const sizes = page.viewportSize();
  if (sizes === null) throw new Error('The page has no window');
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ ...sizes, width });
    found.push(...(await tooWide(page, name)));
    await keepPicture(page, `${name}-${width}`);
  }
  await page.evaluate('for (const part of document.querySelectorAll("main details")) part.open = true');
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ ...sizes, width });
    found.push(...(await tooWide(page, `${name}, unfolded`)));
  }
  await page.setViewportSize(sizes);
  return found;
}

async function tooWide(page: Page, name: string): Promise<readonly string[]> {
  const overflow = await overflowPx(page);
  const { width = 0 } = page.viewportSize() ?? {};
  return overflow > 0 ? [`${name} is ${overflow} px too wide at ${width} px (${page.url()})`] : [];
}
