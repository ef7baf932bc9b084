// A hash of what the catalogue says, blind to file order, key order, comments and layout.

import { createHash } from 'node:crypto';
import type { ProviderProfile } from '../../core/catalogue/provider.ts';

/** SHA-256 in hexadecimal over the profiles in order of id, keys sorted. */
export function catalogueHash(profiles: readonly ProviderProfile[]): string {
  const hash = createHash('sha256');
  for (const profile of profiles.toSorted((left, right) => compareText(left.id, right.id))) {
    hash.update(canonicalJson(profile)).update('\n');
  }
  return hash.digest('hex');
}

/** JSON with the keys of every object in code unit order, so that layout and key order do not count. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([left], [right]) => compareText(left, right));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** Order by code unit: the same on every machine, unlike an order by language. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
