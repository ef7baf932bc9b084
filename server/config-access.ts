// The part of the configuration that decides who may come in, and what stands between a browser and this server.

import { isIP } from 'node:net';
import { ROLES } from './core/access/permissions.ts';
import type { Role } from './core/access/permissions.ts';

export interface AccessConfig {
  /** False: a tool for the one person at this machine. True: everybody signs in. */
  readonly hasAccounts: boolean;
  /** Where people reach this server, without a path; null when nobody said. */
  readonly publicUrl: string | null;
  /** Addresses, networks or `loopback`: the proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly metricsToken: string | null;
  readonly identityProvider: IdentityProviderConfig | null;
}

export interface IdentityProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly label: string;
  /** Role of whoever no mapping names; null turns them away. */
  readonly defaultRole: Role | null;
  /** The claim whose values the mapping reads. */
  readonly roleClaim: string | null;
  /** In the order of the configuration. */
  readonly roleOf: readonly { readonly value: string; readonly role: Role }[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const TOKEN_LENGTH_MIN = 16;
const PROXY_NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** @param isExposed whether other machines can reach the address that the server listens on */
export function accessConfigFrom(environment: Environment, isExposed: boolean): AccessConfig {
  const hasAccounts = isExposed || environment['MAILFIT_ACCOUNTS'] === 'on';
  return {
    hasAccounts,
    publicUrl: environment['MAILFIT_PUBLIC_URL']?.replace(/\/+$/, '') ?? null,
    trustedProxies: listOf(environment['MAILFIT_TRUST_PROXY']),
    metricsToken: environment['MAILFIT_METRICS_TOKEN'] ?? null,
    identityProvider: hasAccounts ? identityProviderFrom(environment) : null,
  };
}

function identityProviderFrom(environment: Environment): IdentityProviderConfig | null {
  const issuer = environment['MAILFIT_OIDC_ISSUER'];
  if (issuer === undefined) return null;
  return {
    issuer,
    clientId: environment['MAILFIT_OIDC_CLIENT_ID'] ?? '',
    clientSecret: environment['MAILFIT_OIDC_CLIENT_SECRET'] ?? '',
    label: environment['MAILFIT_OIDC_LABEL'] ?? hostOf(issuer),
    defaultRole: ROLES.find((role) => role === environment['MAILFIT_OIDC_DEFAULT_ROLE']) ?? null,
    roleClaim: environment['MAILFIT_OIDC_ROLE_CLAIM'] ?? null,
    roleOf: mappingsFrom(environment).flatMap(({ value, role }) => (role === null ? [] : [{ value, role }])),
  };
}

function mappingsFrom(
  environment: Environment,
): readonly { readonly value: string; readonly role: Role | null }[] {
  return listOf(environment['MAILFIT_OIDC_ROLES']).map((entry) => {
    const at = entry.lastIndexOf('=');
    const role = ROLES.find((known) => known === entry.slice(at + 1)) ?? null;
    return { value: entry.slice(0, Math.max(at, 0)), role };
  });
}

/** All problems of this part at once, each with what to write instead. Secrets are never repeated. */
export function accessProblems(environment: Environment, isExposed: boolean): string[] {
  return [
    ...switchProblems(environment, isExposed),
    ...publicUrlProblems(environment),
    ...proxyProblems(environment),
    ...tokenProblems(environment),
    ...identityProviderProblems(environment),
  ];
}

function switchProblems(environment: Environment, isExposed: boolean): string[] {
  const value = environment['MAILFIT_ACCOUNTS'];
  if (value !== undefined && value !== 'on' && value !== 'off') {
    return [`MAILFIT_ACCOUNTS: “${value}” is neither on nor off.`];
  }
  return value === 'off' && isExposed
    ? ['MAILFIT_ACCOUNTS: accounts can be off only while the server listens on 127.0.0.1.']
    : [];
}

function publicUrlProblems(environment: Environment): string[] {
  const value = environment['MAILFIT_PUBLIC_URL'];
  if (value === undefined || /^https?:\/\/[^\s/?#@]+\/*$/.test(value)) return [];
  return [
    'MAILFIT_PUBLIC_URL: give the address people use, such as https://mailfit.example.jp, without a path.',
  ];
}

function proxyProblems(environment: Environment): string[] {
  const isKnown = (entry: string): boolean => {
    const [address = '', bits = '0'] = entry.split('/');
    return PROXY_NAMES.has(entry) || (isIP(address) !== 0 && /^\d{1,3}$/.test(bits));
  };
  return listOf(environment['MAILFIT_TRUST_PROXY'])
    .filter((entry) => !isKnown(entry))
    .map((entry) => `MAILFIT_TRUST_PROXY: “${entry}” is no address, network or the word loopback.`);
}

function tokenProblems(environment: Environment): string[] {
  const token = environment['MAILFIT_METRICS_TOKEN'];
  if (token === undefined || token.length >= TOKEN_LENGTH_MIN) return [];
  return [`MAILFIT_METRICS_TOKEN: use at least ${TOKEN_LENGTH_MIN} characters.`];
}

function identityProviderProblems(environment: Environment): string[] {
  const issuer = environment['MAILFIT_OIDC_ISSUER'];
  if (issuer === undefined) return [];
  const missing = ['MAILFIT_OIDC_CLIENT_ID', 'MAILFIT_OIDC_CLIENT_SECRET', 'MAILFIT_PUBLIC_URL']
    .filter((key) => (environment[key] ?? '') === '')
    .map((key) => `${key}: needed together with MAILFIT_OIDC_ISSUER.`);
  const wrongIssuer = isIssuer(issuer)
    ? []
    : [
        'MAILFIT_OIDC_ISSUER: give the issuer’s address, starting with https:// (http:// only on this machine).',
      ];
  return [...missing, ...wrongIssuer, ...roleProblems(environment)];
}

function roleProblems(environment: Environment): string[] {
  const problems = mappingsFrom(environment)
    .filter(({ value, role }) => value === '' || role === null)
    .map(
      ({ value }) =>
        `MAILFIT_OIDC_ROLES: “${value}” needs the form VALUE=ROLE with a role of ${ROLES.join(', ')}.`,
    );
  const fallback = environment['MAILFIT_OIDC_DEFAULT_ROLE'];
  if (fallback !== undefined && fallback !== 'none' && !ROLES.some((role) => role === fallback)) {
    problems.push(`MAILFIT_OIDC_DEFAULT_ROLE: “${fallback}” is not one of none, ${ROLES.join(', ')}.`);
  }
  return problems;
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
