import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { MaildirLedger } from '../../../benchmarks/sink/maildir-ledger.ts';
import type { StampedMessage } from '../../builders/messages.ts';
import { stampedMessages } from '../../builders/messages.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function emptyMaildir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mailfit-maildir-'));
  folders.push(folder);
  for (const name of ['new', 'cur', 'tmp']) await mkdir(join(folder, name));
  return folder;
}

async function twoMessages(): Promise<readonly [StampedMessage, StampedMessage]> {
  const [first, second] = await stampedMessages(2);
  assert.ok(first !== undefined && second !== undefined);
  return [first, second];
}

/** As a delivery agent writes it: with lines of its own in front and Unix line ends. */
const delivered = (bdat: string): Buffer =>
  Buffer.from(`Return-Path: <a@example.com>\r\nReceived: by x\r\n${bdat}`.replaceAll('\r\n', '\n'), 'latin1');

test('a delivered message is known by its token, whole, at the time of its file', async () => {
  const maildir = await emptyMaildir();
  const [message] = await twoMessages();
  const path = join(maildir, 'new', '1.M1.host');
  await writeFile(path, delivered(message.bdat));
  await utimes(path, 1000, 1_795_000_000.25);
  const reader = new MaildirLedger([maildir]);

  assert.equal(await reader.refresh(), 1);

  assert.deepEqual(reader.ledger.lookUp(message.token), {
    token: message.token,
    arrivals: 1,
    copies: 1,
    damagedArrivals: 0,
    firstArrivalMs: 1_795_000_000_250,
  });
});

test('a message that is read and moved to cur counts once, one that is delivered twice counts twice', async () => {
  const maildir = await emptyMaildir();
  const [first, second] = await twoMessages();
  const reader = new MaildirLedger([maildir]);
  await writeFile(join(maildir, 'new', '1'), delivered(first.bdat));
  await writeFile(join(maildir, 'new', '2'), delivered(second.bdat));
  await reader.refresh();

  await rename(join(maildir, 'new', '1'), join(maildir, 'cur', '1:2,S'));
  await writeFile(join(maildir, 'new', '3'), delivered(second.bdat));
  await reader.refresh();

  assert.equal(reader.ledger.lookUp(first.token)?.arrivals, 1);
  assert.equal(reader.ledger.lookUp(second.token)?.arrivals, 2);
});

test('a changed body is damage, a message still in tmp has not arrived', async () => {
  const maildir = await emptyMaildir();
  const [first, second] = await twoMessages();
  await writeFile(join(maildir, 'new', '1'), Buffer.concat([delivered(first.bdat), Buffer.from('more\n')]));
  await writeFile(join(maildir, 'tmp', '2'), delivered(second.bdat));
  const reader = new MaildirLedger([maildir, join(maildir, 'missing')]);

  await reader.refresh();

  assert.equal(reader.ledger.lookUp(first.token)?.damagedArrivals, 1);
  assert.equal(reader.ledger.lookUp(second.token), null);
});

test('reading twice at a time enters nothing twice', async () => {
  const maildir = await emptyMaildir();
  const [message] = await twoMessages();
  await writeFile(join(maildir, 'new', '1'), delivered(message.bdat));
  const reader = new MaildirLedger([maildir]);

  await Promise.all([reader.refresh(), reader.refresh(), reader.refresh()]);

  assert.equal(reader.ledger.lookUp(message.token)?.arrivals, 1);
});
