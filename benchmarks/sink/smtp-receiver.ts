// The server's half of one SMTP or LMTP session, fed with bytes and answering through its host (RFC 5321, 2033, 2920,
// 3030). All replies to one piece of input leave in one write: small separate writes would measure Nagle, not mail.

import type { AuthExchange, AuthStep, Credentials } from './auth-exchange.ts';
import { startAuth } from './auth-exchange.ts';
import { CommandLine, VERB, lineEndFrom } from './command-line.ts';
import { ContentReader } from './content-reader.ts';
import type { FaultScript } from './faults.ts';
import type { LimitKeeper } from './limits.ts';
import * as reply from './replies.ts';
import type { ReceiverHost } from './reply-gate.ts';
import { ReplyGate } from './reply-gate.ts';

export interface ReceiverProfile {
  readonly banner: string;
  readonly ehloReply: (isEncrypted: boolean) => string;
  readonly isLmtp: boolean;
  readonly maxMessageBytes: number;
  readonly offersTls: boolean;
  readonly credentials: Credentials | null;
  readonly script: FaultScript | null;
  readonly limits: LimitKeeper | null;
  readonly onMessage: (content: Buffer, recipients: number) => void;
}

type Mode = 'command' | 'content' | 'chunk' | 'auth';

/** RFC 5321 §4.5.3.1.4 asks for 512 and extensions add to it; AUTH allows 12288 (RFC 4954 §4). */
const MAX_LINE_BYTES = 12_290;
const EMPTY = Buffer.alloc(0);

export class SmtpReceiver {
  readonly #profile: ReceiverProfile;
  readonly #host: ReceiverHost;
  readonly #reader: ContentReader;
  #mode: Mode = 'command';
  #held: Buffer = EMPTY;
  readonly #gate: ReplyGate;
  #sender: string | null = null;
  #recipients = 0;
  #messages = 0;
  #isEncrypted: boolean;
  #chunkBytesLeft = 0;
  #isLastChunk = false;
  #exchange: AuthExchange | null = null;

  constructor(profile: ReceiverProfile, host: ReceiverHost, isEncrypted: boolean) {
    this.#profile = profile;
    this.#host = host;
    this.#isEncrypted = isEncrypted;
    this.#gate = new ReplyGate(host, profile.script, () => this.feed(EMPTY));
    this.#reader = new ContentReader(profile.maxMessageBytes);
  }

  greet(): void {
    this.#gate.respond('connect', this.#profile.banner);
    this.#gate.flush();
  }

  /** After the TLS handshake the session starts over (RFC 3207 §4.2); what came before it in clear is forgotten. */
  becomeEncrypted(): void {
    this.#isEncrypted = true;
    this.#held = EMPTY;
    this.#resetMail();
    this.#gate.reopen();
  }

  feed(piece: Buffer): void {
    const input = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]);
    this.#held = EMPTY;
    let at = 0;
    while (at < input.length && this.#gate.isOpen) {
      const next = this.#consume(input, at);
      if (next === -1) break;
      at = next;
    }
    if (at < input.length && !this.#gate.isClosed) this.#held = input.subarray(at);
    this.#gate.flush();
  }

  #consume(input: Buffer, at: number): number {
    switch (this.#mode) {
      case 'content':
        return this.#takeContent(input, at);
      case 'chunk':
        return this.#takeChunk(input, at);
      case 'command':
      case 'auth':
        return this.#takeLine(input, at);
    }
  }

  #takeLine(input: Buffer, at: number): number {
    const end = lineEndFrom(input, at);
    const length = (end === -1 ? input.length : end) - at;
    if (length > MAX_LINE_BYTES) {
      this.#gate.finish(reply.LINE_TOO_LONG);
      return -1;
    }
    if (end === -1) return -1;
    const line = new CommandLine(input, at, end);
    if (this.#mode === 'auth') this.#continueAuth(line.text());
    else this.#onCommand(line);
    return end + 1;
  }

  // RCPT, MAIL and DATA come first because nearly every line is one of them.
  // oxlint-disable-next-line complexity -- one flat switch over the verbs is read and compiled best.
  #onCommand(line: CommandLine): void {
    switch (line.verb) {
      case VERB.rcpt:
        return this.#onRecipient(line);
      case VERB.mail:
        return this.#onMail(line.text());
      case VERB.data:
        return this.#onData();
      case VERB.bdat:
        return this.#onBdat(line.text());
      case VERB.ehlo:
      case VERB.lhlo:
        this.#resetMail();
        return void this.#gate.respond('ehlo', this.#profile.ehloReply(this.#isEncrypted));
      case VERB.helo:
        this.#resetMail();
        return void this.#gate.respond('ehlo', '250 mailfit.test\r\n');
      case VERB.rset:
        this.#resetMail();
        return void this.#gate.respond('rset', reply.OK);
      case VERB.quit:
        return void this.#gate.respond('quit', reply.BYE, 'close');
      case VERB.starttls:
        return this.#onStartTls();
      case VERB.auth:
        return this.#onAuth(line.text());
      case VERB.xclient:
        this.#resetMail();
        return this.#gate.say(this.#profile.banner);
      case VERB.noop:
        return this.#gate.say(reply.OK);
      default:
        return this.#gate.say(reply.NOT_KNOWN);
    }
  }

  #onMail(line: string): void {
    if (this.#sender !== null) return this.#gate.say(reply.BAD_SEQUENCE);
    const size = line.indexOf(' SIZE=');
    if (size !== -1 && Number.parseInt(line.slice(size + 6), 10) > this.#profile.maxMessageBytes) {
      return this.#gate.say(reply.TOO_LARGE);
    }
    const refusal = this.#profile.limits?.refuseMail(this.#messages, this.#host.nowMs()) ?? null;
    if (refusal !== null)
      return refusal.startsWith('421') ? this.#gate.finish(refusal) : this.#gate.say(refusal);
    if (this.#gate.respond('mail', reply.SENDER_OK) === 'normal') this.#sender = line;
  }

  #onRecipient(line: CommandLine): void {
    if (this.#sender === null) return this.#gate.say(reply.BAD_SEQUENCE);
    const { limits } = this.#profile;
    const refusal = limits?.refuseRecipient(this.#sender + line.text(), this.#host.nowMs()) ?? null;
    if (refusal !== null) return this.#gate.say(refusal);
    if (this.#gate.respond('rcpt', reply.RECIPIENT_OK) === 'normal') this.#recipients += 1;
  }

  #onData(): void {
    if (this.#recipients === 0)
      return this.#gate.say(this.#sender === null ? reply.BAD_SEQUENCE : reply.NO_RECIPIENTS);
    if (this.#gate.respond('data', reply.START_CONTENT) !== 'normal') return;
    this.#reader.start();
    this.#mode = 'content';
    this.#gate.interruptBody();
  }

  #onBdat(line: string): void {
    const [, size, last] = /^BDAT\s+(\d{1,12})(?:\s+(LAST))?\s*$/i.exec(line) ?? [];
    if (size === undefined) return this.#gate.finish(reply.BAD_ARGUMENT);
    if (this.#chunkBytesLeft === 0 && this.#reader.sizeBytes === 0) this.#reader.start();
    this.#chunkBytesLeft = Number(size);
    this.#isLastChunk = last !== undefined;
    this.#mode = 'chunk';
    this.#gate.interruptBody();
    if (this.#chunkBytesLeft === 0 && this.#gate.isOpen) this.#endChunk();
  }

  #takeContent(input: Buffer, at: number): number {
    const end = this.#reader.takeUntilEnd(input, at);
    if (end === -1) return input.length;
    this.#mode = 'command';
    this.#endMessage(() => this.#reader.unstuffed());
    return end;
  }

  #takeChunk(input: Buffer, at: number): number {
    const end = Math.min(input.length, at + this.#chunkBytesLeft);
    this.#reader.takePiece(input.subarray(at, end));
    this.#chunkBytesLeft -= end - at;
    if (this.#chunkBytesLeft === 0) this.#endChunk();
    return end;
  }

  #endChunk(): void {
    this.#mode = 'command';
    if (this.#recipients === 0) {
      this.#reader.start();
      return this.#gate.say(this.#sender === null ? reply.BAD_SEQUENCE : reply.NO_RECIPIENTS);
    }
    if (this.#isLastChunk) return this.#endMessage(() => this.#reader.raw());
    this.#gate.say(reply.OK);
  }

  #endMessage(content: () => Buffer): void {
    const isTooLarge = this.#reader.sizeBytes > this.#profile.maxMessageBytes;
    const recipients = this.#recipients;
    const replies = this.#profile.isLmtp ? recipients : 1;
    const message = isTooLarge ? EMPTY : content();
    this.#resetMail();
    if (isTooLarge) return this.#gate.say(reply.TOO_LARGE.repeat(replies));
    const course = this.#gate.respond(
      'finalDot',
      replies === 1 ? reply.ACCEPTED : reply.ACCEPTED.repeat(replies),
    );
    if (course === 'refused') return;
    this.#messages += 1;
    this.#profile.onMessage(message, recipients);
  }

  #onStartTls(): void {
    if (!this.#profile.offersTls || this.#isEncrypted) return this.#gate.say(reply.BAD_SEQUENCE);
    this.#gate.respond('starttls', reply.TLS_READY, 'startTls');
  }

  #onAuth(line: string): void {
    const [, mechanism = '', initial] = line.split(/\s+/);
    this.#exchange = startAuth(mechanism, this.#profile.credentials);
    if (this.#exchange === null) return this.#gate.say(reply.AUTH_UNKNOWN);
    this.#mode = 'auth';
    if (initial !== undefined) return this.#continueAuth(initial === '=' ? '' : initial);
    this.#gate.say(mechanism.toUpperCase() === 'LOGIN' ? reply.challenge('Username:') : reply.challenge(''));
  }

  #continueAuth(line: string): void {
    const refused: AuthStep = { kind: 'done', isGranted: false };
    const step = line === '*' ? refused : (this.#exchange?.(Buffer.from(line, 'base64')) ?? refused);
    if (step.kind === 'challenge') return this.#gate.say(reply.challenge(step.text));
    this.#mode = 'command';
    this.#exchange = null;
    if (step.isGranted) this.#gate.respond('auth', reply.AUTH_OK);
    else this.#gate.say(reply.AUTH_REFUSED);
  }

  #resetMail(): void {
    this.#sender = null;
    this.#recipients = 0;
    this.#chunkBytesLeft = 0;
    if (this.#reader.sizeBytes > 0) this.#reader.start();
  }
}
