// What a plan may not say although its schema lets it: settings that contradict each other, or that would do nothing.

import { DEFAULT_ENVELOPES, addressesIn } from '../mail/envelopes.ts';
import { isUsableAddress } from '../protocol/commands.ts';
import { namesThisMachine } from '../safety/target.ts';
import { everyPlan, totalSec } from './resolved-plan.ts';
import type { ResolvedPlan } from './resolved-plan.ts';

interface PlanRule {
  readonly problem: string;
  isBroken(plan: ResolvedPlan): boolean;
}

const LOAD_RULES: readonly PlanRule[] = [
  {
    problem: 'a closed load needs messages or durationSec, else it never ends',
    isBroken: ({ load }) =>
      load.model === 'closed' && load.messages === undefined && load.durationSec === undefined,
  },
  {
    problem: 'a warm-up needs durationSec: a number of messages may be used up before it ends',
    isBroken: ({ load, warmupSec }) =>
      load.model === 'closed' && warmupSec > 0 && load.durationSec === undefined,
  },
  {
    problem: 'no message arrives: some stage needs a length and a rate above 0',
    isBroken: ({ load }) =>
      'stages' in load &&
      !load.stages.some((at) => at.durationSec > 0 && at.startRatePerSec + at.endRatePerSec > 0),
  },
  {
    problem: 'the warm-up takes the whole run',
    isBroken: ({ load, warmupSec }) =>
      'stages' in load && warmupSec > 0 && warmupSec >= totalSec(load.stages),
  },
  {
    problem: 'a warm-up is for messages: connections that are held have none',
    isBroken: ({ load, warmupSec }) => load.model === 'hold' && warmupSec > 0,
  },
  {
    problem: 'to hold connections at the stage tls, set tls to starttls or implicit',
    isBroken: ({ load, ...plan }) => load.model === 'hold' && load.stage === 'tls' && !isEncrypted(plan),
  },
  {
    problem: 'to hold connections at the stage auth, set auth',
    isBroken: ({ load, session }) =>
      load.model === 'hold' && load.stage === 'auth' && session.auth === undefined,
  },
  {
    problem: 'XCLIENT comes after the greeting, so connections held at the stage banner never send it',
    isBroken: ({ load, session }) =>
      load.model === 'hold' && load.stage === 'banner' && session.xclientAddresses.length > 0,
  },
  {
    problem: 'classes of clients need names that differ from each other and from the label',
    isBroken: (plan) => new Set(everyPlan(plan).map(({ label }) => label)).size <= plan.classes.length,
  },
];

const SESSION_RULES: readonly PlanRule[] = [
  {
    problem: 'this AUTH mechanism without TLS would show the password on the wire',
    isBroken: ({ session, target }) =>
      session.auth !== undefined &&
      session.auth.mechanism !== 'SCRAM-SHA-256' &&
      !isEncrypted({ session, target }) &&
      !namesThisMachine(target),
  },
  {
    problem: 'userCount is the number of accounts that %d in the user stands for, and the user has no %d',
    isBroken: ({ session: { auth } }) => (auth?.userCount ?? 1) > 1 && auth?.user.includes('%d') === false,
  },
  {
    problem: 'smtps:// is TLS from the first byte on, so it does not go with starttls',
    isBroken: ({ session, target }) => /^smtps:/i.test(target) && session.tls === 'starttls',
  },
  {
    problem:
      'a certificate authority is given although nothing is encrypted: set tls to starttls or implicit',
    isBroken: (plan) => plan.session.tlsCaFile !== undefined && !isEncrypted(plan),
  },
];

const MAIL_RULES: readonly PlanRule[] = [
  {
    problem: 'from is no address: write NAME@DOMAIN, or nothing for the empty sender',
    isBroken: ({ mail: { from } }) => from !== undefined && from !== '' && !isUsableAddress(from),
  },
  {
    problem: 'to is no address: write NAME@DOMAIN',
    isBroken: ({ mail: { to } }) => to !== undefined && !isUsableAddress(to),
  },
  {
    problem: 'recipientDomains holds what is no domain',
    isBroken: ({ mail }) =>
      (mail.recipientDomains ?? []).some((domain) => !isUsableAddress(`user@${domain}`)),
  },
  {
    problem: 'one address in to is one recipient per message: use recipientDomains for more',
    isBroken: ({ mail }) => mail.to !== undefined && mail.recipientsPerMessage > 1,
  },
  {
    problem:
      'recipientsPerMessage is more than there are numbered recipients (1000, more with several domains)',
    isBroken: ({ mail }) =>
      mail.to === undefined &&
      mail.recipientsPerMessage >
        addressesIn({
          ...DEFAULT_ENVELOPES.recipients,
          domains: mail.recipientDomains ?? DEFAULT_ENVELOPES.recipients.domains,
        }),
  },
];

function isEncrypted({ session, target }: Pick<ResolvedPlan, 'session' | 'target'>): boolean {
  return session.tls !== 'none' || /^smtps:/i.test(target);
}

/** Problems that no schema can express, in words; empty when the plan can run. */
export function planProblems(plan: ResolvedPlan): string[] {
  return [...LOAD_RULES, ...SESSION_RULES, ...MAIL_RULES]
    .filter((rule) => rule.isBroken(plan))
    .map((rule) => rule.problem);
}
