// Everything that went wrong, counted by phase, reply code, enhanced code and class, with one sample of each.
// Invariant: rows of different causes never merge, and the table stays small however many different texts a server sends.

import { phaseName } from '../protocol/phases.ts';
import type { Phase } from '../protocol/phases.ts';
import { enhancedCodeOf, printable, replyTemplate } from '../protocol/reply.ts';
import type { Failure } from '../protocol/session-state.ts';
import { classifyFailure } from './error-class.ts';
import type { ErrorClass } from './error-class.ts';

export interface ErrorRow {
  readonly phase: Phase | 'idle';
  readonly replyCode: number | null;
  readonly enhancedCode: string | null;
  readonly class: ErrorClass;
  readonly count: number;
  /** What the first of them said, without control characters. */
  readonly sample: string;
  /** Since the start of the measurement; negative during the warm-up. */
  readonly firstSeenSec: number;
  readonly lastSeenSec: number;
  /** What was said about the first message it happened to. */
  readonly transcript?: readonly string[];
}

/** Errors of each class; a class that did not occur is left out. */
export type ErrorCounts = Readonly<Partial<Record<ErrorClass, number>>>;

const MAX_ROWS = 200;
const MAX_SAMPLE_CHARACTERS = 300;

export class ErrorTable {
  total = 0;
  private readonly rowsByKey = new Map<string, { -readonly [Key in keyof ErrorRow]: ErrorRow[Key] }>();
  private fresh: string[] = [];
  /** Failures with exactly this text were classified before. */
  private readonly keysByText = new Map<string, string>();

  /** `tellTranscript` is asked only when the error is the first of its kind. */
  record(
    failure: Failure,
    atSec: number,
    tellTranscript: (() => readonly string[]) | null = null,
  ): ErrorClass {
    const row = makeRow(failure, atSec);
    const key = `${keyOf(row)}|${this.templateOf(failure)}`;
    const isNew = tellTranscript !== null && !this.rowsByKey.has(key);
    this.addRow(isNew ? { ...row, transcript: tellTranscript() } : row, key);
    return row.class;
  }

  add(rows: readonly ErrorRow[]): void {
    for (const row of rows) this.addRow(row, `${keyOf(row)}|${templateOfSample(row)}`);
  }

  rows(): ErrorRow[] {
    return [...this.rowsByKey.values()].sort((a, b) => b.count - a.count);
  }

  /** Rows that came up since the last call, as they stand now: the first error of each kind. */
  takeFresh(): ErrorRow[] {
    const keys = this.fresh;
    this.fresh = [];
    return keys.flatMap((key) => {
      const row = this.rowsByKey.get(key);
      return row === undefined ? [] : [{ ...row }];
    });
  }

  countsByClass(): ErrorCounts {
    const counts: Partial<Record<ErrorClass, number>> = {};
    for (const row of this.rowsByKey.values()) counts[row.class] = (counts[row.class] ?? 0) + row.count;
    return counts;
  }

  countOf(...classes: readonly ErrorClass[]): number {
    return this.rows()
      .filter((row) => classes.includes(row.class))
      .reduce((sum, row) => sum + row.count, 0);
  }

  private addRow(row: ErrorRow, fullKey: string): void {
    this.total += row.count;
    const key = this.rowsByKey.size < MAX_ROWS || this.rowsByKey.has(fullKey) ? fullKey : keyOf(row);
    const known = this.rowsByKey.get(key);
    if (known === undefined) {
      this.rowsByKey.set(key, { ...row });
      this.fresh.push(key);
      return;
    }
    known.count += row.count;
    known.firstSeenSec = Math.min(known.firstSeenSec, row.firstSeenSec);
    known.lastSeenSec = Math.max(known.lastSeenSec, row.lastSeenSec);
  }

  private templateOf(failure: Failure): string {
    const known = this.keysByText.get(failure.text);
    if (known !== undefined) return known;
    const template =
      failure.cause === 'reply' ? replyTemplate(failure.text) : printable(failure.text).slice(0, 100);
    if (this.keysByText.size < MAX_ROWS) this.keysByText.set(failure.text, template);
    return template;
  }
}

function makeRow(failure: Failure, atSec: number): ErrorRow {
  return {
    phase: failure.phase < 0 ? 'idle' : phaseName(failure.phase),
    replyCode: failure.replyCode,
    enhancedCode: failure.replyCode === null ? null : enhancedCodeOf(failure.text),
    class: classifyFailure(failure),
    count: 1,
    sample: printable(failure.text).slice(0, MAX_SAMPLE_CHARACTERS),
    firstSeenSec: atSec,
    lastSeenSec: atSec,
  };
}

// A sample is printable text, so several lines of a reply have become one; its code is still in front.
function templateOfSample(row: ErrorRow): string {
  return row.replyCode === null ? row.sample.slice(0, 100) : replyTemplate(row.sample);
}

function keyOf(row: ErrorRow): string {
  return `${row.phase}|${row.replyCode}|${row.enhancedCode}|${row.class}`;
}
