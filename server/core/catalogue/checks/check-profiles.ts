// All named checks of a catalogue, over profiles whose shape the schema has accepted already.
// Invariant: every check runs on every profile; the first breach hides none of the others.

import type { FactVocabulary } from '../vocabulary.ts';
import type { Finding } from '../problem.ts';
import type { ProviderProfile } from '../provider.ts';
import { checkDates, checkPlans, checkRanges, checkStates } from './claim-checks.ts';
import { checkConflicts } from './conflict-checks.ts';
import { checkEvidenceAge, checkThinProfile } from './freshness-checks.ts';

/** `origin` tells profiles apart in messages; `fileName` is the name without folder and ending. */
export interface ProfileToCheck {
  readonly origin: string;
  readonly fileName: string;
  readonly profile: ProviderProfile;
}

export interface FoundInProfile {
  readonly origin: string;
  readonly finding: Finding;
}

/** Findings of every check, those about one profile first. `today` is an ISO 8601 day. */
export function checkProfiles(
  entries: readonly ProfileToCheck[],
  vocabulary: FactVocabulary,
  today: string,
): FoundInProfile[] {
  const single = entries.flatMap((entry) =>
    checkProfile(entry, today).map((finding) => ({ origin: entry.origin, finding })),
  );
  return [
    ...single,
    ...repeated(entries, ({ profile }) => profile.id, duplicateId),
    ...repeated(entries, planOfFamily, duplicatePlan),
    ...checkCoverage(entries, vocabulary),
  ];
}

function checkProfile({ fileName, profile }: ProfileToCheck, today: string): Finding[] {
  return [
    ...(profile.id === fileName ? [] : [idDiffers(profile.id, fileName)]),
    ...(RESERVED_IDS.has(profile.id) ? [reservedId(profile.id)] : []),
    ...checkStates(profile),
    ...checkRanges(profile),
    ...checkPlans(profile),
    ...checkDates(profile, today),
    ...checkConflicts(profile),
    ...checkEvidenceAge(profile, today),
    ...checkThinProfile(profile),
  ];
}

/** Pages below /options that are not options. */
const RESERVED_IDS: ReadonlySet<string> = new Set(['compare', 'coverage', 'data', 'facts']);

function reservedId(id: string): Finding {
  return { rule: 'reserved-id', path: ['id'], details: { id } };
}

function idDiffers(id: string, fileName: string): Finding {
  return { rule: 'id-differs-from-file-name', path: ['id'], details: { id, fileName } };
}

function planOfFamily({ profile }: ProfileToCheck): string | null {
  return profile.plan === undefined ? null : `${profile.family} ${profile.plan.id}`;
}

const duplicateId = ({ profile }: ProfileToCheck, other: string): Finding => ({
  rule: 'duplicate-id',
  path: ['id'],
  details: { id: profile.id, other },
});

const duplicatePlan = ({ profile }: ProfileToCheck, other: string): Finding => ({
  rule: 'duplicate-plan-in-family',
  path: ['plan', 'id'],
  details: { plan: profile.plan?.id ?? '', family: profile.family, other },
});

function repeated(
  entries: readonly ProfileToCheck[],
  keyOf: (entry: ProfileToCheck) => string | null,
  findingFor: (entry: ProfileToCheck, other: string) => Finding,
): FoundInProfile[] {
  const firstOrigin = new Map<string, string>();
  return entries.flatMap((entry): FoundInProfile[] => {
    const key = keyOf(entry);
    if (key === null) return [];
    const first = firstOrigin.get(key);
    if (first === undefined) {
      firstOrigin.set(key, entry.origin);
      return [];
    }
    return [{ origin: entry.origin, finding: findingFor(entry, first) }];
  });
}

/** Only a catalogue of some size can be asked to answer every fact. */
const MIN_PROFILES_FOR_COVERAGE = 10;

function checkCoverage(entries: readonly ProfileToCheck[], vocabulary: FactVocabulary): FoundInProfile[] {
  const first = entries[0];
  if (first === undefined || entries.length < MIN_PROFILES_FOR_COVERAGE) return [];
  return vocabulary.ids
    .filter(
      (id) => !entries.some(({ profile }) => ['known', 'range'].includes(profile.facts[id]?.state ?? '')),
    )
    .map((id) => ({
      origin: first.origin,
      finding: { rule: 'fact-nobody-knows', path: [], details: { fact: id } },
    }));
}
