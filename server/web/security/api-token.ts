// The token that a program sends with each request, as RFC 6750 §2.1 has it: `Authorization: Bearer …`.

import type { AccessDeps } from '../../usecases/access/access-deps.ts';
import { principalOfApiToken } from '../../usecases/access/api-tokens.ts';
import type { Recognise } from './who.ts';

export function byApiToken(people: AccessDeps): Recognise {
  return async (req) => {
    const [, token] = /^bearer (\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
    return token === undefined ? null : principalOfApiToken(people, token);
  };
}
