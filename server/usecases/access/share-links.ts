// Share links: one evaluation, for reading, until they expire or are revoked.

import type { Principal } from '../../core/access/principal.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import { nowAndIn, requirePermission } from './access-deps.ts';
import type { AccessDeps } from './access-deps.ts';
import type { FieldProblems } from './account-fields.ts';
import type { ShareLink } from './account-stores.ts';
import type { Requester } from './audit-log.ts';

export const SHARE_LIFE_DAYS = [7, 30, 90] as const;
const LABEL_LENGTH_MAX = 120;
const DAY_MS = 24 * 60 * 60 * 1_000;

type ShareDeps = Pick<AccessDeps, 'shareLinks' | 'tokens' | 'clock' | 'audit'>;

export type ShareOutcome =
  | { readonly kind: 'shared'; readonly link: ShareLink; readonly token: string }
  | { readonly kind: 'wrong'; readonly problems: FieldProblems };

const LABEL_NEEDED: LocalizedText = {
  en: 'Say whom the link is for, so that you know later which one to revoke.',
  ja: '誰に渡すリンクか入力してください。あとで無効にするときの目印になります。',
};

export async function shareEvaluation(
  deps: ShareDeps,
  by: Requester,
  evaluationId: string,
  form: { readonly label: string; readonly days: number },
): Promise<ShareOutcome> {
  requirePermission(by.who, 'evaluation.share', { evaluationId });
  if (form.label === '') return { kind: 'wrong', problems: { label: LABEL_NEEDED } };
  const days = SHARE_LIFE_DAYS.find((known) => known === form.days) ?? SHARE_LIFE_DAYS[0];
  const { now, later } = nowAndIn(deps.clock, days * DAY_MS);
  const token = deps.tokens.newToken();
  const link = await deps.shareLinks.create({
    tokenHash: deps.tokens.hashOf(token),
    evaluationId,
    label: form.label.slice(0, LABEL_LENGTH_MAX),
    madeBy: by.who.kind === 'account' ? by.who.name : '',
    createdAt: now,
    expiresAt: later,
  });
  const detail = `${evaluationId} ${days}d`;
  await deps.audit.record(by, 'share.made', { object: `share:${link.id}`, detail });
  return { kind: 'shared', link, token };
}

export async function shareLinksOf(
  deps: ShareDeps,
  by: Requester,
  evaluationId: string,
): Promise<readonly ShareLink[]> {
  requirePermission(by.who, 'evaluation.share', { evaluationId });
  return deps.shareLinks.listOf(evaluationId);
}

export async function revokeShareLink(
  deps: ShareDeps,
  by: Requester,
  evaluationId: string,
  shareId: string,
): Promise<boolean> {
  requirePermission(by.who, 'evaluation.share', { evaluationId });
  const isRevoked = await deps.shareLinks.revoke(evaluationId, shareId, deps.clock.now().toISOString());
  if (isRevoked)
    await deps.audit.record(by, 'share.revoked', { object: `share:${shareId}`, detail: evaluationId });
  return isRevoked;
}

/** Who the holder of this token is; null when the link was revoked, has expired or never was. */
export async function readerOfShareLink(
  deps: ShareDeps,
  token: string,
): Promise<Extract<Principal, { readonly kind: 'shareLink' }> | null> {
  const link = await deps.shareLinks.find(deps.tokens.hashOf(token), deps.clock.now().toISOString());
  return link === null ? null : { kind: 'shareLink', shareId: link.id, evaluationId: link.evaluationId };
}

/** Notes that the link was opened: in its row for its maker, in the audit log for administrators. */
export async function noteShareOpened(
  deps: ShareDeps,
  reader: Extract<Principal, { readonly kind: 'shareLink' }>,
  address: string,
): Promise<void> {
  await deps.shareLinks.noteOpened(reader.shareId, deps.clock.now().toISOString());
  await deps.audit.record({ who: reader, address }, 'share.opened', { detail: reader.evaluationId });
}
