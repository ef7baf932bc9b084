// The pages about people in a real browser: both languages, phone and desk, keyboard only.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { skipUnless } from '../../../tools/components.ts';
import { PASSWORD, SETUP_CODE, startWebWithAccounts } from '../../builders/accounts.ts';
import { launchChromium, openPage, tabTo } from '../../builders/browser.ts';
import { examine, TOURS } from '../../builders/browser-stage.ts';

describe('accounts in a real browser', { skip: skipUnless('chromium') }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  async function signIn(page: Page): Promise<void> {
    await page.goto('/sign-in');
    await page.fill('#email', 'administrator@example.jp');
    await page.fill('#password', PASSWORD);
    await page.click('main .button');
    await page.waitForURL((url) => url.pathname === '/');
  }

  describe('on a tour of every page and state', { concurrency: 2 }, () => {
    for (const view of TOURS) {
      it(`there are no axe findings, console errors or sideways scrolling (${view.lang})`, async () => {
        const web = await startWebWithAccounts({ hasMailer: true, access: { publicUrl: null } });
        const visited = await openPage(browser, web.origin, view);
        const { page, complaints } = visited;
        const found: string[] = [];
        const look = async (name: string): Promise<void> => {
          found.push(...(await examine(page, `accounts-${name}-${view.lang}`)));
        };
        await page.goto('/sign-in');
        await look('sign-in');
        await signIn(page);
        await page.goto('/admin/accounts');
        await page.fill('#email', 'a-rather-long-address-of-somebody@department.example.jp');
        await page.click('form[action="/admin/invitations"] .button');
        await look('accounts');
        const invitation = new URL(await page.inputValue('#made-link')).pathname;
        await page.goto('/account');
        await look('account');
        await page.goto('/');
        await page.click('button[value=quick]');
        const id = /evaluations\/([\w-]+)/.exec(page.url())?.[1] ?? '';
        await page.goto(`/evaluations/${id}/shares`);
        await page.fill('#label', view.lang === 'ja' ? '監査法人' : 'auditors');
        await page.click(`form[action$="/shares"] .button`);
        await look('shares');
        const shared = new URL(await page.inputValue('#made-link')).pathname;
        await page.goto('/admin/audit?action=share.made');
        await look('audit');
        await page.click('form[action="/admin/audit/verify"] button');
        await look('audit-verified');
        await page.context().clearCookies();
        await page.goto(shared);
        await look('shared');
        await page.goto(invitation);
        await look('join');
        await page.click('main .button');
        await look('join-wrong');
        const expected = /status of 4(10|22)/;
        await visited.close();
        await web.close();

        assert.deepEqual([...found, ...complaints.filter((line) => !expected.test(line))], []);
      });
    }
  });

  it('is set up, signed out of and signed in to again with the keyboard alone', async () => {
    const web = await startWebWithAccounts({ isFresh: true });
    const visited = await openPage(browser, web.origin, { lang: 'en', widthPx: 1280 });
    const { page } = visited;
    const type = async (id: string, text: string): Promise<void> => {
      await tabTo(page, `#${id}`);
      await page.keyboard.type(text);
    };
    await page.goto('/');
    await page.waitForURL((url) => url.pathname === '/setup');
    await type('code', SETUP_CODE);
    await type('name', 'Hanako');
    await type('email', 'hanako@example.jp');
    await type('password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/sign-in');
    await type('email', 'hanako@example.jp');
    await type('password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    const name = await page.getByRole('link', { name: /Hanako/ }).innerText();
    await visited.close();
    await web.close();

    assert.match(name, /Hanako/);
  });

  it('tells a viewer in words, and offers no administration', async () => {
    const web = await startWebWithAccounts();
    await web.addAccount('viewer');
    const visited = await openPage(browser, web.origin, { lang: 'ja', widthPx: 1280 });
    const { page } = visited;
    await page.goto('/admin/accounts');
    await page.fill('#email', 'viewer@example.jp');
    await page.fill('#password', PASSWORD);
    await page.click('main .button');
    const refused = await page.locator('h1').innerText();
    const navigation = await page.locator('nav').first().innerText();
    await visited.close();
    await web.close();

    assert.equal(refused, 'この操作を行う権限がありません');
    assert.doesNotMatch(navigation, /管理/);
  });
});
