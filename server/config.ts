// Environment → one frozen Config. Read once, at the edge; all problems are reported together.

import { homedir } from 'node:os';
import { join } from 'node:path';

import { accessConfigFrom, accessProblems } from './config-access.ts';
import type { AccessConfig } from './config-access.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly providersDir: string;
  /** PostgreSQL address; null means the embedded SQLite file below `dataDir`. */
  readonly databaseUrl: string | null;
  /** Required when `host` is not loopback. */
  readonly adminSecret: string | null;
  /** Networks besides loopback that the load harness may reach once the server shows the proof token. */
  readonly loadAllowedNetworks: readonly AllowedNetwork[];
  /** Recipient domains besides the reserved ones that load may be addressed to. */
  readonly loadAllowedDomains: readonly string[];
  /** The server that finished reports are sent through; null when none is set. */
  readonly mailRelay: MailRelay | null;
  /** How many load runs may go on at the same time. */
  readonly loadConcurrentRuns: number;
  /** Seals the passwords of candidates: the key itself, or the file outside the data folder that holds it. */
  readonly secretKey: string | null;
  readonly secretKeyFile: string;
  /** Address of the issue tracker's form for a new issue, where corrections to the catalogue go; null when not set. */
  readonly issueTracker: string | null;
  readonly access: AccessConfig;
  readonly logLevel: string;
}

export interface MailRelay {
  /** `smtp://user:password@host:587` or `smtps://…` */
  readonly url: string;
  readonly from: string;
}

export interface AllowedNetwork {
  readonly cidr: string;
  readonly proofToken: string;
}

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

export interface ConfigOverrides {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly dataDir?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const MIN_SECRET_LENGTH = 16;
const SECRET_KEY_BYTES = 32;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** Resolves the configuration from the environment; command-line options win. */
export function resolveConfig(environment: Environment, overrides: ConfigOverrides = {}): ConfigOutcome {
  const read = (key: string, fallback: string): string => environment[key] ?? fallback;
  const optional = (key: string): string | null => environment[key] ?? null;
  const host = overrides.host ?? read('MAILFIT_HOST', '127.0.0.1');
  const config: Config = {
    host,
    port: Number(overrides.port ?? read('MAILFIT_PORT', '3000')),
    dataDir: overrides.dataDir ?? read('MAILFIT_DATA_DIR', 'data'),
    providersDir: read('MAILFIT_PROVIDERS_DIR', 'providers'),
    databaseUrl: optional('DATABASE_URL'),
    adminSecret: optional('MAILFIT_ADMIN_SECRET'),
    loadAllowedNetworks: listOf(read('MAILFIT_LOAD_ALLOWED_NETWORKS', '')).map(networkFrom),
    loadAllowedDomains: listOf(read('MAILFIT_LOAD_ALLOWED_DOMAINS', '')),
    mailRelay: relayFrom(environment),
    loadConcurrentRuns: Number(read('MAILFIT_LOAD_CONCURRENT_RUNS', '2')),
    secretKey: optional('MAILFIT_SECRET_KEY'),
    secretKeyFile: read('MAILFIT_SECRET_KEY_FILE', defaultKeyFile(environment)),
    issueTracker: optional('MAILFIT_ISSUE_TRACKER_URL'),
    access: accessConfigFrom(environment, !isLoopbackHost(host)),
    logLevel: read('MAILFIT_LOG_LEVEL', 'info'),
  };
  const problems = [
    ...portProblems(config),
    ...exposureProblems(config),
    ...formProblems(config),
    ...relayProblems(config),
    ...accessProblems(environment, !isLoopbackHost(config.host)),
    ...runProblems(config),
    ...trackerProblems(config),
  ];
  return problems.length === 0 ? { ok: true, config: Object.freeze(config) } : { ok: false, problems };
}

export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function networkFrom(entry: string): AllowedNetwork {
  const [cidr = '', proofToken = ''] = entry.split('=', 2);
  return { cidr, proofToken };
}

function relayFrom(environment: Environment): MailRelay | null {
  const url = environment['MAILFIT_SMTP_URL'];
  return url === undefined ? null : { url, from: environment['MAILFIT_MAIL_FROM'] ?? '' };
}

// The address may hold a password, so it is never repeated.
function relayProblems({ mailRelay }: Config): string[] {
  if (mailRelay === null) return [];
  const problems: string[] = [];
  if (!/^smtps?:\/\/[^\s/]+$/.test(mailRelay.url)) {
    problems.push(
      'MAILFIT_SMTP_URL: give smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ if needed.',
    );
  }
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(mailRelay.from)) {
    problems.push('MAILFIT_MAIL_FROM: give the address that reports are sent from.');
  }
  return problems;
}

// Beside the user's other settings, never in the data folder: who copies the data must not get the key with it.
function defaultKeyFile(environment: Environment): string {
  const home = environment['HOME'] ?? homedir();
  return join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'mailfit', 'secret-key');
}

// The key is never repeated.
function runProblems({ secretKey, loadConcurrentRuns }: Config): string[] {
  const problems: string[] = [];
  if (secretKey !== null && !isKey(secretKey)) {
    problems.push(
      'MAILFIT_SECRET_KEY: give 32 random bytes in base64, such as from: openssl rand -base64 32',
    );
  }
  if (!Number.isInteger(loadConcurrentRuns) || loadConcurrentRuns < 1) {
    problems.push('MAILFIT_LOAD_CONCURRENT_RUNS: give a whole number of at least 1.');
  }
  return problems;
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text) || Buffer.from(text, 'base64').length === SECRET_KEY_BYTES;
}

function trackerProblems({ issueTracker }: Config): string[] {
  return issueTracker === null || /^https?:\/\/[^\s/]+\S*$/.test(issueTracker)
    ? []
    : [
        'MAILFIT_ISSUE_TRACKER_URL: give the web address of the form for a new issue, such as ' +
          'https://git.example.org/mailfit/issues/new; {title} and {body} in it are filled in.',
      ];
}

function portProblems(config: Config): string[] {
  return Number.isInteger(config.port) && config.port >= 0 && config.port <= 65_535
    ? []
    : ['MAILFIT_PORT / --port: give a whole number from 0 to 65535 (0 picks a free port).'];
}

function exposureProblems(config: Config): string[] {
  if (isLoopbackHost(config.host)) return [];
  if (config.adminSecret !== null && config.adminSecret.length >= MIN_SECRET_LENGTH) return [];
  return [
    `MAILFIT_ADMIN_SECRET: listening on ${config.host} lets other machines in, so set an administrator's secret ` +
      `of at least ${MIN_SECRET_LENGTH} characters, or listen on 127.0.0.1.`,
  ];
}

function formProblems(config: Config): string[] {
  const problems = config.loadAllowedNetworks
    .filter(
      ({ cidr, proofToken }) => !/^[0-9a-f.:]+\/\d{1,3}$/i.test(cidr) || !/^[\w-]{16,}$/.test(proofToken),
    )
    .map(
      ({ cidr }) =>
        `MAILFIT_LOAD_ALLOWED_NETWORKS: “${cidr}” needs the form NETWORK=TOKEN, such as 192.0.2.0/24=… with a token of ` +
        'at least 16 letters, digits, - or _.',
    );
  if (!LOG_LEVELS.includes(config.logLevel)) {
    problems.push(`MAILFIT_LOG_LEVEL: “${config.logLevel}” is not one of ${LOG_LEVELS.join(', ')}.`);
  }
  return problems;
}
