// One claim about one option: a state, a value or a range, and where it was read.
// Invariant: unknown is not no. A fact nobody wrote down is `unknown` and never zero.

import type { ProviderProfile, Evidence, FormerValue } from '../../../providers/schema/provider.generated.ts';
import type { LocalizedText } from '../text/localized.ts';

export type { Evidence, FormerValue };
export type EvidenceClass = Evidence['class'];
export type FactId = keyof ProviderProfile['facts'];
export type FactState = 'known' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';

/** Every kind of fact in one shape, so that criteria can read any of them. `FactDefinition.kind` says which fields count. */
export interface Fact {
  readonly state: FactState;
  readonly value?: number | string | readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The source says that there is no limit; `value` is then absent. */
  readonly unlimited?: boolean;
  readonly unit?: string;
  readonly text?: LocalizedText;
  readonly window?: 'second' | 'minute' | '10-minutes' | 'hour' | 'day' | 'month';
  readonly scope?: 'user' | 'organisation' | 'server' | 'client';
  readonly counts?: 'all' | 'external' | 'same-domain';
  readonly hard?: boolean;
  readonly currency?: string;
  readonly per?: string;
  readonly taxIncluded?: boolean;
  readonly term?: 'month' | 'year' | '2-years' | '3-years' | 'flexible' | 'perpetual';
  /** Day for which a price holds, ISO 8601. */
  readonly asOf?: string;
  readonly plan?: string;
  readonly evidence: readonly Evidence[];
  readonly note?: LocalizedText;
  readonly history?: readonly FormerValue[];
}

export const UNKNOWN_FACT: Fact = { state: 'unknown', evidence: [] };
