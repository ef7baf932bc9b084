// What the use cases need from the outside world. Adapters implement these; compose.ts hands them over.

/** Wall clock. `now` is the only way product code learns the time, so that tests and replays can fix it. */
export interface Clock {
  now(): Date;
}

export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Identifiers that nobody can guess: at least 128 random bits, safe in a URL. */
export interface IdSource {
  newId(): string;
}
