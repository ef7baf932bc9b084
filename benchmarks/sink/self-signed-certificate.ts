// A certificate of its own for every sink, made in memory (X.509 v3, RFC 5280; DER, ITU-T X.690), so that STARTTLS can be
// loaded and verified without a key file in the repository. Valid for localhost and the loopback addresses only.

import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface SinkCertificate {
  readonly keyPem: string;
  /** Also what a client trusts (`--ca`) to verify the sink. */
  readonly certificatePem: string;
}

/** What a handshake costs a server depends on it more than on anything else: RSA signs slowly, P-256 fast. */
export type KeyKind = 'p256' | 'rsa2048';

const OID_RSA_SHA256 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const OID_ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const OID_COMMON_NAME = [0x55, 0x04, 0x03];
const OID_BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13];
const OID_SUBJECT_ALT_NAME = [0x55, 0x1d, 0x11];
const DAY_MS = 86_400_000;

const VALID_DAYS = 30;

/** A key and its certificate, valid from yesterday for thirty days. */
export function makeSelfSignedCertificate(nowMs: number, kind: KeyKind = 'p256'): SinkCertificate {
  const { privateKey, publicKey } = makeKeys(kind);
  // RFC 4055 wants the NULL for RSA, RFC 5758 forbids it for ECDSA.
  const algorithm =
    kind === 'rsa2048' ? sequence(objectId(OID_RSA_SHA256), der(0x05)) : sequence(objectId(OID_ECDSA_SHA256));
  const name = sequence(set(sequence(objectId(OID_COMMON_NAME), utf8('mailfit sink'))));
  const toBeSigned = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name,
    sequence(utcTime(nowMs - DAY_MS), utcTime(nowMs + VALID_DAYS * DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(basicConstraints(), subjectAltName())),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, algorithm, der(0x03, Buffer.from([0]), signature));
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: toPem(certificate),
  };
}

function makeKeys(kind: KeyKind): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  return kind === 'rsa2048'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 128) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const lengthBytes =
    content.length < 256 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([tag, ...lengthBytes]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts);
const tagged = (tag: number, part: Uint8Array): Buffer => der(tag, part);
const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes);
const objectId = (bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
const octets = (part: Uint8Array): Buffer => der(0x04, part);
const isTrue = der(0x01, Buffer.from([0xff]));

// UTCTime covers the years to 2049; a test certificate never lives that long.
function utcTime(timeMs: number): Buffer {
  const digits = new Date(timeMs).toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

// It signs itself, so it is its own authority; without CA:true a strict client refuses it as a trust anchor.
function basicConstraints(): Buffer {
  return sequence(objectId(OID_BASIC_CONSTRAINTS), isTrue, octets(sequence(isTrue)));
}

function subjectAltName(): Buffer {
  const loopback6 = Buffer.alloc(16);
  loopback6[15] = 1;
  const names = sequence(
    der(0x82, Buffer.from('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
    der(0x87, loopback6),
  );
  return sequence(objectId(OID_SUBJECT_ALT_NAME), octets(names));
}

function toPem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
