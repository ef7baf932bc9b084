// What was typed → the plan it stands for, still without its target. The harness checks the plan again.

import { companyConnectionPlan, companyPlan } from '../../../../benchmarks/index.ts';
import type { JsonObject, RunCompany, RunKind } from '../../../usecases/stores.ts';
import { PLAN_PROBLEM_TEXTS } from '../../texts/plan-problem-texts.ts';
import { PlanReader } from './plan-reader.ts';
import type { PlanProblems } from './plan-reader.ts';
import { ARRIVALS, LANGUAGES, MODELS, SIZES, STAGES, chosen, kindOf } from './typed-plan.ts';
import type { TypedPlan } from './typed-plan.ts';

export interface PlanDraft {
  readonly kind: RunKind;
  /** Target and session of the candidate are filled in later. */
  readonly plan: JsonObject;
  readonly company: RunCompany | null;
  /** Of a comparison: the second target and how often each is tested. */
  readonly compared: { readonly other: string; readonly repeats: number } | null;
}

export type PlanReading =
  | { readonly kind: 'draft'; readonly draft: PlanDraft }
  | { readonly kind: 'wrong'; readonly problems: PlanProblems };

export interface PlanChoices {
  /** Targets that exist: `builtin` and the ids of candidates. */
  readonly targets: readonly string[];
  /** The organisation of the chosen evaluation; null where none was chosen. */
  readonly company: RunCompany | null;
  /** How far a session with the chosen target can go. */
  readonly hasTls: boolean;
  readonly hasAuth: boolean;
}

const MAX_SECONDS = 86_400;
const MAX_RATE = 200_000;
const MAX_CONNECTIONS = 60_000;
const MAX_MESSAGES = 500_000_000;
const MAX_SEED = 4_294_967_295;

export function readPlan(typed: TypedPlan, choices: PlanChoices): PlanReading {
  const reader = new PlanReader(typed);
  if (!choices.targets.includes(typed.target)) reader.note('target', PLAN_PROBLEM_TEXTS.target);
  const draft = draftOf(reader, choices);
  return Object.keys(reader.problems).length > 0
    ? { kind: 'wrong', problems: reader.problems }
    : { kind: 'draft', draft };
}

function draftOf(reader: PlanReader, choices: PlanChoices): PlanDraft {
  const kind = kindOf(reader.typed);
  const base = { company: null, compared: null };
  if (kind === 'capacity') return { ...base, kind, plan: capacityPlan(reader) };
  const isCompany = reader.typed.basis === 'company';
  if (isCompany && choices.company === null) reader.note('evaluation', PLAN_PROBLEM_TEXTS.evaluation);
  const company = isCompany ? choices.company : null;
  if (kind === 'connections') {
    const plan = company === null ? holdPlan(reader, choices) : companyHold(reader, company);
    return { ...base, company, kind, plan };
  }
  const plan = company === null ? mailPlan(reader) : peakPlan(reader, company);
  return { kind: 'run', plan, company, compared: kind === 'compare' ? comparedOf(reader, choices) : null };
}

function comparedOf(reader: PlanReader, choices: PlanChoices): PlanDraft['compared'] {
  const { other, target } = reader.typed;
  if (!choices.targets.includes(other) || other === target) reader.note('other', PLAN_PROBLEM_TEXTS.other);
  return { other, repeats: reader.whole('repeats', 1, 20) };
}

function common(reader: PlanReader): JsonObject {
  return { schema: 'mailfit.plan/1', seed: reader.whole('seed', 0, MAX_SEED) };
}

function peakPlan(reader: PlanReader, company: RunCompany): JsonObject {
  const domain = domainOf(reader);
  return {
    ...companyPlan(company.demand, {
      target: '',
      headroom: reader.decimal('headroom', 0.1, 100),
      rampSec: reader.whole('rampSec', 0, MAX_SECONDS),
      holdSec: reader.whole('holdSec', 1, MAX_SECONDS),
      seed: reader.whole('seed', 0, MAX_SEED),
      ...(domain === null ? {} : { recipientDomains: [domain] as const }),
    }),
    workers: reader.whole('workers', 1, 64),
  };
}

function companyHold(reader: PlanReader, company: RunCompany): JsonObject {
  return {
    ...companyConnectionPlan(company.demand, {
      target: '',
      headroom: 1,
      rampSec: 0,
      holdSec: 0,
      seed: reader.whole('seed', 0, MAX_SEED),
    }),
  };
}

function mailPlan(reader: PlanReader): JsonObject {
  const thresholds = reader.criteria('thresholds');
  const warmupSec = reader.optionalWhole('warmupSec', 0, MAX_SECONDS);
  const isOpen = chosen(MODELS, reader.typed.model) !== 'closed';
  const rampSec = isOpen ? reader.whole('openRampSec', 0, MAX_SECONDS) : 0;
  const notMeasuredSec = warmupSec ?? rampSec;
  return {
    ...common(reader),
    load: isOpen ? openLoad(reader, rampSec) : closedLoad(reader),
    session: sessionOf(reader),
    mail: mailOf(reader),
    workers: reader.whole('workers', 1, 64),
    ...(notMeasuredSec === 0 ? {} : { warmupSec: notMeasuredSec }),
    ...(thresholds.length === 0 ? {} : { thresholds }),
  };
}

function closedLoad(reader: PlanReader): JsonObject {
  const isByNumber = reader.typed.amountKind === 'messages';
  return {
    model: 'closed',
    sessions: reader.whole('sessions', 1, MAX_CONNECTIONS),
    ...(isByNumber
      ? { messages: reader.whole('messages', 1, MAX_MESSAGES) }
      : { durationSec: reader.whole('durationSec', 1, MAX_SECONDS) }),
  };
}

function openLoad(reader: PlanReader, rampSec: number): JsonObject {
  const ratePerSec = reader.decimal('rate', 0.001, MAX_RATE);
  const hold = {
    durationSec: reader.whole('openSec', 1, MAX_SECONDS),
    startRatePerSec: ratePerSec,
    endRatePerSec: ratePerSec,
  };
  const ramp = { durationSec: rampSec, startRatePerSec: 0, endRatePerSec: ratePerSec };
  const isPartlyOpen = chosen(MODELS, reader.typed.model) === 'partlyOpen';
  return {
    model: isPartlyOpen ? 'partlyOpen' : 'open',
    arrivals: chosen(ARRIVALS, reader.typed.arrivals),
    stages: rampSec > 0 ? [ramp, hold] : [hold],
    maxSessions: reader.whole('maxSessions', 1, MAX_CONNECTIONS),
    ...(isPartlyOpen ? { meanMessagesPerSession: reader.decimal('meanMessages', 1, 10_000) } : {}),
  };
}

function sessionOf(reader: PlanReader): JsonObject {
  return {
    messagesPerConnection: reader.optionalWhole('perConnection', 1, 1_000_000),
    pipelining: reader.typed.pipelining !== '',
    chunking: reader.typed.chunking !== '',
  };
}

function mailOf(reader: PlanReader): JsonObject {
  const { typed } = reader;
  const domain = domainOf(reader);
  const isRich = typed.size === 'business' || typed.size === 'custom';
  return {
    size: typed.size === 'custom' ? reader.size('customSize') : chosen(SIZES, typed.size),
    language: chosen(LANGUAGES, typed.language),
    recipientsPerMessage: reader.whole('recipients', 1, 1_000),
    ...(isRich ? { attachmentShare: 0.2, htmlShare: 0.5 } : {}),
    ...(domain === null ? {} : { recipientDomains: [domain] }),
  };
}

function domainOf(reader: PlanReader): string | null {
  const domain = reader.typed.domain.normalize('NFKC').trim().toLowerCase();
  if (domain === '') return null;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(domain)) reader.note('domain', PLAN_PROBLEM_TEXTS.domain);
  return domain;
}

function holdPlan(reader: PlanReader, choices: PlanChoices): JsonObject {
  const stage = chosen(STAGES, reader.typed.stage === '' ? 'ehlo' : reader.typed.stage);
  if (stage === 'tls' && !choices.hasTls) reader.note('stage', PLAN_PROBLEM_TEXTS.tlsStage);
  if (stage === 'auth' && !choices.hasAuth) reader.note('stage', PLAN_PROBLEM_TEXTS.authStage);
  return {
    ...common(reader),
    load: {
      model: 'hold',
      connections: reader.whole('hold', 1, MAX_CONNECTIONS),
      stage,
      openRatePerSec: reader.decimal('openRate', 0.1, MAX_RATE),
      holdSec: reader.whole('holdForSec', 0, MAX_SECONDS),
      probeRatePerSec: reader.decimal('probeRate', 0, MAX_RATE),
    },
    session: {},
    mail: mailOf(reader),
  };
}

function capacityPlan(reader: PlanReader): JsonObject {
  const objective = reader.criteria('objective');
  if (objective.length === 0) reader.note('objective', PLAN_PROBLEM_TEXTS.objective);
  const startRatePerSec = reader.decimal('startRate', 0.1, MAX_RATE);
  const maxRatePerSec = reader.decimal('maxRate', 0.1, MAX_RATE);
  if (maxRatePerSec <= startRatePerSec) reader.note('maxRate', PLAN_PROBLEM_TEXTS.rates);
  return {
    objective,
    seed: reader.whole('seed', 0, MAX_SEED),
    startRatePerSec,
    maxRatePerSec,
    shortTrialSec: reader.decimal('shortSec', 0.5, 3_600),
    fullTrialSec: reader.decimal('fullSec', 1, 3_600),
    maxSessions: reader.whole('maxSessions', 1, MAX_CONNECTIONS),
    session: sessionOf(reader),
    mail: mailOf(reader),
    workers: reader.whole('workers', 1, 64),
  };
}
