import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GUIDE_PARTS } from '../../../server/web/texts/guide/index.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

describe('the guide', () => {
  let web: WebUnderTest;
  before(async () => {
    web = await startWeb();
  });
  after(() => web.close());

  const sections = GUIDE_PARTS.flatMap((part) => part.sections);

  it('explains every question under an address of its own', () => {
    const ids = sections.map(({ id }) => id);

    assert.equal(new Set(ids).size, ids.length);
    for (const { id, guide } of web.deps.questionnaire.questions)
      assert.ok(ids.includes(guide), `${id}: ${guide}`);
  });

  it('leads from its paragraphs to pages that exist and list something', async () => {
    const visitor = openBrowserless(web.origin, 'en');
    for (const { href } of sections.flatMap((section) => section.links ?? [])) {
      const response = await visitor.get(href);
      assert.equal(response.status, 200, href);
      if (href.startsWith('/options?'))
        assert.match(await response.text(), /href="\/options\/[a-z0-9-]+"/, href);
    }
  });

  it('reads the same in both languages, with a text for the picture', async () => {
    for (const lang of ['en', 'ja'] as const) {
      const html = await (await openBrowserless(web.origin, lang).get('/guide')).text();

      assert.equal(html.match(/<section id="/g)?.length, sections.length + 1);
      assert.equal(html.match(/role="img" aria-label="[^"]{60,}"/g)?.length, 2);
    }
  });
});
