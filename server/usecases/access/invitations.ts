// Invitations: an administrator gives a role to a mail address; whoever holds the link makes the account, once.

import type { Role } from '../../core/access/permissions.ts';
import { INVITATION_LIFE_MS } from '../../core/access/session-rules.ts';
import { nowAndIn, requirePermission } from './access-deps.ts';
import type { AccessDeps } from './access-deps.ts';
import { accountProblems, hasProblems } from './account-fields.ts';
import type { FieldProblems } from './account-fields.ts';
import type { PersonalLink } from './account-stores.ts';
import type { Requester } from './audit-log.ts';
import { openSession, principalOfAccount } from './sessions.ts';
import type { Device } from './sessions.ts';

export type InviteOutcome =
  | { readonly kind: 'invited'; readonly link: PersonalLink; readonly token: string }
  | { readonly kind: 'wrong'; readonly problems: FieldProblems };

/** Makes the link. An earlier open invitation of the same address stops working. */
export async function invite(
  deps: AccessDeps,
  by: Requester,
  invited: { readonly email: string; readonly role: Role },
): Promise<InviteOutcome> {
  requirePermission(by.who, 'account.manage');
  const { email, role } = invited;
  const problems = accountProblems({ email });
  if (hasProblems(problems)) return { kind: 'wrong', problems };
  if ((await deps.accounts.byEmail(email)) !== null) return { kind: 'wrong', problems: ALREADY_THERE };
  const { now, later } = nowAndIn(deps.clock, INVITATION_LIFE_MS);
  await deps.personalLinks.revokeFor('invitation', email, now);
  const token = deps.tokens.newToken();
  const link = await deps.personalLinks.create({
    kind: 'invitation',
    tokenHash: deps.tokens.hashOf(token),
    email,
    role,
    accountId: null,
    createdAt: now,
    expiresAt: later,
  });
  await deps.audit.record(by, 'invitation.made', {
    object: `invitation:${link.id}`,
    detail: `${email} ${role}`,
  });
  return { kind: 'invited', link, token };
}

const ALREADY_THERE: FieldProblems = {
  email: {
    en: 'This address has an account already. Change its role in the list.',
    ja: 'このメールアドレスのアカウントはすでにあります。役割は一覧で変更できます。',
  },
};

export async function openInvitations(deps: AccessDeps, by: Requester): Promise<readonly PersonalLink[]> {
  requirePermission(by.who, 'account.manage');
  return deps.personalLinks.listOpen('invitation', deps.clock.now().toISOString());
}

export async function revokeInvitation(deps: AccessDeps, by: Requester, id: string): Promise<boolean> {
  requirePermission(by.who, 'account.manage');
  const link = await deps.personalLinks.revoke('invitation', id, deps.clock.now().toISOString());
  if (link === null) return false;
  await deps.audit.record(by, 'invitation.revoked', { object: `invitation:${id}`, detail: link.email });
  return true;
}

/** The invitation behind a link; null when it was used, revoked or is too old. */
export function invitationOf(deps: AccessDeps, token: string): Promise<PersonalLink | null> {
  return deps.personalLinks.find('invitation', deps.tokens.hashOf(token), deps.clock.now().toISOString());
}

export type AcceptOutcome =
  | { readonly kind: 'joined'; readonly token: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'wrong'; readonly problems: FieldProblems };

/** Makes the account with the invited address and role, and signs its owner in. */
export async function acceptInvitation(
  deps: AccessDeps,
  linkToken: string,
  form: { readonly name: string; readonly password: string },
  device: Device,
): Promise<AcceptOutcome> {
  const link = await invitationOf(deps, linkToken);
  if (link === null || link.role === null) return { kind: 'gone' };
  const { name, password } = form;
  const { email, role } = link;
  const problems = accountProblems({ name, password: { value: password, own: [name, email] } });
  if (hasProblems(problems)) return { kind: 'wrong', problems };
  const passwordHash = await deps.passwords.hash(password);
  if (!(await deps.personalLinks.use(link.id, deps.clock.now().toISOString()))) return { kind: 'gone' };
  const account = await deps.accounts.create({ name, email, role, passwordHash, oidcSubject: null });
  if (account === null) return { kind: 'gone' };
  const by = { who: principalOfAccount(account, null), address: device.address };
  await deps.audit.record(by, 'invitation.accepted', { object: `invitation:${link.id}`, detail: role });
  return { kind: 'joined', token: await openSession(deps, account, device, 'link') };
}
