// Warnings about evidence: read too long ago, or too little of it.

import { monthsBetween } from '../age.ts';
import type { Finding } from '../problem.ts';
import type { ProviderProfile } from '../provider.ts';
import { walk, writtenFacts } from './claim-checks.ts';

/** Prices and limits of cloud services change about once a year, so a source is read again after that. */
export const RECHECK_AFTER_MONTHS = 12;
export const MIN_SOURCED_FACTS = 15;

/** `today` is an ISO 8601 day. */
export function checkEvidenceAge(profile: ProviderProfile, today: string): Finding[] {
  const found: Finding[] = [];
  walk(profile, (path, value) => {
    if (path.at(-1) !== 'checkedOn' || typeof value !== 'string' || path.includes('history')) return;
    const ageMonths = monthsBetween(value, today);
    if (ageMonths > RECHECK_AFTER_MONTHS) {
      found.push({ rule: 'evidence-too-old', path: [...path], details: { ageMonths: String(ageMonths) } });
    }
  });
  return found;
}

export function checkThinProfile(profile: ProviderProfile): Finding[] {
  const sourced = writtenFacts(profile).filter(
    ([, { state }]) => state === 'known' || state === 'range',
  ).length;
  return sourced >= MIN_SOURCED_FACTS
    ? []
    : [
        {
          rule: 'thin-profile',
          path: ['facts'],
          at: 'key',
          details: { count: String(sourced), wanted: String(MIN_SOURCED_FACTS) },
        },
      ];
}
