import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readEmlFolder } from '../../../benchmarks/compose/eml-folder.ts';

const OWNER = { runId: 'testrun0', worker: 0 };
const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mailfit-eml-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content, 'latin1');
  return folder;
}

test('every .eml file becomes a template, in the order of the names, and other files are left alone', async () => {
  const folder = await folderOf({
    'b.eml': 'Subject: second\n\nb\n',
    'a.EML': 'Subject: first\r\nMessage-ID: <theirs@example.com>\r\n\r\n.a\r\n',
    'notes.txt': 'not mail',
  });

  const read = await readEmlFolder(folder, OWNER);

  assert.ok(read.ok);
  const texts = read.templates.map((template) => Buffer.from(template.data).toString('latin1'));
  assert.equal(texts.length, 2);
  assert.match(
    texts[0] ?? '',
    /^Message-ID: <testrun0\.00\.000000000@mailfit\.invalid>\r\n[^]*Subject: first\r\n\r\n\.\.a\r\n\.\r\n$/,
  );
  assert.doesNotMatch(texts[0] ?? '', /theirs@/);
  assert.match(texts[1] ?? '', /Subject: second\r\n\r\nb\r\n\.\r\n$/);
});

test('8-bit mail is noticed, so that the envelope can say so', async () => {
  const read = await readEmlFolder(await folderOf({ 'a.eml': 'Subject: x\n\n\xe9\n' }), OWNER);

  assert.ok(read.ok && read.templates[0]?.needs8bit === true);
});

test('all files that are no messages are named at once', async () => {
  const folder = await folderOf({
    'a.eml': 'From a@example.com Mon Jan 1\nSubject: mailbox file\n\nx\n',
    'b.eml': '',
    'c.eml': `Subject: x\n\n${'y'.repeat(999)}\n`,
    'd.eml': `Subject: x\n\n${'y'.repeat(998)}\n`,
  });

  const read = await readEmlFolder(folder, OWNER);

  assert.ok(!read.ok);
  assert.equal(read.problems.length, 3);
  for (const [index, name] of ['a.eml', 'b.eml', 'c.eml'].entries()) {
    assert.ok(read.problems[index]?.includes(name), name);
  }
});

test('a folder that is missing, empty or too large is refused with the reason', async () => {
  const large = await folderOf({ 'a.eml': `Subject: x\n\n${'y\n'.repeat(100)}` });
  const cases = [
    [readEmlFolder(join(tmpdir(), 'mailfit-no-such-folder'), OWNER), /cannot be read/],
    [readEmlFolder(await folderOf({}), OWNER), /no \.eml file/],
    [readEmlFolder(large, OWNER, { maxFiles: 10, maxPoolBytes: 100 }), /more than the 100/],
    [readEmlFolder(large, OWNER, { maxFiles: 0, maxPoolBytes: 100 }), /more than 0 files/],
  ] as const;
  for (const [reading, reason] of cases) {
    const read = await reading;
    assert.ok(!read.ok);
    assert.match(read.problems.join(), reason);
  }
});
