// Share links of an evaluation: made, listed, revoked.

import {
  revokeShareLink,
  SHARE_LIFE_DAYS,
  shareEvaluation,
  shareLinksOf,
} from '../../../usecases/access/share-links.ts';
import type { ShareLink } from '../../../usecases/access/account-stores.ts';
import { publicOrigin } from '../../security/public-origin.ts';
import { requesterOf } from '../../security/who.ts';
import { notFound } from '../named.ts';
import { component, json, listOf, objectOf } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { evaluationNamed } from './evaluations.ts';
import { fieldsWrong, peopleOf } from './people.ts';

const listShares: Operation = {
  id: 'listShares',
  method: 'get',
  path: '/evaluations/{id}/shares',
  tag: 'people',
  access: 'evaluation.share',
  summary: {
    en: 'Links that show the evaluation to somebody without an account',
    ja: 'アカウントのない人に評価を見せるリンクの一覧',
  },
  answered: {
    status: 200,
    meaning: { en: 'The links, without their secret part', ja: 'リンク（秘密の部分を除く）' },
    content: objectOf({ shares: listOf(component('Share')) }),
  },
  async handle({ deps, req, path }) {
    const { people } = peopleOf(deps);
    const { id } = await evaluationNamed(deps, path['id']);
    return json({ shares: (await shareLinksOf(people, requesterOf(req), id)).map(shown) });
  },
};

const makeShare: Operation = {
  id: 'makeShare',
  method: 'post',
  path: '/evaluations/{id}/shares',
  tag: 'people',
  access: 'evaluation.share',
  summary: { en: 'Make a read-only link that expires', ja: '期限つきの閲覧専用リンクを作る' },
  body: objectOf({ label: { type: 'string', maxLength: 120 }, days: { enum: SHARE_LIFE_DAYS } }),
  answered: {
    status: 201,
    meaning: { en: 'The link, shown this once', ja: 'リンク（表示はこの1回限り）' },
    content: objectOf({ share: component('Share'), link: { type: 'string' } }),
  },
  async handle({ deps, req, path, body }) {
    const access = peopleOf(deps);
    const { id } = await evaluationNamed(deps, path['id']);
    const form = body as { readonly label: string; readonly days: number };
    const outcome = await shareEvaluation(access.people, requesterOf(req), id, form);
    if (outcome.kind === 'wrong') throw fieldsWrong(outcome.problems);
    return json({ share: shown(outcome.link), link: `${publicOrigin(access, req)}/shared/${outcome.token}` });
  },
};

const revokeShare: Operation = {
  id: 'revokeShare',
  method: 'delete',
  path: '/evaluations/{id}/shares/{shareId}',
  tag: 'people',
  access: 'evaluation.share',
  summary: { en: 'Revoke a link at once', ja: 'リンクをすぐに無効にする' },
  answered: { status: 204, meaning: { en: 'Revoked', ja: '無効にしました' }, content: 'none' },
  async handle({ deps, req, path }) {
    const { people } = peopleOf(deps);
    const isRevoked = await revokeShareLink(
      people,
      requesterOf(req),
      path['id'] ?? '',
      path['shareId'] ?? '',
    );
    if (isRevoked) return { kind: 'nothing' };
    throw notFound();
  },
};

export const SHARE_OPERATIONS: readonly Operation[] = [listShares, makeShare, revokeShare];

function shown({ id, label, madeBy, createdAt, expiresAt, revokedAt, lastOpenedAt, openCount }: ShareLink) {
  return { id, label, madeBy, createdAt, expiresAt, revokedAt, lastOpenedAt, openCount };
}
