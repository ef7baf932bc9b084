// The form filled in as for an earlier run; what the form cannot say takes its default.

import type { JsonObject, StoredRun } from '../../../usecases/stores.ts';
import { PLAN_DEFAULTS, SIZES } from './typed-plan.ts';
import type { PlanField, TypedPlan } from './typed-plan.ts';

export function typedFromRun(run: StoredRun): TypedPlan {
  return {
    ...PLAN_DEFAULTS,
    target: run.candidateId ?? 'builtin',
    kind: run.kind,
    ...(run.company === null ? {} : { basis: 'company', evaluation: run.company.evaluationId }),
    ...texts(run.plan, { seed: 'seed', workers: 'workers', warmupSec: 'warmupSec' }),
    ...loadOf(run.plan),
    ...sessionOf(part(run.plan, 'session')),
    ...mailOf(part(run.plan, 'mail')),
    ...criteriaOf(run.plan),
  };
}

function loadOf(plan: JsonObject): Partial<TypedPlan> {
  const load = part(plan, 'load');
  switch (load['model']) {
    case 'closed':
      return {
        model: 'closed',
        ...texts(load, { sessions: 'sessions', durationSec: 'durationSec', messages: 'messages' }),
        amountKind: typeof load['messages'] === 'number' ? 'messages' : 'duration',
      };
    case 'hold':
      return texts(load, {
        connections: 'hold',
        stage: 'stage',
        openRatePerSec: 'openRate',
        holdSec: 'holdForSec',
        probeRatePerSec: 'probeRate',
      });
    case 'open':
    case 'partlyOpen':
      return openLoad(load);
    default:
      return texts(plan, {
        startRatePerSec: 'startRate',
        maxRatePerSec: 'maxRate',
        shortTrialSec: 'shortSec',
        fullTrialSec: 'fullSec',
        maxSessions: 'maxSessions',
      });
  }
}

function openLoad(load: JsonObject): Partial<TypedPlan> {
  const stages = Array.isArray(load['stages']) ? (load['stages'] as readonly JsonObject[]) : [];
  const hold = stages.at(-1) ?? {};
  const ramp = stages.length > 1 ? (stages[0] ?? {}) : {};
  return {
    model: String(load['model']),
    ...texts(load, {
      arrivals: 'arrivals',
      maxSessions: 'maxSessions',
      meanMessagesPerSession: 'meanMessages',
    }),
    ...texts(hold, { durationSec: 'openSec', endRatePerSec: 'rate' }),
    openRampSec: '0',
    ...texts(ramp, { durationSec: 'openRampSec' }),
  };
}

function sessionOf(session: JsonObject): Partial<TypedPlan> {
  return {
    ...texts(session, { messagesPerConnection: 'perConnection' }),
    pipelining: session['pipelining'] === true ? 'on' : '',
    chunking: session['chunking'] === true ? 'on' : '',
  };
}

function mailOf(mail: JsonObject): Partial<TypedPlan> {
  const size = typeof mail['size'] === 'string' ? mail['size'] : PLAN_DEFAULTS.size;
  const isListed = SIZES.some((listed) => listed === size);
  const domains = mail['recipientDomains'];
  return {
    ...(isListed ? { size } : { size: 'custom', customSize: size }),
    ...texts(mail, { language: 'language', recipientsPerMessage: 'recipients' }),
    domain: Array.isArray(domains) ? String(domains[0] ?? '') : '',
  };
}

function criteriaOf(plan: JsonObject): Partial<TypedPlan> {
  const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');
  const objective = list(plan['objective']);
  return { thresholds: list(plan['thresholds']), ...(objective === '' ? {} : { objective }) };
}

function part(plan: JsonObject, name: string): JsonObject {
  const value = plan[name];
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}

function texts(values: JsonObject, names: Readonly<Record<string, PlanField>>): Partial<TypedPlan> {
  const entries = Object.entries(names).flatMap(([name, field]) => {
    const value = values[name];
    return typeof value === 'number' || typeof value === 'string' ? [[field, String(value)] as const] : [];
  });
  return Object.fromEntries(entries);
}
