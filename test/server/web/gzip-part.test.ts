import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { gzipAround, gzipPart } from '../../../server/web/gzip-part.ts';

function unpacked(before: Buffer, plain: Buffer, after: Buffer): Buffer {
  return gunzipSync(Buffer.concat(gzipAround(before, gzipPart(plain), after)));
}

const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array));

describe('gzip around a part that was compressed before', () => {
  it('unpacks to what stands before, the part and what stands after, whatever their bytes', () => {
    fc.assert(
      fc.property(bytes, bytes, bytes, (before, plain, after) => {
        assert.deepEqual(unpacked(before, plain, after), Buffer.concat([before, plain, after]));
      }),
    );
  });

  it('takes more than one stored block holds', () => {
    for (const length of [65_535, 65_536, 200_000]) {
      const long = Buffer.alloc(length, 'メール');
      const part = Buffer.alloc(300_000, '<li>option</li>');
      assert.deepEqual(unpacked(long, part, long), Buffer.concat([long, part, long]));
    }
  });

  it('keeps what stands around the part readable, so its length does not depend on what it says', () => {
    const part = gzipPart(Buffer.from('token=secret '.repeat(50)));
    const alike = Buffer.concat(gzipAround(Buffer.from('token=secret'), part, Buffer.from('')));
    const other = Buffer.concat(gzipAround(Buffer.from('nekot=terces'), part, Buffer.from('')));
    assert.equal(alike.length, other.length);
    assert.ok(alike.includes('token=secret'));
  });
});
