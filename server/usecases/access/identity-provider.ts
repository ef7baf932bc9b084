// Signing in through the organisation's identity provider (OpenID Connect). The provider says who somebody is; which
// role that person has here follows from its claims or from the account that exists already.

import type { Role } from '../../core/access/permissions.ts';
import { ANONYMOUS } from '../../core/access/principal.ts';
import type { AccessDeps } from './access-deps.ts';
import type { Account } from './account-stores.ts';
import { openSession, principalOfAccount } from './sessions.ts';
import type { Device } from './sessions.ts';

/** Somebody as the provider describes them, checked: signature, issuer, audience, nonce. */
export interface ProvidedIdentity {
  /** `issuer subject`: the only pair that never changes. */
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly name: string | null;
  /** Values of the claim that roles are read from; empty when none is configured. */
  readonly roleValues: readonly string[];
}

export interface IdentityProvider {
  /** What the button on the sign-in page says. */
  readonly label: string;
  readonly defaultRole: Role | null;
  readonly roleOf: readonly { readonly value: string; readonly role: Role }[];
  /** Where to send the browser, and what this server has to remember until it comes back. */
  begin(): Promise<{ readonly href: string; readonly kept: KeptForReturn }>;
  /** Checks what the browser brought back. Throws when anything is not as it has to be. */
  finish(returnedQuery: string, kept: KeptForReturn): Promise<ProvidedIdentity>;
}

export interface KeptForReturn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export type ProviderSignIn =
  { readonly kind: 'signedIn'; readonly token: string } | { readonly kind: 'noRole' | 'refused' };

/** Signs in whom the provider has vouched for; makes the account at the first sign-in. */
export async function signInByProvider(
  deps: AccessDeps,
  provider: Pick<IdentityProvider, 'defaultRole' | 'roleOf'>,
  identity: ProvidedIdentity,
  device: Device,
): Promise<ProviderSignIn> {
  const found = await accountFor(deps, identity);
  const mapped = mappedRole(provider, identity);
  const account = found ?? (await newAccount(deps, identity, mapped ?? provider.defaultRole));
  if (account === null || account.isDisabled) {
    const detail = `oidc ${identity.email ?? identity.subject}`;
    await deps.audit.record({ who: ANONYMOUS, address: device.address }, 'signin.failed', { detail });
    return { kind: account === null ? 'noRole' : 'refused' };
  }
  const current = mapped === null ? account : await withRole(deps, account, mapped);
  const token = await openSession(deps, current, device, 'oidc');
  const by = { who: principalOfAccount(current, null), address: device.address };
  await deps.audit.record(by, 'signin.succeeded', { detail: 'oidc' });
  return { kind: 'signedIn', token };
}

// An account is taken over by its mail address only when the provider has verified that address.
async function accountFor(deps: AccessDeps, identity: ProvidedIdentity): Promise<Account | null> {
  const linked = await deps.accounts.byOidcSubject(identity.subject);
  if (linked !== null || identity.email === null || !identity.isEmailVerified) return linked;
  const sameAddress = await deps.accounts.byEmail(identity.email);
  if (sameAddress === null || sameAddress.oidcSubject !== null) return null;
  await deps.accounts.setOidcSubject(sameAddress.id, identity.subject);
  return sameAddress;
}

function newAccount(
  deps: AccessDeps,
  { subject, email, name }: ProvidedIdentity,
  role: Role | null,
): Promise<Account | null> {
  if (role === null || email === null) return Promise.resolve(null);
  return deps.accounts.create({ email, name: name ?? email, role, passwordHash: null, oidcSubject: subject });
}

/** The role of the first mapping that the person has a value for; null when none fits. */
function mappedRole(provider: Pick<IdentityProvider, 'roleOf'>, identity: ProvidedIdentity): Role | null {
  return provider.roleOf.find(({ value }) => identity.roleValues.includes(value))?.role ?? null;
}

// The provider's groups win over what was set here, except that the last administrator stays one.
async function withRole(deps: AccessDeps, account: Account, role: Role): Promise<Account> {
  if (account.role === role) return account;
  const outcome = await deps.accounts.setRole(account.id, role);
  if (outcome !== 'changed') return account;
  const by = { who: principalOfAccount(account, null), address: '' };
  const detail = `${account.email}: ${account.role} → ${role} (oidc)`;
  await deps.audit.record(by, 'account.role-changed', { object: `account:${account.id}`, detail });
  return { ...account, role };
}
