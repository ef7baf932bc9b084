// A mail option as the rest of the program sees it: its profile with every fact present.

import type { ProviderProfile } from '../../../providers/schema/provider.generated.ts';
import type { LocalizedText } from '../text/localized.ts';
import { UNKNOWN_FACT } from './fact.ts';
import type { Evidence, Fact, FactId } from './fact.ts';
import type { FactVocabulary } from './vocabulary.ts';

export type { ProviderProfile };
export type { Evidence, Fact, FactId, FactState } from './fact.ts';
export type { FactVocabulary } from './vocabulary.ts';
export type Deployment = 'cloud' | 'on-premise';
export type ProviderKind = 'mailbox' | 'suite' | 'full-stack' | 'gateway' | 'relay';

export interface Plan extends LocalizedText {
  readonly id: string;
}

export interface Lifecycle {
  /** Last days, ISO 8601. */
  readonly endOfSale?: string;
  readonly endOfSupport?: string;
  /** A newer version of the same product follows, so the day calls for an upgrade and not for another product. */
  readonly hasSuccessor?: boolean;
  readonly note?: LocalizedText;
  readonly evidence: readonly Evidence[];
}

export interface Provider {
  readonly id: string;
  readonly name: LocalizedText;
  readonly vendor: LocalizedText;
  /** Seat of the vendor, ISO 3166-1 alpha-2; `INT` for a project without one. */
  readonly country: string;
  /** Editions of one product share it. */
  readonly family: string;
  readonly deployment: Deployment;
  readonly kind: ProviderKind;
  readonly plan?: Plan;
  readonly otherPlans?: readonly Plan[];
  readonly homepage: string;
  readonly summary: LocalizedText;
  readonly lifecycle?: Lifecycle;
  readonly facts: Readonly<Record<FactId, Fact>>;
}

export interface Catalogue {
  /** Sorted by id. */
  readonly providers: readonly Provider[];
  /** SHA-256 over the canonical content, as hexadecimal. */
  readonly hash: string;
  readonly vocabulary: FactVocabulary;
}

/** The profile of one file with every fact of the vocabulary present; those it leaves out are unknown. */
export function providerFrom(profile: ProviderProfile, vocabulary: FactVocabulary): Provider {
  const written: Partial<Record<FactId, object>> = profile.facts;
  const facts = Object.fromEntries(
    vocabulary.ids.map((id): [FactId, Fact] => [id, { ...UNKNOWN_FACT, ...written[id] }]),
  );
  return { ...profile, facts: facts as Record<FactId, Fact> };
}
