// The report model itself as canonical JSON: keys sorted, two spaces, one final line feed.
// Invariant: reading the text back and rendering it again gives the same bytes.

import type { TextFormat } from './format.ts';

export const jsonFormat: TextFormat = {
  id: 'json',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  render: (report) => `${JSON.stringify(sortedKeys(report), null, 2)}\n`,
};

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}
