import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { checkLinks, isPrivateAddress } from '../../../../server/adapters/link-check/check-links.ts';
import type { LinkCheckOptions } from '../../../../server/adapters/link-check/check-links.ts';
import type { LinkFinding } from '../../../../server/core/catalogue/sources.ts';

const QUICK: LinkCheckOptions = { userAgent: 'mailfit-test', pauseMs: 0, isPrivate: () => false };

interface Site {
  readonly base: string;
  /** `METHOD path` as they arrived. */
  readonly asked: string[];
}

/** Serves `answers` by path on this machine while `body` runs. */
async function onSite(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  body: (site: Site) => Promise<void>,
): Promise<void> {
  const asked: string[] = [];
  let open = 0;
  const server = createServer((request, response) => {
    open += 1;
    asked.push(`${request.method} ${request.url}${open > 1 ? ' at once' : ''}`);
    response.on('finish', () => (open -= 1));
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await body({ base: `http://127.0.0.1:${port}`, asked });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function findings(
  urls: readonly string[],
  options: LinkCheckOptions = QUICK,
): Promise<readonly LinkFinding[]> {
  const pages = urls.map((url) => ({ url, usedBy: ['mox webmail'] }));
  const found: LinkFinding[] = [];
  for await (const finding of checkLinks(pages, options)) found.push(finding);
  return found;
}

test('pages are asked for one at a time, by HEAD, and judged by their answer', async () => {
  await onSite(
    (request, response) => response.writeHead(request.url === '/gone' ? 404 : 200).end(),
    async ({ base, asked }) => {
      const found = await findings([`${base}/a`, `${base}/gone`, `${base}/b`]);

      assert.deepEqual(
        found.map(({ state }) => state),
        ['found', 'gone', 'found'],
      );
      assert.deepEqual(asked, ['HEAD /a', 'HEAD /gone', 'HEAD /b']);
    },
  );
});

test('there is a pause between two pages, and the visitor says who it is', async () => {
  const arrivals: number[] = [];
  const visitors = new Set<string | undefined>();
  await onSite(
    (request, response) => {
      arrivals.push(performance.now());
      visitors.add(request.headers['user-agent']);
      response.end();
    },
    async ({ base }) => {
      await findings([`${base}/a`, `${base}/b`, `${base}/c`], { ...QUICK, pauseMs: 60 });
    },
  );
  const gaps = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at));

  assert.equal(gaps.length, 2);
  // Timers may fire a little early; a slow machine only makes the gaps longer.
  assert.ok(
    gaps.every((gapMs) => gapMs >= 50),
    gaps.join(', '),
  );
  assert.deepEqual([...visitors], ['mailfit-test']);
});

test('a server that refuses HEAD is asked once more by GET', async () => {
  await onSite(
    (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end('page'),
    async ({ base, asked }) => {
      assert.equal((await findings([`${base}/a`]))[0]?.state, 'found');
      assert.deepEqual(asked, ['HEAD /a', 'GET /a']);
    },
  );
});

test('a permanent redirect names the new place, a passing one does not', async () => {
  await onSite(
    (request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' });
      else if (request.url === '/today') response.writeHead(302, { location: '/new' });
      response.end();
    },
    async ({ base }) => {
      const [old, today] = await findings([`${base}/old`, `${base}/today`]);

      assert.deepEqual([old?.state, old?.movedTo], ['moved', `${base}/new`]);
      assert.deepEqual([today?.state, today?.movedTo], ['found', undefined]);
    },
  );
});

test('a chain of redirects without an end is given up', async () => {
  await onSite(
    (_request, response) => response.writeHead(302, { location: '/again' }).end(),
    async ({ base, asked }) => {
      assert.equal((await findings([`${base}/again`]))[0]?.state, 'notShown');
      assert.equal(asked.length, 6);
    },
  );
});

test('a host that does not answer is reported and does not stop the rest', async () => {
  await onSite(
    (request, response) => {
      if (request.url === '/cut') request.socket.destroy();
      else response.end();
    },
    async ({ base }) => {
      const found = await findings([`${base}/cut`, `${base}/b`]);

      assert.deepEqual(
        found.map(({ state }) => state),
        ['unreachable', 'found'],
      );
    },
  );
});

test('an address inside a private network is never asked, neither by name nor by redirect', async () => {
  await onSite(
    (_request, response) => response.end(),
    async ({ base, asked }) => {
      const options = { userAgent: 'mailfit-test', pauseMs: 0, addressesOf: async () => ['10.0.0.7'] };
      const found = await findings([base, 'http://intranet.example/'], options);

      assert.deepEqual(
        found.map(({ state }) => state),
        ['notAsked', 'notAsked'],
      );
      assert.deepEqual(asked, []);
    },
  );
  await onSite(
    (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
    async ({ base }) => {
      const options = { ...QUICK, isPrivate: (address: string) => address.startsWith('169.254.') };

      assert.equal((await findings([base], options))[0]?.state, 'notAsked');
    },
  );
});

test('private addresses are known in both families, mapped ones too', () => {
  for (const address of ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.1.1', '0.0.0.0']) {
    assert.equal(isPrivateAddress(address), true, address);
  }
  for (const address of ['::1', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1']) {
    assert.equal(isPrivateAddress(address), true, address);
  }
  for (const address of ['192.0.2.1', '8.8.8.8', '2001:4860:4860::8888', '172.32.0.1']) {
    assert.equal(isPrivateAddress(address), false, address);
  }
});
