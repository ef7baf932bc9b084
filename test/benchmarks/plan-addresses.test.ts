// Addresses and files of a plan that cannot be used: refused as bad input, before any connection.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { exitStatusOf, runLoad } from '../../benchmarks/index.ts';
import type { RunPlan } from '../../benchmarks/index.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailfit-'));
  writeFileSync(join(folder, 'no-certificate.pem'), 'hello\n');
});
after(() => rmSync(folder, { recursive: true }));

async function reasonOf(changes: Partial<RunPlan>): Promise<string> {
  const outcome = await runLoad(
    { target: 'smtp://127.0.0.1:1', load: { model: 'closed', sessions: 1, messages: 1 }, ...changes },
    { onEvent: () => undefined },
  );
  assert.ok('refused' in outcome, 'the plan was run');
  assert.equal(exitStatusOf(outcome), 2);
  return outcome.reason;
}

function proxyFor(address: string): Partial<RunPlan> {
  return { session: { proxy: { version: 2, sourceAddresses: [address] } } };
}

test('what is no address of a client is named', async () => {
  assert.match(await reasonOf({ session: { xclientAddresses: ['192.0.2.1', 'relay'] } }), /"relay" is no IP/);
  assert.match(await reasonOf(proxyFor('192.0.2.300')), /"192.0.2.300" is no IP/);
});

test('a PROXY header needs one family and a target with an address', async () => {
  assert.match(await reasonOf(proxyFor('2001:db8::1')), /one family/);
  assert.match(await reasonOf({ target: 'smtp+unix:/nowhere', ...proxyFor('192.0.2.1') }), /Unix socket/);
});

test('a source address is one of this machine, of the family of the target', async () => {
  assert.match(await reasonOf({ sourceAddresses: ['192.0.2.1'] }), /no address of this machine/);
  assert.match(await reasonOf({ sourceAddresses: ['::1'] }), /one is IPv4, the other IPv6/);
  assert.match(await reasonOf({ sourceAddresses: ['here'] }), /"here" is no IP address/);
  assert.match(
    await reasonOf({ target: 'smtp+unix:/nowhere', sourceAddresses: ['127.0.0.2'] }),
    /no source address/,
  );
});

test('a certificate authority that cannot be used is named', async () => {
  const withCa = (tlsCaFile: string): Promise<string> =>
    reasonOf({ session: { tls: 'starttls', tlsCaFile } });

  assert.match(
    await withCa(join(folder, 'missing.pem')),
    /missing.pem: the certificate authority cannot be read/,
  );
  assert.match(await withCa(join(folder, 'no-certificate.pem')), /no certificate in PEM form/);
});
