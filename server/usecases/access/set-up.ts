// The first administrator. Whoever knows the setup code may make one account, once; afterwards the door is shut.

import type { AccessDeps } from './access-deps.ts';
import { accountProblems, hasProblems } from './account-fields.ts';
import type { FieldProblems } from './account-fields.ts';
import { openSession, principalOfAccount } from './sessions.ts';
import type { Device } from './sessions.ts';

export interface SetupForm {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export type SetupOutcome =
  | { readonly kind: 'done'; readonly token: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'wrong'; readonly problems: FieldProblems };

/** Makes the administrator and signs them in. The caller has checked the setup code. */
export async function setUpAdministrator(
  deps: AccessDeps,
  form: SetupForm,
  device: Device,
): Promise<SetupOutcome> {
  const { name, email, password } = form;
  const problems = accountProblems({ name, email, password: { value: password, own: [name, email] } });
  if (hasProblems(problems)) return { kind: 'wrong', problems };
  const account = await deps.accounts.completeSetup({
    name,
    email,
    role: 'administrator',
    passwordHash: await deps.passwords.hash(password),
    oidcSubject: null,
  });
  if (account === null) return { kind: 'closed' };
  const by = { who: principalOfAccount(account, null), address: device.address };
  await deps.audit.record(by, 'setup.completed', { object: `account:${account.id}` });
  return { kind: 'done', token: await openSession(deps, account, device, 'setup') };
}
