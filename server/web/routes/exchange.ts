// One request on its way through a route: what it came with, how to answer, and what its sender may do.

import type { Request, Response } from 'express';
import { may } from '../../core/access/principal.ts';
import type { SendPage } from '../page.ts';
import { principalOf } from '../security/who.ts';
import type { WebDeps } from '../web-deps.ts';

export interface Exchange {
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

/** For pages that leave out what would be refused anyway; the guard in front of the routes decides. */
export function benchmarkRights(req: Request) {
  const principal = principalOf(req);
  return {
    start: may(principal, 'run.start', {}),
    stop: may(principal, 'run.stop', {}),
    manage: may(principal, 'candidate.manage', {}),
  };
}
