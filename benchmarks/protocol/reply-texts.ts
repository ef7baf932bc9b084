// Replies as text. A server says the same few things to every session, so a text that was decoded once is found again by
// its bytes; the same string then comes back, and whoever keeps what it means finds that again too.

interface KnownText {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** One for each length is enough to keep banner, greeting and the usual replies apart. */
const MAX_KNOWN = 128;

export class ReplyTexts {
  private readonly decoder = new TextDecoder('utf-8');
  private readonly byLength = new Map<number, KnownText>();

  /** The lines from `start` to `end` without the last line end. */
  textOf(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start;
    const known = this.byLength.get(length);
    if (known !== undefined && isSame(known.bytes, bytes, start)) return known.text;
    const part = bytes.subarray(start, end);
    const text = this.decoder.decode(part).trimEnd();
    if (known !== undefined || this.byLength.size < MAX_KNOWN) {
      // A copy: the next chunk is read into the same memory.
      this.byLength.set(length, { bytes: new Uint8Array(part), text });
    }
    return text;
  }
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < known.length; at += 1) {
    if (known[at] !== bytes[start + at]) return false;
  }
  return true;
}
