// The form that plans a test: every field as text, as it was typed, with what stands in it at first.

export interface TypedPlan {
  /** `builtin` or the id of a candidate. */
  readonly target: string;
  readonly kind: string;
  readonly basis: string;
  readonly evaluation: string;
  readonly headroom: string;
  readonly rampSec: string;
  readonly holdSec: string;
  readonly model: string;
  readonly sessions: string;
  readonly amountKind: string;
  readonly durationSec: string;
  readonly messages: string;
  readonly rate: string;
  readonly arrivals: string;
  readonly openSec: string;
  readonly openRampSec: string;
  readonly maxSessions: string;
  readonly meanMessages: string;
  readonly warmupSec: string;
  readonly size: string;
  readonly customSize: string;
  readonly language: string;
  readonly recipients: string;
  readonly domain: string;
  readonly perConnection: string;
  readonly pipelining: string;
  readonly chunking: string;
  readonly thresholds: string;
  readonly hold: string;
  readonly stage: string;
  readonly openRate: string;
  readonly holdForSec: string;
  readonly probeRate: string;
  readonly objective: string;
  readonly startRate: string;
  readonly maxRate: string;
  readonly shortSec: string;
  readonly fullSec: string;
  readonly other: string;
  readonly repeats: string;
  readonly workers: string;
  readonly seed: string;
}

export type PlanField = keyof TypedPlan;

export const PLAN_DEFAULTS: TypedPlan = {
  target: 'builtin',
  kind: 'run',
  basis: 'hand',
  evaluation: '',
  headroom: '1.5',
  rampSec: '60',
  holdSec: '900',
  model: 'closed',
  sessions: '10',
  amountKind: 'duration',
  durationSec: '30',
  messages: '1000',
  rate: '50',
  arrivals: 'poisson',
  openSec: '60',
  openRampSec: '10',
  maxSessions: '200',
  meanMessages: '3',
  warmupSec: '',
  size: '1KiB',
  customSize: '',
  language: 'en',
  recipients: '1',
  domain: '',
  perConnection: '',
  pipelining: '',
  chunking: '',
  thresholds: '',
  hold: '500',
  stage: 'ehlo',
  openRate: '200',
  holdForSec: '30',
  probeRate: '5',
  objective: 'p99FinalDotMs<=500, errors<=0.1%',
  startRate: '50',
  maxRate: '2000',
  shortSec: '3',
  fullSec: '15',
  other: '',
  repeats: '3',
  workers: '1',
  seed: '1',
};

export const PLAN_FIELDS = Object.keys(PLAN_DEFAULTS) as readonly PlanField[];

export const KINDS = ['run', 'connections', 'capacity', 'compare'] as const;
export type PlanKind = (typeof KINDS)[number];

export const MODELS = ['closed', 'open', 'partlyOpen'] as const;
export const SIZES = ['1KiB', '75KiB', '1MiB', 'business', '80%:5KiB+20%:1MiB'] as const;
export const LANGUAGES = ['en', 'ja', 'mixed'] as const;
export const STAGES = ['banner', 'ehlo', 'tls', 'auth'] as const;
export const ARRIVALS = ['poisson', 'even'] as const;

/** The choice that was made, or the first where what came is none of them. */
export function chosen<const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  typed: string,
): Choices[number] {
  return choices.find((choice) => choice === typed) ?? choices[0];
}

export function kindOf(typed: TypedPlan): PlanKind {
  return chosen(KINDS, typed.kind);
}
