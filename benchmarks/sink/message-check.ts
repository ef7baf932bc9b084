// Reads from a received message what the ledger needs: the token, and whether the body is the one that was sent.

import { crc32 } from 'node:zlib';
import { DIGEST_HEADER, TOKEN_HEADER, TOKEN_WIDTH } from '../mail/token.ts';
import { bodyForDigest } from '../mail/wire-form.ts';

export interface CheckedMessage {
  /** Null when the message carries no token header. */
  readonly token: string | null;
  readonly isIntact: boolean;
}

const TOKEN_MARK = Buffer.from(`${TOKEN_HEADER}: `);
const DIGEST_MARK = Buffer.from(`${DIGEST_HEADER}: crc32=`);
const HEADERS_END = Buffer.from('\r\n\r\n');
const HEX_DIGITS = 8;
const FOREIGN: CheckedMessage = { token: null, isIntact: true };

/**
 * `content` has CRLF line ends and no doubled dots. A token counts only in the headers, never in the body.
 * Without `verifies` the body is not looked at and passes as intact.
 */
export function checkMessage(content: Buffer, verifies: boolean): CheckedMessage {
  const headersEnd = content.indexOf(HEADERS_END);
  // Mail of others has no token; its body need not be searched for one.
  const tokenAt = (headersEnd === -1 ? content : content.subarray(0, headersEnd)).indexOf(TOKEN_MARK);
  if (tokenAt === -1) return FOREIGN;
  const tokenStart = tokenAt + TOKEN_MARK.length;
  const token = content.toString('latin1', tokenStart, tokenStart + TOKEN_WIDTH);
  if (!verifies) return { token, isIntact: true };
  const digestAt = content.indexOf(DIGEST_MARK);
  if (headersEnd === -1 || digestAt === -1 || digestAt > headersEnd) return { token, isIntact: false };
  const digestStart = digestAt + DIGEST_MARK.length;
  const wanted = Number.parseInt(content.toString('latin1', digestStart, digestStart + HEX_DIGITS), 16);
  return {
    token,
    isIntact: crc32(bodyForDigest(content.subarray(headersEnd + HEADERS_END.length))) === wanted,
  };
}
