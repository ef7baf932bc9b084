// The servers that an organisation considers, as they can be reached. One contract test binds every adapter.

export const TLS_MODES = ['none', 'starttls', 'implicit'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

export const AUTH_MECHANISMS = ['PLAIN', 'LOGIN', 'SCRAM-SHA-256', 'XOAUTH2'] as const;
export type AuthMechanism = (typeof AUTH_MECHANISMS)[number];

export interface CandidateFields {
  readonly name: string;
  /** smtp://host:port, smtps:// or lmtp://; never with a user or a password in it. */
  readonly endpoint: string;
  readonly tls: TlsMode;
  /** False only where a laboratory's certificate cannot be verified. */
  readonly tlsVerify: boolean;
  /** The option of the catalogue whose evidence its runs are. */
  readonly providerId: string | null;
  readonly notes: string;
  readonly auth: { readonly mechanism: AuthMechanism; readonly user: string } | null;
}

export interface Candidate extends CandidateFields {
  /** Safe on a command line and in a URL. */
  readonly id: string;
  /** Whether a password is kept. What it is leaves the store only sealed, and only for a run. */
  readonly hasSecret: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface CandidateStore {
  create(fields: CandidateFields): Promise<Candidate>;
  get(id: string): Promise<Candidate | null>;
  /** By name. */
  list(): Promise<readonly Candidate[]>;
  /** Null when it does not exist. */
  update(id: string, fields: CandidateFields): Promise<Candidate | null>;
  /** Its sealed secret goes with it; its runs stay. */
  remove(id: string): Promise<boolean>;
  /** `sealed` comes from the secret box; null forgets it. */
  keepSecret(id: string, sealed: string | null): Promise<boolean>;
  sealedSecret(id: string): Promise<string | null>;
}
