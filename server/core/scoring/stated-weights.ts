// The weights that an answers file states beside its answers: one person's under `weights`, several people's under `people`.

import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { Outcome, Problem } from '../text/problem.ts';
import { notNamedPeople, weightsOrPeople } from './preference-problems.ts';
import type { Preferences } from './preferences.ts';
import { parsePreferences } from './preferences.ts';
import type { Person } from './weighed-evaluation.ts';

export interface StatedWeights {
  readonly preferences?: Preferences;
  readonly people?: readonly Person[];
}

/** More would be a survey, and each costs an evaluation. */
export const MAX_PEOPLE = 50;

/** @param raw the whole answers file; without the two keys nothing is stated and the answers give the weights */
export function parseStatedWeights(raw: unknown, model: DecisionModel): Outcome<StatedWeights> {
  const { weights, people } = fieldsOf(raw);
  if (weights !== undefined && people !== undefined)
    return { ok: false, problems: [weightsOrPeople('weights')] };
  if (people !== undefined) return parsePeople(people, model);
  if (weights === undefined) return { ok: true, value: {} };
  const parsed = parsePreferences(weights, model);
  return parsed.ok ? { ok: true, value: { preferences: parsed.value } } : placed('weights', parsed.problems);
}

function parsePeople(raw: unknown, model: DecisionModel): Outcome<StatedWeights> {
  const entries = Object.entries(fieldsOf(raw));
  if (entries.length === 0 || entries.length > MAX_PEOPLE)
    return { ok: false, problems: [notNamedPeople('people')] };
  const people: Person[] = [];
  const problems: Problem[] = [];
  for (const [name, stated] of entries) {
    const parsed = parsePreferences(stated, model);
    if (parsed.ok) people.push({ name, preferences: parsed.value });
    else problems.push(...placed(`people.${name}`, parsed.problems).problems);
  }
  return problems.length === 0 ? { ok: true, value: { people } } : { ok: false, problems };
}

function placed(
  prefix: string,
  problems: readonly Problem[],
): { readonly ok: false; readonly problems: readonly Problem[] } {
  return {
    ok: false,
    problems: problems.map((problem) => ({ ...problem, path: `${prefix}.${problem.path}` })),
  };
}

function fieldsOf(raw: unknown): Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
}
