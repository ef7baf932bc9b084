// Ages of evidence in whole months, from ISO 8601 days. A source that names only a month or a year counts by its last day.

/** Whole months from one ISO 8601 date (day, month or year) to a later one; negative when it lies after. */
export function monthsBetween(from: string, to: string): number {
  const start = lastDayOf(from);
  const end = lastDayOf(to);
  return (end.year - start.year) * 12 + (end.month - start.month) - (end.day < start.day ? 1 : 0);
}

function lastDayOf(date: string): { year: number; month: number; day: number } {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  // Day 0 of the next month is the last day of this one.
  return { year, month, day: day ?? new Date(Date.UTC(year, month, 0)).getUTCDate() };
}
