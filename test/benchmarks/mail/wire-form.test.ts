import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 as zlibCrc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { crc32 } from '../../../benchmarks/mail/crc32.ts';
import {
  bodyForDigest,
  headerLength,
  stuffDots,
  toCrlf,
  unstuffDots,
} from '../../../benchmarks/mail/wire-form.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const text = (value: Uint8Array): string => Buffer.from(value).toString('latin1');
/** Bytes that meet line ends and dots often. */
const mailBytes = fc
  .array(fc.constantFrom('\r', '\n', '.', 'a', '\r\n', '\r\n.', '\xff'), { maxLength: 40 })
  .map((parts) => bytes(parts.join('')));

test('every kind of line end becomes CRLF and the last line is ended', () => {
  assert.equal(text(toCrlf(bytes('a\nb\rc\r\nd'))), 'a\r\nb\r\nc\r\nd\r\n');
  assert.equal(text(toCrlf(bytes('a\n\n'))), 'a\r\n\r\n');
  assert.equal(text(toCrlf(bytes(''))), '\r\n');
});

test('no bare CR or LF is left, whatever comes in', () => {
  fc.assert(
    fc.property(mailBytes, (input) => {
      const lines = text(toCrlf(input)).split('\r\n');
      assert.equal(lines.at(-1), '');
      for (const line of lines) assert.ok(!/[\r\n]/.test(line));
    }),
  );
});

test('a dot at the start of a line is doubled, other dots are left alone', () => {
  assert.equal(text(stuffDots(bytes('.a\r\nb.c\r\n.\r\n..\r\n'))), '..a\r\nb.c\r\n..\r\n...\r\n');
});

test('stuffed text never holds a lone dot line, and unstuffing gives the original back', () => {
  fc.assert(
    fc.property(mailBytes, (input) => {
      const message = toCrlf(input);

      const stuffed = stuffDots(message);

      assert.ok(!`\r\n${text(stuffed)}`.includes('\r\n.\r\n'));
      assert.deepEqual(Buffer.from(unstuffDots(stuffed)), Buffer.from(message));
    }),
  );
});

test('the headers end with the first empty line', () => {
  assert.equal(headerLength(bytes('A: 1\r\n\r\nbody')), 8);
  assert.equal(headerLength(bytes('A: 1\r\n')), 6);
});

test('empty lines added at the end of a body do not change its digest form', () => {
  for (const added of ['', '\r\n', '\r\n\r\n\r\n']) {
    assert.equal(text(bodyForDigest(bytes(`body\r\n${added}`))), 'body\r\n');
  }
  assert.equal(text(bodyForDigest(bytes('\r\n\r\n'))), '\r\n');
});

test('CRC-32 has the published check value and agrees with zlib on any bytes', () => {
  assert.equal(crc32(bytes('123456789')), 0xcbf4_3926);
  fc.assert(
    fc.property(fc.uint8Array(), (input) => {
      assert.equal(crc32(input), zlibCrc32(input));
    }),
  );
});
