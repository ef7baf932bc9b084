import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createInputFiles, parseInput } from '../../../../server/adapters/input-files/input-files.ts';
import { MailfitError } from '../../../../server/errors.ts';

function detailsOf(text: string): readonly string[] {
  try {
    parseInput('in.yaml', text);
  } catch (error) {
    assert.ok(error instanceof MailfitError);
    assert.equal(error.code, 'badInput');
    return error.details;
  }
  return assert.fail('the text was accepted');
}

test('a value in the file is found at its line and column', () => {
  const input = parseInput('in.yaml', 'users: 20\nclients:\n  - share: 2\n');

  assert.deepEqual(input.data, { users: 20, clients: [{ share: 2 }] });
  assert.equal(input.placeOf('clients[0].share'), 'in.yaml:3:12');
  assert.equal(input.placeOf('nothing'), 'in.yaml:1:1');
});

test('JSON is read as well', () => {
  assert.deepEqual(parseInput('in.json', '{"users": 20}').data, { users: 20 });
});

test('a duplicate key, an unclosed bracket and an alias bomb are refused with their place', () => {
  assert.match(detailsOf('a: 1\na: 2\n')[0] ?? '', /^in\.yaml:2:1: /);
  assert.match(detailsOf('a: [1, 2\n')[0] ?? '', /^in\.yaml:\d+:\d+: /);
  assert.match(detailsOf('a: &x [1]\nb: *x\n')[0] ?? '', /^in\.yaml:1:1: /);
});

test('a missing file is named with its reason', async () => {
  const files = createInputFiles(tmpdir());

  await assert.rejects(files.read('no-such-file.yaml'), (error: unknown) => {
    assert.ok(error instanceof MailfitError);
    assert.match(error.details.join(), /no-such-file\.yaml: ENOENT/);
    return true;
  });
});

test('a result is written whole, and a failed write leaves nothing behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mailfit-files-'));
  const files = createInputFiles(folder);

  await files.write('report.md', '# ok');
  await assert.rejects(files.write('missing-folder/report.md', '# no'), MailfitError);

  assert.equal(await readFile(join(folder, 'report.md'), 'utf8'), '# ok');
  assert.deepEqual(await readdir(folder), ['report.md']);
});

test('where a file could not be written is told before its content is made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mailfit-files-'));
  const files = createInputFiles(folder);

  await files.checkWritable('result.json');
  await assert.rejects(files.checkWritable('missing-folder/result.json'), MailfitError);
  await assert.rejects(files.checkWritable('.'), MailfitError);
});
