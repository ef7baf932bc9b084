// The catalogue as pages and files, as a browser without scripts gets them.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowserless } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;

async function page(path: string, lang: 'en' | 'ja' = 'en'): Promise<string> {
  const response = await openBrowserless(web.origin, lang).get(path);
  assert.equal(response.status, 200, path);
  return response.text();
}

const idsIn = (html: string): string[] =>
  [...html.matchAll(/name="ids" value="([\w-]+)"/g)].map(([, id = '']) => id);
const count = (html: string): string => /role="status"><strong>([^<]+)/.exec(html)?.[1] ?? '';

before(async () => {
  web = await startWeb({ issueTracker: 'https://git.example.org/mailfit/issues/new' });
});
after(() => web.close());

describe('the list', () => {
  it('shows every option, with what is known about it', async () => {
    const html = await page('/options', 'ja');
    assert.equal(idsIn(html).length, web.deps.catalogue.providers.length);
    assert.match(count(html), new RegExp(`全${web.deps.catalogue.providers.length}件`));
  });

  it('is narrowed down by the address alone, and says how many match and how many do not say', async () => {
    const html = await page('/options?deployment=cloud&protocol=IMAP&protocol=POP3&language=ja');
    const shown = new Set(idsIn(html));
    const { providers } = web.deps.catalogue;
    for (const { id, deployment, facts } of providers) {
      const has = (items: unknown, wanted: string): boolean =>
        Array.isArray(items) && (items as readonly unknown[]).includes(wanted);
      const matches =
        deployment === 'cloud' &&
        has(facts.protocols.value, 'IMAP') &&
        has(facts.protocols.value, 'POP3') &&
        has(facts.supportLanguages.value, 'ja');
      assert.equal(shown.has(id), matches, id);
    }
    assert.match(count(html), new RegExp(`^${shown.size} of ${providers.length}`));
    assert.match(html, /more options do not say whether the conditions hold/);

    const all = await page('/options?deployment=cloud&protocol=IMAP&protocol=POP3&language=ja&unknown=show');
    assert.ok(idsIn(all).length > shown.size);
    assert.match(all, /not known whether it matches/);
  });

  it('keeps what was chosen, lets each condition go by itself, and drops what makes no sense', async () => {
    const html = await page('/options?kind=mailbox&country=JP&kind=%3Cscript%3E&sort=sideways');
    assert.match(html, /value="mailbox" checked/);
    assert.match(html, /href="\/options\?country=JP"/);
    assert.ok(!html.includes('<script>'));
  });

  it('puts the lowest price first where asked to', async () => {
    const ids = idsIn(await page('/options?sort=price&price=low&price=middle&price=high'));
    const dollars = ids.map(
      (id) => web.deps.catalogue.providers.find((one) => one.id === id)?.facts.pricePerUserMonth,
    );
    const inDollars = dollars.filter((fact) => fact?.currency === 'USD').map((fact) => Number(fact?.value));
    assert.ok(inDollars.length > 3);
    assert.deepEqual(
      inDollars,
      inDollars.toSorted((a, b) => a - b),
    );
  });
});

describe('the comparison', () => {
  it('has one address however the boxes were ticked', async () => {
    const visitor = openBrowserless(web.origin);
    const response = await visitor.get('/options/compare?ids=stalwart&ids=mailcow');
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/options/compare?ids=stalwart,mailcow');
  });

  it('marks what differs, and shows nothing else where asked to', async () => {
    const all = await page('/options/compare?ids=exchange-online,exchange-online-plan-2');
    assert.match(all, /class="row-differs"/);
    const rows = (html: string): number => [...html.matchAll(/href="\/options\/facts\//g)].length;
    const only = await page('/options/compare?ids=exchange-online,exchange-online-plan-2&only=differences');
    assert.ok(rows(only) < rows(all) && rows(only) > 0);
    assert.equal(rows(only), [...only.matchAll(/class="row-differs"/g)].length);
  });

  it('shows the smallest limit on the way where a gateway stands before a mailbox service', async () => {
    const html = await page('/options/compare?ids=exchange-online,amazon-ses');
    assert.match(html, /id="path"/);
    assert.match(html, /40 MB/);
    assert.ok(!(await page('/options/compare?ids=exchange-online,google-workspace')).includes('id="path"'));
  });

  it('says what is wrong with too few, too many and unknown ones, and shows the rest', async () => {
    assert.match(await page('/options/compare?ids=stalwart'), /at least 2/);
    assert.match(await page('/options/compare?ids=no-such,stalwart,mailcow', 'ja'), /no-such/);
    const six = web.deps.catalogue.providers.slice(0, 6).map(({ id }) => id);
    const html = await page(`/options/compare?ids=${six.join(',')}`);
    assert.match(html, /Only the first 5/);
  });
});

describe('what is known about whom', () => {
  it('has a sign with words for every option and fact of a group', async () => {
    const html = await page('/options/coverage?group=cost');
    const { providers, vocabulary } = web.deps.catalogue;
    const facts = vocabulary.ids.filter((id) => vocabulary.facts[id].group === 'cost');
    const cells = [
      ...html.matchAll(
        /<td class="sign sign-\w+"><span aria-hidden="true">.<\/span><span class="visually-hidden">[^<]+/g,
      ),
    ];
    assert.equal(cells.length, providers.length * facts.length);
  });

  it('has a page for every fact with the value of every option that states it', async () => {
    const html = await page('/options/facts/sendingLimit');
    for (const { id, facts } of web.deps.catalogue.providers) {
      const isThere = html.includes(`href="/options/${id}#fact-sendingLimit"`);
      assert.equal(isThere, ['known', 'range'].includes(facts.sendingLimit.state), id);
    }
    assert.equal((await openBrowserless(web.origin).get('/options/facts/noSuchFact')).status, 404);
  });
});

describe('one option', () => {
  it('shows earlier values with the day they held until and what made them earlier', async () => {
    const withHistory = web.deps.catalogue.providers.filter(({ facts }) =>
      Object.values(facts).some(({ history }) => (history ?? []).length > 0),
    );
    assert.ok(withHistory.length >= 5);
    const html = await page('/options/microsoft-365-business-basic', 'en');
    assert.match(html, /Earlier values/);
    assert.match(html, /until 30 Jun 2026/);
  });

  it('names its end, and the other plans of the product', async () => {
    assert.match(await page('/options/amazon-workmail'), /Support ends 31 Mar 2027/);
    assert.match(
      await page('/options/exchange-online'),
      /href="\/options\/compare\?ids=exchange-online,[^"]+only=differences"/,
    );
  });

  it('says which facts are to be read again first', async () => {
    assert.match(await page('/options/exchange-online'), /read them again first/);
  });
});

describe('a suggested correction', () => {
  it('opens the tracker that is set up, with the text filled in', async () => {
    const html = await page(
      '/options/stalwart/correction?fact=mfa&proposed=app-passwords&source=https%3A%2F%2Fexample.com%2Fx',
    );
    const href = /class="button" rel="noreferrer external" href="([^"]+)"/.exec(html)?.[1] ?? '';
    const url = new URL(href.replaceAll('&amp;', '&'));
    assert.equal(url.origin, 'https://git.example.org');
    assert.match(url.searchParams.get('body') ?? '', /app-passwords[\s\S]*https:\/\/example\.com\/x/);
  });

  it('keeps what was typed beside the message when the address of the source is none', async () => {
    const html = await page('/options/stalwart/correction?fact=mfa&proposed=abc&source=javascript:alert(1)');
    assert.match(html, /Write the full address/);
    assert.match(html, /value="javascript:alert\(1\)"/);
    assert.ok(!html.includes('href="javascript'));
  });

  it('is text to copy and a mail to send where no tracker is set up', async () => {
    const other = await startWeb();
    const html = await (await openBrowserless(other.origin, 'ja').get('/options/stalwart/correction')).text();
    assert.match(html, /課題管理システムが設定されていません/);
    assert.match(html, /href="mailto:\?subject=/);
    await other.close();
  });

  it('shows hostile words as words', async () => {
    const html = await page('/options/stalwart/correction?fact=mfa&proposed=%3C/textarea%3E%3Cscript%3E');
    assert.ok(!html.includes('<script>'));
  });
});

describe('the open data', () => {
  it('is the whole catalogue as JSON and as CSV, with its licence', async () => {
    const json = await openBrowserless(web.origin).get('/options/data/mailfit-catalogue.json');
    assert.match(json.headers.get('link') ?? '', /creativecommons\.org\/licenses\/by\/4\.0/);
    const document = (await json.json()) as { options: unknown[]; catalogueHash: string };
    assert.equal(document.options.length, web.deps.catalogue.providers.length);
    assert.equal(document.catalogueHash, web.deps.catalogue.hash);

    const csv = await (await openBrowserless(web.origin).get('/options/data/mailfit-catalogue.csv')).text();
    assert.match(csv, /^\uFEFF?option,name_en/);
    assert.match(await page('/options/data', 'ja'), /CC BY 4\.0/);
  });

  it('comes with the schemas that describe it', async () => {
    for (const name of [
      'catalogue.schema.json',
      'provider.schema.json',
      'mailfit-catalogue.csv-metadata.json',
    ]) {
      const response = await openBrowserless(web.origin).get(`/options/data/${name}`);
      assert.equal(response.status, 200, name);
      assert.ok(typeof (await response.json()) === 'object');
    }
    assert.equal((await openBrowserless(web.origin).get('/options/data/..%2Fpackage.json')).status, 404);
  });
});
