// Bytes of one flight. Everything that may go out together is gathered here, so that the socket is written once:
// two small writes in a row are what makes Nagle's algorithm and delayed acknowledgements stall a sender.

/** A part this large is sent from where it lies instead of being copied. */
const REFER_FROM_BYTES = 16_384;
const FIRST_CAPACITY = 65_536;
const encoder = new TextEncoder();

export interface FlightWriter {
  /** Takes the bytes; they must stay untouched afterwards. `isLast` closes the flight. */
  write(bytes: Uint8Array, isLast: boolean): void;
}

export class Outbox {
  /** Gathered bytes; those before `flightStart` belong to earlier flights. */
  bytes: Uint8Array;
  length = 0;
  private flightStart = 0;
  private keptUntil = 0;
  /** The only part of the flight so far, when it is one that nobody changes: it goes out without a copy. */
  private lone: Uint8Array | null = null;
  private readonly lines = new Map<string, Uint8Array>();
  private readonly referred: Uint8Array[] = [];

  private readonly allocate: (sizeBytes: number) => Uint8Array;

  constructor(allocate: (sizeBytes: number) => Uint8Array = (sizeBytes) => new Uint8Array(sizeBytes)) {
    this.allocate = allocate;
    this.bytes = allocate(FIRST_CAPACITY);
  }

  get isEmpty(): boolean {
    return this.lone === null && this.length === this.flightStart && this.referred.length === 0;
  }

  /** Adds bytes that stay as they are for ever. */
  addConstant(part: Uint8Array): void {
    if (this.isEmpty) this.lone = part;
    else this.copy(part);
  }

  /** Adds one of the few lines that every session sends; it is made once. No line with a secret or a number in it. */
  addLine(line: string): void {
    let bytes = this.lines.get(line);
    if (bytes === undefined) {
      const encoded = encoder.encode(`${line}\r\n`);
      bytes = this.allocate(encoded.length);
      bytes.set(encoded);
      this.lines.set(line, bytes);
    }
    this.addConstant(bytes);
  }

  /** Copies `part` into the flight and returns where it lies, so that a few bytes can be stamped there. */
  copy(part: Uint8Array): number {
    if (this.lone !== null) this.copyLone(this.lone);
    this.reserve(part.length);
    const offset = this.length;
    this.bytes.set(part, offset);
    this.length += part.length;
    return offset;
  }

  /**
   * Adds a message of which only the first `headBytes` are changed by the caller afterwards.
   * Returns where the head lies in `bytes`.
   */
  addMessage(message: Uint8Array, headBytes: number): number {
    if (message.length < REFER_FROM_BYTES) return this.copy(message);
    const offset = this.copy(message.subarray(0, headBytes));
    this.closePart();
    this.referred.push(message.subarray(headBytes));
    return offset;
  }

  /** Hands the flight over. Afterwards the outbox is empty. */
  flush(writer: FlightWriter): void {
    const { lone } = this;
    if (lone !== null) {
      this.lone = null;
      writer.write(lone, true);
      return;
    }
    if (this.referred.length > 0) this.closePart();
    for (const [index, part] of this.referred.entries()) {
      writer.write(part, index === this.referred.length - 1);
    }
    const isPlain = this.referred.length === 0 && this.length > this.flightStart;
    if (isPlain) writer.write(this.bytes.subarray(this.flightStart, this.length), true);
    this.referred.length = 0;
    this.flightStart = this.length;
  }

  /** Call when the last flight has left the process: its bytes may be written over. */
  reuse(): void {
    this.length = this.keptUntil;
    this.flightStart = this.keptUntil;
  }

  /** Call when the last flight still waits in the process: its bytes stay as they are. */
  keep(): void {
    this.keptUntil = this.length;
  }

  discard(): void {
    this.lone = null;
    this.referred.length = 0;
    this.length = this.flightStart;
  }

  private copyLone(lone: Uint8Array): void {
    this.lone = null;
    this.copy(lone);
  }

  private closePart(): void {
    if (this.length > this.flightStart)
      this.referred.push(this.bytes.subarray(this.flightStart, this.length));
    this.flightStart = this.length;
  }

  private reserve(sizeBytes: number): void {
    if (this.length + sizeBytes <= this.bytes.length) return;
    const pending = this.bytes.subarray(this.flightStart, this.length);
    this.bytes = this.allocate(Math.max(FIRST_CAPACITY, pending.length + sizeBytes));
    this.bytes.set(pending);
    this.length = pending.length;
    this.flightStart = 0;
    this.keptUntil = 0;
  }
}
