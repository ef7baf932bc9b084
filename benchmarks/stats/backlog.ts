// Does the backlog grow? A server that is offered more than it can do answers ever later, although every answer may still
// be good when the run ends.

export interface SeriesPoint {
  readonly atSec: number;
  readonly responseP99Us: number;
  readonly accepted: number;
}

const GROWTH_FACTOR = 2;
const GROWTH_US = 50_000;
const MIN_SECONDS = 4;

/** True when the last third of the run answers much later than the first, by factor and by amount. */
export function isBacklogGrowing(series: readonly SeriesPoint[]): boolean {
  const answered = series.filter((second) => second.accepted > 0);
  if (answered.length < MIN_SECONDS) return false;
  const third = Math.floor(answered.length / 3);
  const first = medianResponseUs(answered.slice(0, third));
  const last = medianResponseUs(answered.slice(-third));
  return last > GROWTH_FACTOR * first && last - first > GROWTH_US;
}

function medianResponseUs(series: readonly SeriesPoint[]): number {
  const sorted = series.map((second) => second.responseP99Us).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
