// What each route needs. A route without a line here does not start: `guardRoutes` refuses it, and a test says so.
// For addresses below /evaluations/:id the permission is asked for that evaluation.

import type { AuditAction } from '../../core/access/audit-chain.ts';
import type { Permission } from '../../core/access/permissions.ts';

/** A permission, or `public` for what somebody who has not signed in must reach. */
export type RouteNeed = Permission | 'public';

export type RouteAccess = RouteNeed | readonly [RouteNeed, AuditAction];

/** Method and path → what it needs and, where it matters to an auditor, the entry a success leaves in the audit log. */
export const ROUTE_ACCESS: Readonly<Record<string, RouteAccess>> = {
  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'POST /sign-out': 'public',
  'GET /sign-in/oidc': 'public',
  'GET /sign-in/oidc/callback': 'public',
  'GET /setup': 'public',
  'POST /setup': 'public',
  'GET /invitations/:token': 'public',
  'POST /invitations/:token': 'public',
  'GET /password-resets/:token': 'public',
  'POST /password-resets/:token': 'public',
  'GET /forgotten-password': 'public',
  'POST /forgotten-password': 'public',
  // Whoever holds the link is checked with the link itself as principal.
  'GET /shared/:token': 'public',
  'GET /shared/:token/report': 'public',

  'GET /account': 'own-account.manage',
  'POST /account/password': 'own-account.manage',
  'POST /account/sessions/end-all': 'own-account.manage',
  'POST /account/sessions/:session/end': 'own-account.manage',

  'GET /admin/accounts': 'account.manage',
  'POST /admin/accounts/:account/role': 'account.manage',
  'POST /admin/accounts/:account/state': 'account.manage',
  'POST /admin/accounts/:account/reset-link': 'account.manage',
  'POST /admin/accounts/:account/sessions/end': 'account.manage',
  'POST /admin/invitations': 'account.manage',
  'POST /admin/invitations/:link/revoke': 'account.manage',
  'GET /admin/audit': 'audit.read',
  'GET /admin/audit.csv': 'audit.read',
  'POST /admin/audit/verify': 'audit.read',

  'GET /evaluations/:id/shares': 'evaluation.share',
  'POST /evaluations/:id/shares': 'evaluation.share',
  'POST /evaluations/:id/shares/:share/revoke': 'evaluation.share',

  'GET /': 'catalogue.read',
  'GET /guide': 'catalogue.read',
  'GET /method': 'catalogue.read',
  'GET /api': 'catalogue.read',
  'GET /options': 'catalogue.read',
  'GET /options/compare': 'catalogue.read',
  'GET /options/coverage': 'catalogue.read',
  'GET /options/facts/:fact': 'catalogue.read',
  'GET /options/data': 'catalogue.read',
  'GET /options/data/:file': 'catalogue.read',
  'GET /options/:id': 'catalogue.read',
  'GET /options/:id/correction': 'catalogue.read',

  'POST /evaluations': ['evaluation.edit', 'evaluation.created'],
  'GET /evaluations/:id': 'evaluation.read',
  'POST /evaluations/:id/name': 'evaluation.edit',
  'POST /evaluations/:id/delete': ['evaluation.edit', 'evaluation.deleted'],
  'POST /evaluations/:id/copy': ['evaluation.edit', 'evaluation.created'],
  'GET /evaluations/:id/questions/:section': 'evaluation.read',
  'POST /evaluations/:id/questions/:section': 'evaluation.edit',
  'POST /evaluations/:id/answers': 'evaluation.edit',
  'GET /evaluations/:id/preview': 'evaluation.read',
  'GET /evaluations/:id/weights': 'evaluation.read',
  'POST /evaluations/:id/weights/people': 'evaluation.edit',
  'POST /evaluations/:id/weights/people/remove': 'evaluation.edit',
  // The address holds the permission: it opens one person's weights, and people who are asked need no account.
  'GET /weights/:person': 'public',
  'POST /weights/:person': 'public',
  'GET /weights/:person/playback': 'public',
  'POST /weights/:person/draft': 'public',
  'POST /weights/:person/give': 'public',
  'POST /weights/:person/take-back': 'public',
  'POST /weights/:person/name': 'public',

  'GET /evaluations/:id/result': 'evaluation.read',
  'GET /evaluations/:id/result/:option': 'evaluation.read',
  'GET /evaluations/:id/compare': 'evaluation.read',
  'GET /evaluations/:id/what-if': 'evaluation.read',
  'GET /evaluations/:id/report': ['evaluation.export', 'evaluation.exported'],

  'GET /evaluations/:id/exports': 'evaluation.read',
  'POST /evaluations/:id/exports': ['evaluation.export', 'evaluation.exported'],
  'GET /evaluations/:id/exports/:job': 'evaluation.export',
  'GET /evaluations/:id/exports/:job/status': 'evaluation.export',
  'GET /evaluations/:id/exports/:job/file': 'evaluation.export',
  'POST /evaluations/:id/exports/:job/cancel': 'evaluation.export',
  'GET /evaluations/:id/versions': 'evaluation.read',
  'GET /evaluations/:id/versions/compare': 'evaluation.read',
  'POST /evaluations/:id/freeze': ['evaluation.freeze', 'evaluation.frozen'],
  'POST /evaluations/:id/reopen': ['evaluation.freeze', 'evaluation.reopened'],
  'GET /evaluations/:id/tender': 'evaluation.read',
  'GET /evaluations/:id/answer-sheet': 'evaluation.export',
  'POST /evaluations/:id/vendor-answers': ['evaluation.edit', 'evaluation.vendor-answers-taken'],

  'GET /benchmark': 'run.read',
  'POST /runs': ['run.start', 'run.started'],
  'GET /runs': 'run.read',
  'GET /runs/:id': 'run.read',
  'GET /runs/:id.json': 'run.read',
  'GET /runs/:id/events': 'run.read',
  'POST /runs/:id/stop': ['run.stop', 'run.stopped'],
};
