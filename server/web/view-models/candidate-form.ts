// The form of a candidate: what was typed, and the fields it stands for. A password goes in and never comes out again.

import { parseTarget } from '../../../benchmarks/index.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { Catalogue } from '../../core/catalogue/provider.ts';
import { AUTH_MECHANISMS, TLS_MODES } from '../../usecases/candidate-store.ts';
import type { AuthMechanism, Candidate, CandidateFields, TlsMode } from '../../usecases/candidate-store.ts';
import type { SecretChange } from '../../usecases/candidates.ts';
import { CANDIDATE_FORM_TEXTS, CANDIDATE_PROBLEM_TEXTS } from '../texts/candidate-texts.ts';
import { DEPLOYMENT_TEXTS } from '../texts/option-texts.ts';
import { inLanguage } from '../texts/text-table.ts';

/** Without the password: it is read apart and put into no page. */
export interface TypedCandidate {
  readonly name: string;
  readonly endpoint: string;
  readonly tls: string;
  readonly insecure: string;
  readonly option: string;
  readonly notes: string;
  readonly mechanism: string;
  readonly user: string;
  /** Where the form was asked for on the way to a plan; empty otherwise. */
  readonly plan: string;
}

export type CandidateField = keyof TypedCandidate | 'password';
export type CandidateProblems = Readonly<Partial<Record<CandidateField, LocalizedText>>>;

export const CANDIDATE_DEFAULTS: TypedCandidate = {
  name: '',
  endpoint: '',
  tls: 'none',
  insecure: '',
  option: '',
  notes: '',
  mechanism: '',
  user: '',
  plan: '',
};

export const CANDIDATE_FIELDS = Object.keys(CANDIDATE_DEFAULTS) as readonly (keyof TypedCandidate)[];

const PLAN_ADDRESS = /^\/benchmark\/new\?[\w=&%.-]*$/;

/** The plan that waits for this candidate, or null: an address from outside leads nowhere else. */
export function waitingPlan({ plan }: Pick<TypedCandidate, 'plan'>): string | null {
  return PLAN_ADDRESS.test(plan) ? plan : null;
}

export type CandidateReading =
  | { readonly kind: 'candidate'; readonly fields: CandidateFields; readonly secret: SecretChange }
  | { readonly kind: 'wrong'; readonly problems: CandidateProblems };

export interface CandidateContext {
  readonly optionIds: readonly string[];
  /** Empty when nothing was typed. */
  readonly password: string;
  readonly hasSecret: boolean;
}

export function readCandidate(typed: TypedCandidate, context: CandidateContext): CandidateReading {
  const fields = fieldsOf(typed, context.optionIds);
  const problems = { ...fieldProblems(typed, fields), ...authProblems(fields, context) };
  if (Object.keys(problems).length > 0) return { kind: 'wrong', problems };
  return { kind: 'candidate', fields, secret: secretChange(context) };
}

function secretChange({ password }: CandidateContext): SecretChange {
  return password === '' ? { kind: 'keep' } : { kind: 'replace', secret: password };
}

function fieldsOf(typed: TypedCandidate, optionIds: readonly string[]): CandidateFields {
  const mechanism = AUTH_MECHANISMS.find((known) => known === typed.mechanism);
  return {
    name: typed.name,
    endpoint: typed.endpoint.normalize('NFKC'),
    tls: TLS_MODES.find((known) => known === typed.tls) ?? 'none',
    tlsVerify: typed.insecure === '',
    providerId: optionIds.find((id) => id === typed.option) ?? null,
    notes: typed.notes,
    auth: mechanism === undefined ? null : { mechanism, user: typed.user },
  };
}

function fieldProblems(typed: TypedCandidate, { endpoint, tls }: CandidateFields): CandidateProblems {
  const target = parseTarget(endpoint);
  const isMismatch = target !== null && target.isImplicitTls !== (tls === 'implicit');
  return {
    ...(typed.name === '' ? { name: CANDIDATE_PROBLEM_TEXTS.name } : {}),
    ...(target === null || target.socketPath !== null ? { endpoint: CANDIDATE_PROBLEM_TEXTS.endpoint } : {}),
    ...(isMismatch ? { tls: CANDIDATE_PROBLEM_TEXTS.tlsScheme } : {}),
  };
}

/** On this machine nobody listens on the way. */
const LOOPBACK = /^\w+:\/\/(?:127\.|localhost[:/]?|\[::1\])/i;

export function isOnThisMachine(endpoint: string): boolean {
  return LOOPBACK.test(endpoint);
}

function authProblems(
  { auth, tls, endpoint }: CandidateFields,
  context: CandidateContext,
): CandidateProblems {
  if (auth === null) return {};
  const isOpen = tls === 'none' && auth.mechanism !== 'SCRAM-SHA-256' && !isOnThisMachine(endpoint);
  return {
    ...(auth.user === '' ? { user: CANDIDATE_PROBLEM_TEXTS.user } : {}),
    ...(context.password === '' && !context.hasSecret ? { password: CANDIDATE_PROBLEM_TEXTS.password } : {}),
    ...(isOpen ? { mechanism: CANDIDATE_PROBLEM_TEXTS.authPlain } : {}),
  };
}

export function typedFromCandidate(candidate: Candidate): TypedCandidate {
  return {
    name: candidate.name,
    endpoint: candidate.endpoint,
    tls: candidate.tls,
    insecure: candidate.tlsVerify ? '' : 'on',
    option: candidate.providerId ?? '',
    notes: candidate.notes,
    mechanism: candidate.auth?.mechanism ?? '',
    user: candidate.auth?.user ?? '',
    plan: '',
  };
}

export interface CandidateFormData {
  /** Null for a new one. */
  readonly candidate: Candidate | null;
  readonly typed: TypedCandidate;
  readonly problems: CandidateProblems;
  readonly trouble: readonly string[];
  readonly catalogue: Catalogue;
}

const TLS_KEYS: Readonly<Record<TlsMode, 'tlsNone' | 'tlsStarttls' | 'tlsImplicit'>> = {
  none: 'tlsNone',
  starttls: 'tlsStarttls',
  implicit: 'tlsImplicit',
};

export function candidateFormModel(data: CandidateFormData, lang: Lang) {
  const t = inLanguage(CANDIDATE_FORM_TEXTS, lang);
  const { candidate, typed } = data;
  const problems = Object.entries(data.problems).map(([field, problem]) => [field, problem[lang]] as const);
  return {
    t,
    typed,
    title: candidate === null ? t.newTitle : t.editTitle,
    action: candidate === null ? '/candidates' : `/candidates/${candidate.id}`,
    waitingPlan: waitingPlan(typed),
    cancelHref: candidate === null ? '/benchmark' : `/candidates/${candidate.id}`,
    deleteHref: candidate === null ? null : `/candidates/${candidate.id}/delete`,
    trouble: data.trouble,
    problem: Object.fromEntries(problems) as Readonly<Partial<Record<CandidateField, string>>>,
    problems: problems.map(([field, problem]) => ({ field, problem })),
    tlsModes: TLS_MODES.map((value) => ({ value, label: t[TLS_KEYS[value]], isChosen: value === typed.tls })),
    mechanisms: ['' as AuthMechanism | '', ...AUTH_MECHANISMS].map((value) => ({
      value,
      label: value === '' ? t.mechanismNone : value,
      isChosen: value === typed.mechanism,
    })),
    options: data.catalogue.providers.map((provider) => ({
      value: provider.id,
      label: `${provider.name[lang]} (${DEPLOYMENT_TEXTS[provider.deployment][lang]})`,
      isChosen: provider.id === typed.option,
    })),
    passwordHint: candidate?.hasSecret === true ? t.passwordKept : t.passwordHint,
  };
}
