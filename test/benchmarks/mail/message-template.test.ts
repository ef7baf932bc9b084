import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { crc32 } from '../../../benchmarks/mail/crc32.ts';
import {
  HEAD_BYTES,
  TOKEN_AT,
  buildTemplate,
  stampSequence,
  stampedCopy,
} from '../../../benchmarks/mail/message-template.ts';
import { TOKEN_WIDTH, formatToken, parseToken, runIdFrom } from '../../../benchmarks/mail/token.ts';

const OWNER = { runId: '7f3a9c21', worker: 3 };
const COMPOSED = Buffer.from('From: a@example.com\nMessage-ID: <old@x>\nSubject: s\n\n.dot\nbody\n');
const ascii = (value: Uint8Array): string => Buffer.from(value).toString('latin1');

test('a template starts with Message-ID, token and digest and drops the old Message-ID', () => {
  const template = buildTemplate(COMPOSED, OWNER);

  const digest = crc32(Buffer.from('.dot\r\nbody\r\n')).toString(16).padStart(8, '0');
  assert.equal(
    ascii(template.bdat),
    'Message-ID: <7f3a9c21.03.000000000@mailfit.invalid>\r\n' +
      'X-Mailfit-Token: 7f3a9c21/03/000000000\r\n' +
      `X-Mailfit-Digest: crc32=${digest}\r\n` +
      'From: a@example.com\r\nSubject: s\r\n\r\n.dot\r\nbody\r\n',
  );
  assert.equal(template.sizeBytes, template.bdat.length);
  assert.equal(template.needs8bit, false);
});

test('the DATA form doubles leading dots and ends with a lone dot', () => {
  const template = buildTemplate(COMPOSED, OWNER);

  assert.ok(ascii(template.data).endsWith('\r\n\r\n..dot\r\nbody\r\n.\r\n'));
  assert.equal(template.data.length, template.sizeBytes + 1 + 3);
});

test('stamping writes the same sequence into Message-ID and token and nothing else', () => {
  const template = buildTemplate(COMPOSED, OWNER);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.constantFrom('data', 'bdat'),
      (sequence, form) => {
        const stamped = ascii(stampedCopy(template, form, sequence));

        const digits = String(sequence).padStart(9, '0');
        assert.equal(stamped.slice(TOKEN_AT, TOKEN_AT + TOKEN_WIDTH), `7f3a9c21/03/${digits}`);
        assert.equal(stamped.replaceAll(digits, '000000000').length, template[form].length);
        assert.ok(stamped.startsWith(`Message-ID: <7f3a9c21.03.${digits}@`));
        assert.equal(stamped.slice(HEAD_BYTES), ascii(template[form].subarray(HEAD_BYTES)));
      },
    ),
  );
});

test('a template is never changed by stamping its copies', () => {
  const template = buildTemplate(COMPOSED, OWNER);
  const before = ascii(template.data);

  stampedCopy(template, 'data', 123_456_789);

  assert.equal(ascii(template.data), before);
});

test('a sequence that does not fit its width is refused', () => {
  assert.throws(() => stampSequence(new Uint8Array(300), 0, 1_000_000_000), RangeError);
});

test('8-bit bytes are noticed', () => {
  assert.equal(buildTemplate(Buffer.from('A: b\n\nä\n'), OWNER).needs8bit, true);
});

test('tokens survive a round trip, anything else is no token', () => {
  const token = { runId: 'zz00aa11', worker: 7, sequence: 42 };

  assert.deepEqual(parseToken(formatToken(token)), token);
  for (const wrong of ['', 'zz00aa11/07/00000004', 'ZZ00AA11/07/000000042', 'zz00aa11/07/000000042 ']) {
    assert.equal(parseToken(wrong), null);
  }
});

test('a run id has eight characters for any number', () => {
  for (const value of [0, 1, 1_795_422_480_123, 36 ** 8, Number.MAX_SAFE_INTEGER]) {
    assert.match(runIdFrom(value), /^[0-9a-z]{8}$/);
  }
});
