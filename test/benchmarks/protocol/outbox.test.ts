import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../../benchmarks/protocol/outbox.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

interface Flight {
  readonly parts: readonly Uint8Array[];
  readonly text: string;
}

function flush(outbox: Outbox): Flight {
  const parts: Uint8Array[] = [];
  outbox.flush({ write: (bytes) => parts.push(bytes) });
  return { parts, text: parts.map(textOf).join('') };
}

test('a line alone in a flight goes out from where it lies, the same bytes every time', () => {
  const outbox = new Outbox();
  outbox.addLine('QUIT');
  const first = flush(outbox);
  outbox.addLine('QUIT');
  const second = flush(outbox);

  assert.equal(first.text, 'QUIT\r\n');
  assert.equal(first.parts[0], second.parts[0]);
  assert.ok(outbox.isEmpty);
});

test('what joins a lone line goes out behind it in one write', () => {
  const outbox = new Outbox();
  outbox.addLine('RSET');
  outbox.addConstant(bytesOf('MAIL FROM:<a@example.com>\r\n'));
  const at = outbox.copy(bytesOf('BDAT 5 LAST\r\n'));

  const flight = flush(outbox);

  assert.equal(flight.parts.length, 1);
  assert.equal(flight.text, 'RSET\r\nMAIL FROM:<a@example.com>\r\nBDAT 5 LAST\r\n');
  assert.equal(textOf(outbox.bytes.subarray(at, at + 4)), 'BDAT');
});

test('a large message behind a lone line keeps its place and is not copied', () => {
  const outbox = new Outbox();
  const large = bytesOf(`${'H'.repeat(10)}${'b'.repeat(20_000)}`);
  outbox.addLine('BDAT 20010 LAST');
  outbox.addMessage(large, 10);

  const flight = flush(outbox);

  assert.equal(flight.text, `BDAT 20010 LAST\r\n${textOf(large)}`);
  assert.equal(flight.parts.at(-1)?.buffer, large.buffer);
});

test('bytes that still wait in the process are not written over by the next flight', () => {
  const outbox = new Outbox();
  outbox.copy(bytesOf('first'));
  const [waiting] = flush(outbox).parts;
  outbox.keep();
  outbox.copy(bytesOf('second'));
  const next = flush(outbox);

  assert.equal(textOf(waiting ?? new Uint8Array()), 'first');
  assert.equal(next.text, 'second');
});

test('a discarded flight leaves nothing behind', () => {
  const outbox = new Outbox();
  outbox.addLine('QUIT');
  outbox.discard();

  assert.ok(outbox.isEmpty);
  assert.deepEqual(flush(outbox).parts, []);
});
