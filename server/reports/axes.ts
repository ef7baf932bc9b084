// Axes of charts: round ticks that a reader can count with, and decades where a scale is logarithmic.

import type { Axis } from './report.generated.ts';

/** A linear axis from `min` to at least `max`, with about `wanted` ticks at 1, 2 or 5 times a power of ten. */
export function linearAxis(
  label: string,
  range: readonly [number, number],
  text: (value: number) => string,
  wanted = 5,
): Axis {
  const [min, wantedMax] = range;
  const span = wantedMax > min ? wantedMax - min : 1;
  const step = roundStep(span / wanted);
  const first = Math.floor(min / step);
  const last = Math.ceil((min + span) / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tickAt((first + index) * step, text));
  return { label, min: first * step, max: last * step, scale: 'linear', ticks };
}

/** A linear axis around the values alone, for marks whose place and not whose length counts. */
export function zoomedAxis(label: string, values: readonly number[], text: (value: number) => string): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = Math.max((high - low) * 0.08, 1);
  return linearAxis(label, [Math.max(0, low - margin), Math.min(100, high + margin)], text);
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = rough / power;
  if (factor <= 1) return power;
  if (factor <= 2) return 2 * power;
  return factor <= 5 ? 5 * power : 10 * power;
}

function tickAt(at: number, text: (value: number) => string): { at: number; text: string } {
  const exact = Number(at.toPrecision(12));
  return { at: exact, text: text(exact) };
}

/** A logarithmic axis over whole decades that hold every given value; values must be positive. */
export function decadeAxis(label: string, values: readonly number[], text: (value: number) => string): Axis {
  const lowest = Math.floor(Math.log10(Math.min(...values)));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...values))));
  const ticks = Array.from({ length: highest - lowest + 1 }, (_, index) =>
    tickAt(10 ** (lowest + index), text),
  );
  return { label, min: 10 ** lowest, max: 10 ** highest, scale: 'log', ticks };
}
