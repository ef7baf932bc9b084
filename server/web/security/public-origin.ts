// The address under which people reach this server, for links that are handed over.

import type { Request } from 'express';
import type { AccountsAccess } from '../web-deps.ts';

/**
 * What the operator configured, else what the browser of this request used. Links that go out by mail need the
 * former: a forged Host header must not decide where a password is set.
 */
export function publicOrigin(access: Pick<AccountsAccess, 'publicUrl'>, req: Request): string {
  return access.publicUrl ?? `${req.protocol}://${req.headers.host ?? 'localhost'}`;
}
