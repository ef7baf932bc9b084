// What every store of people, sessions, links and the audit log owes.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CHAIN_START } from '../../server/core/access/audit-chain.ts';
import type { AuditFacts } from '../../server/core/access/audit-chain.ts';
import type { AccessStores, Account, AccountStore } from '../../server/usecases/access/account-stores.ts';
import { createAuditLog } from '../../server/usecases/access/audit-log.ts';
import type { AuditStore } from '../../server/usecases/access/audit-log.ts';

const AT = '2026-11-27T08:00:00.000Z';
const LATER = '2026-11-27T09:00:00.000Z';
const MUCH_LATER = '2026-12-27T08:00:00.000Z';

let count = 0;
const fresh = (name: string) => `${name}-${(count += 1)}`;

async function newAccount(store: AccountStore, extra: Partial<Account> = {}): Promise<Account> {
  const email = `${fresh('person')}@example.jp`;
  const account = { email, name: '花子', role: 'viewer', passwordHash: 'h', oidcSubject: null } as const;
  const made = await store.create({ ...account, ...extra });
  assert.ok(made !== null);
  return made;
}

export function accountContract(store: () => AccountStore): void {
  it('completes the setup once, also when two try at the same moment, and never again', async () => {
    const admin = { name: 'A', role: 'administrator', passwordHash: 'h', oidcSubject: null } as const;
    assert.equal(await store().isSetupComplete(), false);

    const tries = await Promise.all(
      ['one@example.jp', 'two@example.jp'].map((email) => store().completeSetup({ ...admin, email })),
    );

    assert.equal(tries.filter((account) => account !== null).length, 1);
    assert.equal(await store().isSetupComplete(), true);
    assert.equal(await store().completeSetup({ ...admin, email: 'three@example.jp' }), null);
    assert.equal(await store().byEmail('three@example.jp'), null);
  });

  it('takes two spellings of one mail address for the same account', async () => {
    const made = await newAccount(store(), { email: 'Hanako.Sato@Example.JP' });

    assert.equal((await store().byEmail('hanako.sato@example.jp'))?.id, made.id);
    const second = { ...made, email: 'HANAKO.SATO@EXAMPLE.JP' };
    assert.equal(await store().create(second), null);
  });

  it('gives a subject of the identity provider to one account only', async () => {
    const made = await newAccount(store(), { oidcSubject: 'https://id.example sub-1' });

    assert.equal((await store().byOidcSubject('https://id.example sub-1'))?.id, made.id);
    const other = { ...made, email: 'other-subject@example.jp' };
    assert.equal(await store().create(other), null);
  });

  it('changes password, role, state and last sign-in, and lists by address', async () => {
    const { id } = await newAccount(store());

    await store().setPasswordHash(id, 'new');
    await store().noteSignIn(id, AT);
    assert.equal(await store().setRole(id, 'engineer'), 'changed');
    assert.equal(await store().setDisabled(id, true), 'changed');

    const read = await store().get(id);
    assert.deepEqual(
      [read?.passwordHash, read?.lastSignInAt, read?.role, read?.isDisabled],
      ['new', AT, 'engineer', true],
    );
    const emails = (await store().list()).map((account) => account.email.toLowerCase());
    assert.deepEqual(emails, emails.toSorted());
    assert.equal(await store().setRole('no-such-account', 'viewer'), 'notFound');
  });

  it('keeps one enabled administrator, also when all are changed at the same moment', async () => {
    for (let i = 0; i < 3; i += 1) await newAccount(store(), { role: 'administrator' });
    const isActive = ({ role, isDisabled }: Account) => role === 'administrator' && !isDisabled;
    const administrators = (await store().list()).filter(isActive);

    const outcomes = await Promise.all(
      administrators.map(({ id }, index) =>
        index % 2 === 0 ? store().setRole(id, 'viewer') : store().setDisabled(id, true),
      ),
    );

    assert.equal(outcomes.filter((outcome) => outcome === 'lastAdministrator').length, 1);
    assert.equal((await store().list()).filter(isActive).length, 1);
  });
}

export function sessionContract(stores: () => AccessStores): void {
  const open = async (accountId: string, tokenHash: string, at: string = AT) =>
    stores().sessions.create({
      tokenHash,
      accountId,
      createdAt: at,
      lastUsedAt: at,
      userAgent: 'Browser',
      address: '192.0.2.1',
      method: 'password',
    });

  it('finds a session by its token’s hash, with its account', async () => {
    const account = await newAccount(stores().accounts);
    const session = await open(account.id, 'hash-find');

    const found = await stores().sessions.find('hash-find');

    assert.deepEqual(found, { session, account });
    assert.equal(await stores().sessions.find('hash-none'), null);
  });

  it('notes the last use and lists the latest first', async () => {
    const account = await newAccount(stores().accounts);
    const first = await open(account.id, fresh('hash'));
    const second = await open(account.id, fresh('hash'));

    await stores().sessions.noteUse(first.id, LATER, '192.0.2.9');

    const listed = await stores().sessions.listOf(account.id);
    assert.deepEqual(
      listed.map(({ id }) => id),
      [first.id, second.id],
    );
    assert.deepEqual([listed[0]?.lastUsedAt, listed[0]?.address], [LATER, '192.0.2.9']);
  });

  it('ends a session for its own account only, and all but one at once', async () => {
    const account = await newAccount(stores().accounts);
    const stranger = await newAccount(stores().accounts);
    const [kept, ...rest] = [
      await open(account.id, 'hash-kept'),
      await open(account.id, 'hash-a'),
      await open(account.id, 'hash-b'),
    ];

    assert.equal(await stores().sessions.end(stranger.id, kept.id), false);
    assert.equal(await stores().sessions.endAll(account.id, kept.id), rest.length);
    assert.equal(await stores().sessions.find('hash-a'), null);
    assert.equal(await stores().sessions.end(account.id, kept.id), true);
    assert.equal(await stores().sessions.find('hash-kept'), null);
  });

  it('removes what was unused for too long or is too old', async () => {
    const account = await newAccount(stores().accounts);
    await open(account.id, 'hash-old');
    await open(account.id, 'hash-new', LATER);

    await stores().sessions.removeExpired({ usedBefore: LATER, madeBefore: AT });

    assert.equal(await stores().sessions.find('hash-old'), null);
    assert.ok((await stores().sessions.find('hash-new')) !== null);
  });
}

export function linkContract(stores: () => AccessStores): void {
  const invite = (email: string, tokenHash: string) =>
    stores().personalLinks.create({
      kind: 'invitation',
      tokenHash,
      email,
      role: 'engineer',
      accountId: null,
      createdAt: AT,
      expiresAt: LATER,
    });

  it('lets exactly one of many callers use a personal link', async () => {
    const { id } = await invite('once@example.jp', 'hash-once');

    const uses = await Promise.all([1, 2, 3, 4].map(() => stores().personalLinks.use(id, AT)));

    assert.equal(uses.filter(Boolean).length, 1);
    assert.equal(await stores().personalLinks.find('invitation', 'hash-once', AT), null);
  });

  it('knows a personal link only until it expires, and only as what it is', async () => {
    const link = await invite('time@example.jp', 'hash-time');

    assert.deepEqual(await stores().personalLinks.find('invitation', 'hash-time', AT), link);
    assert.equal(await stores().personalLinks.find('passwordReset', 'hash-time', AT), null);
    assert.equal(await stores().personalLinks.find('invitation', 'hash-time', LATER), null);
    assert.equal(await stores().personalLinks.use(link.id, LATER), false);
  });

  it('revokes one personal link, or all of an address', async () => {
    const one = await invite('revoke@example.jp', 'hash-r1');
    await invite('Revoke@example.jp', 'hash-r2');
    await invite('revoke@example.jp', 'hash-r3');

    assert.equal((await stores().personalLinks.revoke('invitation', one.id, AT))?.email, 'revoke@example.jp');
    assert.equal(await stores().personalLinks.revoke('invitation', one.id, AT), null);
    assert.equal(await stores().personalLinks.revokeFor('invitation', 'REVOKE@example.jp', AT), 2);
    const open = await stores().personalLinks.listOpen('invitation', AT);
    assert.ok(open.every(({ email }) => email.toLowerCase() !== 'revoke@example.jp'));
  });

  it('opens a share link until it is revoked or expires, and counts', async () => {
    const share = (tokenHash: string) =>
      stores().shareLinks.create({
        tokenHash,
        evaluationId: 'e1',
        label: '監査法人',
        madeBy: '花子',
        createdAt: AT,
        expiresAt: MUCH_LATER,
      });
    const link = await share('hash-share');
    const other = await share('hash-other');

    await stores().shareLinks.noteOpened(link.id, LATER);

    const found = await stores().shareLinks.find('hash-share', AT);
    assert.deepEqual([found?.evaluationId, found?.openCount, found?.lastOpenedAt], ['e1', 1, LATER]);
    assert.equal(await stores().shareLinks.find('hash-share', MUCH_LATER), null);
    assert.equal(await stores().shareLinks.revoke('another-evaluation', link.id, AT), false);
    assert.equal(await stores().shareLinks.revoke('e1', link.id, AT), true);
    assert.equal(await stores().shareLinks.revoke('e1', link.id, AT), false);
    assert.equal(await stores().shareLinks.find('hash-share', AT), null);
    assert.ok((await stores().shareLinks.find('hash-other', AT)) !== null);
    assert.deepEqual(
      (await stores().shareLinks.listOf('e1')).map(({ id }) => id).sort(),
      [link.id, other.id].sort(),
    );
  });

  it('finds the owner of an API token until it is removed or expires', async () => {
    const { accounts, apiTokens } = stores();
    const { id: ownerId } = await newAccount(accounts);
    const make = (tokenHash: string) =>
      apiTokens.create({ tokenHash, accountId: ownerId, name: 'CI', createdAt: AT, expiresAt: MUCH_LATER });
    const token = await make('hash-api');
    await make('hash-api-2');

    await apiTokens.noteUse(token.id, LATER);

    const found = await apiTokens.find('hash-api', LATER);
    assert.deepEqual([found?.account.id, found?.token.lastUsedAt], [ownerId, LATER]);
    assert.equal(await apiTokens.find('hash-api', MUCH_LATER), null);
    assert.equal((await apiTokens.listOf(ownerId, AT)).length, 2);
    assert.equal(await apiTokens.remove('another-account', token.id), false);
    assert.equal(await apiTokens.remove(ownerId, token.id), true);
    assert.equal(await apiTokens.find('hash-api', AT), null);
    await assert.rejects(make('hash-api-2'));
  });
}

export function auditContract(store: () => AuditStore): void {
  const facts = (extra: Partial<AuditFacts> = {}): AuditFacts => ({
    at: AT,
    actorId: 'account:1',
    actorLabel: 'hanako@example.jp',
    action: 'run.started',
    object: '/runs/1',
    address: '192.0.2.1',
    detail: '“日本語”',
    ...extra,
  });

  it('numbers entries from 1 without gaps and chains them, however many write at once', async () => {
    await Promise.all(Array.from({ length: 25 }, (_, i) => store().append(facts({ object: `/runs/${i}` }))));

    const entries = await store().after(0, 100);
    assert.deepEqual(
      entries.map(({ number }) => number),
      Array.from({ length: 25 }, (_, i) => i + 1),
    );
    assert.equal(entries[0]?.previousHash, CHAIN_START);
    const log = createAuditLog({ store: store(), clock: { now: () => new Date() }, logger: SILENT });
    assert.deepEqual(await log.verify(), { kind: 'whole', entries: 25, headHash: entries.at(-1)?.hash });
  });

  it('finds by action, actor, object and time, newest first, page by page', async () => {
    await store().append(facts({ action: 'signin.failed', actorId: 'anonymous', actorLabel: '', at: LATER }));
    await store().append(facts({ action: 'signin.failed', actorLabel: 'Taro@example.jp', at: MUCH_LATER }));
    const page = { limit: 10 };

    assert.equal((await store().search({ action: 'signin.failed' }, page)).length, 2);
    assert.equal((await store().search({ actor: 'taro@' }, page)).length, 1);
    assert.equal((await store().search({ actor: 'ANONYMOUS' }, page)).length, 1);
    assert.equal((await store().search({ object: '/RUNS/24' }, page)).length, 1);
    assert.equal((await store().search({ from: LATER, before: MUCH_LATER }, page)).length, 1);
    const newest = await store().search({}, { limit: 2 });
    const next = await store().search({}, { limit: 2, beforeNumber: newest.at(-1)?.number ?? 0 });
    assert.deepEqual(
      [...newest, ...next].map(({ number }) => number),
      [27, 26, 25, 24],
    );
  });
}

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };
