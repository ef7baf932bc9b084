import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startSink } from '../../../benchmarks/index.ts';
import type { Sink } from '../../../benchmarks/index.ts';
import { skipUnless } from '../../../tools/components.ts';
import { axeFindings, keepPicture, tabTo } from '../../builders/browser.ts';
import { DESK, setStage, TOURS } from '../../builders/browser-stage.ts';
import type { NamedPage } from '../../builders/every-page.ts';
import type { WebUnderTest } from '../../builders/web.ts';

describe('benchmarks in a real browser', { skip: skipUnless('chromium') }, () => {
  const stage = setStage();
  let sink: Sink;
  let candidateId = '';
  let runId = '';

  before(async () => {
    sink = await startSink({
      kind: 'scripted',
      faults: [
        {
          kind: 'reply',
          phase: 'rcpt',
          text: '550 5.1.1 <img src=x onerror=alert(1)> no such user',
          share: 0.05,
          times: Infinity,
          skip: 0,
        },
      ],
    });
    candidateId = await addCandidate(stage.web, sink.port);
    runId = await shortRun(stage.web, candidateId);
  });
  after(() => sink.close());

  describe('before, during and after a run', { concurrency: 2 }, () => {
    let live = '';
    let waiting = '';
    let states: readonly NamedPage[] = [];
    before(async () => {
      const other = await shortRun(stage.web, null);
      live = await startLong(stage.web, candidateId);
      waiting = await startLong(stage.web, candidateId);
      states = [
        ['bench-run', `/runs/${runId}`],
        ['bench-live', `/runs/${live}`],
        ['bench-waiting', `/runs/${waiting}`],
        ['bench-candidate', `/candidates/${candidateId}`],
        ['bench-comparison', `/comparisons?run=${runId}&run=${other}`],
      ];
    });
    after(async () => {
      await stage.web.deps.board.cancel(waiting);
      stage.web.deps.board.stop(live);
      await stage.web.deps.board.ended(live);
    });
    for (const view of TOURS) {
      it(`there are no axe findings, errors or sideways scrolling (${view.lang})`, async () => {
        assert.deepEqual(await stage.tour(view, states), []);
      });
    }
  });

  it('an engineer goes from candidate to plan, preview, live run, stop, run page, comparison and download', async () => {
    await stage.visit(DESK, async ({ page, complaints }) => {
      await page.goto('/candidates/new');
      await page.fill('#name', 'Journey');
      await page.fill('#endpoint', `smtp://127.0.0.1:${sink.port}`);
      await page.click('form .button');
      await page.getByRole('link', { name: 'Plan a test' }).click();
      await page.fill('#sessions', '2');
      await page.fill('#durationSec', '60');
      await page.getByRole('button', { name: 'See what will be sent' }).click();
      assert.match(await page.locator('main').innerText(), /X-Mailfit-Token/);
      await page.getByRole('button', { name: 'Start' }).click();
      await page.locator('[data-state="open"]').waitFor();
      await page.locator('[data-log] .log-error').first().waitFor();
      const log = await page.locator('[data-log]').innerText();
      assert.match(log, /<img src=x onerror=alert\(1\)>/);
      assert.equal(await page.locator('main img').count(), 0);
      const pressedAt = performance.now();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.locator('#outcome').waitFor();
      assert.ok(performance.now() - pressedAt < 4_000);
      assert.match(await page.locator('#outcome').innerText(), /Stopped/);

      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'CSV' }).click();
      assert.match((await download).suggestedFilename(), /^mailfit-run-.*\.csv$/);
      await page.goto('/runs');
      await page.locator('input[name="run"]').nth(0).check();
      await page.locator('input[name="run"]').nth(1).check();
      await page.getByRole('button', { name: 'Compare the selected' }).click();
      assert.match(await page.locator('main').innerText(), /Comparison/);
      assert.deepEqual(complaints, []);
    });
  });

  it('a live run survives a lost connection, a reload and a second viewer without losing a second', async () => {
    const id = await startLong(stage.web, candidateId);
    await stage.visit(DESK, async ({ page }) => {
      await page.goto(`/runs/${id}`);
      await page.locator('[data-table] tr').nth(1).waitFor({ state: 'attached' });
      await page.context().setOffline(true);
      stage.web.dropConnections();
      await page.locator('[data-state="lost"]').waitFor();
      const missedAt = (await secondsStored(stage.web, id)).length;
      await untilStored(stage.web, id, missedAt + 3);
      await page.context().setOffline(false);
      await page.locator('[data-state="open"]').waitFor();
      const stored = await untilStored(stage.web, id, missedAt + 5);
      await page.waitForFunction(
        `document.querySelector('[data-table] tr td').textContent >= ${stored.at(-1)?.toFixed(0) ?? ''}`,
      );
      const shown = (await secondsShown(page)).toReversed();
      const rounded = (await secondsStored(stage.web, id)).map((second) => Number(second.toFixed(0)));
      const from = rounded.indexOf(shown[0] ?? -1);
      assert.deepEqual(shown, rounded.slice(from, from + shown.length));

      await page.reload();
      await stage.visit(DESK, async (second) => {
        await second.page.goto(`/runs/${id}`);
        for (const viewer of [page, second.page]) {
          const points = await pointsBehind(viewer);
          assert.ok(points.length >= stored.length);
          assert.deepEqual(points, (await secondsStored(stage.web, id)).slice(0, points.length));
        }
      });
    });
    stage.web.deps.board.stop(id);
    await stage.web.deps.board.ended(id);
  });

  it('without scripts a live run shows its state and how to refresh it', async () => {
    const id = await startLong(stage.web, candidateId);
    await stage.visit({ ...DESK, hasScripts: false }, async ({ page }) => {
      for await (const { event } of stage.web.deps.board.follow(id, 0, new AbortController().signal)) {
        if (event['kind'] === 'progress' && Number(event['accepted']) > 0) break;
      }
      await page.goto(`/runs/${id}`);
      const text = await page.locator('main').innerText();
      assert.match(text, /state at the moment it was loaded/);
      assert.notEqual(await page.locator('[data-figure="accepted"]').innerText(), '0');
      await page.getByRole('button', { name: 'Stop' }).click();
      assert.match(await page.locator('#outcome').innerText(), /Stopped/);
    });
  });

  it('the keyboard alone plans, starts and stops a test', async () => {
    await stage.visit(DESK, async ({ page }) => {
      await page.goto('/benchmark/new');
      await tabTo(page, '#durationSec');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('60');
      await tabTo(page, '.run-form > .actions .button');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/preview');
      await tabTo(page, 'form .button');
      await page.keyboard.press('Enter');
      await page.locator('#live').waitFor();
      await tabTo(page, '.button-stop');
      await page.keyboard.press('Enter');
      await page.locator('#outcome').waitFor();
    });
  });

  it('a run page keeps its contrast in dark colours and says everything on paper', async () => {
    await stage.visit({ lang: 'ja', widthPx: 1280, colorScheme: 'dark' }, async ({ page }) => {
      await page.goto(`/runs/${runId}`);
      assert.deepEqual(await axeFindings(page), []);
      await keepPicture(page, 'bench-run-dark');
      await page.emulateMedia({ media: 'print' });
      assert.ok(await page.locator('#phases').isVisible());
      assert.equal(await page.locator('.download-list').isVisible(), false);
      await keepPicture(page, 'bench-run-print');
    });
  });

  it('a password is never in a page, a run, an event or a download', async () => {
    const secret = 'n0t-to-be-seen-42';
    await stage.visit(DESK, async ({ page }) => {
      await page.goto('/candidates/new');
      await page.fill('#name', 'Signed in');
      await page.fill('#endpoint', `smtp://127.0.0.1:${sink.port}`);
      await page.selectOption('#mechanism', 'PLAIN');
      await page.fill('#user', 'load@example.com');
      await page.fill('#password', secret);
      await page.click('form .button');
      const id = page.url().split('/').at(-1) ?? '';
      const run = await shortRun(stage.web, id);
      const stored = await stage.web.deps.runs.get(run);
      assert.equal(stored?.status, 'finished', JSON.stringify(stored?.failure));
      const events = await stage.web.deps.runs.eventsAfter(run, 0);
      const seen = [JSON.stringify([stored, events])];
      for (const path of [`/candidates/${id}`, `/candidates/${id}/edit`, `/runs/${run}`]) {
        await page.goto(path);
        seen.push(await page.content());
      }
      for (const text of seen) {
        assert.ok(!text.includes(secret));
        assert.ok(!text.includes(Buffer.from(`\0load@example.com\0${secret}`).toString('base64')));
      }
    });
  });
});

async function addCandidate(web: WebUnderTest, port: number): Promise<string> {
  const { id } = await web.deps.candidates.create(
    {
      name: '検証機 / Test host',
      endpoint: `smtp://127.0.0.1:${port}`,
      tls: 'none',
      tlsVerify: true,
      providerId: 'postfix-dovecot',
      notes: 'Postfix 3.10',
      auth: null,
    },
    { kind: 'keep' },
  );
  return id;
}

async function startOn(web: WebUnderTest, candidateId: string | null, load: object): Promise<string> {
  const candidate = candidateId === null ? null : await web.deps.candidates.get(candidateId);
  const auth =
    candidate?.auth === undefined || candidate.auth === null
      ? {}
      : { session: { auth: { ...candidate.auth, passwordEnv: 'MAILFIT_CANDIDATE_PASSWORD' } } };
  const plan = { target: candidate?.endpoint ?? 'builtin', load, thresholds: ['errors<=0.1%'], ...auth };
  const providerId = candidate?.providerId ?? null;
  const outcome = await web.deps.board.start({ plan, providerId, candidateId });
  assert.ok('runId' in outcome);
  return outcome.runId;
}

async function shortRun(web: WebUnderTest, candidateId: string | null): Promise<string> {
  const id = await startOn(web, candidateId, {
    model: 'closed',
    sessions: 2,
    durationSec: 3,
    thinkTimeMs: 5,
  });
  for await (const _event of web.deps.board.follow(id, 0, new AbortController().signal)) continue;
  return id;
}

function startLong(web: WebUnderTest, candidateId: string): Promise<string> {
  return startOn(web, candidateId, { model: 'closed', sessions: 2, durationSec: 90, thinkTimeMs: 5 });
}

/** The seconds of a run that the store has, oldest first. */
async function secondsStored(web: WebUnderTest, id: string): Promise<readonly number[]> {
  const events = await web.deps.runs.eventsAfter(id, 0);
  return events.flatMap(({ event }) => (event['kind'] === 'progress' ? [Number(event['atSec'])] : []));
}

async function untilStored(web: WebUnderTest, id: string, count: number): Promise<readonly number[]> {
  for await (const { event } of web.deps.board.follow(id, 0, new AbortController().signal)) {
    if (event['kind'] !== 'progress') continue;
    const seconds = await secondsStored(web, id);
    if (seconds.length >= count) return seconds;
  }
  throw new Error('The run ended too early');
}

async function secondsShown(page: Page): Promise<readonly number[]> {
  const cells = await page.locator('[data-table] tr td:first-child').allTextContents();
  return cells.map(Number);
}

function pointsBehind(page: Page): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>(
    `JSON.parse(document.getElementById('live').dataset.live).points.map((point) => point.t)`,
  );
}
