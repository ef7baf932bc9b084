import { describe, it } from 'node:test';
import { recommend } from '../../../../server/core/scoring/recommend.ts';
import type { RecommendInput } from '../../../../server/core/scoring/recommend.ts';
import type { RecommendationDocument } from '../../../../server/core/scoring/recommendation.generated.ts';
import type { Recommendation } from '../../../../server/core/scoring/recommendation.ts';
import { parseStatedWeights } from '../../../../server/core/scoring/stated-weights.ts';
import { parseTender } from '../../../../server/core/scoring/tender-declaration.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';
import { exampleAnswers, recommendInput } from '../../../builders/recommend-input.ts';
import { assertObeysSchema } from '../../../builders/schema.ts';

const SCHEMA = 'server/core/scoring/recommendation.schema.json';

/** The same type without `readonly`, as generated types are. */
type Plain<Type> = Type extends readonly (infer Item)[]
  ? number extends Type['length']
    ? Plain<Item>[]
    : { -readonly [Key in keyof Type]: Plain<Type[Key]> }
  : Type extends object
    ? { -readonly [Key in keyof Type]: Plain<Type[Key]> }
    : Type;

/** Compiles only while the schema and the types of the engine say the same. */
const asDocument = (recommendation: Plain<Recommendation>): RecommendationDocument => recommendation;
const asRecommendation = (document: RecommendationDocument): Recommendation => document;

function stated(raw: unknown): Partial<RecommendInput> {
  const weights = parseStatedWeights(raw, DECISION_DATA.model);
  const tender = parseTender(raw, []);
  if (!weights.ok || !tender.ok) throw new Error(JSON.stringify([weights, tender]));
  return { ...weights.value, ...tender.value, samples: 200 };
}

const MANUFACTURER = exampleAnswers('manufacturer-300');
const SWING = { method: 'swing', points: { mailboxSize: 100, mfa: [40, 60] } };
const AHP = { method: 'ahp', groups: [['security', 3, 'cost']], criteria: [['mfa', 2, 'auditLog']] };
const CASES: readonly (readonly [string, unknown, Partial<RecommendInput>])[] = [
  ['nothing answered', {}, stated({})],
  ...['office-20', 'enterprise-5000', 'university'].map(
    (name) => [name, exampleAnswers(name), stated({})] as const,
  ),
  ['nothing left', { deployment: 'cloud-only', 'data-location': 'own-premises' }, stated({})],
  ['swing weights', MANUFACTURER, stated({ weights: SWING })],
  ['pairwise comparisons', MANUFACTURER, stated({ weights: AHP })],
  ['several people', MANUFACTURER, stated({ people: { Sato: SWING, Suzuki: AHP } })],
  [
    'a tender rule',
    MANUFACTURER,
    stated({ tender: { rule: 'division', technicalPoints: 50, rounding: { mode: 'floor', decimals: 3 } } }),
  ],
];

describe('the recommendation document obeys its schema, field by field', () => {
  for (const [name, answers, overrides] of CASES) {
    it(name, () => {
      const document = JSON.parse(JSON.stringify(recommend(recommendInput(answers, overrides)))) as unknown;

      assertObeysSchema(document, SCHEMA);
      assertObeysSchema(asRecommendation(asDocument(document as Plain<Recommendation>)), SCHEMA);
    });
  }
});
