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

export interface AccessTables {
  readonly audit_entry: AuditEntryTable;
}
