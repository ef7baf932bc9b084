// Part of compose.ts: accounts, sign-in and monitoring from the configuration.

import { randomInt } from 'node:crypto';
import { createAccountMailer } from './adapters/account-mail/send-account-mail.ts';
import { createPrometheusMetrics } from './adapters/metrics/prometheus-metrics.ts';
import { createOpenidProvider } from './adapters/oidc/openid-provider.ts';
import type { OpenStores } from './adapters/store-sql/open-stores.ts';
import { createPasswordHasher } from './adapters/system/password-hash.ts';
import { secretTokens } from './adapters/system/secret-tokens.ts';
import type { Config } from './config.ts';
import { createAuditLog } from './usecases/access/audit-log.ts';
import type { AuditLog } from './usecases/access/audit-log.ts';
import type { IdentityProvider } from './usecases/access/identity-provider.ts';
import type { Clock, Logger } from './usecases/ports.ts';
import type { Access, WebDeps } from './web/app.ts';

export const OIDC_CALLBACK_PATH = '/sign-in/oidc/callback';

/** No letters or digits that are mistaken for each other. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_GROUPS = 5;
const CODE_GROUP_LENGTH = 5;

export interface AccessParts {
  readonly stores: OpenStores;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly version: string;
}

export function accessParts(
  config: Config,
  parts: AccessParts,
): Pick<WebDeps, 'access' | 'audit' | 'proxy' | 'metrics' | 'metricsToken'> {
  const { publicUrl, trustedProxies, metricsToken } = config.access;
  const { stores, clock, logger } = parts;
  const audit = createAuditLog({ store: stores.audit, clock, logger });
  return {
    audit,
    access: accessOf(config, parts, audit),
    proxy: { trusted: trustedProxies, hasTls: publicUrl?.startsWith('https:') ?? false },
    metrics: createPrometheusMetrics(() => stores.figures(), parts.version),
    metricsToken,
  };
}

function accessOf(config: Config, { stores, clock, logger }: AccessParts, audit: AuditLog): Access {
  if (!config.access.hasAccounts) return { kind: 'loopback' };
  return {
    kind: 'accounts',
    people: {
      ...stores.access,
      audit,
      clock,
      logger,
      passwords: createPasswordHasher(),
      tokens: secretTokens,
      mailer: createAccountMailer(config.mailRelay),
    },
    setupCode: config.adminSecret ?? newSetupCode(),
    publicUrl: config.access.publicUrl,
    identityProvider: providerOf(config),
  };
}

function providerOf({ access }: Config): IdentityProvider | null {
  if (access.identityProvider === null || access.publicUrl === null) return null;
  return createOpenidProvider(access.identityProvider, access.publicUrl + OIDC_CALLBACK_PATH);
}

/** 25 characters of 30: 122 random bits, to be typed once. */
function newSetupCode(): string {
  const group = (): string =>
    Array.from({ length: CODE_GROUP_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
  return Array.from({ length: CODE_GROUPS }, group).join('-');
}
