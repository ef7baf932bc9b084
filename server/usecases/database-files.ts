// Backing up and restoring the embedded database.

export interface BackupMade {
  readonly path: string;
  readonly sizeBytes: number;
}

export interface DatabaseFiles {
  /**
   * Writes a consistent, checked copy while the server may be running. The file appears under its name only once it
   * is whole. Throws MailfitError when the place is taken (unless `overwrites`) or there is no database.
   */
  backUp(target: string, overwrites: boolean): Promise<BackupMade>;
  /**
   * Checks the backup and puts it in the place of the database. An existing one needs `replaces`; it is kept beside
   * under another name, which is answered. Throws MailfitError when a server has it open.
   */
  restore(source: string, replaces: boolean): Promise<{ readonly keptAt: string | null }>;
}
