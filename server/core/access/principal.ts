// Who is asking. Every request has exactly one principal; what it may do follows from the permissions table.

import { PERMISSIONS, roleMay, SHARE_LINK_MAY } from './permissions.ts';
import type { Permission, Role } from './permissions.ts';

export type Principal =
  /** The person at this machine, where no accounts are in use. */
  | { readonly kind: 'localUser' }
  /** Somebody who has not signed in. */
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly name: string;
      readonly email: string;
      readonly role: Role;
      /** The browser session the request came with; null when it came with an API token. */
      readonly sessionId: string | null;
    }
  /** The reader of a share link. */
  | { readonly kind: 'shareLink'; readonly shareId: string; readonly evaluationId: string }
  /** Whoever runs the command line on the server itself. */
  | { readonly kind: 'operator' };

/** What the permission is to be used on; left out where it does not matter which object. */
export interface AccessedObject {
  readonly evaluationId?: string;
}

export const LOCAL_USER: Principal = { kind: 'localUser' };
export const ANONYMOUS: Principal = { kind: 'anonymous' };
export const OPERATOR: Principal = { kind: 'operator' };

/** Whether the principal may do this, on this object where one is named. A share link never reaches a second evaluation. */
export function may(who: Principal, permission: Permission, object: AccessedObject = {}): boolean {
  switch (who.kind) {
    case 'localUser':
    case 'operator':
      return true;
    case 'anonymous':
      return false;
    case 'account':
      return roleMay(who.role, permission);
    case 'shareLink':
      return SHARE_LINK_MAY.includes(permission) && object.evaluationId === who.evaluationId;
  }
}

/** Everything the principal may do somewhere; for pages that hide what would be refused. */
export function permissionsOf(who: Principal): ReadonlySet<Permission> {
  return new Set(PERMISSIONS.filter((permission) => may(who, permission)));
}

/** How the principal is named in the audit log: an id that stays the same and a name for people. */
export function actorOf(who: Principal): { readonly id: string; readonly label: string } {
  switch (who.kind) {
    case 'account':
      return { id: `account:${who.accountId}`, label: who.email };
    case 'shareLink':
      return { id: `share:${who.shareId}`, label: '' };
    case 'localUser':
    case 'operator':
    case 'anonymous':
      return { id: who.kind, label: '' };
  }
}
