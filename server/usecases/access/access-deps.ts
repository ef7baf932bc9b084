// What the use cases about accounts need, and the check each of them starts with.

import { may } from '../../core/access/principal.ts';
import type { AccessedObject, Principal } from '../../core/access/principal.ts';
import type { Permission } from '../../core/access/permissions.ts';
import { MailfitError } from '../../errors.ts';
import type { Clock, Logger } from '../ports.ts';
import type { AccessStores } from './account-stores.ts';
import type { AuditLog } from './audit-log.ts';

export interface PasswordHasher {
  /** The hash with its method, parameters and salt, as one text. */
  hash(password: string): Promise<string>;
  /** Takes the same time for a wrong password as for an account without one (`stored` null). */
  verify(password: string, stored: string | null): Promise<boolean>;
  /** Whether the hash was made with other parameters than a new one would be. */
  isOutdated(stored: string): boolean;
}

/** Bearer tokens: at least 256 random bits, safe in a URL. */
export interface SecretTokens {
  newToken(): string;
  /** What the store keeps. The same token always has the same hash. */
  hashOf(token: string): string;
}

export interface AccountMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface AccountMailer {
  /** False when the operator has set no mail relay. */
  readonly isAvailable: boolean;
  send(mail: AccountMail): Promise<void>;
}

export interface AccessDeps extends AccessStores {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly passwords: PasswordHasher;
  readonly tokens: SecretTokens;
  readonly mailer: AccountMailer;
}

/** Throws MailfitError `forbidden` unless the principal may do this with this object. */
export function requirePermission(who: Principal, permission: Permission, object: AccessedObject = {}): void {
  if (!may(who, permission, object)) throw new MailfitError('forbidden', [permission]);
}

/** ISO 8601 now, and a while from now. */
export function nowAndIn(clock: Clock, lifeMs: number): { readonly now: string; readonly later: string } {
  const at = clock.now();
  return { now: at.toISOString(), later: new Date(at.getTime() + lifeMs).toISOString() };
}
