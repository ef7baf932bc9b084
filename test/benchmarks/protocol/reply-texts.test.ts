import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReplyTexts } from '../../../benchmarks/protocol/reply-texts.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('the text is that of the bytes asked for, without the last line end', () => {
  const texts = new ReplyTexts();
  const chunk = bytesOf('250 first\r\n550 other\r\n');

  assert.equal(texts.textOf(chunk, 0, 11), '250 first');
  assert.equal(texts.textOf(chunk, 11, 22), '550 other');
  assert.equal(texts.textOf(chunk, 0, 11), '250 first');
});

test('memory that is read into again changes no text that was given before', () => {
  const texts = new ReplyTexts();
  const memory = bytesOf('250 queued as A\r\n');
  const before = texts.textOf(memory, 0, memory.length);
  memory.set(bytesOf('250 queued as B\r\n'));

  assert.equal(before, '250 queued as A');
  assert.equal(texts.textOf(memory, 0, memory.length), '250 queued as B');
});
