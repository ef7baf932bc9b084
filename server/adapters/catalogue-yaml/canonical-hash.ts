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
  const members = value as Readonly<Record<string, unknown>>;
  let json = '';
  // The order of Array.prototype.sort without a function is the one by code unit.
  for (const key of Object.keys(members).sort()) {
    const item = members[key];
    if (item !== undefined) json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${json}}`;
}

/** Order by code unit: the same on every machine, unlike an order by language. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
