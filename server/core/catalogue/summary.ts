// What the catalogue holds, in numbers: facts by state, evidence and its age.

import { monthsBetween } from './age.ts';
import type { Fact, FactState } from './fact.ts';
import type { Catalogue, Deployment, Provider, ProviderKind } from './provider.ts';
import type { LocalizedText } from '../text/localized.ts';

export interface ProviderSummary {
  readonly id: string;
  readonly name: LocalizedText;
  readonly deployment: Deployment;
  readonly kind: ProviderKind;
  readonly country: string;
  readonly facts: Readonly<Record<FactState, number>>;
  readonly evidenceCount: number;
  /** Age of the evidence by the day it was read; null when there is none. */
  readonly newestEvidenceMonths: number | null;
  readonly oldestEvidenceMonths: number | null;
}

export interface CatalogueSummary {
  readonly schema: 'mailfit.catalogue-list/1';
  readonly hash: string;
  readonly options: readonly ProviderSummary[];
}

/** `today` is an ISO 8601 day. */
export function summariseCatalogue(catalogue: Catalogue, today: string): CatalogueSummary {
  return {
    schema: 'mailfit.catalogue-list/1',
    hash: catalogue.hash,
    options: catalogue.providers.map((provider) => summariseProvider(provider, today)),
  };
}

export function summariseProvider(provider: Provider, today: string): ProviderSummary {
  const facts: readonly Fact[] = Object.values(provider.facts);
  const evidence = facts.flatMap((fact) => fact.evidence);
  const agesMonths = evidence.map(({ checkedOn }) => monthsBetween(checkedOn, today));
  const { id, name, deployment, kind, country } = provider;
  return {
    id,
    name,
    deployment,
    kind,
    country,
    facts: countStates(facts),
    evidenceCount: evidence.length,
    newestEvidenceMonths: agesMonths.length > 0 ? Math.min(...agesMonths) : null,
    oldestEvidenceMonths: agesMonths.length > 0 ? Math.max(...agesMonths) : null,
  };
}

export function countStates(facts: readonly Fact[]): Record<FactState, number> {
  const counts: Record<FactState, number> = {
    known: 0,
    range: 0,
    unknown: 0,
    undisclosed: 0,
    notApplicable: 0,
  };
  for (const { state } of facts) counts[state] += 1;
  return counts;
}
