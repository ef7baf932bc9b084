// Checks of single claims that a JSON Schema cannot express: dates against today, ends of a range, plans that exist.

import type { Finding, Path } from '../problem.ts';
import type { ProviderProfile } from '../provider.ts';

/** A claim as written in a file: any kind of fact. */
export interface WrittenFact {
  readonly state: string;
  readonly value?: unknown;
  readonly text?: unknown;
  readonly unlimited?: boolean;
  readonly min?: unknown;
  readonly max?: unknown;
  readonly plan?: string;
  readonly window?: string;
}

/** Keys of a claim that carry its content, and the states they may stand with. */
const STATES_OF_KEY: Readonly<Record<string, readonly string[]>> = {
  value: ['known'],
  text: ['known'],
  unlimited: ['known'],
  min: ['range'],
  max: ['range'],
};

/** Dates that say when something was read or stated. Ends of life may lie ahead. */
const PAST_DATE_KEYS: ReadonlySet<string> = new Set(['checkedOn', 'statedOn', 'asOf', 'until']);

export function writtenFacts(profile: ProviderProfile): [string, WrittenFact][] {
  return Object.entries(profile.facts);
}

export function checkStates(profile: ProviderProfile): Finding[] {
  return writtenFacts(profile).flatMap(([id, fact]) =>
    Object.entries(STATES_OF_KEY)
      .filter(([key, states]) => key in fact && !states.includes(fact.state))
      .map(([key]): Finding => ({
        rule: 'value-contradicts-state',
        path: ['facts', id, key],
        at: 'key',
        details: { state: fact.state, key },
      })),
  );
}

export function checkRanges(profile: ProviderProfile): Finding[] {
  return writtenFacts(profile).flatMap(([id, { min, max }]): Finding[] =>
    typeof min === 'number' && typeof max === 'number' && min > max
      ? [
          {
            rule: 'range-upside-down',
            path: ['facts', id, 'min'],
            details: { min: String(min), max: String(max) },
          },
        ]
      : [],
  );
}

export function checkPlans(profile: ProviderProfile): Finding[] {
  const declared = [
    ...(profile.plan ? [profile.plan.id] : []),
    ...(profile.otherPlans ?? []).map(({ id }) => id),
  ];
  return writtenFacts(profile).flatMap(([id, { plan }]): Finding[] =>
    plan === undefined || declared.includes(plan)
      ? []
      : [
          {
            rule: 'dead-plan',
            path: ['facts', id, 'plan'],
            details: { plan, declared: declared.join(', ') || '(none)' },
          },
        ],
  );
}

/** `today` is an ISO 8601 day. The day of a release counts as a past date too. */
export function checkDates(profile: ProviderProfile, today: string): Finding[] {
  const release = profile.facts.latestRelease?.value;
  const found: Finding[] = [];
  walk(profile, (path, value) => {
    const key = path.at(-1);
    if (typeof key !== 'string' || typeof value !== 'string') return;
    if (PAST_DATE_KEYS.has(key) && value > today) found.push(futureDate([...path], value));
  });
  if (release !== undefined && release > today) {
    found.push(futureDate(['facts', 'latestRelease', 'value'], release));
  }
  return found;
}

function futureDate(path: Path, date: string): Finding {
  return { rule: 'date-in-future', path, details: { date } };
}

/**
 * Calls `visit` for every leaf. The path is one array that grows and shrinks on the way: copy it to keep it.
 * Profiles are trees of a few levels, so recursion is safe.
 */
export function walk(
  value: unknown,
  visit: (path: Path, value: unknown) => void,
  path: (string | number)[] = [],
): void {
  if (typeof value !== 'object' || value === null) {
    visit(path, value);
    return;
  }
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    path.push(key);
    walk(item, visit, path);
    path.pop();
  }
}
