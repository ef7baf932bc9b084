// OpenSMTPD in a chroot of its own. It delivers into one Maildir; its log goes to standard error.

import { join } from 'node:path';
import { makeSelfSignedCertificate } from '../../benchmarks/sink/self-signed-certificate.ts';
import { furnishChroot, removeChroot, skipUnlessChroot } from './chroot.ts';
import type { LiveServer } from './live-server.ts';
import { freePort, startServerProcess } from './server-process.ts';

export const skipOpenSmtpd = (): string | false => skipUnlessChroot('opensmtpd');

/** Starts it on a free loopback port. */
export async function startOpenSmtpd(): Promise<LiveServer> {
  const port = await freePort();
  const certificate = makeSelfSignedCertificate(Date.now());
  const root = furnishChroot({
    id: 'opensmtpd',
    users: ['opensmtpd', 'opensmtpq', 'vmail'],
    folders: {
      '/var/lib/opensmtpd/empty': 'root',
      '/var/spool': 'root',
      '/var/run': 'root',
      '/mail': 'vmail',
    },
    files: {
      '/etc/tls.crt': certificate.certificatePem,
      '/etc/tls.key': certificate.keyPem,
      // It does not start without authorities to trust, although it sends nothing.
      '/etc/ssl/certs/ca-certificates.crt': certificate.certificatePem,
      '/etc/mailname': 'opensmtpd.mailfit.test\n',
      '/etc/resolv.conf': '',
      '/etc/smtpd.conf': [
        'pki test cert "/etc/tls.crt"',
        'pki test key "/etc/tls.key"',
        'table everybody { "@" = "vmail" }',
        `listen on 127.0.0.1 port ${port} tls pki test`,
        'action "keep" maildir "/mail/all" virtual <everybody>',
        'match from any for domain "example.com" action "keep"',
        '',
      ].join('\n'),
    },
  });
  const server = await startServerProcess(['/usr/sbin/chroot', root, '/usr/sbin/smtpd', '-d'], port);
  return {
    title: 'OpenSMTPD',
    port,
    protocol: 'smtp',
    recipientDomain: 'example.com',
    credentials: null,
    caPem: certificate.certificatePem,
    countAccepted: () => Promise.resolve(server.output().match(/ smtp message msgid=/g)?.length ?? 0),
    maildir: join(root, 'mail/all'),
    stop: async () => {
      await server.stop();
      removeChroot(root);
    },
  };
}
