// What a reply says beyond its code: the enhanced status code (RFC 2034, RFC 3463) and the words after it.

const ENHANCED = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/;

/** `4.7.1`, or null when the reply carries no enhanced status code of its own class. */
export function enhancedCodeOf(replyText: string): string | null {
  const code = ENHANCED.exec(replyText)?.[1] ?? null;
  return code !== null && code.charAt(0) === replyText.charAt(0) ? code : null;
}

/** The words of all lines without codes, joined by a space. */
export function replyWords(replyText: string): string {
  return replyText
    .split(/\r?\n/)
    .map((line) => line.slice(4).replace(/^[245]\.\d{1,3}\.\d{1,3}\s*/, ''))
    .join(' ')
    .trim();
}

/**
 * A reply with everything that differs from message to message taken out, so that equal causes count as one:
 * addresses become <address>, queue identifiers and numbers become #.
 */
export function replyTemplate(replyText: string): string {
  return printable(replyWords(replyText))
    .replace(/<[^>]*>/g, '<address>')
    .replace(/\b[\w.+-]+@[\w.-]+\b/g, '<address>')
    .replace(/\b(?=[\w-]*\d)[\w-]{6,}\b/g, '#')
    .replace(/\d+/g, '#')
    .slice(0, 200);
}

/** A server's words without control characters: they end up in terminals, pages and spreadsheets. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed here
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}
