// Finds the highest rate that keeps a service-level objective: doubling until it fails, halving the bracket with short
// trials, then full-length trials at both ends (after MLRsearch of FD.io CSIT and its drafts in the IETF's BMWG).
// Pure: it says which trial to run next and takes the verdict. Invariant: a bound that is reported was confirmed at full
// length, or says that it was not.

export interface SearchOptions {
  readonly startRatePerSec: number;
  readonly maxRatePerSec: number;
  /** The search ends when upper and lower bound are this close: 0.05 is 5 %. */
  readonly resolution: number;
  readonly maxTrials: number;
}

export interface Trial {
  readonly ratePerSec: number;
  readonly length: 'short' | 'full';
}

/** `unfit`: the trial says nothing about the server, because its policy or the generator was the limit. */
export type TrialVerdict = 'pass' | 'fail' | 'unfit';

export interface Bracket {
  /** Highest rate that passed at full length; 0 when none did. */
  readonly lowerRatePerSec: number;
  /** Lowest rate that failed; null when none did. */
  readonly upperRatePerSec: number | null;
  readonly isUpperConfirmed: boolean;
  readonly end: 'found' | 'ceilingReached' | 'nothingPassed' | 'unfit' | 'trialsUsedUp';
}

const MIN_RATE_PER_SEC = 0.5;

export class CapacitySearch {
  private readonly options: SearchOptions;
  private readonly passedShort: number[] = [];
  private readonly passedFull: number[] = [];
  private readonly failedShort: number[] = [];
  private readonly failedFull: number[] = [];
  private trialCount = 0;
  private isUnfit = false;

  constructor(options: SearchOptions) {
    this.options = options;
  }

  /** The next trial, or null when the search is over. */
  next(): Trial | null {
    if (this.isUnfit || this.trialCount >= this.options.maxTrials) return null;
    const lower = this.lower();
    const upper = this.upper();
    if (upper === null) return this.climb(lower);
    if (lower === 0) return this.descend(upper);
    if (upper / lower > 1 + this.options.resolution)
      return { ratePerSec: Math.sqrt(lower * upper), length: 'short' };
    return this.confirm(lower, upper);
  }

  take(trial: Trial, verdict: TrialVerdict): void {
    this.trialCount += 1;
    if (verdict === 'unfit') {
      this.isUnfit = true;
      return;
    }
    if (trial.length === 'short')
      (verdict === 'pass' ? this.passedShort : this.failedShort).push(trial.ratePerSec);
    else if (verdict === 'pass') this.passedFull.push(trial.ratePerSec);
    else this.failFull(trial.ratePerSec);
  }

  bracket(): Bracket {
    const upper = this.upper();
    return {
      lowerRatePerSec: Math.max(0, ...this.passedFull),
      upperRatePerSec: upper,
      isUpperConfirmed: upper !== null && this.failedFull.includes(upper),
      end: this.end(upper),
    };
  }

  private end(upper: number | null): Bracket['end'] {
    if (this.isUnfit) return 'unfit';
    if (this.passedFull.length === 0 && upper !== null && upper <= MIN_RATE_PER_SEC * 2)
      return 'nothingPassed';
    if (this.trialCount >= this.options.maxTrials && this.next() === null) return 'trialsUsedUp';
    return upper === null ? 'ceilingReached' : 'found';
  }

  // What failed at full length also refutes what passed at that rate and above.
  private failFull(ratePerSec: number): void {
    this.failedFull.push(ratePerSec);
    for (const passes of [this.passedShort, this.passedFull]) {
      passes.push(...passes.splice(0).filter((passed) => passed < ratePerSec));
    }
  }

  private lower(): number {
    return Math.max(0, ...this.passedShort, ...this.passedFull);
  }

  // A full-length pass outweighs a short failure at or below it.
  private upper(): number | null {
    const confirmed = Math.max(0, ...this.passedFull);
    const failed = [...this.failedFull, ...this.failedShort.filter((rate) => rate > confirmed)];
    return failed.length === 0 ? null : Math.min(...failed);
  }

  private climb(lower: number): Trial | null {
    const { startRatePerSec, maxRatePerSec } = this.options;
    if (lower >= maxRatePerSec) {
      return this.passedFull.includes(lower) ? null : { ratePerSec: lower, length: 'full' };
    }
    return {
      ratePerSec: Math.min(maxRatePerSec, lower === 0 ? startRatePerSec : lower * 2),
      length: 'short',
    };
  }

  private descend(upper: number): Trial | null {
    return upper <= MIN_RATE_PER_SEC ? null : { ratePerSec: upper / 2, length: 'short' };
  }

  private confirm(lower: number, upper: number): Trial | null {
    if (!this.passedFull.includes(lower)) return { ratePerSec: lower, length: 'full' };
    return this.failedFull.includes(upper) ? null : { ratePerSec: upper, length: 'full' };
  }
}
