// The rows about people, their sign-ins and what they did. Secrets are never in here, only their hashes.

export interface AuditEntryTable {
  readonly number: number;
  readonly at: string;
  readonly actor_id: string;
  readonly actor_label: string;
  readonly action: string;
  readonly object: string;
  readonly address: string;
  readonly detail: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface SetupTable {
  /** Always 1: there is one row or none. */
  readonly id: number;
  readonly completed_at: string;
}

export interface AccountTable {
  readonly id: string;
  readonly email: string;
  /** The address in the form that two spellings of it share. */
  readonly email_key: string;
  readonly name: string;
  readonly role: string;
  readonly is_disabled: number;
  readonly password_hash: string | null;
  readonly oidc_subject: string | null;
  readonly created_at: string;
  readonly last_sign_in_at: string | null;
}

export interface SessionTable {
  readonly id: string;
  readonly token_hash: string;
  readonly account_id: string;
  readonly created_at: string;
  readonly last_used_at: string;
  readonly user_agent: string;
  readonly address: string;
  readonly method: string;
}

export interface PersonalLinkTable {
  readonly id: string;
  readonly kind: string;
  readonly token_hash: string;
  readonly email: string;
  readonly email_key: string;
  readonly role: string | null;
  readonly account_id: string | null;
  readonly created_at: string;
  readonly expires_at: string;
  readonly closed_at: string | null;
}

export interface ShareLinkTable {
  readonly id: string;
  readonly token_hash: string;
  readonly evaluation_id: string;
  readonly label: string;
  readonly made_by: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly revoked_at: string | null;
  readonly last_opened_at: string | null;
  readonly open_count: number;
}

export interface ApiTokenTable {
  readonly id: string;
  readonly account_id: string;
  readonly token_hash: string;
  readonly name: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly last_used_at: string | null;
}

export interface AccessTables {
  readonly audit_entry: AuditEntryTable;
  readonly setup: SetupTable;
  readonly account: AccountTable;
  readonly session: SessionTable;
  readonly personal_link: PersonalLinkTable;
  readonly share_link: ShareLinkTable;
  readonly api_token: ApiTokenTable;
}
