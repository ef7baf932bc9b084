// Who may do what. The one table; the pages and the use cases both ask it.

export const ROLES = ['viewer', 'evaluator', 'engineer', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

const EVERYBODY = ROLES;
const EVALUATORS = ['evaluator', 'engineer', 'administrator'] as const;
const ENGINEERS = ['engineer', 'administrator'] as const;
const ADMINISTRATORS = ['administrator'] as const;

/** Each role may do what the one before it may. */
export const ROLES_THAT_MAY = {
  'catalogue.read': EVERYBODY,
  'evaluation.read': EVERYBODY,
  'evaluation.export': EVERYBODY,
  'run.read': EVERYBODY,
  'own-account.manage': EVERYBODY,

  'evaluation.edit': EVALUATORS,
  'evaluation.freeze': EVALUATORS,
  'evaluation.share': EVALUATORS,

  'candidate.manage': ENGINEERS,
  'run.start': ENGINEERS,
  'run.stop': ENGINEERS,

  'account.manage': ADMINISTRATORS,
  'audit.read': ADMINISTRATORS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof ROLES_THAT_MAY;

export const PERMISSIONS = Object.keys(ROLES_THAT_MAY) as readonly Permission[];

/** What the reader of a share link may do, with the one evaluation the link is for. */
export const SHARE_LINK_MAY: readonly Permission[] = ['evaluation.read', 'evaluation.export'];

export function roleMay(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = ROLES_THAT_MAY[permission];
  return allowed.includes(role);
}

export function roleFrom(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}
