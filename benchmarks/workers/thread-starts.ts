// Which threads a plan needs: its own workers, one for each further class of clients, one for the probe beside held
// connections. Every thread has a number of its own, which stands in the tokens of its messages.

import { readFileSync } from 'node:fs';
import process from 'node:process';
import { probePlan } from '../load/demand.ts';
import type { ResolvedPlan } from '../load/resolved-plan.ts';
import type { CheckedTarget } from '../safety/guard.ts';
import type { ThreadStart } from './thread-messages.ts';

export interface RunIdentity {
  readonly runId: string;
  readonly startedAtMs: number;
  readonly isLogged: boolean;
  readonly secretOf: SecretSource;
}

/** The password behind a name; undefined when there is none. */
export type SecretSource = (name: string) => string | undefined;

export const environmentSecret: SecretSource = (name) => process.env[name];

export function threadStarts(
  plan: ResolvedPlan,
  checked: CheckedTarget,
  identity: RunIdentity,
): ThreadStart[] {
  const roles: Pick<ThreadStart, 'plan' | 'share' | 'className'>[] = Array.from(
    { length: plan.workers },
    (_, index) => ({
      plan,
      share: { index, count: plan.workers },
      className: plan.label,
    }),
  );
  const alone = { index: 0, count: 1 };
  for (const { name, plan: classPlan } of plan.classes)
    roles.push({ plan: classPlan, share: alone, className: name });
  const probe = probePlan(plan);
  if (probe !== null) roles.push({ plan: probe, share: alone, className: 'probe' });
  return roles.map((role, worker) => ({
    ...role,
    worker,
    checked,
    runId: identity.runId,
    dateMs: identity.startedAtMs,
    isOutcomeLogged: identity.isLogged,
    ...secretsOf(role.plan, identity.secretOf),
  }));
}

// Read here, so that neither plan nor result ever holds them.
function secretsOf(plan: ResolvedPlan, secretOf: SecretSource): Pick<ThreadStart, 'tlsCa' | 'secret'> {
  const { auth, tlsCaFile } = plan.session;
  return {
    tlsCa: tlsCaFile === undefined ? null : readFileSync(tlsCaFile, 'utf8'),
    secret: auth === undefined ? null : (secretOf(auth.passwordEnv) ?? null),
  };
}
