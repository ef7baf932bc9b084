import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startSink } from '../../../benchmarks/index.ts';
import type { Sink } from '../../../benchmarks/index.ts';
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
const WIDE_ENGLISH: View = { lang: 'en', widthPx: 1280 };

describe('benchmarks in a real browser', { skip: skipUnless('chromium') }, () => {
  let web: WebUnderTest;
  let browser: Browser;
  let sink: Sink;
  let candidateId = '';
  let runId = '';

  before(async () => {
    web = await startWeb();
    browser = await launchChromium();
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
    candidateId = await addCandidate(web, sink.port);
    runId = await shortRun(web, candidateId);
  });
  after(async () => {
    await browser.close();
    await web.close();
    await sink.close();
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

  for (const view of VIEWS) {
    it(`every page and state is free of axe findings, errors and sideways scrolling (${view.lang}, ${view.widthPx} px)`, async () => {
      const live = await startLong(web, candidateId);
      const waiting = await startLong(web, candidateId);
      const found = await visit(view, async ({ page, complaints }) => {
        const findings: string[] = [];
        const paths = [
          ['overview', '/benchmark'],
          ['plan', `/benchmark/new?candidate=${candidateId}`],
          ['candidate', `/candidates/${candidateId}`],
          ['candidate-edit', `/candidates/${candidateId}/edit`],
          ['control', `/candidates/${candidateId}/control`],
          ['run', `/runs/${runId}`],
          ['live', `/runs/${live}`],
          ['waiting', `/runs/${waiting}`],
          ['runs', '/runs'],
          ['comparison', `/comparisons?run=${runId}&run=${await shortRun(web, null)}`],
        ] as const;
        for (const [name, path] of paths) {
          await page.goto(path);
          findings.push(...(await findingsOn(page, path)));
          await keepPicture(page, `bench-${name}-${view.lang}-${view.widthPx}`);
        }
        return [...findings, ...complaints];
      });
      await web.deps.board.cancel(waiting);
      web.deps.board.stop(live);
      await web.deps.board.ended(live);

      assert.deepEqual(found, []);
    });
  }

  it('an engineer goes from candidate to plan, preview, live run, stop, run page, comparison and download', async () => {
    await visit(WIDE_ENGLISH, async ({ page, complaints }) => {
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
    const id = await startLong(web, candidateId);
    await visit(WIDE_ENGLISH, async ({ page }) => {
      await page.goto(`/runs/${id}`);
      await page.locator('[data-table] tr').nth(1).waitFor({ state: 'attached' });
      await page.context().setOffline(true);
      web.dropConnections();
      await page.locator('[data-state="lost"]').waitFor();
      await page.waitForTimeout(3_000);
      await page.context().setOffline(false);
      await page.locator('[data-state="open"]').waitFor();
      await page.waitForTimeout(2_500);
      const seconds = await secondsShown(page);
      assert.deepEqual(
        seconds,
        seconds.toSorted((a, b) => b - a),
      );
      assert.ok(seconds.length >= 5, seconds.join());
      assert.deepEqual(
        seconds,
        seconds.map((_, index) => (seconds[0] ?? 0) - index),
      );

      await page.reload();
      await visit(WIDE_ENGLISH, async (second) => {
        await second.page.goto(`/runs/${id}`);
        for (const viewer of [page, second.page]) {
          const points = await pointsBehind(viewer);
          assert.ok(points.length >= seconds.length);
          assert.ok(
            points.every((t, index) => index === 0 || t - (points[index - 1] ?? 0) < 1.7),
            points.join(),
          );
        }
      });
    });
    web.deps.board.stop(id);
    await web.deps.board.ended(id);
  });

  it('without scripts a live run shows its state and how to refresh it', async () => {
    const id = await startLong(web, candidateId);
    await visit({ ...WIDE_ENGLISH, hasScripts: false }, async ({ page }) => {
      for await (const { event } of web.deps.board.follow(id, 0, new AbortController().signal)) {
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
    await visit(WIDE_ENGLISH, async ({ page }) => {
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
    await visit({ lang: 'ja', widthPx: 1280, colorScheme: 'dark' }, async ({ page }) => {
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
    await visit(WIDE_ENGLISH, async ({ page }) => {
      await page.goto('/candidates/new');
      await page.fill('#name', 'Signed in');
      await page.fill('#endpoint', `smtp://127.0.0.1:${sink.port}`);
      await page.selectOption('#mechanism', 'PLAIN');
      await page.fill('#user', 'load@example.com');
      await page.fill('#password', secret);
      await page.click('form .button');
      const id = page.url().split('/').at(-1) ?? '';
      const run = await shortRun(web, id);
      const stored = await web.deps.runs.get(run);
      assert.equal(stored?.status, 'finished', JSON.stringify(stored?.failure));
      const events = await web.deps.runs.eventsAfter(run, 0);
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

async function findingsOn(page: Page, path: string): Promise<readonly string[]> {
  const overflow = await overflowPx(page);
  return [...(await axeFindings(page)), ...(overflow > 0 ? [`${path} is ${overflow} px too wide`] : [])];
}

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

async function secondsShown(page: Page): Promise<readonly number[]> {
  const cells = await page.locator('[data-table] tr td:first-child').allTextContents();
  return cells.map(Number);
}

function pointsBehind(page: Page): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>(
    `JSON.parse(document.getElementById('live').dataset.live).points.map((point) => point.t)`,
  );
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`The keyboard never reaches ${selector}`);
}
