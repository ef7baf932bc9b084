// Stores for people, their sign-ins, the links they are sent and the links they share. Tokens reach a store as hashes.

import type { Role } from '../../core/access/permissions.ts';

export interface Account {
  readonly id: string;
  /** As it was typed; two addresses that differ only in case are the same account. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  /** Null for people who only ever sign in through the identity provider. */
  readonly passwordHash: string | null;
  /** `issuer subject` of the identity provider; null when none is linked. */
  readonly oidcSubject: string | null;
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
}

export type NewAccount = Pick<Account, 'email' | 'name' | 'role' | 'passwordHash' | 'oidcSubject'>;

export type AccountChange = 'changed' | 'notFound' | 'lastAdministrator';

export interface AccountStore {
  /** Null when the mail address or the subject has an account already. */
  create(account: NewAccount): Promise<Account | null>;
  /** Makes the first account and closes the setup for good; null when it is closed already. */
  completeSetup(account: NewAccount): Promise<Account | null>;
  isSetupComplete(): Promise<boolean>;
  get(id: string): Promise<Account | null>;
  byEmail(email: string): Promise<Account | null>;
  byOidcSubject(subject: string): Promise<Account | null>;
  /** By mail address. */
  list(): Promise<readonly Account[]>;
  setPasswordHash(id: string, hash: string): Promise<void>;
  setOidcSubject(id: string, subject: string): Promise<void>;
  noteSignIn(id: string, at: string): Promise<void>;
  /** One enabled administrator always remains, also when two are changed at the same moment. */
  setRole(id: string, role: Role): Promise<AccountChange>;
  setDisabled(id: string, isDisabled: boolean): Promise<AccountChange>;
}

export type SignInMethod = 'password' | 'oidc' | 'setup' | 'link';

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly userAgent: string;
  readonly address: string;
  readonly method: SignInMethod;
}

export interface SessionStore {
  create(session: Omit<Session, 'id'> & { readonly tokenHash: string }): Promise<Session>;
  /** The session of this token together with its account; null when there is none (any more). */
  find(tokenHash: string): Promise<{ readonly session: Session; readonly account: Account } | null>;
  noteUse(id: string, at: string, address: string): Promise<void>;
  /** Latest use first. */
  listOf(accountId: string): Promise<readonly Session[]>;
  /** Ends one session of this account; false when it has no such session. */
  end(accountId: string, sessionId: string): Promise<boolean>;
  /** Ends all sessions of the account but the named one. Resolves to how many. */
  endAll(accountId: string, exceptSessionId?: string): Promise<number>;
  /** Removes what was last used, or made, before these moments. */
  removeExpired(limits: { readonly usedBefore: string; readonly madeBefore: string }): Promise<void>;
}

export type PersonalLinkKind = 'invitation' | 'passwordReset';

/** A single-use link that somebody is sent. */
export interface PersonalLink {
  readonly id: string;
  readonly kind: PersonalLinkKind;
  /** Whom it is for. */
  readonly email: string;
  /** Invitations only. */
  readonly role: Role | null;
  /** Password resets only. */
  readonly accountId: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface PersonalLinkStore {
  create(link: Omit<PersonalLink, 'id'> & { readonly tokenHash: string }): Promise<PersonalLink>;
  /** Null once it was used, revoked or has expired. */
  find(kind: PersonalLinkKind, tokenHash: string, now: string): Promise<PersonalLink | null>;
  /** True for exactly one caller, however many try at once. */
  use(id: string, now: string): Promise<boolean>;
  /** Those still open, newest first. */
  listOpen(kind: PersonalLinkKind, now: string): Promise<readonly PersonalLink[]>;
  /** Earlier links of the same kind to the same person stop working. Resolves to how many did. */
  revokeFor(kind: PersonalLinkKind, email: string, now: string): Promise<number>;
  /** The link that was revoked; null when it was not open. */
  revoke(kind: PersonalLinkKind, id: string, now: string): Promise<PersonalLink | null>;
}

/** A link to one evaluation, for reading only. */
export interface ShareLink {
  readonly id: string;
  readonly evaluationId: string;
  /** For whom or what it was made, in the maker's words. */
  readonly label: string;
  readonly madeBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastOpenedAt: string | null;
  readonly openCount: number;
}

export interface ShareLinkStore {
  create(
    link: Pick<ShareLink, 'evaluationId' | 'label' | 'madeBy' | 'createdAt' | 'expiresAt'> & {
      readonly tokenHash: string;
    },
  ): Promise<ShareLink>;
  /** Null once it was revoked or has expired. */
  find(tokenHash: string, now: string): Promise<ShareLink | null>;
  noteOpened(id: string, at: string): Promise<void>;
  /** Every link of the evaluation, newest first. */
  listOf(evaluationId: string): Promise<readonly ShareLink[]>;
  /** False when the evaluation has no such link that is still open. */
  revoke(evaluationId: string, id: string, now: string): Promise<boolean>;
}

/** What a program sends in place of a sign-in. */
export interface ApiToken {
  readonly id: string;
  readonly accountId: string;
  /** What it is for, in its owner's words. */
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

export interface ApiTokenStore {
  create(token: Omit<ApiToken, 'id' | 'lastUsedAt'> & { readonly tokenHash: string }): Promise<ApiToken>;
  /** The token together with its owner; null once it was removed or has expired. */
  find(
    tokenHash: string,
    now: string,
  ): Promise<{ readonly token: ApiToken; readonly account: Account } | null>;
  noteUse(id: string, at: string): Promise<void>;
  /** Those of the account that still work, newest first. */
  listOf(accountId: string, now: string): Promise<readonly ApiToken[]>;
  /** False when the account has no such token. */
  remove(accountId: string, id: string): Promise<boolean>;
}

export interface AccessStores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly personalLinks: PersonalLinkStore;
  readonly shareLinks: ShareLinkStore;
  readonly apiTokens: ApiTokenStore;
}
