// Every page about people. Without accounts there is none of them: the single user never meets a sign-in.

import type { Router } from 'express';
import type { SendPage } from '../page.ts';
import type { WebDeps } from '../web-deps.ts';
import { accountRoutes } from './account.ts';
import { accountsRoutes } from './accounts.ts';
import { apiTokenRoutes } from './api-tokens.ts';
import { auditRoutes } from './audit.ts';
import { oidcRoutes } from './oidc.ts';
import { personalLinkRoutes } from './personal-links.ts';
import { setUpRoutes } from './set-up.ts';
import { sharedRoutes } from './shared.ts';
import { shareRoutes } from './shares.ts';
import { signInRoutes } from './sign-in.ts';

export function accessRouters(deps: WebDeps, sendPage: SendPage): readonly Router[] {
  const { access } = deps;
  if (access.kind === 'loopback') return [];
  const parts = [
    signInRoutes,
    oidcRoutes,
    setUpRoutes,
    personalLinkRoutes,
    accountRoutes,
    apiTokenRoutes,
    accountsRoutes,
    shareRoutes,
    sharedRoutes,
  ];
  return [...parts.map((routes) => routes(access, deps, sendPage)), auditRoutes(deps, sendPage)];
}
