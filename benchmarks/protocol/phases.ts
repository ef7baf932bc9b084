// The steps of an SMTP conversation that are timed apart. The order is the order on the wire; the index is what the
// hot path carries instead of the name.

export const PHASES = [
  'connect',
  'banner',
  'ehlo',
  'starttls',
  'tls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'finalDot',
  'rset',
  'quit',
] as const;

export type Phase = (typeof PHASES)[number];

export const PHASE = {
  connect: 0,
  banner: 1,
  ehlo: 2,
  starttls: 3,
  tls: 4,
  auth: 5,
  mail: 6,
  rcpt: 7,
  data: 8,
  finalDot: 9,
  rset: 10,
  quit: 11,
} as const satisfies Record<Phase, number>;

export function phaseName(index: number): Phase {
  return PHASES[index] ?? 'connect';
}
