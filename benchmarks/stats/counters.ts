// Counts of one worker or of the whole run. Plain numbers that add up, so that threads can be summed per second.

export interface MessageCounts {
  /** Arrivals of the plan, started or not. */
  offered: number;
  /** Attempts that began with MAIL, or died before it on the connection opened for them. */
  sent: number;
  accepted: number;
  rejected: number;
  failed: number;
  ambiguous: number;
  /** Arrivals that could not be started in time. */
  dropped: number;
}

export interface ConnectionCounts {
  opened: number;
  refused: number;
  /** Lost without having been closed by us. */
  lost: number;
  open: number;
  peak: number;
  tlsFull: number;
  tlsResumed: number;
}

export interface RecipientCounts {
  accepted: number;
  refused: number;
}

export interface Counters {
  readonly messages: MessageCounts;
  readonly connections: ConnectionCounts;
  readonly recipients: RecipientCounts;
  readonly bytes: { sent: number; received: number };
}

export function emptyCounters(): Counters {
  return {
    messages: { offered: 0, sent: 0, accepted: 0, rejected: 0, failed: 0, ambiguous: 0, dropped: 0 },
    connections: { opened: 0, refused: 0, lost: 0, open: 0, peak: 0, tlsFull: 0, tlsResumed: 0 },
    recipients: { accepted: 0, refused: 0 },
    bytes: { sent: 0, received: 0 },
  };
}

export function addCounters(into: Counters, more: Counters): void {
  addMessageCounts(into.messages, more.messages);
  addFields(into.connections, more.connections);
  addFields(into.recipients, more.recipients);
  addFields(into.bytes, more.bytes);
}

export function sumCounters(parts: readonly Counters[]): Counters {
  const sum = emptyCounters();
  for (const part of parts) addCounters(sum, part);
  return sum;
}

export function addMessageCounts(into: MessageCounts, more: MessageCounts): void {
  addFields(into, more);
}

// Both objects were made by emptyCounters, so every field of one is a number in the other.
function addFields<Fields extends { [Key in keyof Fields]: number }>(into: Fields, more: Fields): void {
  for (const name of Object.keys(into) as (keyof Fields)[]) {
    into[name] = (into[name] + more[name]) as Fields[keyof Fields];
  }
}
