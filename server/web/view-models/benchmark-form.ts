// The form that starts a run: what was typed, and the plan it stands for. The harness checks the plan again.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { JsonObject, StoredRun } from '../../usecases/stores.ts';
import { BENCHMARK_TEXTS, FORM_PROBLEM_TEXTS } from '../texts/run-texts.ts';

export interface TypedRun {
  readonly targetKind: string;
  readonly address: string;
  readonly protocol: string;
  readonly option: string;
  readonly sessions: string;
  readonly amountKind: string;
  readonly durationSec: string;
  readonly messages: string;
  readonly size: string;
  readonly perConnection: string;
  readonly pipelining: string;
}

export type RunField = keyof TypedRun;

export const RUN_DEFAULTS: TypedRun = {
  targetKind: 'builtin',
  address: '',
  protocol: 'smtp',
  option: '',
  sessions: '10',
  amountKind: 'duration',
  durationSec: '10',
  messages: '1000',
  size: '1KiB',
  perConnection: '',
  pipelining: '',
};

export const RUN_FIELDS = Object.keys(RUN_DEFAULTS) as readonly RunField[];

export const PROTOCOLS = ['smtp', 'starttls', 'smtps', 'lmtp'] as const;
export const SIZES = ['1KiB', '75KiB', '1MiB', '80%:5KiB+20%:1MiB'] as const;

export type RunReading =
  | { readonly kind: 'plan'; readonly plan: JsonObject; readonly providerId: string | null }
  | { readonly kind: 'wrong'; readonly problems: Readonly<Partial<Record<RunField, LocalizedText>>> };

/** `optionIds`: the options of the catalogue that evidence may be attached to. */
export function readRunForm(typed: TypedRun, optionIds: readonly string[]): RunReading {
  const problems = problemsIn(typed);
  if (Object.keys(problems).length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'plan',
    plan: {
      schema: 'mailfit.plan/1',
      target: typed.targetKind === 'own' ? targetUrl(typed) : 'builtin',
      load: {
        model: 'closed',
        sessions: wholeNumber(typed.sessions),
        ...(typed.amountKind === 'messages'
          ? { messages: wholeNumber(typed.messages) }
          : { durationSec: wholeNumber(typed.durationSec) }),
      },
      session: {
        messagesPerConnection: wholeNumber(typed.perConnection),
        pipelining: typed.pipelining !== '',
        tls: tlsMode(typed),
      },
      mail: { size: SIZES.find((size) => size === typed.size) ?? SIZES[0] },
    },
    providerId: optionIds.find((id) => id === typed.option) ?? null,
  };
}

function problemsIn(typed: TypedRun): Partial<Record<RunField, LocalizedText>> {
  const problems: Partial<Record<RunField, LocalizedText>> = {};
  const isOwn = typed.targetKind === 'own';
  if (isOwn && !isAddress(typed.address)) problems.address = FORM_PROBLEM_TEXTS.address;
  if (!isOwn && typed.option !== '') problems.option = BENCHMARK_TEXTS.optionBuiltinProblem;
  const amount = typed.amountKind === 'messages' ? 'messages' : 'durationSec';
  for (const field of ['sessions', amount] as const) {
    if (wholeNumber(typed[field]) === null) problems[field] = FORM_PROBLEM_TEXTS.whole;
  }
  if (typed.perConnection !== '' && wholeNumber(typed.perConnection) === null) {
    problems.perConnection = FORM_PROBLEM_TEXTS.whole;
  }
  return problems;
}

function targetUrl(typed: TypedRun): string {
  const scheme = typed.protocol === 'smtps' || typed.protocol === 'lmtp' ? typed.protocol : 'smtp';
  return `${scheme}://${typed.address.normalize('NFKC')}`;
}

function tlsMode(typed: TypedRun): 'none' | 'starttls' | 'implicit' {
  if (typed.targetKind !== 'own') return 'none';
  if (typed.protocol === 'starttls') return 'starttls';
  return typed.protocol === 'smtps' ? 'implicit' : 'none';
}

// A host name, an IPv4 address or a bracketed IPv6 address, then a port. Whether it may be loaded is for the guard.
function isAddress(address: string): boolean {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+):\d{1,5}$/i.test(address.normalize('NFKC'));
}

function wholeNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  return /^[1-9]\d{0,8}$/.test(plain) ? Number(plain) : null;
}

/** The form filled in as for an earlier run; what the form cannot say takes its default. */
export function typedFromRun(run: StoredRun): TypedRun {
  const load = partOf(run.plan, 'load');
  const session = partOf(run.plan, 'session');
  return {
    ...typedTarget(String(run.plan['target']), session['tls']),
    option: run.providerId ?? '',
    sessions: textOf(load['sessions'], RUN_DEFAULTS.sessions),
    amountKind: typeof load['messages'] === 'number' ? 'messages' : 'duration',
    durationSec: textOf(load['durationSec'], RUN_DEFAULTS.durationSec),
    messages: textOf(load['messages'], RUN_DEFAULTS.messages),
    size: textOf(partOf(run.plan, 'mail')['size'], RUN_DEFAULTS.size),
    perConnection: textOf(session['messagesPerConnection'], ''),
    pipelining: session['pipelining'] === true ? 'on' : '',
  };
}

function typedTarget(target: string, tls: unknown): Pick<TypedRun, 'targetKind' | 'address' | 'protocol'> {
  const [, scheme = 'smtp', address = ''] = /^(smtps?|lmtp):\/\/(.+)$/.exec(target) ?? [];
  return {
    targetKind: address === '' ? 'builtin' : 'own',
    address,
    protocol: tls === 'starttls' ? 'starttls' : scheme,
  };
}

function partOf(plan: JsonObject, name: string): Readonly<Record<string, unknown>> {
  const part = plan[name];
  return typeof part === 'object' && part !== null ? (part as Readonly<Record<string, unknown>>) : {};
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : otherwise;
}
