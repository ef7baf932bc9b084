// What every real server of the live tests offers, whichever product it is.

export interface LiveServer {
  readonly title: string;
  readonly port: number;
  readonly protocol: 'smtp' | 'lmtp';
  /** Recipients that the server delivers or discards. */
  readonly recipientDomain: string;
  /** Name and password of a user, where the server wants one. */
  readonly credentials: { readonly user: string; readonly password: string } | null;
  /** Certificate to trust, where the server offers STARTTLS. */
  readonly caPem: string | null;
  /** Messages that the server itself says it has taken, read from its log. */
  countAccepted(): Promise<number>;
  /** Folder of the Maildir that every message ends in; null when they are discarded or relayed. */
  readonly maildir: string | null;
  stop(): Promise<void>;
}
