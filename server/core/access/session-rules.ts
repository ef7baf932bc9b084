// When a sign-in ends by itself. OWASP ASVS 5.0, 7.3.1 and 7.3.2: both an idle and an absolute limit.

export const SESSION_IDLE_MS = 12 * 60 * 60 * 1_000;
export const SESSION_LIFE_MS = 7 * 24 * 60 * 60 * 1_000;

/** Noting every single request would write to the database as often as pages are read. */
export const LAST_USE_STEP_MS = 60 * 1_000;

export const INVITATION_LIFE_MS = 7 * 24 * 60 * 60 * 1_000;
export const RESET_LINK_LIFE_MS = 60 * 60 * 1_000;

export interface SessionTimes {
  /** ISO 8601. */
  readonly createdAt: string;
  readonly lastUsedAt: string;
}

export function isSessionAlive({ createdAt, lastUsedAt }: SessionTimes, now: Date): boolean {
  const nowMs = now.getTime();
  return nowMs - Date.parse(lastUsedAt) < SESSION_IDLE_MS && nowMs - Date.parse(createdAt) < SESSION_LIFE_MS;
}

export function isUseWorthNoting({ lastUsedAt }: SessionTimes, now: Date): boolean {
  return now.getTime() - Date.parse(lastUsedAt) >= LAST_USE_STEP_MS;
}
