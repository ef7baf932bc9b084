import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsBetween } from '../../../../server/core/catalogue/age.ts';

test('a month counts only when its day has come again', () => {
  assert.equal(monthsBetween('2026-01-31', '2026-02-28'), 0);
  assert.equal(monthsBetween('2026-01-15', '2026-02-15'), 1);
  assert.equal(monthsBetween('2026-01-16', '2026-02-15'), 0);
});

test('a year has twelve months, across the turn of the year too', () => {
  assert.equal(monthsBetween('2025-11-23', '2026-11-23'), 12);
  assert.equal(monthsBetween('2025-12-31', '2026-01-01'), 0);
});

test('a source that names only a month or a year is taken to be as young as it can be', () => {
  assert.equal(monthsBetween('2026-10', '2026-11-23'), 0);
  assert.equal(monthsBetween('2026-10', '2026-11-30'), 0);
  assert.equal(monthsBetween('2026-10', '2026-12-01'), 1);
  assert.equal(monthsBetween('2025', '2026-11-23'), 10);
});
