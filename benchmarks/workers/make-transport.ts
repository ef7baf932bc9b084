// Builds what the connections of one thread share, from the plan and the checked target.

import type { IpcNetConnectOpts, TcpNetConnectOpts } from 'node:net';
import { isIP } from 'node:net';
import { scramCrypto } from '../net/scram-crypto.ts';
import type { TlsOptions } from '../net/tls.ts';
import type { Transport } from '../net/transport.ts';
import { NO_CAPABILITIES, parseCapabilities } from '../protocol/capabilities.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import { Outbox } from '../protocol/outbox.ts';
import { proxyHeaderV1, proxyHeaderV2 } from '../protocol/proxy-header.ts';
import type { SessionConfig } from '../protocol/session-state.ts';
import { isLoopbackText } from '../safety/network-address.ts';
import { Recorder } from '../stats/recorder.ts';
import { isBeyondAscii } from '../mail/envelopes.ts';
import type { ThreadStart } from './thread-messages.ts';

const READ_BUFFER_BYTES = 65_536;

export function makeTransport(start: ThreadStart, nowUs: () => number): Transport {
  const { plan, checked } = start;
  return {
    nowUs,
    recorder: new Recorder(nowUs, plan.warmupSec * 1e6),
    outbox: new Outbox((sizeBytes) => Buffer.allocUnsafeSlow(sizeBytes)),
    readBuffer: Buffer.allocUnsafeSlow(READ_BUFFER_BYTES),
    checkedAddress: checked.address,
    isLoopback: isLoopbackText(checked.address),
    nextDestination: destinations(start),
    tls: tlsOptions(start),
    preamble: proxyPreamble(start),
    // Only TCP knows a reset.
    isReset: plan.session.close === 'reset' && checked.target.socketPath === null,
  };
}

function destinations(start: ThreadStart): () => TcpNetConnectOpts | IpcNetConnectOpts {
  const { target, address } = start.checked;
  if (target.socketPath !== null) {
    const path = target.socketPath;
    return () => ({ path });
  }
  const base = { host: address, port: target.port, noDelay: start.plan.session.noDelay };
  const sources = start.plan.sourceAddresses;
  if (sources.length === 0) return () => base;
  let next = start.share.index;
  return () => {
    const localAddress = sources[next % sources.length];
    next += 1;
    return localAddress === undefined ? base : { ...base, localAddress };
  };
}

function tlsOptions(start: ThreadStart): TlsOptions {
  const { session } = start.plan;
  const { host } = start.checked.target;
  return {
    isVerified: session.tlsVerify,
    ca: start.tlsCa,
    serverName: session.tlsServerName ?? (isIP(host) === 0 ? host : ''),
    isResumed: session.tlsResumption,
    ticket: null,
  };
}

function proxyPreamble(start: ThreadStart): (() => Uint8Array) | null {
  const { proxy } = start.plan.session;
  if (proxy === undefined) return null;
  const write = proxy.version === 1 ? proxyHeaderV1 : proxyHeaderV2;
  let count = 0;
  return () => {
    const sourceAddress = proxy.sourceAddresses[count % proxy.sourceAddresses.length] ?? '127.0.0.1';
    count += 1;
    return write({
      sourceAddress,
      sourcePort: 1024 + (count % 60_000),
      destinationAddress: start.checked.address,
      destinationPort: start.checked.target.port,
    });
  };
}

/** Settings of the next session; only the account and the XCLIENT address change from one to the next. */
export function sessionConfigs(start: ThreadStart): () => SessionConfig {
  const { session } = start.plan;
  const base: SessionConfig = {
    protocol: start.checked.target.protocol,
    clientName: session.clientName,
    tls: start.checked.target.isImplicitTls ? 'implicit' : session.tls,
    credentials: null,
    scram: scramCrypto,
    pipelining: session.pipelining,
    chunking: session.chunking,
    pipelineDepth: session.pipelineDepth,
    handshakeEnd: start.plan.load.model === 'hold' ? start.plan.load.stage : 'auth',
    xclientAddress: null,
    needsSmtpUtf8: start.plan.load.model !== 'hold' && hasAddressBeyondAscii(start),
    parseCapabilities: capabilityCache(),
  };
  const { auth, xclientAddresses } = session;
  if (auth === undefined && xclientAddresses.length === 0) return () => base;
  let count = start.share.index;
  return () => {
    count += 1;
    const user = auth?.user.replaceAll('%d', String(1 + (count % (auth.userCount ?? 1))));
    const secret = start.secret ?? '';
    return {
      ...base,
      credentials:
        auth === undefined || user === undefined ? null : { mechanism: auth.mechanism, user, secret },
      xclientAddress: xclientAddresses[count % Math.max(1, xclientAddresses.length)] ?? null,
    };
  };
}

function hasAddressBeyondAscii({ plan: { mail } }: ThreadStart): boolean {
  return isBeyondAscii([mail.from, mail.to, ...(mail.recipientDomains ?? [])].join(' '));
}

// Servers announce the same to everybody, so a thread parses it once; the first line may name the client.
function capabilityCache(): (replyText: string) => Capabilities {
  const known = new Map<string, Capabilities>();
  let lastText = '';
  let lastCapabilities = NO_CAPABILITIES;
  return (replyText) => {
    if (replyText === lastText) return lastCapabilities;
    const lineEnd = replyText.indexOf('\n');
    const key = lineEnd === -1 ? '' : replyText.slice(lineEnd);
    const capabilities = known.get(key) ?? parseCapabilities(replyText);
    if (known.size < 100) known.set(key, capabilities);
    lastText = replyText;
    lastCapabilities = capabilities;
    return capabilities;
  };
}
