// The real programs that some tests start. A test asks `findComponent` and, when it is absent, skips with the reason.

import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Component {
  readonly id:
    'postfix' | 'exim' | 'opensmtpd' | 'dovecot' | 'chromium' | 'libreoffice' | 'poppler' | 'postgresql';
  readonly title: string;
  readonly executables: readonly string[];
  /** Also looked for on PATH by their names. */
  readonly isOnPath: boolean;
  /** The command that brings it to a Debian or Ubuntu machine. */
  readonly install: string;
  readonly testsLeftOut: string;
}

/** Servers that are unpacked by `node tools/fetch-live-servers.ts` because as packages most exclude each other. */
export const LIVE_SERVER_PACKAGES = {
  dovecot: ['dovecot-core', 'dovecot-lmtpd', 'dovecot-submissiond'],
  exim: ['exim4-daemon-light'],
  // It hands every message to a shell command.
  opensmtpd: ['opensmtpd', 'dash'],
} as const;

export type LiveServerId = keyof typeof LIVE_SERVER_PACKAGES;

/**
 * The Debian suite to take a server from where it must not be the machine's own: the OpenSMTPD 6.8 of Debian 12 ends
 * every TLS handshake with “missing private key”, because it does not go with OpenSSL 3 (its issues 1171 and 1239).
 */
export const SUITE_OF_LIVE_SERVER: Readonly<Partial<Record<LiveServerId, string>>> = { opensmtpd: 'trixie' };

/** Folder of an unpacked server; it need not exist. */
export function liveServerRoot(
  id: LiveServerId,
  folder = process.env['MAILFIT_LIVE_SERVERS'] ?? '/var/cache/mailfit-live-servers',
): string {
  const suite = SUITE_OF_LIVE_SERVER[id];
  return join(folder, suite === undefined ? id : `${id}-${suite}`);
}

const FETCH_HINT = 'node tools/fetch-live-servers.ts /var/cache/mailfit-live-servers';

/** Debian keeps one folder per major version and none of it on PATH. */
function postgresqlExecutables(): readonly string[] {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(folder, version, 'bin', 'postgres'));
}

export const COMPONENTS: readonly Component[] = [
  {
    id: 'postfix',
    title: 'Postfix',
    executables: ['/usr/sbin/postfix'],
    isOnPath: true,
    install: 'apt-get install postfix',
    testsLeftOut: 'the tests that load a real mail server',
  },
  {
    id: 'dovecot',
    title: 'Dovecot with LMTP and submission',
    executables: [join(liveServerRoot('dovecot'), 'usr/lib/dovecot/submission')],
    isOnPath: false,
    install: FETCH_HINT,
    testsLeftOut: 'the tests that load its submission and LMTP services',
  },
  {
    id: 'exim',
    title: 'Exim',
    executables: [join(liveServerRoot('exim'), 'usr/sbin/exim4')],
    isOnPath: false,
    install: FETCH_HINT,
    testsLeftOut: 'the tests that load it',
  },
  {
    id: 'opensmtpd',
    title: 'OpenSMTPD',
    executables: [join(liveServerRoot('opensmtpd'), 'usr/sbin/smtpd')],
    isOnPath: false,
    install: FETCH_HINT,
    testsLeftOut: 'the tests that load it',
  },
  {
    id: 'chromium',
    title: 'Chromium',
    executables: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    isOnPath: true,
    install: 'apt-get install chromium fonts-noto-cjk',
    testsLeftOut: 'the tests that click through the pages in a browser',
  },
  {
    id: 'libreoffice',
    title: 'LibreOffice Calc',
    executables: ['/usr/bin/soffice'],
    isOnPath: true,
    install: 'apt-get install libreoffice-calc-nogui',
    testsLeftOut: 'the tests that recompute spreadsheets',
  },
  {
    id: 'poppler',
    title: 'Poppler’s PDF tools',
    executables: ['/usr/bin/pdfinfo'],
    isOnPath: true,
    install: 'apt-get install poppler-utils',
    testsLeftOut: 'the tests that read PDF reports',
  },
  {
    id: 'postgresql',
    title: 'PostgreSQL',
    executables: [...postgresqlExecutables(), '/usr/local/bin/postgres', '/usr/bin/postgres'],
    isOnPath: true,
    install: 'apt-get install postgresql',
    testsLeftOut: 'the tests that keep everything in PostgreSQL',
  },
];

/** Path of the component's executable, or null when this machine does not have it. */
export function findComponent(component: Component): string | null {
  const folders = component.isOnPath ? (process.env['PATH'] ?? '').split(delimiter) : [];
  const onPath = folders.flatMap((folder) =>
    component.executables.map((path) => join(folder, path.split('/').at(-1) ?? '')),
  );
  return [...component.executables, ...onPath].find((path) => existsSync(path)) ?? null;
}

/**
 * What `node:test` wants as `skip`: false when the component is there, else the reason.
 * In CI a missing component throws: leaving a test out silently would make a green run a lie.
 */
export function skipUnless(id: Component['id']): string | false {
  const component = COMPONENTS.find((entry) => entry.id === id);
  if (component === undefined) throw new Error(`No component called ${id}`);
  if (findComponent(component) !== null) return false;
  const reason = `${component.title} is not installed (${component.install})`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  return reason;
}
