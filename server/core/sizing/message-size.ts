// Size of a message on the wire: base64 with 76-character lines and CRLF (RFC 2045 §6.8).

const KIB_BYTES = 1024;
const LINE_CHARS = 76;
const CRLF_BYTES = 2;
/** Encoded bytes per raw byte of a long attachment: 4/3 × 78/76. */
export const BASE64_GROWTH = (4 / 3) * ((LINE_CHARS + CRLF_BYTES) / LINE_CHARS);

/** Headers and text of a message beside its attachment, decimal megabytes. */
const MESSAGE_REST_MB = 0.1;

export interface Base64Size {
  readonly b64chars: number;
  readonly lines: number;
  readonly encodedBytes: number;
  readonly ratio: number;
}

/** Exact encoded size of an attachment of `rawBytes` > 0. */
export function base64Size(rawBytes: number): Base64Size {
  const b64chars = Math.ceil(rawBytes / 3) * 4;
  const lines = Math.ceil(b64chars / LINE_CHARS);
  const encodedBytes = b64chars + lines * CRLF_BYTES;
  return { b64chars, lines, encodedBytes, ratio: encodedBytes / rawBytes };
}

/** Largest file in MiB that fits a message limit of `limitBytes` beside a body of `bodyKiB`. */
export function largestAttachmentMiB(limitBytes: number, bodyKiB: number): number {
  return Math.max(0, (limitBytes - bodyKiB * KIB_BYTES) / BASE64_GROWTH) / KIB_BYTES ** 2;
}

/** The whole message around an attachment, encoded; decimal megabytes both. */
export function messageMB(attachmentMB: number): number {
  return attachmentMB * BASE64_GROWTH + MESSAGE_REST_MB;
}

/** Mean message in KiB when the attachments are known better than the messages: body + share × size × 1.3684. */
export function averageMessageKiB(bodyKiB: number, attachmentShare: number, attachmentKiB: number): number {
  return bodyKiB + attachmentShare * attachmentKiB * BASE64_GROWTH;
}
