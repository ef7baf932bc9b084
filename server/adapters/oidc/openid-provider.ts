// IdentityProvider over OpenID Connect: discovery, authorization code with PKCE, state and nonce (RFC 6749, RFC 7636,
// OpenID Connect Core 1.0). Protocol and checks are openid-client's.

import * as client from 'openid-client';
import type { IdentityProviderConfig } from '../../config-access.ts';
import type {
  IdentityProvider,
  KeptForReturn,
  ProvidedIdentity,
} from '../../usecases/access/identity-provider.ts';

const TIMEOUT_SEC = 10;

/** @param redirectUri address of this server that the provider sends the browser back to */
export function createOpenidProvider(config: IdentityProviderConfig, redirectUri: string): IdentityProvider {
  let discovered: Promise<client.Configuration> | null = null;
  // Asked at the first sign-in, so that this server starts while the provider is down; a failure is tried again.
  const provider = (): Promise<client.Configuration> => {
    discovered ??= discover(config).catch((error: unknown) => {
      discovered = null;
      throw error;
    });
    return discovered;
  };
  return {
    label: config.label,
    defaultRole: config.defaultRole,
    roleOf: config.roleOf,
    begin: async () => begin(await provider(), redirectUri),
    finish: async (returnedQuery, kept) =>
      identityFrom(await provider(), { config, kept, returned: new URL(`${redirectUri}?${returnedQuery}`) }),
  };
}

function discover(config: IdentityProviderConfig): Promise<client.Configuration> {
  const issuer = new URL(config.issuer);
  // The configuration lets plain HTTP through for a provider on this machine only.
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  return client.discovery(issuer, config.clientId, config.clientSecret, undefined, {
    execute,
    timeout: TIMEOUT_SEC,
  });
}

async function begin(
  provider: client.Configuration,
  redirectUri: string,
): Promise<{ readonly href: string; readonly kept: KeptForReturn }> {
  const codeVerifier = client.randomPKCECodeVerifier();
  const kept = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier };
  const href = client.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  return { href: href.href, kept };
}

async function identityFrom(
  provider: client.Configuration,
  answer: { readonly config: IdentityProviderConfig; readonly kept: KeptForReturn; readonly returned: URL },
): Promise<ProvidedIdentity> {
  const { kept, returned, config } = answer;
  const tokens = await client.authorizationCodeGrant(provider, returned, {
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    pkceCodeVerifier: kept.codeVerifier,
    idTokenExpected: true,
  });
  const idClaims = tokens.claims();
  if (idClaims === undefined) throw new Error('The identity provider sent no ID token');
  // Many providers put address and groups here only.
  const hasUserInfo = provider.serverMetadata().userinfo_endpoint !== undefined;
  const userInfo = hasUserInfo ? await client.fetchUserInfo(provider, tokens.access_token, idClaims.sub) : {};
  const claims: Readonly<Record<string, unknown>> = { ...idClaims, ...userInfo };
  return {
    subject: `${idClaims.iss} ${idClaims.sub}`,
    email: textOrNull(claims['email']),
    isEmailVerified: claims['email_verified'] === true,
    name: textOrNull(claims['name']),
    roleValues: config.roleClaim === null ? [] : textsIn(claims[config.roleClaim]),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function textsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((entry) => typeof entry === 'string');
}
