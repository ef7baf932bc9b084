// The address of a load target: smtp://host:port, smtps://, lmtp://, and smtp+unix: or lmtp+unix: with a path.

import { isLoopbackText } from './network-address.ts';

export interface Target {
  readonly url: string;
  readonly protocol: 'smtp' | 'lmtp';
  readonly isImplicitTls: boolean;
  /** Name or literal address; empty for a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly socketPath: string | null;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { smtp: 25, smtps: 465, lmtp: 24 };

const UNIX_FORM = /^(smtp|lmtp)\+unix:(?:\/\/)?(\/.+)$/;
const HOST_FORM = /^(smtps?|lmtp):\/\/(\[[0-9a-f:.%]+\]|[^:/?#@[\]\s]+)(?::(\d{1,5}))?\/?$/i;

/** The parsed target, or null when `url` names none. */
export function parseTarget(url: string): Target | null {
  const [, unixProtocol, socketPath] = UNIX_FORM.exec(url) ?? [];
  if (socketPath !== undefined) return unixTarget(url, unixProtocol === 'lmtp' ? 'lmtp' : 'smtp', socketPath);
  const [, scheme, host, portText] = HOST_FORM.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return null;
  return hostTarget(url, scheme.toLowerCase(), { host, portText });
}

/** True when the address itself says that nothing leaves this machine; a name is not looked up. */
export function namesThisMachine(url: string): boolean {
  if (url === 'builtin') return true;
  const target = parseTarget(url);
  if (target === null) return false;
  return target.socketPath !== null || target.host === 'localhost' || isLoopbackText(target.host);
}

function hostTarget(
  url: string,
  scheme: string,
  where: { host: string; portText: string | undefined },
): Target | null {
  const port = where.portText === undefined ? (DEFAULT_PORTS[scheme] ?? 0) : Number(where.portText);
  if (port < 1 || port > 65_535) return null;
  return {
    url,
    protocol: scheme === 'lmtp' ? 'lmtp' : 'smtp',
    isImplicitTls: scheme === 'smtps',
    host: where.host.replace(/^\[(.*)\]$/, '$1').toLowerCase(),
    port,
    socketPath: null,
  };
}

function unixTarget(url: string, protocol: 'smtp' | 'lmtp', socketPath: string): Target {
  return { url, protocol, isImplicitTls: false, host: '', port: 0, socketPath };
}
