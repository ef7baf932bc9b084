// The schemas that the API's documents share. Those that exist as files of their own are taken from there, so that a
// document has one schema wherever it comes out.

import { CAPACITY_SCHEMA, PLAN_SCHEMA, RUN_SCHEMA } from '../../../benchmarks/index.ts';
import provider from '../../../providers/schema/provider.schema.json' with { type: 'json' };
import { AUDIT_ACTIONS } from '../../core/access/audit-chain.ts';
import { ROLES } from '../../core/access/permissions.ts';
import costDocument from '../../core/cost/cost-document.schema.json' with { type: 'json' };
import mcda from '../../core/mcda/mcda.schema.json' with { type: 'json' };
import { TIE_RULES } from '../../core/mcda/tender.ts';
import recommendation from '../../core/scoring/recommendation.schema.json' with { type: 'json' };
import { MAX_DECIMALS, ROUNDING_MODES, TENDER_RULE_KINDS } from '../../core/scoring/tender-declaration.ts';
import size from '../../core/sizing/size.schema.json' with { type: 'json' };
import questions from '../../data/schema/questions.schema.json' with { type: 'json' };
import { LANGS } from '../../core/text/localized.ts';
import { REPORT_FORMATS } from '../../usecases/build-report.ts';
import { AUTH_MECHANISMS, TLS_MODES } from '../../usecases/candidate-store.ts';
import { EXPORT_STEPS } from '../../usecases/export-board.ts';
import { component, listOf, objectOf } from './operation.ts';
import type { JsonSchema } from './operation.ts';

const TEXT: JsonSchema = { type: 'string' };
const MOMENT: JsonSchema = { type: 'string', format: 'date-time' };
const COUNT: JsonSchema = { type: 'integer', minimum: 0 };

const LOCALIZED = objectOf({ en: TEXT, ja: TEXT });

const ANSWERS: JsonSchema = {
  description:
    'Answers by question id: a number, an option id, several option ids, or `unknown` for "I don’t know". ' +
    'The questionnaire lists the questions.',
  type: 'object',
  maxProperties: 200,
  additionalProperties: {
    anyOf: [
      { type: ['string', 'number', 'boolean', 'null'], maxLength: 2_000 },
      { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 200 } },
    ],
  },
};

const PROBLEM = objectOf(
  {
    type: { const: 'about:blank' },
    title: TEXT,
    status: { type: 'integer' },
    code: { ...TEXT, description: 'Stays the same in every language.' },
    detail: TEXT,
    problems: listOf(
      objectOf({
        path: { ...TEXT, description: 'Place in the body or the query; empty for the whole.' },
        message: TEXT,
      }),
    ),
    requestId: TEXT,
  },
  ['detail', 'problems', 'requestId'],
);

const EVALUATION_SUMMARY = {
  id: TEXT,
  title: TEXT,
  version: COUNT,
  createdAt: MOMENT,
  updatedAt: MOMENT,
};

const RUN_SUMMARY = {
  id: TEXT,
  target: TEXT,
  providerId: { type: ['string', 'null'] },
  candidateId: { type: ['string', 'null'] },
  kind: { enum: ['run', 'connections', 'capacity'] },
  status: {
    enum: ['queued', 'parked', 'running', 'finished', 'refused', 'failed', 'interrupted', 'cancelled'],
  },
  startedAt: MOMENT,
  finishedAt: { type: ['string', 'null'], format: 'date-time' },
  failure: { type: ['string', 'null'] },
};

const OPTION_SUMMARY = {
  id: TEXT,
  name: component('LocalizedText'),
  deployment: { enum: ['cloud', 'on-premise'] },
  kind: TEXT,
  country: TEXT,
  facts: { type: 'object', additionalProperties: COUNT },
  evidenceCount: COUNT,
  newestEvidenceMonths: { type: ['number', 'null'] },
  oldestEvidenceMonths: { type: ['number', 'null'] },
};

const AMOUNT: JsonSchema = { type: 'number', exclusiveMinimum: 0 };

const TENDER = objectOf(
  {
    rule: { enum: TENDER_RULE_KINDS },
    technicalPoints: { ...AMOUNT, description: 'Points of an option with the full score without cost.' },
    pricePoints: { ...AMOUNT, description: 'Needed by every rule but division.' },
    reservePrice: {
      ...AMOUNT,
      description: 'A dearer bid is out. Needed by additive, optional for division.',
    },
    budget: { ...AMOUNT, description: 'Needed by weighted-sum.' },
    standardPoints: { ...AMOUNT, description: 'For division; 100 unless declared.' },
    perAmount: {
      ...AMOUNT,
      description: 'For division: points per this much money; 1,000,000 unless declared.',
    },
    rounding: objectOf(
      { mode: { enum: ROUNDING_MODES }, decimals: { type: 'integer', minimum: 0, maximum: MAX_DECIMALS } },
      ['decimals'],
    ),
    tie: { enum: TIE_RULES },
    bids: component('Bids'),
  },
  ['pricePoints', 'reservePrice', 'budget', 'standardPoints', 'perAmount', 'rounding', 'tie', 'bids'],
);

/** `components/schemas` of the OpenAPI document. */
export const COMPONENTS: Readonly<Record<string, JsonSchema>> = {
  LocalizedText: LOCALIZED,
  Problem: PROBLEM,
  Answers: ANSWERS,
  Evaluation: objectOf({ ...EVALUATION_SUMMARY, answers: component('Answers') }),
  EvaluationSummary: objectOf({ ...EVALUATION_SUMMARY, answerCount: COUNT }),
  OptionSummary: objectOf(OPTION_SUMMARY),
  Option: asComponent('Option', provider),
  Questionnaire: asComponent('Questionnaire', questions),
  Recommendation: asComponent('Recommendation', recommendation),
  Size: asComponent('Size', size),
  Cost: asComponent('Cost', costDocument),
  Mcda: asComponent('Mcda', mcda),
  RunPlan: asComponent('RunPlan', PLAN_SCHEMA),
  RunResult: asComponent('RunResult', RUN_SCHEMA),
  Capacity: asComponent('Capacity', CAPACITY_SCHEMA),
  Candidate: objectOf({
    id: TEXT,
    name: TEXT,
    endpoint: TEXT,
    tls: { enum: TLS_MODES },
    tlsVerify: { type: 'boolean' },
    providerId: { type: ['string', 'null'] },
    notes: TEXT,
    auth: {
      anyOf: [{ type: 'null' }, objectOf({ mechanism: { enum: AUTH_MECHANISMS }, user: TEXT })],
    },
    hasSecret: { type: 'boolean' },
    createdAt: MOMENT,
    updatedAt: MOMENT,
  }),
  Tender: TENDER,
  Bids: {
    description: 'Prices over the years that costs are compared over, by option id.',
    type: 'object',
    additionalProperties: AMOUNT,
  },
  DeclaredTender: objectOf({ tender: component('Tender'), revision: COUNT, changedAt: MOMENT }),
  CandidateControl: objectOf(
    {
      kind: { enum: ['thisMachine', 'proven', 'notProven', 'refused'] },
      by: { enum: ['dns', 'greeting'] },
      text: component('LocalizedText'),
      recordName: {
        type: ['string', 'null'],
        description: 'Name of the TXT record; null for a bare address.',
      },
      recordText: { ...TEXT, description: 'What the record or the greeting has to hold.' },
    },
    ['by', 'text', 'recordName', 'recordText'],
  ),
  Version: objectOf({
    number: COUNT,
    cause: { enum: ['frozen', 'vendor-answers', 'bids'] },
    madeAt: MOMENT,
    madeBy: TEXT,
    reason: TEXT,
    answersVersion: COUNT,
    hashes: { type: 'object', additionalProperties: TEXT },
  }),
  Export: objectOf({
    id: TEXT,
    document: { enum: ['report', 'requirements'] },
    format: { enum: REPORT_FORMATS },
    lang: { enum: LANGS },
    version: { type: ['integer', 'null'] },
    orderedAt: MOMENT,
    state: { enum: ['waiting', 'making', 'ready', 'failed', 'cancelled'] },
    ahead: { type: ['integer', 'null'], description: 'How many documents come first.' },
    step: { enum: [...EXPORT_STEPS, null] },
    hasFile: { type: 'boolean' },
    sent: { type: ['string', 'null'], description: 'What the mail server answered.' },
    reasons: listOf(TEXT),
  }),
  VendorSheet: objectOf({
    id: TEXT,
    optionId: TEXT,
    vendor: TEXT,
    answeredOn: { type: 'string', format: 'date' },
    facts: { type: 'object', description: 'As in an Option, by the id of the fact.' },
    fileName: TEXT,
    fileHash: { ...TEXT, description: 'SHA-256 of the file as it came.' },
    takenAt: MOMENT,
    takenBy: TEXT,
  }),
  Share: objectOf({
    id: TEXT,
    label: TEXT,
    madeBy: TEXT,
    createdAt: MOMENT,
    expiresAt: MOMENT,
    revokedAt: { type: ['string', 'null'] },
    lastOpenedAt: { type: ['string', 'null'] },
    openCount: COUNT,
  }),
  Account: objectOf({
    id: TEXT,
    email: TEXT,
    name: TEXT,
    role: { enum: ROLES },
    isDisabled: { type: 'boolean' },
    createdAt: MOMENT,
    lastSignInAt: { type: ['string', 'null'] },
  }),
  AuditEntry: objectOf({
    number: COUNT,
    at: MOMENT,
    actorId: TEXT,
    actorLabel: TEXT,
    action: { enum: AUDIT_ACTIONS },
    object: TEXT,
    address: TEXT,
    detail: TEXT,
    previousHash: TEXT,
    hash: TEXT,
  }),
  RunSummary: objectOf(RUN_SUMMARY),
  Run: objectOf({
    ...RUN_SUMMARY,
    groupId: { type: ['string', 'null'] },
    company: { type: ['object', 'null'] },
    plan: { type: 'object' },
    result: { type: ['object', 'null'], description: 'A RunResult once the run has finished.' },
  }),
};

/**
 * A schema file as a part of the OpenAPI document: its definitions move to `$defs`, and what pointed to them follows.
 * Draft-07 files are written so that nothing else differs in the 2020-12 dialect.
 */
export function asComponent(name: string, schema: JsonSchema): JsonSchema {
  const { $schema: _dialect, $id: _id, definitions, ...rest } = schema;
  const whole = definitions === undefined ? rest : { ...rest, $defs: definitions };
  return JSON.parse(JSON.stringify(whole), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string'
      ? value.replace(/^#\/(definitions|\$defs)\//, `#/components/schemas/${name}/$defs/`)
      : value,
  ) as JsonSchema;
}
