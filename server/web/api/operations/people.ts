// Accounts, invitations, share links and the audit log. Where no accounts are in use there is nothing to manage.

import { ROLES } from '../../../core/access/permissions.ts';
import type { Role } from '../../../core/access/permissions.ts';
import type { AccessDeps } from '../../../usecases/access/access-deps.ts';
import type { FieldProblems } from '../../../usecases/access/account-fields.ts';
import type { Account, AccountChange } from '../../../usecases/access/account-stores.ts';
import { invite } from '../../../usecases/access/invitations.ts';
import { changeRole, listAccounts, setAccountDisabled } from '../../../usecases/access/manage-accounts.ts';
import { publicOrigin } from '../../security/public-origin.ts';
import { principalOf, requesterOf } from '../../security/who.ts';
import type { AccountsAccess, WebDeps } from '../../web-deps.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { found, notFound } from '../named.ts';
import { ApiProblem, component, json, listOf, objectOf } from '../operation.ts';
import type { JsonSchema, Operation } from '../operation.ts';

const ROLE: JsonSchema = { enum: ROLES };

const whoAmI: Operation = {
  id: 'whoAmI',
  method: 'get',
  path: '/account',
  tag: 'people',
  access: 'catalogue.read',
  summary: { en: 'Who the request comes from', ja: '要求元の利用者' },
  answered: {
    status: 200,
    meaning: { en: 'The account, or the single user of this machine', ja: 'アカウント、または単独利用者' },
    content: objectOf({
      kind: { type: 'string' },
      name: { type: 'string' },
      role: { type: ['string', 'null'] },
    }),
  },
  handle({ req }) {
    const who = principalOf(req);
    return Promise.resolve(
      json(
        who.kind === 'account'
          ? { kind: who.kind, name: who.name, role: who.role }
          : { kind: who.kind, name: '', role: null },
      ),
    );
  },
};

const listPeople: Operation = {
  id: 'listAccounts',
  method: 'get',
  path: '/accounts',
  tag: 'people',
  access: 'account.manage',
  summary: { en: 'Everybody with an account', ja: 'アカウントの一覧' },
  answered: {
    status: 200,
    meaning: { en: 'The accounts', ja: 'アカウント' },
    content: objectOf({ accounts: listOf(component('Account')) }),
  },
  async handle({ deps, req }) {
    const accounts = await listAccounts(peopleOf(deps).people, requesterOf(req));
    return json({ accounts: accounts.map(shownAccount) });
  },
};

const changeAccount: Operation = {
  id: 'changeAccount',
  method: 'patch',
  path: '/accounts/{accountId}',
  tag: 'people',
  access: 'account.manage',
  summary: {
    en: 'Change somebody’s role, or disable or enable the account',
    ja: '役割を変更する、またはアカウントを停止・再開する',
  },
  body: objectOf({ role: ROLE, isDisabled: { type: 'boolean' } }, ['role', 'isDisabled']),
  answered: { status: 200, meaning: { en: 'The account', ja: 'アカウント' }, content: component('Account') },
  async handle({ deps, req, path, body }) {
    const { people } = peopleOf(deps);
    const id = path['accountId'] ?? '';
    const { role, isDisabled } = body as { readonly role?: Role; readonly isDisabled?: boolean };
    const by = requesterOf(req);
    if (role !== undefined) checkChange(await changeRole(people, by, id, role));
    if (isDisabled !== undefined) checkChange(await setAccountDisabled(people, by, id, isDisabled));
    const account = found(await people.accounts.get(id));
    return json(shownAccount(account));
  },
};

const invitePerson: Operation = {
  id: 'invitePerson',
  method: 'post',
  path: '/invitations',
  tag: 'people',
  access: 'account.manage',
  summary: {
    en: 'Invite somebody; the answer holds the single-use link',
    ja: '招待する（応答に1回限りのリンクを含みます）',
  },
  body: objectOf({ email: { type: 'string', maxLength: 254 }, role: ROLE }),
  answered: {
    status: 201,
    meaning: { en: 'The invitation', ja: '招待' },
    content: objectOf({ id: { type: 'string' }, link: { type: 'string' }, expiresAt: { type: 'string' } }),
  },
  async handle({ deps, req, body }) {
    const access = peopleOf(deps);
    const outcome = await invite(access.people, requesterOf(req), body as { email: string; role: Role });
    if (outcome.kind === 'wrong') throw fieldsWrong(outcome.problems);
    const link = `${publicOrigin(access, req)}/invitations/${outcome.token}`;
    return json({ id: outcome.link.id, link, expiresAt: outcome.link.expiresAt });
  },
};

const searchAudit: Operation = {
  id: 'searchAudit',
  method: 'get',
  path: '/audit',
  tag: 'people',
  access: 'audit.read',
  summary: { en: 'The audit log, newest first', ja: '監査ログ（新しい順）' },
  query: {
    actor: { type: 'string' },
    object: { type: 'string' },
    before: { type: 'integer', minimum: 1, description: 'Only entries with a smaller number.' },
    limit: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
  },
  answered: {
    status: 200,
    meaning: { en: 'The entries', ja: '記録' },
    content: objectOf({ entries: listOf(component('AuditEntry')) }),
  },
  async handle({ deps, query }) {
    const { actor, object, before, limit } = query as {
      actor?: string;
      object?: string;
      before?: number;
      limit: number;
    };
    const filter = { ...(actor === undefined ? {} : { actor }), ...(object === undefined ? {} : { object }) };
    const page = { limit, ...(before === undefined ? {} : { beforeNumber: before }) };
    return json({ entries: await deps.audit.search(filter, page) });
  },
};

export const PEOPLE_OPERATIONS: readonly Operation[] = [
  whoAmI,
  listPeople,
  changeAccount,
  invitePerson,
  searchAudit,
];

/** The accounts of this server; where none are in use, the request ends as "accounts are off". */
export function peopleOf({
  access,
}: Pick<WebDeps, 'access'>): AccountsAccess & { readonly people: AccessDeps } {
  if (access.kind === 'accounts') return access;
  throw new ApiProblem(409, 'accountsOff', PROBLEM_TITLES.accountsOff);
}

/** What is wrong with single fields of the body. */
export function fieldsWrong(problems: FieldProblems): ApiProblem {
  const lines = Object.entries(problems).flatMap(([path, message]) =>
    message === undefined ? [] : [{ path, message }],
  );
  return new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, lines);
}

function checkChange(change: AccountChange): void {
  if (change === 'notFound') throw notFound();
  if (change === 'lastAdministrator') {
    throw new ApiProblem(409, 'lastAdministrator', PROBLEM_TITLES.lastAdministrator);
  }
}

function shownAccount({ id, email, name, role, isDisabled, createdAt, lastSignInAt }: Account): object {
  return { id, email, name, role, isDisabled, createdAt, lastSignInAt };
}
