// Signing in through the identity provider: there and back again.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { signOut } from '../../usecases/access/sessions.ts';
import { signInByProvider } from '../../usecases/access/identity-provider.ts';
import type { IdentityProvider, KeptForReturn } from '../../usecases/access/identity-provider.ts';
import { ANONYMOUS } from '../../core/access/principal.ts';
import { clearCookie, readCookie, writeCookie } from '../cookies.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { limitSignIns } from '../security/limits.ts';
import { deviceOf, keepSession, safeNextPath } from '../security/session-cookie.ts';
import { isSignatureOf, signText } from '../security/tokens.ts';
import { requesterOf } from '../security/who.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';
import { showSignIn } from './sign-in.ts';

const RETURN_WITHIN_MS = 10 * 60 * 1_000;

type Kept = KeptForReturn & { readonly next: string };

export function oidcRoutes(access: AccountsAccess, deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.use('/sign-in/oidc', ...limitSignIns(deps.limits));
  routes.get('/sign-in/oidc', async (req, res) => {
    const provider = providerOf(access);
    const next = safeNextPath(req.query['next']);
    try {
      const { href, kept } = await provider.begin();
      keep(deps, res, { ...kept, next });
      res.redirect(303, href);
    } catch (error) {
      await explain({ access, deps, sendPage, req, res }, error, next);
    }
  });
  routes.get('/sign-in/oidc/callback', async (req, res) => {
    const provider = providerOf(access);
    const kept = keptFrom(deps, req);
    clearCookie(res, 'mailfit_oidc');
    if (kept === null) {
      res.redirect(303, '/sign-in');
      return;
    }
    await finish({ access, deps, sendPage, req, res }, provider, kept);
  });
  return routes;
}

interface Exchange {
  readonly access: AccountsAccess;
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

async function finish(exchange: Exchange, provider: IdentityProvider, kept: Kept): Promise<void> {
  const { access, sendPage, req, res } = exchange;
  try {
    const query = new URL(req.originalUrl, 'http://localhost').search.slice(1);
    const identity = await provider.finish(query, kept);
    const outcome = await signInByProvider(access.people, provider, identity, deviceOf(req));
    if (outcome.kind !== 'signedIn') {
      res.status(403);
      const error = outcome.kind === 'noRole' ? 'providerNoRole' : 'providerFailed';
      await showSignIn(access, sendPage, { req, res }, { next: kept.next, error });
      return;
    }
    await signOut(access.people, requesterOf(req));
    keepSession(res, outcome.token);
    res.redirect(303, kept.next);
  } catch (error) {
    await explain(exchange, error, kept.next);
  }
}

async function explain(exchange: Exchange, error: unknown, next: string): Promise<void> {
  const { access, deps, sendPage, req, res } = exchange;
  deps.logger.warn({ err: error }, 'the identity provider did not let somebody in');
  const code: unknown = (error as { readonly code?: unknown } | null)?.code;
  const detail = `oidc ${typeof code === 'string' ? code : 'error'}`;
  await deps.audit.record({ who: ANONYMOUS, address: req.ip ?? '' }, 'signin.failed', { detail });
  res.status(502);
  await showSignIn(access, sendPage, { req, res }, { next, error: 'providerFailed' });
}

function providerOf({ identityProvider }: AccountsAccess): IdentityProvider {
  if (identityProvider === null) throw new RequestRefused(404, 'notFound');
  return identityProvider;
}

function keep(deps: WebDeps, res: Response, kept: Kept): void {
  const text = Buffer.from(JSON.stringify(kept)).toString('base64url');
  writeCookie(res, 'mailfit_oidc', `${text}.${signText(deps.signingKey, 'oidc', text)}`, RETURN_WITHIN_MS);
}

function keptFrom(deps: WebDeps, req: Request): Kept | null {
  const [text = '', signature = ''] = (readCookie(req, 'mailfit_oidc') ?? '').split('.');
  if (!isSignatureOf(signature, { key: deps.signingKey, purpose: 'oidc', text })) return null;
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Kept;
}
