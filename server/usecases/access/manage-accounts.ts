// What administrators do with accounts. One enabled administrator always remains.

import type { Role } from '../../core/access/permissions.ts';
import { requirePermission } from './access-deps.ts';
import type { AccessDeps } from './access-deps.ts';
import type { Account, AccountChange } from './account-stores.ts';
import type { Requester } from './audit-log.ts';

export async function listAccounts(deps: AccessDeps, by: Requester): Promise<readonly Account[]> {
  requirePermission(by.who, 'account.manage');
  return deps.accounts.list();
}

/** The new role holds from the next request on, for open sessions too. */
export async function changeRole(
  deps: AccessDeps,
  by: Requester,
  accountId: string,
  role: Role,
): Promise<AccountChange> {
  requirePermission(by.who, 'account.manage');
  const before = await deps.accounts.get(accountId);
  if (before === null) return 'notFound';
  if (before.role === role) return 'changed';
  const outcome = await deps.accounts.setRole(accountId, role);
  if (outcome === 'changed') {
    const detail = `${before.email}: ${before.role} → ${role}`;
    await deps.audit.record(by, 'account.role-changed', { object: `account:${accountId}`, detail });
  }
  return outcome;
}

/** A disabled account cannot sign in, and its sessions end at once. */
export async function setAccountDisabled(
  deps: AccessDeps,
  by: Requester,
  accountId: string,
  isDisabled: boolean,
): Promise<AccountChange> {
  requirePermission(by.who, 'account.manage');
  const outcome = await deps.accounts.setDisabled(accountId, isDisabled);
  if (outcome !== 'changed') return outcome;
  if (isDisabled) await deps.sessions.endAll(accountId);
  const action = isDisabled ? 'account.disabled' : 'account.enabled';
  await deps.audit.record(by, action, { object: `account:${accountId}` });
  return outcome;
}
