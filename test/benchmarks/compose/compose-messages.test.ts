import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MessageSpec } from '../../../benchmarks/compose/compose-messages.ts';
import { DEFAULT_MESSAGE_SPEC, composeMessages } from '../../../benchmarks/compose/compose-messages.ts';
import { crc32 } from '../../../benchmarks/mail/crc32.ts';
import { stampedCopy } from '../../../benchmarks/mail/message-template.ts';
import { bodyForDigest, headerLength } from '../../../benchmarks/mail/wire-form.ts';
import { createRng } from '../../../benchmarks/stats/rng.ts';

const BASE: MessageSpec = {
  ...DEFAULT_MESSAGE_SPEC,
  runId: 'testrun0',
  dateMs: Date.UTC(2026, 10, 23),
  templateCount: 8,
};
const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test('messages of a fixed size have exactly that size, in both languages and with files', async () => {
  const cases = [1024, 2000, 10_240, 300_000].flatMap((sizeBytes) =>
    (['en', 'ja'] as const).flatMap((language) => [0, 1].map((share) => ({ sizeBytes, language, share }))),
  );
  for (const { sizeBytes, language, share } of cases) {
    const sizes = { kind: 'fixed', sizeBytes } as const;

    const pool = await composeMessages({ ...BASE, language, attachmentShare: share, sizes }, createRng(4));

    for (const template of pool.templates) {
      assert.equal(template.sizeBytes, sizeBytes, `${language} ${sizeBytes} files ${share}`);
    }
  }
});

test('the same seed gives the same bytes, another seed others', async () => {
  const spec = { ...BASE, language: 'mixed', attachmentShare: 0.5, htmlShare: 0.5 } as const;
  const wire = async (seed: number): Promise<string> =>
    (await composeMessages(spec, createRng(seed))).templates
      .map((template) => asText(template.data))
      .join('');

  assert.equal(await wire(1), await wire(1));
  assert.notEqual(await wire(1), await wire(2));
});

test('the digest in the header is the CRC-32 of the body that is sent', async () => {
  const pool = await composeMessages({ ...BASE, language: 'ja', htmlShare: 1 }, createRng(3));

  for (const template of pool.templates) {
    const body = template.bdat.subarray(headerLength(template.bdat));
    const digest = /^X-Mailfit-Digest: crc32=([0-9a-f]{8})\r$/m.exec(asText(template.bdat))?.[1];
    assert.equal(digest, crc32(bodyForDigest(body)).toString(16).padStart(8, '0'));
  }
});

test('a Japanese message carries its subject, text and file name as MIME, not as raw bytes', async () => {
  const sizes = { kind: 'fixed', sizeBytes: 20_000 } as const;
  const pool = await composeMessages({ ...BASE, language: 'ja', attachmentShare: 1, sizes }, createRng(3));

  for (const template of pool.templates) {
    const message = asText(template.bdat);
    assert.equal(template.needs8bit, false);
    assert.match(message, /^Subject: =\?UTF-8\?B\?/m);
    assert.match(message, /filename\*0\*=utf-8''/);
    assert.match(message, /^Content-Type: multipart\/mixed;/m);
    for (const line of message.split('\r\n')) assert.ok(line.length <= 998);
  }
});

test('there is exactly one Message-ID and one Date, and the Date is the given one', async () => {
  const pool = await composeMessages(BASE, createRng(3));

  const message = asText(stampedCopy(pool.templates[0] ?? assert.fail('no template'), 'data', 5));
  assert.equal(message.match(/^Message-ID:/gim)?.length, 1);
  assert.match(message, /^Date: Mon, 23 Nov 2026 00:00:00 \+0000\r$/m);
});

test('a size below that of a bare MIME message gives the bare message and its true size', async () => {
  const pool = await composeMessages({ ...BASE, sizes: { kind: 'fixed', sizeBytes: 10 } }, createRng(3));

  assert.ok(pool.meanSizeBytes > 300 && pool.meanSizeBytes < 900, `${pool.meanSizeBytes}`);
});

test('composing stops when the pool is large enough', async () => {
  const sizes = { kind: 'fixed', sizeBytes: 100_000 } as const;
  const pool = await composeMessages(
    { ...BASE, sizes, templateCount: 1000, maxPoolBytes: 250_000 },
    createRng(3),
  );

  assert.equal(pool.templates.length, 3);
});
