// From the form (or an earlier run) to what the run board is asked for: target, session and password come from the
// candidate, the load from the form.

import { randomUUID } from 'node:crypto';
import type { LocalizedText } from '../core/text/localized.ts';
import { MailfitError } from '../errors.ts';
import type { Candidate } from '../usecases/candidate-store.ts';
import { planForCandidate } from '../usecases/candidates.ts';
import type { PlanForecast } from '../usecases/load-runner.ts';
import type { RunRequest } from '../usecases/run-board.ts';
import type { JsonObject, RunCompany, StoredRun } from '../usecases/stores.ts';
import type { PlanProblems } from './view-models/plan/plan-reader.ts';
import { readPlan } from './view-models/plan/read-plan.ts';
import type { PlanDraft } from './view-models/plan/read-plan.ts';
import type { TypedPlan } from './view-models/plan/typed-plan.ts';
import type { WebDeps } from './web-deps.ts';

export type Planned =
  | { readonly kind: 'planned'; readonly requests: readonly RunRequest[] }
  | { readonly kind: 'wrong'; readonly problems: PlanProblems };

export async function plannedFrom(deps: WebDeps, typed: TypedPlan): Promise<Planned> {
  const candidates = await deps.candidates.list();
  const chosen = candidates.find(({ id }) => id === typed.target);
  const reading = readPlan(typed, {
    targets: ['builtin', ...candidates.map(({ id }) => id)],
    company: await companyOf(deps, typed.evaluation),
    hasTls: chosen !== undefined && chosen.tls !== 'none',
    hasAuth: chosen !== undefined && chosen.auth !== null,
  });
  if (reading.kind === 'wrong') return reading;
  return { kind: 'planned', requests: requestsOf(reading.draft, typed.target, candidates) };
}

async function companyOf(deps: WebDeps, evaluationId: string): Promise<RunCompany | null> {
  const evaluation = evaluationId === '' ? null : await deps.evaluations.get(evaluationId);
  if (evaluation === null) return null;
  return { evaluationId, title: evaluation.title, demand: deps.companyDemand(evaluation.answers) };
}

function requestsOf(draft: PlanDraft, target: string, candidates: readonly Candidate[]): RunRequest[] {
  const request = (id: string, groupId: string | null): RunRequest => ({
    ...against(
      draft.plan,
      candidates.find((candidate) => candidate.id === id),
    ),
    kind: draft.kind,
    company: draft.company,
    groupId,
  });
  if (draft.compared === null) return [request(target, null)];
  const { other, repeats } = draft.compared;
  const groupId = randomUUID();
  // In turns, so that whatever drifts on the machines touches both alike.
  return Array.from({ length: repeats }, () => [request(target, groupId), request(other, groupId)]).flat();
}

function against(plan: JsonObject, candidate: Candidate | undefined) {
  return candidate === undefined
    ? { plan: { ...plan, target: 'builtin' }, providerId: null, candidateId: null }
    : {
        plan: planForCandidate(plan, candidate),
        providerId: candidate.providerId,
        candidateId: candidate.id,
      };
}

/** The same again; the candidate as it is now, so that a changed endpoint or password is used. */
export async function requestFromRun(deps: WebDeps, run: StoredRun): Promise<RunRequest> {
  const candidate = run.candidateId === null ? null : await deps.candidates.get(run.candidateId);
  const target =
    candidate === null
      ? { plan: run.plan, providerId: run.providerId, candidateId: null }
      : against(run.plan, candidate);
  return { ...target, kind: run.kind, company: run.company, groupId: null };
}

/** Empty when every plan may run; else why not, in both languages. */
export async function troubleWith(
  deps: WebDeps,
  requests: readonly RunRequest[],
): Promise<{ readonly status: number; readonly texts: readonly LocalizedText[] } | null> {
  const plans = new Map(
    requests.map((request) => [`${request.kind} ${JSON.stringify(request.plan)}`, request]),
  );
  for (const { plan, kind } of plans.values()) {
    const forecast = await forecastOrRefusal(deps, plan, kind ?? 'run');
    if (forecast.kind === 'refused') return { status: 403, texts: [forecast.reason] };
    if (forecast.kind === 'invalid') {
      return { status: 422, texts: forecast.problems.map(({ message }) => message) };
    }
  }
  return null;
}

// An expected failure, such as a name that cannot be resolved, is for the form to show and not a fault of ours.
export async function forecastOrRefusal(
  deps: WebDeps,
  plan: JsonObject,
  kind: StoredRun['kind'],
): Promise<PlanForecast> {
  try {
    return await deps.loadRunner.forecast(plan, kind);
  } catch (error) {
    if (!(error instanceof MailfitError)) throw error;
    const lines = error.details.join(' ');
    return { kind: 'refused', reason: { en: lines, ja: lines } };
  }
}
