// The facts that a profile may state: names, kinds, units and the order of levels, read from the profile schema.
// Invariant: the schema is the only definition; nothing about a fact is repeated here.

import type { LocalizedText } from '../text/localized.ts';
import type { FactId } from './fact.ts';

export type FactKind = 'quantity' | 'limit' | 'flag' | 'level' | 'set' | 'date' | 'text' | 'money';
export type FactGroup = 'size' | 'security' | 'support' | 'flexibility' | 'cost';

export interface FactOption {
  readonly id: string;
  readonly label: LocalizedText;
}

export interface FactDefinition {
  readonly id: FactId;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly group: FactGroup;
  readonly kind: FactKind;
  /** Of a quantity. */
  readonly unit?: string;
  /** Of a level (worst first), a flag or a set: what the value may be. */
  readonly options?: readonly FactOption[];
}

export interface FactVocabulary {
  /** In the order of the schema: by group, the more decisive first. */
  readonly ids: readonly FactId[];
  readonly facts: Readonly<Record<FactId, FactDefinition>>;
}

/** The part of a fact's JSON Schema that the vocabulary is made of. */
export interface FactSchema {
  readonly title: string;
  readonly 'x-title-ja': string;
  readonly description: string;
  readonly 'x-description-ja': string;
  readonly 'x-group': FactGroup;
  readonly 'x-kind': FactKind;
  readonly 'x-unit'?: string;
  readonly 'x-labels'?: Readonly<Record<string, LocalizedText>>;
}

const FLAG_LABELS: Readonly<Record<string, LocalizedText>> = {
  no: { en: 'No', ja: 'なし' },
  partial: { en: 'Partly', ja: '一部' },
  yes: { en: 'Yes', ja: 'あり' },
};

/** Builds the vocabulary from `properties.facts.properties` of the profile schema. */
export function vocabularyFrom(factSchemas: Readonly<Record<FactId, FactSchema>>): FactVocabulary {
  const ids = Object.keys(factSchemas) as FactId[];
  const facts = Object.fromEntries(ids.map((id) => [id, definitionFrom(id, factSchemas[id])]));
  return { ids, facts: facts as Record<FactId, FactDefinition> };
}

function definitionFrom(id: FactId, schema: FactSchema): FactDefinition {
  const labels = schema['x-kind'] === 'flag' ? FLAG_LABELS : schema['x-labels'];
  return {
    id,
    title: { en: schema.title, ja: schema['x-title-ja'] },
    description: { en: schema.description, ja: schema['x-description-ja'] },
    group: schema['x-group'],
    kind: schema['x-kind'],
    ...(schema['x-unit'] === undefined ? {} : { unit: schema['x-unit'] }),
    ...(labels === undefined
      ? {}
      : { options: Object.entries(labels).map(([optionId, label]) => ({ id: optionId, label })) }),
  };
}
