// Composes the messages of a run with nodemailer before the clock starts. Invariant: spec and seed decide every byte,
// so boundaries and dates are given here, never drawn by the library.

import MailComposer from 'nodemailer/lib/mail-composer';
import type { MessageEnvelope, EnvelopeSpec } from '../mail/envelopes.ts';
import { DEFAULT_ENVELOPES, addressAt, drawEnvelopes } from '../mail/envelopes.ts';
import type { SizeDistribution } from '../mail/message-size.ts';
import { drawSizeBytes } from '../mail/message-size.ts';
import type { MessageTemplate } from '../mail/message-template.ts';
import { HEAD_BYTES, buildTemplate } from '../mail/message-template.ts';
import type { MailLanguage } from '../mail/phrases.ts';
import { drawFileName, drawLetter, drawPerson, drawSubject } from '../mail/phrases.ts';
import type { Rng } from '../stats/rng.ts';
import { nextBelow, nextUnit } from '../stats/rng.ts';

export interface MessageSpec {
  /** Eight characters, see mail/token.ts. */
  readonly runId: string;
  readonly worker: number;
  readonly sizes: SizeDistribution;
  readonly language: MailLanguage | 'mixed';
  /** Share of messages with an attached file, 0 … 1; above 100 KiB every message has one unless the share is 0. */
  readonly attachmentShare: number;
  /** Share of messages that also carry an HTML part, 0 … 1. */
  readonly htmlShare: number;
  /** How many different messages are composed; a run walks round them with a new token each time. */
  readonly templateCount: number;
  /** Composing stops early when the templates together reach this. */
  readonly maxPoolBytes: number;
  readonly envelopes: EnvelopeSpec;
  readonly envelopeCount: number;
  /** Time of the Date header, in milliseconds since 1970. */
  readonly dateMs: number;
}

export interface MessagePool {
  /** Message `n` of a worker uses template `n % templates.length`. */
  readonly templates: readonly MessageTemplate[];
  /** Message `n` of a worker uses envelope `n % envelopes.length`. */
  readonly envelopes: readonly MessageEnvelope[];
  readonly meanSizeBytes: number;
  readonly largestSizeBytes: number;
}

/** 1 KiB English text to one recipient: the message that the published comparisons use. */
export const DEFAULT_MESSAGE_SPEC: Omit<MessageSpec, 'runId' | 'dateMs'> = {
  worker: 0,
  sizes: { kind: 'fixed', sizeBytes: 1024 },
  language: 'en',
  attachmentShare: 0,
  htmlShare: 0,
  templateCount: 64,
  maxPoolBytes: 64 * 1024 * 1024,
  envelopes: DEFAULT_ENVELOPES,
  envelopeCount: 1024,
};

/** Base64 with lines of 76 characters and CRLF (RFC 2045 §6.8). */
const BASE64_RATIO = (4 / 3) * (78 / 76);
/** The letter is drawn longer than expected, since it is cut to size afterwards. */
const SPARE_TEXT = 1.3;
/** A message with the empty reverse-path still says in its header who wrote it. */
const SENDER_OF_REPORTS = 'mailer-daemon@example.com';
const ALWAYS_ATTACHED_ABOVE_BYTES = 100 * 1024;
const MIN_ATTACHMENT_MESSAGE_BYTES = 3 * 1024;

/** Templates and envelopes of one worker, decided by the spec and the generator alone. */
export async function composeMessages(spec: MessageSpec, rng: Rng): Promise<MessagePool> {
  const templates: MessageTemplate[] = [];
  let poolBytes = 0;
  while (templates.length < spec.templateCount && (templates.length === 0 || poolBytes < spec.maxPoolBytes)) {
    const template = await composeOne(spec, drawSizeBytes(spec.sizes, rng), rng);
    templates.push(template);
    poolBytes += template.sizeBytes;
  }
  return poolOf(templates, drawEnvelopes(spec.envelopes, spec.envelopeCount, rng));
}

/** A pool of given templates, for example of messages read from a folder. */
export function poolOf(
  templates: readonly MessageTemplate[],
  envelopes: readonly MessageEnvelope[],
): MessagePool {
  const sizesBytes = templates.map((template) => template.sizeBytes);
  const totalBytes = sizesBytes.reduce((sum, size) => sum + size, 0);
  return {
    templates,
    envelopes,
    meanSizeBytes: totalBytes / Math.max(1, templates.length),
    largestSizeBytes: sizesBytes.reduce((largest, size) => Math.max(largest, size), 0),
  };
}

interface Draft {
  readonly language: MailLanguage;
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly letter: string;
  readonly hasHtml: boolean;
  readonly fileName: string | null;
  readonly file: Buffer;
  readonly boundary: string;
}

function drawDraft(spec: MessageSpec, targetBytes: number, rng: Rng): Draft {
  const language = spec.language === 'mixed' ? (nextUnit(rng) < 0.5 ? 'ja' : 'en') : spec.language;
  const isAttachable = spec.attachmentShare > 0 && targetBytes >= MIN_ATTACHMENT_MESSAGE_BYTES;
  const hasFile =
    isAttachable && (targetBytes > ALWAYS_ATTACHED_ABOVE_BYTES || nextUnit(rng) < spec.attachmentShare);
  const letterBytes = hasFile ? Math.min(targetBytes / 6, 4096) : targetBytes;
  const hasHtml = nextUnit(rng) < spec.htmlShare;
  return {
    language,
    subject: drawSubject(language, rng),
    from: {
      name: drawPerson(language, rng),
      address: addressAt(spec.envelopes.senders, nextBelow(rng, 1000)) || SENDER_OF_REPORTS,
    },
    to: {
      name: drawPerson(language, rng),
      address: addressAt(spec.envelopes.recipients, nextBelow(rng, 1000)),
    },
    letter: drawLetter(language, (letterBytes * SPARE_TEXT) / textBytesPerCharacter(language, hasHtml), rng),
    hasHtml,
    fileName: hasFile ? drawFileName(language, rng) : null,
    file: hasFile ? randomBytes(targetBytes, rng) : Buffer.alloc(0),
    boundary: `mailfit${rng.nextUint32().toString(36)}${rng.nextUint32().toString(36)}`,
  };
}

// Random bytes stand for PDF and Office files, which are compressed already.
function randomBytes(length: number, rng: Rng): Buffer {
  const words = Uint32Array.from({ length: Math.ceil(length / 4) }, () => rng.nextUint32());
  return Buffer.from(words.buffer, 0, length);
}

/** Room left for a padding header: at least its own `X-Mailfit-Padding: ` line, at most what one line may hold. */
const PADDING_NAME = 'X-Mailfit-Padding: ';
const PADDING_GOAL_BYTES = 40;
const PADDING_MIN_BYTES = PADDING_NAME.length + 3;
const PADDING_MAX_BYTES = 900;
const MAX_FITTING_ROUNDS = 6;

// The encoded size is known only after encoding, so the text (or the file) is cut until a short padding header can
// fill the rest exactly. A target below the size of a bare MIME message gives the bare message.
async function composeOne(spec: MessageSpec, targetBytes: number, rng: Rng): Promise<MessageTemplate> {
  const draft = drawDraft(spec, targetBytes, rng);
  const bytesPerUnit = encodedBytesPerUnit(draft);
  let units = Math.max(0, Math.floor((targetBytes - HEAD_BYTES - 500) / bytesPerUnit));
  let composed = await encode(draft, units, spec.dateMs);
  for (let round = 0; round < MAX_FITTING_ROUNDS; round += 1) {
    const missingBytes = targetBytes - HEAD_BYTES - composed.length;
    if (missingBytes === 0 || (missingBytes >= PADDING_MIN_BYTES && missingBytes <= PADDING_MAX_BYTES)) break;
    const next = Math.max(0, units + Math.floor((missingBytes - PADDING_GOAL_BYTES) / bytesPerUnit));
    if (next === units) break;
    units = next;
    composed = await encode(draft, units, spec.dateMs);
  }
  return buildTemplate(padded(composed, targetBytes - HEAD_BYTES), spec);
}

function padded(composed: Buffer, targetBytes: number): Buffer {
  const missingBytes = targetBytes - composed.length;
  if (missingBytes < PADDING_MIN_BYTES || missingBytes > PADDING_MAX_BYTES) return composed;
  const filler = 'x'.repeat(missingBytes - PADDING_NAME.length - 2);
  return Buffer.concat([Buffer.from(`${PADDING_NAME}${filler}\r\n`), composed]);
}

/** How many bytes one more character of text, or byte of the file, adds after encoding. */
function encodedBytesPerUnit(draft: Draft): number {
  if (draft.fileName !== null) return BASE64_RATIO;
  return textBytesPerCharacter(draft.language, draft.hasHtml);
}

function textBytesPerCharacter(language: MailLanguage, hasHtml: boolean): number {
  return (language === 'ja' ? 3 * BASE64_RATIO : 1.02) * (hasHtml ? 2 : 1);
}

async function encode(draft: Draft, units: number, dateMs: number): Promise<Buffer> {
  const text = draft.fileName === null ? cutText(draft.letter, units) : draft.letter;
  const composer = new MailComposer({
    from: draft.from,
    to: draft.to,
    subject: draft.subject,
    date: new Date(dateMs),
    text,
    ...(draft.hasHtml ? { html: toHtml(text) } : {}),
    attachments:
      draft.fileName === null ? [] : [{ filename: draft.fileName, content: draft.file.subarray(0, units) }],
    baseBoundary: draft.boundary,
    textEncoding: draft.language === 'ja' ? 'base64' : 'quoted-printable',
    messageId: '<replaced@mailfit.invalid>',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const node = composer.compile();
  const built = await node.build();
  const crlfEnd = built.subarray(-2).equals(Buffer.from('\r\n'))
    ? built
    : Buffer.concat([built, Buffer.from('\r\n')]);
  return removeMessageId(crlfEnd);
}

function cutText(letter: string, characters: number): string {
  return letter.length <= characters ? letter.padEnd(characters, '.') : letter.slice(0, characters);
}

function toHtml(text: string): string {
  const paragraphs = text.split('\n\n').map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html><body>${paragraphs.join('\n')}</body></html>`;
}

function removeMessageId(message: Buffer): Buffer {
  const start = message.indexOf('Message-ID: <replaced@mailfit.invalid>\r\n');
  if (start === -1) return message;
  return Buffer.concat([message.subarray(0, start), message.subarray(message.indexOf('\n', start) + 1)]);
}
