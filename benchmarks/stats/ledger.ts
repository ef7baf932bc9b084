// What arrived, by token. Invariant: an arrival is only ever added, and one that carries no token of ours is counted
// apart, so that a foreign or damaged message can never pass for a delivered one.

import { formatToken, parseToken, streamOf } from '../mail/token.ts';

const CHUNK_SEQUENCES = 4096;
/**
 * Bounds the memory that a hostile sender can claim by inventing tokens far apart: 58 MB and 56 bytes for each message
 * it sends. Honest runs fill their chunks and stay far below.
 */
const FREE_CHUNKS = 1024;
const ARRIVALS_PER_MORE_CHUNK = 1024;

interface Chunk {
  readonly arrivals: Uint16Array;
  readonly copies: Uint16Array;
  readonly damaged: Uint16Array;
  readonly firstArrivalMs: Float64Array;
}

export interface LedgerEntry {
  readonly token: string;
  readonly arrivals: number;
  /** For how many recipients it came, over all arrivals: a relay may send one message in several parts. */
  readonly copies: number;
  readonly damagedArrivals: number;
  readonly firstArrivalMs: number;
}

export interface ArrivalLookup {
  /** What is known of one token, or null when it never arrived. */
  lookUp(token: string): LedgerEntry | null;
  /** Looks for what came since the last call, where arrivals do not announce themselves. */
  refresh?(): unknown;
}

/** Arrivals of one sink or one set of mailboxes; times in milliseconds since 1970. */
export class ArrivalLedger implements ArrivalLookup {
  readonly #chunks = new Map<string, Chunk>();
  #lastKey = '';
  #lastChunk: Chunk | null = null;
  #arrivals = 0;
  /** Messages without a readable token of ours. */
  foreignArrivals = 0;

  /** `token` is the text of the token header as it came, or null when there was none. */
  // oxlint-disable-next-line max-params -- a message each, a hundred thousand times a second
  record(token: string | null, isIntact: boolean, arrivalMs: number, recipients = 1): void {
    this.#arrivals += 1;
    const parsed = token === null ? null : parseToken(token);
    const chunk =
      parsed === null ? null : this.#chunkFor(streamOf(parsed.runId, parsed.worker), parsed.sequence, true);
    if (parsed === null || chunk === null) {
      this.foreignArrivals += 1;
      return;
    }
    const slot = parsed.sequence % CHUNK_SEQUENCES;
    if ((chunk.arrivals[slot] ?? 0) === 0) chunk.firstArrivalMs[slot] = arrivalMs;
    add(chunk.arrivals, slot, 1);
    add(chunk.copies, slot, recipients);
    if (!isIntact) add(chunk.damaged, slot, 1);
  }

  lookUp(token: string): LedgerEntry | null {
    const parsed = parseToken(token);
    if (parsed === null) return null;
    const chunk = this.#chunkFor(streamOf(parsed.runId, parsed.worker), parsed.sequence, false);
    const slot = parsed.sequence % CHUNK_SEQUENCES;
    return chunk === null || (chunk.arrivals[slot] ?? 0) === 0 ? null : entryOf(token, chunk, slot);
  }

  /** Every token that arrived, in no particular order of streams. */
  *entries(): Generator<LedgerEntry> {
    for (const [key, chunk] of this.#chunks) {
      const [runId = '', worker = '', index = ''] = key.split('/');
      for (let slot = 0; slot < CHUNK_SEQUENCES; slot += 1) {
        if ((chunk.arrivals[slot] ?? 0) === 0) continue;
        const sequence = Number(index) * CHUNK_SEQUENCES + slot;
        yield entryOf(formatToken({ runId, worker: Number(worker), sequence }), chunk, slot);
      }
    }
  }

  #chunksAllowed(): number {
    return FREE_CHUNKS + this.#arrivals / ARRIVALS_PER_MORE_CHUNK;
  }

  #chunkFor(stream: string, sequence: number, mayCreate: boolean): Chunk | null {
    const key = `${stream}/${Math.floor(sequence / CHUNK_SEQUENCES)}`;
    if (key === this.#lastKey) return this.#lastChunk;
    let chunk = this.#chunks.get(key) ?? null;
    if (chunk === null && mayCreate && this.#chunks.size < this.#chunksAllowed()) {
      chunk = emptyChunk();
      this.#chunks.set(key, chunk);
    }
    if (chunk !== null) {
      this.#lastKey = key;
      this.#lastChunk = chunk;
    }
    return chunk;
  }
}

// Beyond its width a count stands still.
function add(counts: Uint16Array, slot: number, more: number): void {
  counts[slot] = Math.min(65_535, (counts[slot] ?? 0) + more);
}

function emptyChunk(): Chunk {
  return {
    arrivals: new Uint16Array(CHUNK_SEQUENCES),
    copies: new Uint16Array(CHUNK_SEQUENCES),
    damaged: new Uint16Array(CHUNK_SEQUENCES),
    firstArrivalMs: new Float64Array(CHUNK_SEQUENCES),
  };
}

function entryOf(token: string, chunk: Chunk, slot: number): LedgerEntry {
  return {
    token,
    arrivals: chunk.arrivals[slot] ?? 0,
    copies: chunk.copies[slot] ?? 0,
    damagedArrivals: chunk.damaged[slot] ?? 0,
    firstArrivalMs: chunk.firstArrivalMs[slot] ?? 0,
  };
}
