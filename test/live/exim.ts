// Exim in a chroot of its own. Without its set-user-ID bit it delivers as its own user, which one Maildir allows.

import { join } from 'node:path';
import { makeSelfSignedCertificate } from '../../benchmarks/sink/self-signed-certificate.ts';
import { furnishChroot, removeChroot, skipUnlessChroot } from './chroot.ts';
import type { LiveServer } from './live-server.ts';
import { countMatches } from './postfix.ts';
import { freePort, startServerProcess } from './server-process.ts';

export const skipExim = (): string | false => skipUnlessChroot('exim');

/** Starts it on a free loopback port, with Debian's or the given settings for the limits. */
export async function startExim(settings: Readonly<Record<string, string>> = {}): Promise<LiveServer> {
  const port = await freePort();
  const certificate = makeSelfSignedCertificate(Date.now());
  const root = furnishChroot({
    id: 'exim',
    users: ['Debian-exim'],
    folders: {
      '/var/spool/exim4': 'Debian-exim',
      '/var/log/exim4': 'Debian-exim',
      '/run/exim4': 'Debian-exim',
      '/mail': 'Debian-exim',
    },
    files: {
      '/etc/tls.pem': certificate.certificatePem + certificate.keyPem,
      '/etc/exim4/exim4.conf': configuration(port, settings),
    },
  });
  const server = await startServerProcess(
    ['/usr/sbin/chroot', root, '/usr/sbin/exim4', '-bdf', '-q1m'],
    port,
  );
  return {
    title: 'Exim',
    port,
    protocol: 'smtp',
    recipientDomain: 'example.com',
    credentials: null,
    caPem: certificate.certificatePem,
    countAccepted: () => Promise.resolve(countMatches(join(root, 'var/log/exim4/mainlog'), / <= /g)),
    maildir: join(root, 'mail/all'),
    stop: async () => {
      await server.stop();
      removeChroot(root);
    },
  };
}

function configuration(port: number, settings: Readonly<Record<string, string>>): string {
  const main = {
    primary_hostname: 'exim.mailfit.test',
    daemon_smtp_ports: String(port),
    local_interfaces: '127.0.0.1',
    disable_ipv6: 'true',
    domainlist: 'local_domains = example.com',
    acl_smtp_rcpt: 'accept_ours',
    host_lookup: '',
    rfc1413_query_timeout: '0s',
    keep_environment: '',
    spool_directory: '/var/spool/exim4',
    log_file_path: '/var/log/exim4/%slog',
    pid_file_path: '/run/exim4/exim.pid',
    deliver_drop_privilege: 'true',
    never_users: '',
    tls_certificate: '/etc/tls.pem',
    tls_advertise_hosts: '*',
    ...settings,
  };
  const lines = Object.entries(main).map(([name, value]) =>
    name === 'domainlist' ? `domainlist ${value}` : `${name} = ${value}`,
  );
  return [
    ...lines,
    'begin acl',
    'accept_ours:',
    '  accept domains = +local_domains',
    '  deny message = relaying denied',
    'begin routers',
    'ours:',
    '  driver = accept',
    '  domains = +local_domains',
    '  transport = keep',
    'begin transports',
    'keep:',
    '  driver = appendfile',
    '  directory = /mail/all',
    '  maildir_format',
    '  create_directory',
    '  user = Debian-exim',
    '',
  ].join('\n');
}
