// A run as a row and as the use cases know it.

import type { JsonObject, NewRun, RunCompany, RunKind, RunStatus, StoredRun } from '../../usecases/stores.ts';
import type { RunTable } from './tables.ts';

export function rowOf(input: NewRun & { readonly id: string }): RunTable {
  return {
    id: input.id,
    target: input.target,
    provider_id: input.providerId,
    plan_json: JSON.stringify(input.plan),
    status: input.status ?? 'running',
    candidate_id: input.candidateId ?? null,
    kind: input.kind ?? 'run',
    group_id: input.groupId ?? null,
    company_json:
      input.company === undefined || input.company === null ? null : JSON.stringify(input.company),
    queue_no: 0,
    started_at: input.startedAt,
    finished_at: null,
    result_json: null,
    failure: null,
  };
}

export function runOf(row: RunTable): StoredRun {
  return {
    id: row.id,
    target: row.target,
    providerId: row.provider_id,
    candidateId: row.candidate_id,
    kind: row.kind as RunKind,
    groupId: row.group_id,
    company: row.company_json === null ? null : (JSON.parse(row.company_json) as RunCompany),
    plan: JSON.parse(row.plan_json) as JsonObject,
    status: row.status as RunStatus,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    result: row.result_json === null ? null : (JSON.parse(row.result_json) as JsonObject),
    failure: row.failure,
  };
}
