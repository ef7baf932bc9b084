// The web application with accounts: real password hashes, real sessions, mail into a list.

import assert from 'node:assert/strict';
import { createPasswordHasher } from '../../server/adapters/system/password-hash.ts';
import { secretTokens } from '../../server/adapters/system/secret-tokens.ts';
import type { Role } from '../../server/core/access/permissions.ts';
import type { AccessDeps, AccountMail } from '../../server/usecases/access/access-deps.ts';
import type { Account } from '../../server/usecases/access/account-stores.ts';
import { DEFAULT_LIMITS } from '../../server/web/app.ts';
import type { AccountsAccess, WebDeps } from '../../server/web/app.ts';
import { openBrowserless } from './visitor.ts';
import type { Visitor } from './visitor.ts';
import { startWeb } from './web.ts';
import type { WebUnderTest } from './web.ts';

export const SETUP_CODE = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE';
export const PASSWORD = 'kumo ame kaze 雷 4 hoshi';

export interface AccountsWeb extends WebUnderTest {
  readonly people: AccessDeps;
  readonly mails: AccountMail[];
  /** Moves the clock of sessions and links. */
  later(ms: number): void;
  addAccount(role: Role, email?: string): Promise<Account>;
  /** Somebody with this role, signed in through the sign-in page. */
  signedInAs(role: Role, email?: string): Promise<Visitor>;
}

export interface AccountsOptions {
  readonly access?: Partial<AccountsAccess>;
  readonly web?: Partial<WebDeps>;
  readonly hasMailer?: boolean;
}

/** With an administrator from the start, unless `isFresh`. */
export async function startWebWithAccounts(
  options: AccountsOptions & { readonly isFresh?: boolean } = {},
): Promise<AccountsWeb> {
  const mails: AccountMail[] = [];
  let shiftMs = 0;
  let people: AccessDeps | undefined;
  const web = await startWeb(({ stores, audit }) => {
    const clock = { now: () => new Date(Date.now() + shiftMs) };
    people = {
      ...stores.access,
      audit,
      clock,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      passwords: createPasswordHasher(),
      tokens: secretTokens,
      mailer: {
        isAvailable: options.hasMailer ?? false,
        send: (mail) => {
          mails.push(mail);
          return Promise.resolve();
        },
      },
    };
    return {
      clock,
      limits: { ...DEFAULT_LIMITS, signInsPerQuarterHour: 1_000 },
      access: {
        kind: 'accounts',
        people,
        setupCode: SETUP_CODE,
        publicUrl: null,
        identityProvider: null,
        ...options.access,
      },
      ...options.web,
    };
  });
  assert.ok(people !== undefined);
  return withPeople(web, { people, mails, isFresh: options.isFresh ?? false }, (ms) => (shiftMs += ms));
}

async function withPeople(
  web: WebUnderTest,
  parts: { readonly people: AccessDeps; readonly mails: AccountMail[]; readonly isFresh: boolean },
  later: (ms: number) => void,
): Promise<AccountsWeb> {
  const { people, mails } = parts;
  const passwordHash = await people.passwords.hash(PASSWORD);
  const template = { passwordHash, oidcSubject: null };
  if (!parts.isFresh) {
    const email = 'administrator@example.jp';
    await people.accounts.completeSetup({ ...template, name: '管理 花子', email, role: 'administrator' });
  }
  const addAccount = async (role: Role, email: string = `${role}@example.jp`): Promise<Account> => {
    const known = await people.accounts.byEmail(email);
    const made = known ?? (await people.accounts.create({ ...template, name: `Test ${role}`, email, role }));
    assert.ok(made !== null);
    return made;
  };
  return {
    ...web,
    people,
    mails,
    later,
    addAccount,
    async signedInAs(role, email) {
      const account = await addAccount(role, email);
      const visitor = openBrowserless(web.origin);
      await visitor.get('/sign-in');
      const answer = await visitor.post('/sign-in', { email: account.email, password: PASSWORD });
      assert.equal(answer.status, 303);
      await visitor.get('/account');
      return visitor;
    },
  };
}
