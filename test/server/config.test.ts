import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveConfig } from '../../server/config.ts';

test('without any setting the server listens on loopback only', () => {
  const outcome = resolveConfig({});

  assert.ok(outcome.ok);
  assert.equal(outcome.config.host, '127.0.0.1');
  assert.ok(Object.isFrozen(outcome.config));
});

test('listening on another address without an administrator secret is refused', () => {
  const outcome = resolveConfig({ MAILFIT_HOST: '0.0.0.0' });

  assert.ok(!outcome.ok);
  assert.match(outcome.problems.join(), /MAILFIT_ADMIN_SECRET/);
});

test('a short administrator secret is refused', () => {
  assert.ok(!resolveConfig({ MAILFIT_HOST: '0.0.0.0', MAILFIT_ADMIN_SECRET: 'short' }).ok);
});

test('all problems are reported at once', () => {
  const outcome = resolveConfig({
    MAILFIT_HOST: '::',
    MAILFIT_PORT: 'x',
    MAILFIT_LOAD_ALLOWED_NETWORKS: '192.0.2.0/24',
    MAILFIT_LOG_LEVEL: 'loud',
  });

  assert.ok(!outcome.ok);
  assert.equal(outcome.problems.length, 4);
});

test('a mail server for reports needs a sender, and its password is never repeated', () => {
  const outcome = resolveConfig({ MAILFIT_SMTP_URL: 'http://user:secret@host' });

  assert.ok(!outcome.ok);
  assert.match(outcome.problems.join(), /MAILFIT_SMTP_URL.*MAILFIT_MAIL_FROM/s);
  assert.doesNotMatch(outcome.problems.join(), /secret/);
});

test('command-line options win over the environment', () => {
  const outcome = resolveConfig({ MAILFIT_PORT: '4000' }, { port: '5000' });

  assert.ok(outcome.ok);
  assert.equal(outcome.config.port, 5000);
});

test('a network that may be loaded comes with the token that proves control', () => {
  const outcome = resolveConfig({
    MAILFIT_LOAD_ALLOWED_NETWORKS: '192.0.2.0/24=abcdefghijklmnop, 2001:db8::/32=qrstuvwxyz-12345',
  });

  assert.ok(outcome.ok);
  assert.deepEqual(outcome.config.loadAllowedNetworks, [
    { cidr: '192.0.2.0/24', proofToken: 'abcdefghijklmnop' },
    { cidr: '2001:db8::/32', proofToken: 'qrstuvwxyz-12345' },
  ]);
});
