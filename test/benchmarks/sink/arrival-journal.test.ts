import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { observeArrivals, runLoad, startSink } from '../../../benchmarks/index.ts';
import { ArrivalJournal, JournalLedger } from '../../../benchmarks/sink/arrival-journal.ts';

function journalPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'mailfit-journal-')), 'arrivals.log');
}

const TOKEN = '7f3a9c21/03/000000042';

test('what was written is read again, also line by line as it comes', () => {
  const path = journalPath();
  const reader = new JournalLedger(path);
  reader.refresh();
  const journal = new ArrivalJournal(path);
  journal.append(TOKEN, true, 1000.5);
  reader.refresh();
  journal.append(TOKEN, false, 1001);
  journal.append(null, true, 1002);
  reader.refresh();
  journal.close();

  assert.deepEqual(reader.lookUp(TOKEN), {
    token: TOKEN,
    arrivals: 2,
    copies: 2,
    damagedArrivals: 1,
    firstArrivalMs: 1000.5,
  });
  assert.equal(reader.ledger.foreignArrivals, 1);
  reader.close();
});

test('half a line that a killed sink left behind spoils nothing that comes after it', () => {
  const path = journalPath();
  appendFileSync(path, `1000.000 whole ${TOKEN}\n1001.000 who`);
  const journal = new ArrivalJournal(path);
  journal.append('7f3a9c21/03/000000043', true, 1002);
  journal.close();
  const reader = new JournalLedger(path);
  reader.refresh();
  reader.close();

  assert.deepEqual(
    [...reader.ledger.entries()].map(({ token }) => token.slice(-2)),
    ['42', '43'],
  );
});

test('a token that would end the line or pretend to be another word is one word', () => {
  const path = journalPath();
  const journal = new ArrivalJournal(path);
  journal.append(`x\n1.000 whole ${TOKEN}\n`, true, 1000);
  journal.close();
  const reader = new JournalLedger(path);
  reader.refresh();
  reader.close();

  assert.equal(reader.lookUp(TOKEN), null);
  assert.equal(reader.ledger.foreignArrivals, 1);
});

/** A sink in a process of its own that can be killed. */
async function startSinkProcess(journal: string): Promise<{ port: number; kill(): Promise<void> }> {
  const script = `
    import { startSink } from ${JSON.stringify(resolve('benchmarks/sink/start-sink.ts'))};
    const sink = await startSink({ kind: 'null', journalFile: ${JSON.stringify(journal)} });
    process.stdout.write(String(sink.port));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((found) =>
    child.stdout.once('data', (text: Buffer) => found(Number(text.toString()))),
  );
  const ended = new Promise((done) => child.once('close', done));
  return {
    port,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

test('a sink killed under load has every message that it acknowledged in its journal, and its successor knows them', async () => {
  const journal = journalPath();
  let accepted = 0;
  for (const killAfterBytes of [1, 20_000, 60_000]) {
    const sink = await startSinkProcess(journal);
    const observed = await observeArrivals({ journal });
    assert.ok(observed !== null);
    const bytesBefore = statSync(journal).size;
    const stop = new AbortController();
    const watch = setInterval(() => {
      if (statSync(journal).size - bytesBefore < killAfterBytes) return;
      clearInterval(watch);
      void sink.kill().then(() => setTimeout(() => stop.abort(), 300));
    }, 5);

    const result = await runLoad(
      {
        target: `smtp://127.0.0.1:${sink.port}`,
        load: { model: 'closed', sessions: 4, messages: 100_000 },
        session: { reconnectDelayMs: 1 },
      },
      {
        onEvent: () => undefined,
        signal: stop.signal,
        ledger: observed.ledger,
        settleMs: 100,
      },
    );
    await observed.close();

    assert.ok(!('refused' in result));
    accepted += result.messages.accepted;
    assert.equal(result.ledger.lost, 0, JSON.stringify(result.ledger));
  }
  // The first kill may come before the first acknowledgement.
  assert.ok(accepted > 0);
  const successor = await startSink({ kind: 'null', journalFile: journal });
  const before = [...successor.ledger().entries()].length;
  await successor.close();

  assert.ok(before > 3);
});

test('what arrives later than asked counts as late', async () => {
  const journal = journalPath();
  const writer = new ArrivalJournal(journal);
  const sink = await startSink({ kind: 'null' });
  const observed = await observeArrivals({ journal });
  assert.ok(observed !== null);
  // Passes arrivals on to the journal ten seconds after they came, by its clock.
  const forward = setInterval(() => {
    for (const entry of sink.ledger().entries()) {
      if (observed.ledger.lookUp(entry.token) === null)
        writer.append(entry.token, true, entry.firstArrivalMs + 10_000);
    }
    observed.ledger.refresh?.();
  }, 50);

  const result = await runLoad(
    { target: `smtp://127.0.0.1:${sink.port}`, load: { model: 'closed', sessions: 1, messages: 20 } },
    { onEvent: () => undefined, ledger: observed.ledger, lateAfterMs: 5000 },
  );
  clearInterval(forward);
  await observed.close();
  await sink.close();
  writer.close();

  assert.ok(!('refused' in result));
  assert.deepEqual(
    [result.ledger.lost, result.ledger.late, result.ledger.lateAfterMs],
    [0, 20, 5000],
    JSON.stringify(result.ledger),
  );
});
