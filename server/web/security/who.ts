// Who sends a request. Found out once, before any page; every page and use case then asks `principalOf(req)`.

import type { Request, RequestHandler } from 'express';
import { ANONYMOUS, LOCAL_USER } from '../../core/access/principal.ts';
import type { Principal } from '../../core/access/principal.ts';
import type { Requester } from '../../usecases/access/audit-log.ts';
import type { Access } from '../web-deps.ts';

/** One way to recognise somebody: a session cookie, an API token. Null means "not by this way". */
export type Recognise = (req: Request) => Promise<Principal | null>;

const PRINCIPALS = new WeakMap<Request, Principal>();

/** The sender of this request. On loopback without accounts that is the local user, who may do everything. */
export function principalOf(req: Request): Principal {
  return PRINCIPALS.get(req) ?? ANONYMOUS;
}

/** The sender together with the address the request came from, for the audit log and for use cases. */
export function requesterOf(req: Request): Requester {
  return { who: principalOf(req), address: req.ip ?? '' };
}

/** Asks the ways in their order; whoever none of them recognises is anonymous. */
export function identify(access: Access, ways: readonly Recognise[]): RequestHandler {
  return async (req, _res, next) => {
    PRINCIPALS.set(req, access.kind === 'loopback' ? LOCAL_USER : await recognised(req, ways));
    next();
  };
}

async function recognised(req: Request, ways: readonly Recognise[]): Promise<Principal> {
  for (const way of ways) {
    const principal = await way(req);
    if (principal !== null) return principal;
  }
  return ANONYMOUS;
}
