// Arrivals behind a relay: reads the Maildirs that it delivers into (https://cr.yp.to/proto/maildir.html).
// Only new/ and cur/ are read: what lies in tmp/ has not arrived yet. The time of arrival is that of the file.

import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toCrlf } from '../mail/wire-form.ts';
import { ArrivalLedger } from '../stats/ledger.ts';
import { checkMessage } from './message-check.ts';

export class MaildirLedger {
  readonly ledger = new ArrivalLedger();
  readonly #folders: readonly string[];
  readonly #seen = new Set<string>();
  #running: Promise<number> = Promise.resolve(0);

  /** `maildirs` are folders with new/ and cur/ in them; they may still be missing. */
  constructor(maildirs: readonly string[]) {
    this.#folders = maildirs.flatMap((folder) => [join(folder, 'new'), join(folder, 'cur')]);
  }

  /**
   * Enters what came since the last call; returns how many messages have arrived in all.
   * Calls that overlap wait for each other, or one message would be entered twice.
   */
  refresh(): Promise<number> {
    this.#running = this.#running.then(() => this.#readAll());
    return this.#running;
  }

  async #readAll(): Promise<number> {
    for (const folder of this.#folders) {
      for (const name of await namesIn(folder)) {
        // A reader that moves a message to cur/ appends flags after a colon; the rest of the name stays.
        const uniqueName = name.split(':')[0] ?? name;
        if (this.#seen.has(uniqueName)) continue;
        await this.#enter(join(folder, name), uniqueName);
      }
    }
    return this.#seen.size;
  }

  async #enter(path: string, uniqueName: string): Promise<void> {
    const file = await Promise.all([readFile(path), stat(path)]).catch(() => null);
    // Moved between listing and reading: the next call finds it under its new name.
    if (file === null) return;
    const [content, { mtimeMs }] = file;
    this.#seen.add(uniqueName);
    const { token, isIntact } = checkMessage(Buffer.from(toCrlf(content)), true);
    this.ledger.record(token, isIntact, mtimeMs);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
