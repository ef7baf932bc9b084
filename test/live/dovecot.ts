// Dovecot in a chroot of its own: LMTP into one Maildir, and submission with a password that relays to a given port.

import { join } from 'node:path';
import { makeSelfSignedCertificate } from '../../benchmarks/sink/self-signed-certificate.ts';
import { furnishChroot, removeChroot, skipUnlessChroot } from './chroot.ts';
import type { LiveServer } from './live-server.ts';
import { countMatches } from './postfix.ts';
import { freePort, startServerProcess } from './server-process.ts';

export const skipDovecot = (): string | false => skipUnlessChroot('dovecot');

export interface Dovecot {
  readonly lmtp: LiveServer;
  readonly submission: LiveServer;
}

const PASSWORD = 'load-test';

/** Starts both services; `stop` of either stops both. Submission hands every message to `relayPort`. */
export async function startDovecot(relayPort: number): Promise<Dovecot> {
  const lmtpPort = await freePort();
  const submissionPort = await freePort();
  const certificate = makeSelfSignedCertificate(Date.now());
  const root = furnishChroot({
    id: 'dovecot',
    users: ['dovecot', 'dovenull', 'vmail'],
    folders: { '/run/dovecot': 'root', '/var/lib/dovecot': 'dovecot', '/var/log': 'root', '/mail': 'vmail' },
    files: {
      '/etc/tls.crt': certificate.certificatePem,
      '/etc/tls.key': certificate.keyPem,
      '/etc/dovecot.conf': configuration({ lmtpPort, submissionPort, relayPort }),
    },
  });
  const server = await startServerProcess(
    ['/usr/sbin/chroot', root, '/usr/sbin/dovecot', '-F', '-c', '/etc/dovecot.conf'],
    lmtpPort,
  );
  const shared = {
    recipientDomain: 'example.com',
    caPem: certificate.certificatePem,
    stop: async () => {
      await server.stop();
      removeChroot(root);
    },
  };
  const log = join(root, 'var/log/dovecot.log');
  return {
    lmtp: {
      ...shared,
      title: 'Dovecot LMTP',
      port: lmtpPort,
      protocol: 'lmtp',
      credentials: null,
      countAccepted: () => Promise.resolve(countMatches(log, / saved mail to INBOX/g)),
      maildir: join(root, 'mail/all'),
    },
    submission: {
      ...shared,
      title: 'Dovecot submission',
      port: submissionPort,
      protocol: 'smtp',
      credentials: { user: 'load@example.com', password: PASSWORD },
      countAccepted: () => Promise.resolve(countMatches(log, /submission\(.* Successfully relayed message/g)),
      maildir: null,
    },
  };
}

interface Ports {
  readonly lmtpPort: number;
  readonly submissionPort: number;
  readonly relayPort: number;
}

function configuration({ lmtpPort, submissionPort, relayPort }: Ports): string {
  return `
protocols = lmtp submission
base_dir = /run/dovecot
state_dir = /var/lib/dovecot
log_path = /var/log/dovecot.log
listen = 127.0.0.1
hostname = dovecot.mailfit.test
ssl = yes
ssl_cert = </etc/tls.crt
ssl_key = </etc/tls.key
disable_plaintext_auth = no
auth_mechanisms = plain login scram-sha-256
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=vmail gid=vmail home=/mail allow_all_users=yes
}
mail_location = maildir:/mail/all
first_valid_uid = 1000
submission_relay_host = 127.0.0.1
submission_relay_port = ${relayPort}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
service submission-login {
  inet_listener submission {
    port = ${submissionPort}
  }
}
`;
}
