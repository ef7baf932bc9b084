// Changing one's password, and setting a new one by a single-use link when the old one is forgotten.

import { RESET_LINK_LIFE_MS } from '../../core/access/session-rules.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import { nowAndIn, requirePermission } from './access-deps.ts';
import type { AccessDeps } from './access-deps.ts';
import { accountProblems, hasProblems } from './account-fields.ts';
import type { FieldProblems } from './account-fields.ts';
import type { Account, PersonalLink } from './account-stores.ts';
import type { Requester } from './audit-log.ts';
import { openSession, ownAccount, principalOfAccount } from './sessions.ts';
import type { Device } from './sessions.ts';

export type PasswordOutcome =
  | { readonly kind: 'changed'; readonly token: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'wrong'; readonly problems: FieldProblems };

const WRONG_CURRENT: LocalizedText = {
  en: 'This is not your current password.',
  ja: '現在のパスワードが正しくありません。',
};

/** Needs the current password. Every session ends; the token of a fresh one for this device is answered. */
export async function changeOwnPassword(
  deps: AccessDeps,
  by: Requester,
  form: { readonly current: string; readonly password: string },
  userAgent: string,
): Promise<PasswordOutcome> {
  const account = await deps.accounts.get(ownAccount(by).accountId);
  if (account === null) return { kind: 'gone' };
  const isOwner = await deps.passwords.verify(form.current, account.passwordHash);
  if (!isOwner) return { kind: 'wrong', problems: { current: WRONG_CURRENT } };
  return setPassword(deps, account, form.password, { userAgent, address: by.address });
}

/** An administrator makes a reset link for somebody. Earlier ones stop working. */
export async function makeResetLink(
  deps: AccessDeps,
  by: Requester,
  accountId: string,
): Promise<{ readonly link: PersonalLink; readonly token: string } | null> {
  requirePermission(by.who, 'account.manage');
  const account = await deps.accounts.get(accountId);
  return account === null || account.isDisabled ? null : newResetLink(deps, by, account);
}

/**
 * Somebody who is not signed in asks for a link by mail. Answers nothing, whatever the address; the link is made and
 * sent after the answer, so that the time it takes does not tell either.
 */
export async function mailResetLink(
  deps: AccessDeps,
  by: Requester,
  email: string,
  mail: (link: PersonalLink, token: string) => { readonly subject: string; readonly text: string },
): Promise<void> {
  const account = await deps.accounts.byEmail(email);
  if (account === null || account.isDisabled || !deps.mailer.isAvailable) return;
  const { link, token } = await newResetLink(deps, by, account);
  await deps.mailer.send({ to: account.email, ...mail(link, token) });
}

/** The reset behind a link; null when it was used, revoked or is too old. */
export function resetOf(deps: AccessDeps, token: string): Promise<PersonalLink | null> {
  return deps.personalLinks.find('passwordReset', deps.tokens.hashOf(token), deps.clock.now().toISOString());
}

/** Sets the new password by a link. Every session of the account ends; its owner is signed in anew. */
export async function resetPassword(
  deps: AccessDeps,
  linkToken: string,
  password: string,
  device: Device,
): Promise<PasswordOutcome> {
  const link = await resetOf(deps, linkToken);
  const account = await deps.accounts.get(link?.accountId ?? '');
  if (link === null || account === null || account.isDisabled) return { kind: 'gone' };
  const problems = problemsOf(account, password);
  if (hasProblems(problems)) return { kind: 'wrong', problems };
  if (!(await deps.personalLinks.use(link.id, deps.clock.now().toISOString()))) return { kind: 'gone' };
  return setPassword(deps, account, password, device);
}

async function setPassword(
  deps: AccessDeps,
  account: Account,
  password: string,
  device: Device,
): Promise<PasswordOutcome> {
  const problems = problemsOf(account, password);
  if (hasProblems(problems)) return { kind: 'wrong', problems };
  await deps.accounts.setPasswordHash(account.id, await deps.passwords.hash(password));
  await deps.sessions.endAll(account.id);
  await deps.personalLinks.revokeFor('passwordReset', account.email, deps.clock.now().toISOString());
  const by = { who: principalOfAccount(account, null), address: device.address };
  await deps.audit.record(by, 'password.changed', { object: `account:${account.id}` });
  return { kind: 'changed', token: await openSession(deps, account, device, 'password') };
}

function problemsOf(account: Account, password: string): FieldProblems {
  return accountProblems({ password: { value: password, own: [account.name, account.email] } });
}

async function newResetLink(
  deps: AccessDeps,
  by: Requester,
  account: Account,
): Promise<{ readonly link: PersonalLink; readonly token: string }> {
  const { now, later } = nowAndIn(deps.clock, RESET_LINK_LIFE_MS);
  await deps.personalLinks.revokeFor('passwordReset', account.email, now);
  const token = deps.tokens.newToken();
  const link = await deps.personalLinks.create({
    kind: 'passwordReset',
    tokenHash: deps.tokens.hashOf(token),
    email: account.email,
    role: null,
    accountId: account.id,
    createdAt: now,
    expiresAt: later,
  });
  await deps.audit.record(by, 'password.reset-link-made', { object: `account:${account.id}` });
  return { link, token };
}
