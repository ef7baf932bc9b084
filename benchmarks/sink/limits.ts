// Policies of real servers that are easily taken for capacity: a sink with limits proves that the harness names them.

export interface SinkLimits {
  /** Sessions at a time; more are greeted with 421. 0 = no limit. */
  readonly maxConnections: number;
  /** Messages in one session; the next MAIL gets 421. 0 = no limit. */
  readonly maxMessagesPerConnection: number;
  /** Messages accepted per second over all sessions; more get 450. 0 = no limit. */
  readonly maxMessagesPerSec: number;
  /** A sender and recipient pair is deferred until this long after its first attempt. 0 = no greylisting. */
  readonly greylistMs: number;
}

export const NO_LIMITS: SinkLimits = {
  maxConnections: 0,
  maxMessagesPerConnection: 0,
  maxMessagesPerSec: 0,
  greylistMs: 0,
};

export const TOO_MANY_CONNECTIONS = '421 4.7.0 Too many concurrent connections from your address\r\n';
const TOO_MANY_MESSAGES = '421 4.7.0 Too many messages in this connection\r\n';
const TOO_FAST = '450 4.7.1 Rate limit exceeded, try again later\r\n';
const GREYLISTED = '450 4.2.0 Greylisted, try again later\r\n';
/** Pairs remembered before the oldest are forgotten. */
const GREYLIST_ENTRIES = 100_000;

export class LimitKeeper {
  readonly #limits: SinkLimits;
  readonly #firstSeenMs = new Map<string, number>();
  #secondStartMs = 0;
  #messagesThisSecond = 0;

  constructor(limits: SinkLimits) {
    this.#limits = limits;
  }

  mayConnect(openConnections: number): boolean {
    return this.#limits.maxConnections === 0 || openConnections < this.#limits.maxConnections;
  }

  /** The reply that refuses the next message, or null. */
  refuseMail(messagesInSession: number, nowMs: number): string | null {
    const { maxMessagesPerConnection, maxMessagesPerSec } = this.#limits;
    if (maxMessagesPerConnection > 0 && messagesInSession >= maxMessagesPerConnection)
      return TOO_MANY_MESSAGES;
    if (maxMessagesPerSec === 0) return null;
    if (nowMs - this.#secondStartMs >= 1000) {
      this.#secondStartMs = nowMs;
      this.#messagesThisSecond = 0;
    }
    this.#messagesThisSecond += 1;
    return this.#messagesThisSecond > maxMessagesPerSec ? TOO_FAST : null;
  }

  /** The reply that defers a sender and recipient pair seen for the first time, or null. */
  refuseRecipient(pair: string, nowMs: number): string | null {
    if (this.#limits.greylistMs === 0) return null;
    const firstMs = this.#firstSeenMs.get(pair);
    if (firstMs !== undefined) return nowMs - firstMs >= this.#limits.greylistMs ? null : GREYLISTED;
    const [oldest] = this.#firstSeenMs.keys();
    if (this.#firstSeenMs.size >= GREYLIST_ENTRIES && oldest !== undefined) this.#firstSeenMs.delete(oldest);
    this.#firstSeenMs.set(pair, nowMs);
    return GREYLISTED;
  }
}
