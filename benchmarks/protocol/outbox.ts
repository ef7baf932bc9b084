// Bytes of one flight. Everything that may go out together is gathered here, so that the socket is written once:
// two small writes in a row are what makes Nagle's algorithm and delayed acknowledgements stall a sender.

/** A part this large is sent from where it lies instead of being copied. */
const REFER_FROM_BYTES = 16_384;
const FIRST_CAPACITY = 65_536;

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
  private readonly referred: Uint8Array[] = [];

  private readonly allocate: (sizeBytes: number) => Uint8Array;

  constructor(allocate: (sizeBytes: number) => Uint8Array = (sizeBytes) => new Uint8Array(sizeBytes)) {
    this.allocate = allocate;
    this.bytes = allocate(FIRST_CAPACITY);
  }

  get isEmpty(): boolean {
    return this.length === this.flightStart && this.referred.length === 0;
  }

  /** Copies `part` into the flight and returns where it lies, so that a few bytes can be stamped there. */
  copy(part: Uint8Array): number {
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
    this.referred.length = 0;
    this.length = this.flightStart;
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
