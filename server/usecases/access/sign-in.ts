// Signing in with a password. Invariant: nothing, not the answer and not the time it takes, tells whether an address
// has an account.

import { ANONYMOUS } from '../../core/access/principal.ts';
import type { AccessDeps } from './access-deps.ts';
import type { Account } from './account-stores.ts';
import { openSession, principalOfAccount } from './sessions.ts';
import type { Device } from './sessions.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The token of the new session; null when address and password do not belong together. */
export async function signIn(
  deps: AccessDeps,
  { email, password }: Credentials,
  device: Device,
): Promise<string | null> {
  const account = await deps.accounts.byEmail(email);
  const isRight = await deps.passwords.verify(password, account?.passwordHash ?? null);
  if (account === null || !isRight || account.isDisabled) {
    await recordFailure(deps, email, device.address);
    return null;
  }
  await refreshHash(deps, account, password);
  const token = await openSession(deps, account, device, 'password');
  const by = { who: principalOfAccount(account, null), address: device.address };
  await deps.audit.record(by, 'signin.succeeded', { detail: 'password' });
  return token;
}

// People now and then type their password where the address belongs; only what looks like an address is written down.
async function recordFailure(deps: AccessDeps, email: string, address: string): Promise<void> {
  const detail = /^[^\s@]+@[^\s@]+$/.test(email) ? email : '';
  await deps.audit.record({ who: ANONYMOUS, address }, 'signin.failed', { detail });
}

// The one moment at which the password is known: hashes made with older parameters are made anew.
async function refreshHash(deps: AccessDeps, account: Account, password: string): Promise<void> {
  if (account.passwordHash === null || !deps.passwords.isOutdated(account.passwordHash)) return;
  await deps.accounts.setPasswordHash(account.id, await deps.passwords.hash(password));
}
