// A real Chromium that notes everything a careful visitor would complain about: console errors, requests to other
// hosts, failed requests.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { COMPONENTS, findComponent } from '../../tools/components.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];
const ARTIFACTS = join(import.meta.dirname, '../../test-artifacts');
const HEIGHT = 900;
const AXE_OPTIONS: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  iframes: false,
};
type AxeViolations = axe.AxeResults['violations'];
const TABS_MAX = 200;

export interface View {
  readonly lang: 'en' | 'ja';
  readonly widthPx: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly hasScripts?: boolean;
}

export interface VisitedPage {
  readonly page: Page;
  /** What went wrong so far, in words; empty on a good visit. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export function launchChromium(): Promise<Browser> {
  const component = COMPONENTS.find((entry) => entry.id === 'chromium');
  const executablePath = component === undefined ? null : findComponent(component);
  if (executablePath === null) throw new Error('Chromium is not installed');
  return chromium.launch({ executablePath, args: FLAGS });
}

export async function openPage(browser: Browser, origin: string, view: View): Promise<VisitedPage> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: view.lang === 'ja' ? 'ja-JP' : 'en-GB',
    viewport: { width: view.widthPx, height: HEIGHT },
    colorScheme: view.colorScheme ?? 'light',
    javaScriptEnabled: view.hasScripts ?? true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  listenForTrouble(page, context, { origin, complaints });
  return { page, complaints, close: () => context.close() };
}

function listenForTrouble(
  page: Page,
  context: BrowserContext,
  notes: { readonly origin: string; readonly complaints: string[] },
): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      notes.complaints.push(`console: ${message.text()} at ${page.url()}`);
    }
  });
  page.on('pageerror', (error) => notes.complaints.push(`script: ${error.message} at ${page.url()}`));
  context.on('request', (request) => {
    if (!request.url().startsWith(notes.origin)) notes.complaints.push(`foreign request: ${request.url()}`);
  });
}

/** What axe finds, one line each, over all its rules of WCAG 2.2 A and AA and its best practices. */
// axe runs inside the page and hands out the violations alone: what passes is by far the most of its report.
export async function axeFindings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const violations = await page.evaluate<AxeViolations>(
    `axe.run(document, ${JSON.stringify(AXE_OPTIONS)}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''} (${page.url()})`),
  );
}

/** How far the page is wider than the window, in pixels; anything above 0 means scrolling sideways. */
// The steps that run inside the page are texts, because the project's own code is typed without a browser.
export function overflowPx(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Presses Tab until the focus is on what the selector names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never reaches ${selector}`);
}

/** Keeps a picture for people to look at, where MAILFIT_PICTURES asks for them. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env['MAILFIT_PICTURES'] === undefined) return;
  mkdirSync(ARTIFACTS, { recursive: true });
  const heightPx = Math.min(await page.evaluate<number>('document.documentElement.scrollHeight'), 6_000);
  const widthPx = page.viewportSize()?.width ?? HEIGHT;
  await page.screenshot({
    path: join(ARTIFACTS, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width: widthPx, height: heightPx },
  });
}
