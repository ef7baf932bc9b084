// Command lines with their ESMTP parameters (RFC 5321 §4.1.1, RFC 1870, RFC 6152, RFC 6531, RFC 3461, XCLIENT).
// Invariant: an address or parameter that could end the line early is refused, not cleaned.

import type { Capabilities } from './capabilities.ts';

export interface DsnRequest {
  readonly ret: 'FULL' | 'HDRS';
  readonly notify: readonly ('NEVER' | 'SUCCESS' | 'FAILURE' | 'DELAY')[];
}

export interface EnvelopeOptions {
  readonly from: string;
  readonly to: readonly string[];
  readonly sizeBytes: number;
  readonly is8bit: boolean;
  readonly isSmtpUtf8: boolean;
  readonly dsn: DsnRequest | null;
}

export interface EnvelopeCommands {
  readonly mail: Uint8Array;
  readonly rcpts: readonly Uint8Array[];
  /** MAIL and every RCPT, for a pipelined group. */
  readonly group: Uint8Array;
  readonly groupWithData: Uint8Array;
}

const encoder = new TextEncoder();

/** The envelope's lines for a server with these capabilities; what it did not announce is left out. */
export function envelopeCommands(options: EnvelopeOptions, capabilities: Capabilities): EnvelopeCommands {
  const mail = `MAIL FROM:<${checkAddress(options.from)}>${mailParameters(options, capabilities)}\r\n`;
  const rcpts = options.to.map(
    (address) => `RCPT TO:<${checkAddress(address)}>${rcptParameters(options, address, capabilities)}\r\n`,
  );
  const group = mail + rcpts.join('');
  return {
    mail: encoder.encode(mail),
    rcpts: rcpts.map((line) => encoder.encode(line)),
    group: encoder.encode(group),
    groupWithData: encoder.encode(`${group}DATA\r\n`),
  };
}

function mailParameters(options: EnvelopeOptions, capabilities: Capabilities): string {
  let parameters = capabilities.isSize ? ` SIZE=${options.sizeBytes}` : '';
  if (options.is8bit && capabilities.is8BitMime) parameters += ' BODY=8BITMIME';
  if (options.isSmtpUtf8 && capabilities.isSmtpUtf8) parameters += ' SMTPUTF8';
  if (options.dsn !== null && capabilities.isDsn) parameters += ` RET=${options.dsn.ret}`;
  return parameters;
}

function rcptParameters(options: EnvelopeOptions, address: string, capabilities: Capabilities): string {
  if (options.dsn === null || !capabilities.isDsn) return '';
  return ` NOTIFY=${options.dsn.notify.join(',')} ORCPT=rfc822;${xtext(address)}`;
}

/** RFC 3461 §4: printable ASCII except `+` and `=` stays, every other octet becomes `+` and two hex digits. */
export function xtext(text: string): string {
  let encoded = '';
  for (const octet of encoder.encode(text)) {
    const isPlain = octet >= 33 && octet <= 126 && octet !== 43 && octet !== 61;
    encoded += isPlain ? String.fromCharCode(octet) : `+${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

// oxlint-disable-next-line no-control-regex -- control characters are what is refused here
const ENDS_PATH = /[\u0000-\u0020<>\u007f]/;

/** True for NAME@DOMAIN without anything that would end the path or the line. */
export function isUsableAddress(address: string): boolean {
  return /^.+@[^@]+$/.test(address) && !ENDS_PATH.test(address);
}

/** The address itself; throws when it holds what would end the path or the line. */
export function checkAddress(address: string): string {
  if (ENDS_PATH.test(address)) throw new RangeError(`Not usable in an envelope: ${JSON.stringify(address)}`);
  return address;
}

/** XCLIENT as in Postfix' XCLIENT_README: lets one machine speak for many client addresses. */
export function xclientCommand(address: string): string {
  const value = address.includes(':') ? `IPV6:${address}` : address;
  return `XCLIENT ADDR=${checkAddress(value)}`;
}
