// A candidate's id in place of an address: its endpoint, encryption, sign-in and password are taken from where the pages
// keep them, and what a run of it measured goes into its history.

import { CANDIDATE_PASSWORD } from '../usecases/load-runner.ts';
import { planForCandidate } from '../usecases/candidates.ts';
import type { Candidate } from '../usecases/candidate-store.ts';
import type { JsonObject, RunKind } from '../usecases/stores.ts';
import { MailfitError } from '../errors.ts';
import type { CliContext } from './command.ts';

export interface ResolvedTarget {
  readonly plan: JsonObject;
  readonly candidate: Candidate | null;
  /** Null when the plan needs none, or one from the environment. */
  readonly secret: string | null;
}

/** An address, or `builtin`; anything else can only be the id of a candidate. */
const ADDRESS = /:|^builtin$/;

/** Leaves a plan with an address as it is. Throws MailfitError when there is no such candidate. */
export async function resolveTarget(
  { app, terminal }: CliContext,
  plan: JsonObject,
): Promise<ResolvedTarget> {
  const target = String(plan['target']);
  if (ADDRESS.test(target)) return { plan, candidate: null, secret: null };
  const candidates = await app.candidates();
  const candidate = await candidates.get(target);
  if (candidate === null) {
    const known = (await candidates.list()).map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new MailfitError('notFound', [
      `--target: “${target}” is neither an address nor a candidate${known === '' ? '' : `; candidates: ${known}`}.`,
    ]);
  }
  const opened = candidate.auth === null ? null : await candidates.secretOf(candidate.id);
  if (opened?.kind === 'unreadable') throw new MailfitError('badInput', [opened.text[terminal.lang]]);
  return { plan: planForCandidate(plan, candidate), candidate, secret: opened?.secret ?? null };
}

/** Where the harness finds the password of the resolved target; nothing leaves it to the environment. */
export function secretSourceOf({ secret }: ResolvedTarget): {
  readonly secretOf?: (name: string) => string | undefined;
} {
  if (secret === null) return {};
  return { secretOf: (name) => (name === CANDIDATE_PASSWORD ? secret : process.env[name]) };
}

/** Puts a finished run of a candidate into its history; does nothing for an address. */
export async function keepInHistory(
  { app }: CliContext,
  { plan, candidate }: ResolvedTarget,
  finished: { readonly result: object; readonly kind: RunKind; readonly startedAt: Date },
): Promise<void> {
  if (candidate === null) return;
  const { runs } = await app.stores();
  const run = await runs.create({
    target: candidate.endpoint,
    providerId: candidate.providerId,
    candidateId: candidate.id,
    kind: finished.kind,
    plan,
    startedAt: finished.startedAt.toISOString(),
  });
  await runs.finish(run.id, {
    status: 'finished',
    result: { ...finished.result },
    failure: null,
    finishedAt: app.clock.now().toISOString(),
  });
}
