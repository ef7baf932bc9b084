// Browser sessions: opened at a sign-in, recognised by their token, ended by the person, an administrator or time.

import {
  isSessionAlive,
  isUseWorthNoting,
  SESSION_IDLE_MS,
  SESSION_LIFE_MS,
} from '../../core/access/session-rules.ts';
import type { Principal } from '../../core/access/principal.ts';
import { MailfitError } from '../../errors.ts';
import { requirePermission } from './access-deps.ts';
import type { AccessDeps } from './access-deps.ts';
import type { Account, Session, SignInMethod } from './account-stores.ts';
import type { Requester } from './audit-log.ts';

const USER_AGENT_LENGTH_MAX = 300;

export interface Device {
  readonly userAgent: string;
  readonly address: string;
}

/** Opens a session and answers its token, which is not kept anywhere else. */
export async function openSession(
  deps: AccessDeps,
  account: Account,
  device: Device,
  method: SignInMethod,
): Promise<string> {
  const token = deps.tokens.newToken();
  const at = deps.clock.now().toISOString();
  await deps.sessions.create({
    tokenHash: deps.tokens.hashOf(token),
    accountId: account.id,
    createdAt: at,
    lastUsedAt: at,
    userAgent: device.userAgent.slice(0, USER_AGENT_LENGTH_MAX),
    address: device.address,
    method,
  });
  await deps.accounts.noteSignIn(account.id, at);
  await removeExpired(deps);
  return token;
}

/** Who this token belongs to; null when its session has ended or its account is disabled. */
export async function principalOfToken(
  deps: AccessDeps,
  token: string,
  address: string,
): Promise<Principal | null> {
  const found = await deps.sessions.find(deps.tokens.hashOf(token));
  const now = deps.clock.now();
  if (found === null || found.account.isDisabled || !isSessionAlive(found.session, now)) return null;
  if (isUseWorthNoting(found.session, now)) {
    await deps.sessions.noteUse(found.session.id, now.toISOString(), address);
  }
  return principalOfAccount(found.account, found.session.id);
}

export function principalOfAccount(account: Account, sessionId: string | null): Principal {
  const { id, name, email, role } = account;
  return { kind: 'account', accountId: id, name, email, role, sessionId };
}

/** The sessions of one's own account, those that time has ended left out. */
export async function ownSessions(deps: AccessDeps, by: Requester): Promise<readonly Session[]> {
  const { accountId } = ownAccount(by);
  const now = deps.clock.now();
  return (await deps.sessions.listOf(accountId)).filter((session) => isSessionAlive(session, now));
}

/** Ends one session of one's own account. Another person's session is as unknown as one that never was. */
export async function endOwnSession(deps: AccessDeps, by: Requester, sessionId: string): Promise<boolean> {
  const { accountId } = ownAccount(by);
  const isEnded = await deps.sessions.end(accountId, sessionId);
  if (isEnded) await deps.audit.record(by, 'session.revoked', { object: `session:${sessionId}` });
  return isEnded;
}

/** “Sign out everywhere”: every session of one's own account ends, this one too. */
export async function endAllOwnSessions(deps: AccessDeps, by: Requester): Promise<void> {
  const { accountId } = ownAccount(by);
  const count = await deps.sessions.endAll(accountId);
  await deps.audit.record(by, 'session.revoked', { object: `account:${accountId}`, detail: `${count}` });
}

/** An administrator ends every session of somebody. */
export async function endSessionsOf(deps: AccessDeps, by: Requester, accountId: string): Promise<void> {
  requirePermission(by.who, 'account.manage');
  const count = await deps.sessions.endAll(accountId);
  await deps.audit.record(by, 'session.revoked', { object: `account:${accountId}`, detail: `${count}` });
}

export async function signOut(deps: AccessDeps, by: Requester): Promise<void> {
  if (by.who.kind !== 'account' || by.who.sessionId === null) return;
  await deps.sessions.end(by.who.accountId, by.who.sessionId);
  await deps.audit.record(by, 'signout');
}

/** The account behind the request. Throws `forbidden` for whoever has none. */
export function ownAccount(by: Requester): Extract<Principal, { readonly kind: 'account' }> {
  if (by.who.kind !== 'account') throw new MailfitError('forbidden', ['own-account.manage']);
  return by.who;
}

async function removeExpired(deps: AccessDeps): Promise<void> {
  const nowMs = deps.clock.now().getTime();
  await deps.sessions.removeExpired({
    usedBefore: new Date(nowMs - SESSION_IDLE_MS).toISOString(),
    madeBefore: new Date(nowMs - SESSION_LIFE_MS).toISOString(),
  });
}
