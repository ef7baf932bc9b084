// What went wrong so far in a run that goes on, over all its threads: counts by class, the first error of each kind with
// its transcript, and the limits of the server that those first errors give away.

import { ErrorTable } from '../stats/error-table.ts';
import type { ErrorCounts, ErrorRow } from '../stats/error-table.ts';
import type { Second } from '../stats/recorder.ts';
import { findPolicies } from '../stats/server-notices.ts';
import type { Notice } from '../stats/server-notices.ts';

export interface ErrorsSoFar {
  readonly count: number;
  readonly byClass: ErrorCounts;
  /** Kinds that were not there a second ago. */
  readonly fresh: readonly ErrorRow[];
  /** Limits that were not known a second ago. */
  readonly notices: readonly Notice[];
}

export class LiveErrors {
  // Several threads meet the same error first; one table keeps it from being told twice.
  private readonly kinds = new ErrorTable();
  private readonly toldNotices = new Set<string>();

  /** Takes the threads' accounts of one second. */
  take(parts: readonly Second[]): ErrorsSoFar {
    for (const part of parts) this.kinds.add(part.freshErrors);
    const fresh = this.kinds.takeFresh();
    return {
      count: parts.reduce((sum, part) => sum + part.errorCount, 0),
      byClass: sumByClass(parts),
      fresh,
      notices: this.newNotices(fresh),
    };
  }

  private newNotices(fresh: readonly ErrorRow[]): readonly Notice[] {
    // How many were met does not matter here: a notice names the limit, the verdict at the end weighs it.
    const found = findPolicies(fresh, Infinity).notices.filter(({ id }) => !this.toldNotices.has(id));
    for (const { id } of found) this.toldNotices.add(id);
    return found;
  }
}

function sumByClass(parts: readonly Second[]): ErrorCounts {
  const sums: { -readonly [Key in keyof ErrorCounts]: ErrorCounts[Key] } = {};
  for (const { errorsByClass } of parts) {
    for (const name of Object.keys(errorsByClass) as (keyof ErrorCounts)[]) {
      sums[name] = (sums[name] ?? 0) + (errorsByClass[name] ?? 0);
    }
  }
  return sums;
}
