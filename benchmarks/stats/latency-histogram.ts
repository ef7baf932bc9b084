// Latencies in the bucket layout of HdrHistogram (Gil Tene, hdrhistogram.org) with three significant digits, in whole
// microseconds up to 71 minutes. One increment per value; hdr-histogram-js gives the same answers (tested) but
// needs four times as long for a value, and createHistogram of node:perf_hooks cannot be sent as data.
// Invariant: histograms are added, percentiles never.

const SUB_BUCKET_BITS = 11;
const HALF_BITS = SUB_BUCKET_BITS - 1;
const BUCKET_COUNT = 32 - SUB_BUCKET_BITS + 1;
const SLOT_COUNT = (BUCKET_COUNT + 1) << HALF_BITS;
export const MAX_TRACKED_US = 2 ** 32 - 1;

export interface LatencySummary {
  readonly count: number;
  readonly minUs: number;
  readonly meanUs: number;
  readonly p50Us: number;
  readonly p90Us: number;
  readonly p95Us: number;
  readonly p99Us: number;
  readonly p999Us: number;
  readonly maxUs: number;
}

/** Slot and how often it was hit, empty slots left out: the form that crosses threads and files. */
export interface EncodedHistogram {
  readonly slots: readonly number[];
  readonly counts: readonly number[];
  readonly count: number;
  readonly sumUs: number;
  readonly minUs: number;
  readonly maxUs: number;
}

export class LatencyHistogram {
  count = 0;
  sumUs = 0;
  minUs = 0;
  maxUs = 0;
  private counts = new Float64Array(0);

  record(latencyUs: number): void {
    const value =
      latencyUs >= MAX_TRACKED_US ? MAX_TRACKED_US : latencyUs > 0 ? Math.round(latencyUs) >>> 0 : 0;
    if (this.count === 0) this.reserve(value);
    const slot = slotOf(value);
    this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    this.count += 1;
    this.sumUs += value;
    if (value > this.maxUs) this.maxUs = value;
    if (value < this.minUs) this.minUs = value;
  }

  add(other: LatencyHistogram | EncodedHistogram): void {
    const encoded = other instanceof LatencyHistogram ? other.encode() : other;
    if (encoded.count === 0) return;
    if (this.count === 0) this.reserve(encoded.minUs);
    for (const [index, slot] of encoded.slots.entries()) {
      this.counts[slot] = (this.counts[slot] ?? 0) + (encoded.counts[index] ?? 0);
    }
    this.count += encoded.count;
    this.sumUs += encoded.sumUs;
    this.maxUs = Math.max(this.maxUs, encoded.maxUs);
    this.minUs = Math.min(this.minUs, encoded.minUs);
  }

  /** Largest value that is indistinguishable from the one at `percentile` (0 … 100), in µs; 0 when empty. */
  valueAtPercentile(percentile: number): number {
    if (this.count === 0) return 0;
    const wanted = Math.max(1, Math.ceil((Math.min(100, percentile) / 100) * this.count));
    let seen = 0;
    const last = slotOf(this.maxUs);
    for (let slot = slotOf(this.minUs); slot <= last; slot += 1) {
      seen += this.counts[slot] ?? 0;
      if (seen >= wanted) return Math.min(highestIn(slot), this.maxUs);
    }
    return this.maxUs;
  }

  summary(): LatencySummary {
    return {
      count: this.count,
      minUs: this.minUs,
      meanUs: this.count === 0 ? 0 : Math.round(this.sumUs / this.count),
      p50Us: this.valueAtPercentile(50),
      p90Us: this.valueAtPercentile(90),
      p95Us: this.valueAtPercentile(95),
      p99Us: this.valueAtPercentile(99),
      p999Us: this.valueAtPercentile(99.9),
      maxUs: this.maxUs,
    };
  }

  /** Values with their counts in rising order: what a picture of the distribution is drawn from. */
  *entries(): Generator<{ readonly valueUs: number; readonly count: number }> {
    if (this.count === 0) return;
    const last = slotOf(this.maxUs);
    for (let slot = slotOf(this.minUs); slot <= last; slot += 1) {
      const count = this.counts[slot] ?? 0;
      if (count > 0) yield { valueUs: highestIn(slot), count };
    }
  }

  encode(): EncodedHistogram {
    const slots: number[] = [];
    const counts: number[] = [];
    // Every value lies between the smallest and the largest; a walk over all slots would cost milliseconds a second.
    const last = this.count === 0 ? -1 : slotOf(this.maxUs);
    for (let slot = slotOf(this.minUs); slot <= last; slot += 1) {
      const count = this.counts[slot] ?? 0;
      if (count === 0) continue;
      slots.push(slot);
      counts.push(count);
    }
    return { slots, counts, count: this.count, sumUs: this.sumUs, minUs: this.minUs, maxUs: this.maxUs };
  }

  reset(): void {
    if (this.count === 0) return;
    this.counts.fill(0, slotOf(this.minUs), slotOf(this.maxUs) + 1);
    this.count = 0;
    this.sumUs = 0;
    this.minUs = 0;
    this.maxUs = 0;
  }

  // A run uses few of its histograms, so the slots come with the first value.
  private reserve(firstUs: number): void {
    this.minUs = firstUs;
    if (this.counts.length === 0) this.counts = new Float64Array(SLOT_COUNT);
  }
}

/** Sums what several threads measured. */
export function mergeHistograms(parts: readonly EncodedHistogram[]): LatencyHistogram {
  const sum = new LatencyHistogram();
  for (const part of parts) sum.add(part);
  return sum;
}

function slotOf(value: number): number {
  const bucket = Math.max(0, 32 - SUB_BUCKET_BITS - Math.clz32(value));
  return (bucket << HALF_BITS) + (value >>> bucket);
}

// Slots below 2048 are one value wide; each later group of 1024 slots is twice as wide as the one before.
function highestIn(slot: number): number {
  const bucket = Math.max(0, (slot >>> HALF_BITS) - 1);
  const subBucket = slot - (bucket << HALF_BITS);
  return (subBucket + 1) * 2 ** bucket - 1;
}

/** Width of the slot that holds a value: the most a reported percentile can be off. */
export function resolutionUs(valueUs: number): number {
  return 2 ** Math.max(0, 32 - SUB_BUCKET_BITS - Math.clz32(valueUs >>> 0));
}
