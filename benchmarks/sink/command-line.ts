// One line of a client. Its verb is a number read from its first four letters in either case; its text is made only for
// those who ask for it, as most lines say nothing else.

const CR = 13;
const LF = 10;
const LOWER_CASE_BIT = 0x20;
const VERB_BYTES = 4;
/** The longest line worth a loop of our own: a native search has a price to call. */
const SHORT_BYTES = 128;

/** Number of the first four letters from `at` on. Only letters of ASCII have these numbers. */
function verbAt(input: Uint8Array, at: number): number {
  return (
    (letter(input[at]) << 24) |
    (letter(input[at + 1]) << 16) |
    (letter(input[at + 2]) << 8) |
    letter(input[at + 3])
  );
}

function letter(byte: number | undefined): number {
  return (byte ?? 0) | LOWER_CASE_BIT;
}

function verb(text: string): number {
  return verbAt(Buffer.from(text), 0);
}

export const VERB = {
  auth: verb('AUTH'),
  bdat: verb('BDAT'),
  data: verb('DATA'),
  ehlo: verb('EHLO'),
  helo: verb('HELO'),
  lhlo: verb('LHLO'),
  mail: verb('MAIL'),
  noop: verb('NOOP'),
  quit: verb('QUIT'),
  rcpt: verb('RCPT'),
  rset: verb('RSET'),
  starttls: verb('STAR'),
  xclient: verb('XCLI'),
} as const;

/** Position of the next LF, or -1. */
export function lineEndFrom(input: Buffer, at: number): number {
  const end = Math.min(input.length, at + SHORT_BYTES);
  for (let position = at; position < end; position += 1) if (input[position] === LF) return position;
  return end === input.length ? -1 : input.indexOf(LF, end);
}

export class CommandLine {
  readonly verb: number;
  readonly #input: Buffer;
  readonly #at: number;
  readonly #lineFeedAt: number;

  constructor(input: Buffer, at: number, lineFeedAt: number) {
    this.#input = input;
    this.#at = at;
    this.#lineFeedAt = lineFeedAt;
    // A shorter line is no command, whatever the next one begins with.
    this.verb = lineFeedAt - at < VERB_BYTES ? 0 : verbAt(input, at);
  }

  /** The line without its end. */
  text(): string {
    const hasCr = this.#lineFeedAt > this.#at && this.#input[this.#lineFeedAt - 1] === CR;
    return this.#input.toString('latin1', this.#at, hasCr ? this.#lineFeedAt - 1 : this.#lineFeedAt);
  }
}
