// Everything the pages need from outside. compose.ts builds it; tests build it from the same real parts.

import type { KeyObject } from 'node:crypto';
import type { Catalogue } from '../core/catalogue/provider.ts';
import type { AgeingRule } from '../data/schema/ageing.generated.ts';
import type { CostData } from '../data/schema/cost.generated.ts';
import type { DecisionModel } from '../data/schema/criteria.generated.ts';
import type { SizingData } from '../data/schema/sizing.generated.ts';
import type { Questionnaire } from '../data/schema/questions.generated.ts';
import type { TargetPolicy } from '../../benchmarks/index.ts';
import type { CompanyDemandOf } from '../usecases/company-demand.ts';
import type { CandidateBook } from '../usecases/candidates.ts';
import type { LoadRunner } from '../usecases/load-runner.ts';
import type { AccessDeps } from '../usecases/access/access-deps.ts';
import type { IdentityProvider } from '../usecases/access/identity-provider.ts';
import type { Metrics } from '../usecases/metrics.ts';
import type { AuditLog } from '../usecases/access/audit-log.ts';
import type { RecommendEvaluation } from '../usecases/recommend-evaluation.ts';
import type { OpinionStore } from '../usecases/opinions.ts';
import type { Clock, IdSource, Logger } from '../usecases/ports.ts';
import type { Previews } from '../usecases/previews.ts';
import type { RunBoard } from '../usecases/run-board.ts';
import type { EvaluationStore, RunStore } from '../usecases/stores.ts';
import type { ReportingDeps } from './reporting-deps.ts';

/** Who may come in: the one user of this machine without any sign-in, or people with accounts. */
export type Access = { readonly kind: 'loopback' } | AccountsAccess;

export interface AccountsAccess {
  readonly kind: 'accounts';
  readonly people: AccessDeps;
  /** Lets somebody make the first administrator; worth nothing afterwards. */
  readonly setupCode: string;
  /** Where people reach this server, without a path; null when the operator did not say. */
  readonly publicUrl: string | null;
  readonly identityProvider: IdentityProvider | null;
}

/** What stands between browsers and this server. */
export interface ProxySettings {
  /** Addresses and networks whose X-Forwarded-* headers are believed. */
  readonly trusted: readonly string[];
  readonly hasTls: boolean;
}

export interface RequestLimits {
  readonly requestsPerMinute: number;
  readonly signInsPerQuarterHour: number;
  readonly runStartsPerMinute: number;
}

export const DEFAULT_LIMITS: RequestLimits = {
  requestsPerMinute: 1_200,
  signInsPerQuarterHour: 10,
  runStartsPerMinute: 20,
};

export interface WebDeps extends ReportingDeps {
  readonly access: Access;
  readonly proxy: ProxySettings;
  readonly metrics: Metrics;
  /** What a scraper from another machine has to send; null lets only this machine read the metrics. */
  readonly metricsToken: string | null;
  /** At least 32 random bytes that stay the same over restarts: signs form tokens and sign-in cookies. */
  readonly signingKey: KeyObject;
  readonly limits: RequestLimits;
  /** Folder with `pages/`, `partials/` and `assets/`. */
  readonly viewsDir: string;
  /** Version of mailfit. */
  readonly version: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly audit: AuditLog;
  readonly evaluations: EvaluationStore;
  readonly opinions: OpinionStore;
  readonly runs: RunStore;
  readonly board: RunBoard;
  readonly candidates: CandidateBook;
  /** What the organisation of an evaluation needs at its peak. */
  readonly companyDemand: CompanyDemandOf;
  readonly loadRunner: Pick<LoadRunner, 'forecast' | 'control'>;
  /** Shown beside what a run would send. */
  readonly loadPolicy: TargetPolicy;
  readonly catalogue: Catalogue;
  readonly questionnaire: Questionnaire;
  readonly model: DecisionModel;
  readonly sizing: SizingData;
  readonly previews: Previews;
  readonly cost: CostData;
  readonly ageing: AgeingRule;
  /** Address that corrections to the catalogue are opened at; null where none is set. */
  readonly issueTracker: string | null;
  readonly recommend: RecommendEvaluation;
  /** Rejects when the database does not answer. */
  pingStore(): Promise<void>;
}
