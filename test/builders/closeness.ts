import assert from 'node:assert/strict';
import type { Json } from './known-answers.ts';

/** Compares every figure of `expected` with the same place of `actual`; further fields of `actual` do not count. */
export function assertFigures(
  actual: unknown,
  expected: Json,
  isClose: (a: number, b: number) => boolean,
): void {
  compare(actual, expected, isClose, 'result');
}

export function withinRelative(tolerance: number): (a: number, b: number) => boolean {
  return (a, b) => Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-300);
}

export function withinAbsolute(tolerance: number): (a: number, b: number) => boolean {
  return (a, b) => Math.abs(a - b) <= tolerance * (1 + 1e-12);
}

function compare(
  actual: unknown,
  expected: Json,
  isClose: (a: number, b: number) => boolean,
  place: string,
): void {
  if (typeof expected === 'number') {
    assert.ok(
      typeof actual === 'number' && isClose(actual, expected),
      `${place}: ${String(actual)} is not ${expected}`,
    );
    return;
  }
  if (typeof expected !== 'object' || expected === null) {
    assert.deepEqual(actual, expected, place);
    return;
  }
  assert.ok(typeof actual === 'object' && actual !== null, `${place} is missing`);
  if (Array.isArray(expected)) assert.equal((actual as unknown[]).length, expected.length, `${place}.length`);
  for (const [key, value] of Object.entries(expected as { [key: string]: Json })) {
    compare((actual as Record<string, unknown>)[key], value, isClose, `${place}.${key}`);
  }
}
