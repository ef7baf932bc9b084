// The server's EHLO keywords (RFC 5321 §4.1.1.1). Keywords are case-insensitive and unknown ones are kept.

export interface Capabilities {
  /** Upper-case keyword to its parameters, as announced. */
  readonly keywords: ReadonlyMap<string, readonly string[]>;
  readonly isPipelining: boolean;
  readonly isChunking: boolean;
  readonly isStartTls: boolean;
  readonly is8BitMime: boolean;
  readonly isSmtpUtf8: boolean;
  readonly isDsn: boolean;
  readonly isSize: boolean;
  readonly isXclient: boolean;
  readonly authMechanisms: readonly string[];
}

/** Reads the whole EHLO or LHLO reply; the first line is the server's name and no keyword. */
export function parseCapabilities(replyText: string): Capabilities {
  const keywords = new Map<string, readonly string[]>();
  for (const line of replyText.split(/\r?\n/).slice(1)) {
    // Some servers of the nineties wrote AUTH=LOGIN, and a few still do beside the standard form.
    const [keyword = '', ...parameters] = line
      .slice(4)
      .replace(/^AUTH=/i, 'AUTH ')
      .trim()
      .split(/\s+/);
    if (keyword === '') continue;
    const name = keyword.toUpperCase();
    keywords.set(name, [...(keywords.get(name) ?? []), ...parameters]);
  }
  return fromKeywords(keywords);
}

/** A server that knows HELO only announces nothing. */
export const NO_CAPABILITIES: Capabilities = fromKeywords(new Map());

function fromKeywords(keywords: ReadonlyMap<string, readonly string[]>): Capabilities {
  return {
    keywords,
    isPipelining: keywords.has('PIPELINING'),
    isChunking: keywords.has('CHUNKING'),
    isStartTls: keywords.has('STARTTLS'),
    is8BitMime: keywords.has('8BITMIME'),
    isSmtpUtf8: keywords.has('SMTPUTF8'),
    isDsn: keywords.has('DSN'),
    isSize: keywords.has('SIZE'),
    isXclient: keywords.has('XCLIENT'),
    authMechanisms: [...new Set((keywords.get('AUTH') ?? []).map((name) => name.toUpperCase()))],
  };
}

/** The announced lines again, for the record of a run: `SIZE 10240000`. */
export function capabilityLines(capabilities: Capabilities): string[] {
  return [...capabilities.keywords].map(([name, parameters]) => [name, ...parameters].join(' '));
}
