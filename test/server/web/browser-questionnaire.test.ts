import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { freezeEvaluation } from '../../../server/usecases/evaluation-versions.ts';
import { skipUnless } from '../../../tools/components.ts';
import { axeFindings, keepPicture, overflowPx } from '../../builders/browser.ts';
import { DESK, PHONE, setStage } from '../../builders/browser-stage.ts';

const ANSWERS = { employees: 300, 'data-location': ['japan'] };

describe('the questionnaire in a real browser', { skip: skipUnless('chromium') }, () => {
  const stage = setStage();

  async function evaluation(): Promise<string> {
    const { id } = await stage.web.deps.evaluations.create({ title: '本社 / Head office', answers: ANSWERS });
    return id;
  }

  async function person(): Promise<{ readonly link: string; readonly id: string }> {
    const id = await evaluation();
    const outcome = await stage.web.deps.opinions.invite(id, 'Sato');
    assert.ok(outcome.kind === 'invited');
    return { link: `/weights/${outcome.opinion.id}`, id: outcome.opinion.id };
  }

  async function soundness(page: Page, name: string): Promise<readonly string[]> {
    await keepPicture(page, name);
    const overflow = await overflowPx(page);
    return [...(await axeFindings(page)), ...(overflow > 0 ? [`${name} is ${overflow} px too wide`] : [])];
  }

  it('asks one question at a time on a phone, and the back button goes one question back', async () => {
    const id = await evaluation();
    await stage.visit(PHONE, async ({ page, complaints }) => {
      await page.goto(`/evaluations/${id}/questions/size`);
      assert.equal(await page.locator('.question:visible').count(), 1);

      await page.locator('#go-on').click();
      await page.waitForURL(/#shared-addresses$/);
      await page.locator('input[name="a.shared-addresses"]').fill('12');
      await page.locator('#go-on').click();
      await page.waitForURL(/#mail-volume$/);
      assert.ok(await page.locator('#mail-volume').isVisible());
      assert.deepEqual(await soundness(page, 'one-question-ja-360'), []);
      await page.goBack();
      await page.locator('#shared-addresses').waitFor();

      assert.equal((await stage.web.deps.evaluations.get(id))?.answers['shared-addresses'], 12);
      assert.deepEqual(complaints, []);
    });
  });

  it('stays at a question on a phone whose answer cannot be used, and says why', async () => {
    const id = await evaluation();
    await stage.visit(PHONE, async ({ page }) => {
      await page.goto(`/evaluations/${id}/questions/size`);
      await page.locator('input[name="a.employees"]').fill('たくさん');
      await page.locator('#go-on').click();
      await page.locator('#employees-error', { hasText: '数字' }).waitFor();

      assert.ok(await page.locator('#employees').isVisible());
      assert.equal(await page.locator('input[name="a.employees"]').inputValue(), 'たくさん');
    });
  });

  it('shows the whole section on a phone without scripts', async () => {
    const id = await evaluation();
    await stage.visit({ ...PHONE, hasScripts: false }, async ({ page }) => {
      await page.goto(`/evaluations/${id}/questions/size`);

      assert.ok((await page.locator('.question:visible').count()) > 5);
    });
  });

  it('says at once what an answer excludes and which size follows', async () => {
    const { id } = await stage.web.deps.evaluations.create({ title: 't' });
    await stage.visit(DESK, async ({ page }) => {
      await page.goto(`/evaluations/${id}/questions/security`);
      const before = await page.locator('#preview-text').innerText();
      await page.locator('input[name="a.data-location"][value="japan"]').check();
      await page.locator('[data-effect-on="data-location"]', { hasText: /rules out \d+/ }).waitFor();

      assert.notEqual(await page.locator('#preview-text').innerText(), before);
      await page.locator('[data-effect-of="data-location"] summary').click();
      assert.ok((await page.locator('[data-effect-of="data-location"] li').count()) > 3);
      assert.equal(await page.locator('.sizing-figures dt').count(), 4);
      assert.deepEqual(await soundness(page, 'section-effects-en-1280'), []);
    });
  });

  it('loses nothing while the server cannot be reached, over a reload too', async () => {
    const id = await evaluation();
    await stage.visit(DESK, async ({ page }) => {
      const address = `/evaluations/${id}/questions/size`;
      await page.goto(address);
      await page.route('**/answers', (route) => route.abort());
      await page.locator('input[name="a.employees"]').fill('450');
      await page.locator('input[name="a.mail-volume"][value="heavy"]').check();
      await page.locator('.save-bar.is-failed').waitFor();
      assert.match(await page.locator('#save-status').innerText(), /stay in this browser/);
      assert.deepEqual(await axeFindings(page), []);

      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      assert.equal(await page.locator('input[name="a.employees"]').inputValue(), '450');
      await page.unroute('**/answers');
      await page.locator('#save-retry').click();
      await page.locator('#save-status', { hasText: /\d:\d/ }).waitFor();

      const { answers } = (await stage.web.deps.evaluations.get(id)) ?? {};
      assert.deepEqual([answers?.['employees'], answers?.['mail-volume']], [450, ['heavy']]);
    });
  });

  it('stops sending weights when the evaluation was frozen meanwhile, says so, and keeps what was typed', async () => {
    const { link, id } = await person();
    const { evaluationId = '' } = (await stage.web.deps.opinions.get(id)) ?? {};
    await stage.visit(DESK, async ({ page }) => {
      let tries = 0;
      page.on('request', (request) => {
        if (request.url().includes('/draft')) tries += 1;
      });
      await page.clock.install();
      await page.goto(`${link}?method=swing`);
      await freezeEvaluation(stage.web.deps, evaluationId, { by: 'Sato', reason: 'offers' });
      await page.locator('[name="p.cost"]').fill('80');
      await page.locator('[name="p.cost"]').blur();
      await page.locator('#save-status', { hasText: /has been frozen/ }).waitFor();
      await page.clock.runFor(10 * 60_000);
      assert.equal(tries, 1);
      assert.deepEqual(await soundness(page, 'weights-frozen-en-1280'), []);

      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await page.locator('#save-status', { hasText: /has been frozen/ }).waitFor();
      assert.equal(await page.locator('[name="p.cost"]').inputValue(), '80');
      await stage.web.deps.versions.reopen(evaluationId, 'Sato', 'a mistake');
      await page.locator('#save-retry').click();
      await page.locator('#save-status', { hasText: /\d:\d/ }).waitFor();

      const { drafts } = (await stage.web.deps.opinions.get(id)) ?? {};
      assert.match(JSON.stringify(drafts), /80/);
    });
  });

  it('plays points back as they are moved, by slider and by field', async () => {
    const { link, id } = await person();
    await stage.visit(DESK, async ({ page, complaints }) => {
      await page.goto(`${link}?method=swing`);
      await page.locator('[name="p.mailboxSize"]').fill('100');
      await page.locator('[data-slider-for="f.p.cost"] input').focus();
      for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press('ArrowRight');
      await page.locator('#playback .trade-offs li').first().waitFor();

      assert.equal(await page.locator('[name="p.cost"]').inputValue(), '50');
      assert.deepEqual(await soundness(page, 'weights-swing-en-1280'), []);
      await page.locator('#weights-form .button').click();
      await page.locator('.notice-good').waitFor();
      assert.notEqual((await stage.web.deps.opinions.get(id))?.givenAt, null);
      assert.deepEqual(complaints, []);
    });
  });

  it('puts criteria into an order with the keyboard, with ties, and says each move', async () => {
    const { link, id } = await person();
    await stage.visit(DESK, async ({ page }) => {
      await page.goto(`${link}?method=rank-order`);
      for (const criterion of ['cost', 'mfa', 'mailboxSize']) {
        await page.locator(`[data-criterion="${criterion}"] .rank-add`).press('Enter');
      }
      await page.locator('[data-criterion="mailboxSize"] .rank-button').nth(1).press('Enter');
      assert.match(await page.locator('#ranking-news').innerText(), /Mailbox size: Place 2 \/ 3/);
      await page.locator('[data-criterion="mfa"] .rank-button').first().press('Enter');
      await page.locator('#save-status', { hasText: /\d:\d/ }).waitFor();

      assert.deepEqual(await soundness(page, 'weights-rank-en-1280'), []);
      const order = [['cost'], ['mailboxSize', 'mfa']];
      assert.deepEqual((await stage.web.deps.opinions.get(id))?.drafts['rank-order']?.['order'], order);
    });
  });

  it('puts criteria into an order by dragging', async () => {
    const { link } = await person();
    await stage.visit(DESK, async ({ page }) => {
      await page.goto(`${link}?method=rank-order`);
      for (const criterion of ['cost', 'mfa', 'mailboxSize']) {
        await page.locator(`[data-criterion="${criterion}"] .rank-add`).click();
      }
      await page.locator('[data-criterion="cost"]').scrollIntoViewIfNeeded();
      await page.locator('[data-criterion="mailboxSize"] .rank-handle').scrollIntoViewIfNeeded();
      const from = await page.locator('[data-criterion="mailboxSize"] .rank-handle').boundingBox();
      const to = await page.locator('[data-criterion="cost"]').boundingBox();
      assert.ok(from !== null && to !== null);
      await page.mouse.move(from.x + 5, from.y + 5);
      await page.mouse.down();
      await page.mouse.move(from.x + 5, to.y + 5, { steps: 12 });
      await page.mouse.up();

      assert.equal(
        await page.locator('ol.rank-list li').first().getAttribute('data-criterion'),
        'mailboxSize',
      );
      assert.equal(await page.locator('[name="r.mailboxSize"]').inputValue(), '1');
    });
  });

  it('repairs a contradiction in pairs with one press', async () => {
    const { link } = await person();
    await stage.visit(PHONE, async ({ page }) => {
      await page.goto(`${link}?method=ahp`);
      await page.locator('.ahp-node details summary').first().click();
      for (const [field, value] of [
        ['g.size.security', '3'],
        ['g.security.support', '3'],
        ['g.size.support', '-5'],
      ] as const) {
        await page.locator(`[name="${field}"]`).selectOption(value);
      }
      await page.locator('.check-bad [data-repair]').waitFor();
      assert.deepEqual(await soundness(page, 'weights-ahp-ja-360'), []);

      await page.locator('.check-bad [data-repair]').click();
      await page.locator('.check-good').waitFor();
      assert.equal(await page.locator('[name="g.size.support"]').inputValue(), '9');
    });
  });

  it('leads from every question to its paragraph of the guide', async () => {
    await stage.visit(DESK, async ({ page }) => {
      await page.goto('/guide');
      const missing: string[] = [];
      for (const { id, guide } of stage.web.deps.questionnaire.questions) {
        if ((await page.locator(`section[id="${guide}"]`).count()) !== 1) missing.push(`${id} → ${guide}`);
      }

      assert.deepEqual(missing, []);
      assert.equal(await page.locator('.mail-way svg[role="img"]:visible').count(), 1);
    });
  });

  it('keeps its contrast on paper', async () => {
    const { link } = await person();
    await stage.visit(PHONE, async ({ page }) => {
      await page.goto(`${link}?method=swing`);
      await page.emulateMedia({ media: 'print' });

      assert.deepEqual(await axeFindings(page), []);
    });
  });
});
