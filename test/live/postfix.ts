// A whole Postfix of the test's own: configuration, queue, log and ports in a temporary folder, started in the
// foreground by `master`, so that no mail server of the machine is touched. Postfix wants to be started by root.

import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSelfSignedCertificate } from '../../benchmarks/sink/self-signed-certificate.ts';
import { skipUnless } from '../../tools/components.ts';
import type { LiveServer } from './live-server.ts';
import type { ServerProcess } from './server-process.ts';
import { freePort, startServerProcess } from './server-process.ts';

export interface PostfixOptions {
  /** `discard` throws everything away after queueing, `maildir` delivers into one Maildir, a number relays there. */
  readonly delivery:
    'discard' | 'maildir' | { readonly relayToPort: number; readonly protocol: 'smtp' | 'lmtp' };
  /** Lines for main.cf that a test wants to differ, for example a connection limit. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Behind a load balancer it is silent until it has been told the client's address. */
  readonly isBehindProxy?: boolean;
}

export interface PostfixServer extends LiveServer {
  /** Kills every process of it and starts it again on the same queue. */
  crashAndRestart(): Promise<void>;
  log(): string;
}

/** Reason to leave the test out, or false. */
export function skipPostfix(): string | false {
  const reason = skipUnless('postfix');
  if (reason !== false) return reason;
  return process.getuid?.() === 0 ? false : 'Postfix must be started by root';
}

const NOBODY_ID = 65_534;

/** Starts it on a free loopback port. Mail for example.com goes where `delivery` says. */
export async function startPostfix(options: PostfixOptions): Promise<PostfixServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mailfit-postfix-'));
  chmodSync(folder, 0o755);
  for (const name of ['config', 'queue', 'data', 'mail']) mkdirSync(join(folder, name), { mode: 0o755 });
  chownSync(join(folder, 'mail'), NOBODY_ID, NOBODY_ID);
  chownToPostfix(join(folder, 'data'));
  const port = await freePort();
  const certificate = makeSelfSignedCertificate(Date.now());
  const config = join(folder, 'config');
  writeFileSync(join(config, 'tls.pem'), certificate.keyPem + certificate.certificatePem, { mode: 0o600 });
  writeFileSync(
    join(config, 'main.cf'),
    toMainCf({
      ...baseSettings(folder),
      ...deliverySettings(options),
      ...proxySettings(options),
      ...options.settings,
    }),
  );
  writeFileSync(join(config, 'master.cf'), masterCf(port));
  const log = join(folder, 'log');
  // `postfix start-fg` keeps a shell between us and the master; started like this, the child is the master itself.
  execFileSync('/usr/sbin/postfix', ['-c', config, 'check']);
  const start = (): Promise<ServerProcess> =>
    startServerProcess(['/usr/lib/postfix/sbin/master', '-c', config, '-s'], port, {
      greets: options.isBehindProxy !== true,
    });
  let server = await start();
  return {
    title: 'Postfix',
    port,
    protocol: 'smtp',
    recipientDomain: 'example.com',
    credentials: null,
    caPem: certificate.certificatePem,
    countAccepted: () =>
      Promise.resolve(countMatches(log, / postfix\/qmgr\[\d+\]: \w+: from=<.*queue active/g)),
    log: () => readFileSync(log, 'utf8'),
    crashAndRestart: async () => {
      await server.crash();
      server = await start();
    },
    maildir: options.delivery === 'maildir' ? join(folder, 'mail', 'all') : null,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function chownToPostfix(path: string): void {
  const [, uid, gid] = /^postfix:[^:]*:(\d+):(\d+)/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  if (uid === undefined || gid === undefined) throw new Error('there is no user called postfix');
  chownSync(path, Number(uid), Number(gid));
}

export function countMatches(path: string, pattern: RegExp): number {
  return readFileSync(path, 'utf8').match(pattern)?.length ?? 0;
}

function toMainCf(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
}

function baseSettings(folder: string): Record<string, string> {
  return {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    command_directory: '/usr/sbin',
    daemon_directory: '/usr/lib/postfix/sbin',
    mail_owner: 'postfix',
    setgid_group: 'postdrop',
    myhostname: 'postfix.mailfit.test',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    alias_maps: '',
    alias_database: '',
    local_recipient_maps: '',
    virtual_mailbox_domains: 'example.com, example.org',
    virtual_mailbox_maps: 'static:all/',
    virtual_mailbox_base: join(folder, 'mail'),
    virtual_uid_maps: `static:${NOBODY_ID}`,
    virtual_gid_maps: `static:${NOBODY_ID}`,
    virtual_transport: 'virtual',
    // No name server is asked: the machine may have none, and its answers would be part of what is measured.
    smtpd_peername_lookup: 'no',
    smtp_dns_support_level: 'disabled',
    disable_dns_lookups: 'yes',
    smtpd_tls_chain_files: join(folder, 'config', 'tls.pem'),
    smtpd_tls_security_level: 'may',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    // Whatever a test leaves in the queue must not be tried anywhere else.
    default_transport: 'error:no mail leaves this machine',
    relay_transport: 'error:no mail leaves this machine',
  };
}

function deliverySettings({ delivery }: PostfixOptions): Record<string, string> {
  if (delivery === 'discard') return { virtual_transport: 'discard' };
  if (delivery === 'maildir') return {};
  return { virtual_transport: `${delivery.protocol}:[127.0.0.1]:${delivery.relayToPort}` };
}

function proxySettings({ isBehindProxy }: PostfixOptions): Record<string, string> {
  return isBehindProxy === true ? { smtpd_upstream_proxy_protocol: 'haproxy' } : {};
}

function masterCf(port: number): string {
  const plain = [
    'rewrite trivial-rewrite',
    'bounce bounce',
    'defer bounce',
    'trace bounce',
    'retry error',
    'error error',
  ];
  const others = ['discard discard', 'smtp smtp', 'lmtp lmtp', 'relay smtp'];
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'showq unix n - n - - showq',
    'verify unix - - n - 1 verify',
    'postlog unix-dgram n - n - 1 postlogd',
    ...[...plain, ...others].map((line) => {
      const [service, program] = line.split(' ');
      return `${service} unix - - n - - ${program}`;
    }),
    '',
  ].join('\n');
}
