// The tender rule of an evaluation: declared and taken back while it is open, and the prices that are bid under it.
// Invariant: a frozen rule stays as it is. Bids on a frozen evaluation make the next version, computed on what was frozen
// with nothing changed but the bids.

import type { Catalogue } from '../core/catalogue/provider.ts';
import { parseTender } from '../core/scoring/tender-declaration.ts';
import type { Problem } from '../core/text/problem.ts';
import { frozenVersion, newVersion, readBasis } from './evaluation-versions.ts';
import type { Signature, VersionDeps } from './evaluation-versions.ts';
import type { Evaluation } from './stores.ts';
import type { StoredTender, TenderStatement, TenderStore } from './tender-store.ts';
import type { NewVersion } from './version-store.ts';

export interface TenderDeps extends VersionDeps {
  readonly tenders: TenderStore;
}

export type Bids = Readonly<Record<string, unknown>>;

export type TenderResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** The evaluation is frozen, and only bids may still come in. */
  | { readonly kind: 'frozen' }
  /** Nothing is declared that could be taken back or bid under, or there is no such evaluation. */
  | { readonly kind: 'notFound' }
  /** Somebody froze, reopened or changed it in the same moment; nothing was changed. */
  | { readonly kind: 'changedMeanwhile' };

/**
 * Puts the statement in place of what was declared.
 * @param basedOn revision that whoever declares has seen, 0 for none
 */
export async function declareTender(
  deps: TenderDeps,
  evaluation: Evaluation,
  statement: TenderStatement,
  basedOn: number,
): Promise<TenderResult> {
  const problems = problemsOf(statement, deps.basis.catalogue);
  if (problems.length > 0) return { kind: 'refused', problems };
  return changedBy(deps, evaluation, { statement, basedOn }, null);
}

export async function withdrawTender(deps: TenderDeps, evaluation: Evaluation): Promise<TenderResult> {
  const stored = await deps.tenders.get(evaluation.id);
  if (stored === null) return { kind: 'notFound' };
  return changedBy(deps, evaluation, { statement: null, basedOn: stored.revision }, null);
}

/**
 * Puts these bids in place of those before, by option.
 * @param signature for the version that they make of a frozen evaluation
 */
export async function enterBids(
  deps: TenderDeps,
  evaluation: Evaluation,
  bids: Bids,
  signature: Signature,
): Promise<TenderResult> {
  const stored = await deps.tenders.get(evaluation.id);
  if (stored === null) return { kind: 'notFound' };
  const frozen = await frozenVersion(deps, evaluation.id);
  const basis = frozen === null ? deps.basis : await readBasis(deps, frozen.record.hashes);
  const statement = { ...stored.statement, bids };
  const problems = problemsOf(statement, basis.catalogue);
  if (problems.length > 0) return { kind: 'refused', problems };
  const inputs = frozen && { ...frozen.inputs, tender: statement, productVersion: deps.productVersion };
  const version = inputs && (await newVersion({ basis, compute: deps.compute }, inputs, signature));
  return changedBy(deps, evaluation, { statement, basedOn: stored.revision }, version);
}

function problemsOf(statement: TenderStatement, catalogue: Catalogue): readonly Problem[] {
  const parsed = parseTender(
    { tender: statement },
    catalogue.providers.map(({ id }) => id),
  );
  return parsed.ok ? [] : parsed.problems;
}

async function changedBy(
  deps: TenderDeps,
  evaluation: Evaluation,
  change: { readonly statement: StoredTender['statement'] | null; readonly basedOn: number },
  version: NewVersion | null,
): Promise<TenderResult> {
  const outcome = await deps.tenders.change(evaluation.id, change, version);
  return outcome.kind === 'alreadyFrozen' ? { kind: 'frozen' } : outcome;
}
