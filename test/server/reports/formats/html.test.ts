import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { REPORT_STYLE, REPORT_STYLE_SOURCE } from '../../../../server/reports/formats/html-style.ts';
import { buildReport } from '../../../../server/usecases/build-report.ts';
import { aRun, aWideRecommendation } from '../../../builders/report.ts';
import { reportFormatContract } from '../../../contracts/report-format.contract.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function readable(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>|<svg[^]*?<\/svg>|<nav[^]*?<\/nav>|<title>[^]*?<\/title>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const TAGS =
  /^(!doctype|html|head|meta|title|style|body|header|nav|main|section|h1|h2|h3|p|ul|ol|li|a|div|strong|table|caption|thead|tbody|tr|th|td|figure|details|summary|svg|desc|defs|pattern|rect|path|line|circle|text)$/i;

reportFormatContract({
  id: 'html',
  readableText: (bytes) => readable(decode(bytes)),
  assertHarmless: (bytes) => {
    const html = decode(bytes).replace(/<style>[^]*?<\/style>/, '');
    for (const [, name = ''] of html.matchAll(/<\/?([a-z!][^\s/>]*)/gi)) assert.match(name, TAGS);
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
      assert.doesNotMatch(
        tag.replace(/"[^"]*"/g, '""'),
        /\s(on\w+|style|src|srcset|action|data|xlink:href)\s*=/i,
      );
    }
    for (const [, address = ''] of html.matchAll(/\shref="([^"]*)"/g)) assert.match(address, /^(#|https?:)/);
  },
});

test('the policy of the page allows its own style sheet and nothing else', async () => {
  const digest = createHash('sha256').update(REPORT_STYLE).digest('base64');
  assert.equal(REPORT_STYLE_SOURCE, `'sha256-${digest}'`);

  const { bytes } = await buildReport({ recommendation: aWideRecommendation(3, 4), runs: [] }, 'html', 'en');
  const html = decode(bytes);
  assert.ok(html.includes(`default-src 'none'; style-src ${REPORT_STYLE_SOURCE}`));
  assert.ok(html.includes(`<style>${REPORT_STYLE}</style>`));
});

test('every id on the page is there once and every reference leads somewhere', async () => {
  const runs = [1, 2].map((number) => ({ id: `run-${number}`, optionId: null, result: aRun() }));
  const { bytes } = await buildReport({ recommendation: aWideRecommendation(3, 4), runs }, 'html', 'ja');
  const html = decode(bytes);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');
  assert.equal(new Set(ids).size, ids.length);
  const targets = [...html.matchAll(/href="#([^"]*)"|url\(#([^)]*)\)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const labels = [...html.matchAll(/aria-labelledby="([^"]*)"/g)].flatMap((match) =>
    (match[1] ?? '').split(' '),
  );
  for (const target of [...targets, ...labels]) assert.ok(ids.includes(target), target);
});

test('50 options by 25 criteria are one page with every option in it', async () => {
  const recommendation = aWideRecommendation(50, 25);
  const { bytes } = await buildReport({ recommendation, runs: [] }, 'html', 'ja');
  const page = new TextDecoder().decode(bytes);
  for (const { name } of recommendation.options) assert.ok(page.includes(name.ja), name.ja);
});
