// The pages that a catalogue names as its sources, each once, with the facts that rest on it.

import type { Evidence, FactId } from './fact.ts';
import type { Catalogue, Provider } from './provider.ts';

export interface SourcePage {
  /** Without the fragment, which never reaches a server. */
  readonly url: string;
  /** `option fact`, or `option lifecycle`; sorted. */
  readonly usedBy: readonly string[];
}

/** Sorted by address, so that a run goes host by host and two runs go the same way. */
export function sourcePages(catalogue: Catalogue, options?: readonly string[]): readonly SourcePage[] {
  const usedBy = new Map<string, Set<string>>();
  for (const provider of catalogue.providers) {
    if (options !== undefined && !options.includes(provider.id)) continue;
    for (const [use, evidence] of evidenceOf(provider)) {
      const url = withoutFragment(evidence.url);
      const uses = usedBy.get(url) ?? new Set();
      usedBy.set(url, uses.add(`${provider.id} ${use}`));
    }
  }
  return [...usedBy]
    .map(([url, uses]) => ({ url, usedBy: [...uses].sort() }))
    .sort((left, right) => (left.url < right.url ? -1 : 1));
}

function evidenceOf(provider: Provider): readonly (readonly [string, Evidence])[] {
  const facts = Object.entries(provider.facts).flatMap(([id, fact]) =>
    fact.evidence.map((evidence): readonly [FactId, Evidence] => [id as FactId, evidence]),
  );
  const lifecycle = (provider.lifecycle?.evidence ?? []).map((evidence) => ['lifecycle', evidence] as const);
  return [...facts, ...lifecycle];
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}

export type LinkState = 'found' | 'moved' | 'gone' | 'notShown' | 'unreachable' | 'notAsked';

export interface LinkFinding {
  readonly page: SourcePage;
  readonly state: LinkState;
  /** HTTP status of the last answer; absent when there was none. */
  readonly status?: number;
  /** Where a permanent redirect led. */
  readonly movedTo?: string;
}

const GONE = new Set([404, 410]);

/** What an answer says about a page. Only 404 and 410 mean gone: a refusal or a fault may be ours or may pass. */
export function linkState(status: number, movedTo: string | undefined): LinkState {
  if (GONE.has(status)) return 'gone';
  if (status < 200 || status >= 300) return 'notShown';
  return movedTo === undefined ? 'found' : 'moved';
}
