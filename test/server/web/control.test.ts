// Who controls a candidate, on the page and over the API. The greeting comes from a real server; it answers for an
// address that nobody has, so that no test depends on the networks of the machine.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { checkControl, LOOPBACK_ONLY } from '../../../benchmarks/index.ts';
import { probeGreeting } from '../../../benchmarks/net/probe-greeting.ts';
import { SYSTEM_NAMES } from '../../../benchmarks/safety/guard.ts';
import { openApi } from '../../builders/api-client.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

const TOKEN = 'kumo-ame-kaze-4711-hoshi';
const POLICY = { ...LOOPBACK_ONLY, allowedNetworks: [{ cidr: '198.51.100.0/24', proofToken: TOKEN }] };

describe('the control of a candidate that is not on this machine', () => {
  let smtp: Server;
  let web: WebUnderTest;
  let banner = '';

  before(async () => {
    smtp = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', () => socket.write('250 mail.example\r\n'));
      socket.write(`220 ${banner}\r\n`);
    }).listen(0, '127.0.0.1');
    await once(smtp, 'listening');
    const { port } = smtp.address() as AddressInfo;
    const means = {
      names: SYSTEM_NAMES,
      probe: (checked: Parameters<typeof probeGreeting>[0]) =>
        probeGreeting({ ...checked, address: '127.0.0.1', target: { ...checked.target, port } }),
    };
    web = await startWeb();
    const control = (target: string) => checkControl(target, POLICY, means);
    Object.assign(web.deps.loadRunner, { control });
  });
  after(async () => {
    await web.close();
    smtp.close();
  });

  async function asked(endpoint: string) {
    const { id } = await web.deps.candidates.create(
      { name: 'c', endpoint, tls: 'none', tlsVerify: true, providerId: null, notes: '', auth: null },
      { kind: 'keep' },
    );
    const page = async (): Promise<string> =>
      (await openBrowserless(web.origin).get(`/candidates/${id}/control`)).text();
    const api = async () => (await openApi(web.origin).get(`/candidates/${id}/control`)).body;
    return { page, api };
  }

  it('is open until the server shows the token, proven from then on, and refused once it is somebody else’s', async () => {
    const { page, api } = await asked('smtp://198.51.100.7:25');

    banner = 'mail.example ESMTP';
    const pending = await api();
    assert.deepEqual([pending.kind, pending.recordName], ['notProven', null]);
    assert.equal(pending.recordText, `mailfit-load-test=${TOKEN}`);
    assert.ok((await page()).includes(pending.recordText));

    banner = `mail.example ESMTP ${pending.recordText}`;
    assert.deepEqual(await api(), { kind: 'proven', by: 'greeting' });
    const proven = await page();
    assert.ok(!proven.includes(pending.recordText));

    banner = `mx.google.com ESMTP ${pending.recordText}`;
    const refused = await api();
    assert.equal(refused.kind, 'refused');
    assert.ok((await page()).includes(refused.text.en.slice(0, 20)));
  });

  it('is refused outside the networks of the operator, whatever the server says', async () => {
    banner = `mail.example ESMTP mailfit-load-test=${TOKEN}`;
    const { page, api } = await asked('smtp://203.0.113.9:25');

    const refused = await api();

    assert.equal(refused.kind, 'refused');
    assert.ok((await page()).includes(refused.text.en.slice(0, 20)));
  });

  it('needs no proof on this machine', async () => {
    const { api } = await asked('smtp://127.0.0.1:25');

    assert.deepEqual(await api(), { kind: 'thisMachine' });
  });
});
