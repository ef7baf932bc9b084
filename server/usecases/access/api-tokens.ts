// API tokens: what a program sends in place of a sign-in. A token may do what its owner's role may do at that moment;
// it is shown once, kept as a hash, expires, and can be revoked.

import type { Principal } from '../../core/access/principal.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import { nowAndIn } from './access-deps.ts';
import type { AccessDeps } from './access-deps.ts';
import type { FieldProblems } from './account-fields.ts';
import type { ApiToken } from './account-stores.ts';
import type { Requester } from './audit-log.ts';
import { ownAccount, principalOfAccount } from './sessions.ts';

export const API_TOKEN_LIFE_DAYS = [30, 90, 365] as const;
/** Lets people and secret scanners recognise a token that has leaked. */
export const API_TOKEN_PREFIX = 'mailfit_';
const NAME_LENGTH_MAX = 80;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Noting every single use would write to the database with each request. */
const USE_NOTED_EVERY_MS = 60_000;

export type MadeToken =
  | { readonly kind: 'made'; readonly token: string; readonly entry: ApiToken }
  | { readonly kind: 'wrong'; readonly problems: FieldProblems };

const NAME_NEEDED: LocalizedText = {
  en: 'Say what the token is for, so that you know later which one to revoke.',
  ja: 'トークンの用途を入力してください。あとで無効にするときの目印になります。',
};

/** The token itself is in the answer and nowhere else. */
export async function makeApiToken(
  deps: AccessDeps,
  by: Requester,
  form: { readonly name: string; readonly days: number },
): Promise<MadeToken> {
  const { accountId } = ownAccount(by);
  if (form.name === '') return { kind: 'wrong', problems: { name: NAME_NEEDED } };
  const days = API_TOKEN_LIFE_DAYS.find((known) => known === form.days) ?? API_TOKEN_LIFE_DAYS[0];
  const { now, later } = nowAndIn(deps.clock, days * DAY_MS);
  const token = API_TOKEN_PREFIX + deps.tokens.newToken();
  const entry = await deps.apiTokens.create({
    tokenHash: deps.tokens.hashOf(token),
    accountId,
    name: form.name.slice(0, NAME_LENGTH_MAX),
    createdAt: now,
    expiresAt: later,
  });
  await deps.audit.record(by, 'token.made', { object: `token:${entry.id}`, detail: `${days}d` });
  return { kind: 'made', token, entry };
}

/** Tokens of one's own account that still work, newest first. */
export function ownApiTokens(deps: AccessDeps, by: Requester): Promise<readonly ApiToken[]> {
  return deps.apiTokens.listOf(ownAccount(by).accountId, deps.clock.now().toISOString());
}

export async function revokeOwnApiToken(deps: AccessDeps, by: Requester, tokenId: string): Promise<boolean> {
  const isRevoked = await deps.apiTokens.remove(ownAccount(by).accountId, tokenId);
  if (isRevoked) await deps.audit.record(by, 'token.revoked', { object: `token:${tokenId}` });
  return isRevoked;
}

/** Who this token belongs to; null when it was revoked, has expired or its account is disabled. */
export async function principalOfApiToken(deps: AccessDeps, token: string): Promise<Principal | null> {
  if (!token.startsWith(API_TOKEN_PREFIX)) return null;
  const now = deps.clock.now();
  const found = await deps.apiTokens.find(deps.tokens.hashOf(token), now.toISOString());
  if (found === null || found.account.isDisabled) return null;
  const usedMs = found.token.lastUsedAt === null ? 0 : Date.parse(found.token.lastUsedAt);
  if (now.getTime() - usedMs >= USE_NOTED_EVERY_MS) {
    await deps.apiTokens.noteUse(found.token.id, now.toISOString());
  }
  return principalOfAccount(found.account, null);
}
