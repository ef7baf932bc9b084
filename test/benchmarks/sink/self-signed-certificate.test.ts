import assert from 'node:assert/strict';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { test } from 'node:test';
import type { SinkCertificate } from '../../../benchmarks/sink/self-signed-certificate.ts';
import { makeSelfSignedCertificate } from '../../../benchmarks/sink/self-signed-certificate.ts';

const NOW_MS = Date.UTC(2026, 10, 23);

test('the certificate is its own authority, for loopback names only, with the key that belongs to it', () => {
  for (const kind of ['p256', 'rsa2048'] as const) checkCertificate(makeSelfSignedCertificate(NOW_MS, kind));
});

function checkCertificate(made: SinkCertificate): void {
  const certificate = new X509Certificate(made.certificatePem);
  assert.ok(certificate.ca);
  assert.ok(certificate.verify(certificate.publicKey));
  assert.ok(certificate.checkPrivateKey(createPrivateKey(made.keyPem)));
  assert.equal(certificate.checkHost('localhost'), 'localhost');
  assert.equal(certificate.checkIP('127.0.0.1'), '127.0.0.1');
  assert.equal(certificate.checkIP('::1'), '::1');
  assert.equal(certificate.checkHost('example.com'), undefined);
}

test('it is valid from the day before for thirty days', () => {
  const certificate = new X509Certificate(makeSelfSignedCertificate(NOW_MS).certificatePem);

  assert.equal(Date.parse(certificate.validFrom), NOW_MS - 86_400_000);
  assert.equal(Date.parse(certificate.validTo), NOW_MS + 30 * 86_400_000);
});

test('two sinks never share a key', () => {
  assert.notEqual(makeSelfSignedCertificate(NOW_MS).keyPem, makeSelfSignedCertificate(NOW_MS).keyPem);
});
