// Arrivals on disk: one line each, written before the message is acknowledged. A sink that is killed loses nothing that it
// acknowledged, and another process can read along. (The machine itself losing power is another matter: nothing is
// forced to the disk.)

import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { ArrivalLedger } from '../stats/ledger.ts';
import type { ArrivalLookup, LedgerEntry } from '../stats/ledger.ts';

const NO_TOKEN = '-';
const CHUNK_BYTES = 65_536;
const LF = 10;

/** Appends to a file; an existing one is continued. */
export class ArrivalJournal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'a+');
    // A killed predecessor may have left half a line.
    const content = readFileSync(path);
    if (content.length > 0 && content.at(-1) !== LF) writeSync(this.#file, '\n');
  }

  // oxlint-disable-next-line max-params -- the columns of a line
  append(token: string | null, isIntact: boolean, arrivalMs: number, recipients = 1): void {
    const state = isIntact ? 'whole' : 'damaged';
    writeSync(this.#file, `${arrivalMs.toFixed(3)} ${state} ${oneWord(token)} ${recipients}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** What a journal holds, read on from where the last look ended. The file may still be missing. */
export class JournalLedger implements ArrivalLookup {
  readonly ledger = new ArrivalLedger();
  readonly #path: string;
  #file: number | null = null;
  #position = 0;
  #carry = '';

  constructor(path: string) {
    this.#path = path;
  }

  lookUp(token: string): LedgerEntry | null {
    return this.ledger.lookUp(token);
  }

  refresh(): void {
    this.#file ??= openOrNull(this.#path);
    if (this.#file === null) return;
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (;;) {
      const length = readSync(this.#file, chunk, 0, CHUNK_BYTES, this.#position);
      if (length === 0) return;
      this.#position += length;
      this.#take(chunk.toString('latin1', 0, length));
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #take(text: string): void {
    const lines = (this.#carry + text).split('\n');
    this.#carry = lines.pop() ?? '';
    for (const line of lines) {
      // Journals of earlier versions name no number of recipients.
      const [, at, state, token, recipients = '1'] =
        /^(\d+(?:\.\d+)?) (whole|damaged) (\S+)(?: (\d{1,5}))?$/.exec(line) ?? [];
      if (token === undefined) continue;
      this.ledger.record(
        token === NO_TOKEN ? null : token,
        state === 'whole',
        Number(at),
        Number(recipients),
      );
    }
  }
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

// The token comes from outside: whatever could end the word or the line is taken out.
function oneWord(token: string | null): string {
  const word = (token ?? '').replace(/[^\x21-\x7e]+/g, '').slice(0, 100);
  return word === '' ? NO_TOKEN : word;
}
