// Reads a folder of provider profiles. Invariant: either a whole, valid catalogue or every problem of every file.

import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import schema from '../../../providers/schema/provider.schema.json' with { type: 'json' };
import { checkProfiles } from '../../core/catalogue/checks/check-profiles.ts';
import type { FactId } from '../../core/catalogue/fact.ts';
import { problemFrom } from '../../core/catalogue/problem.ts';
import type { Finding, Problem } from '../../core/catalogue/problem.ts';
import { providerFrom } from '../../core/catalogue/provider.ts';
import type { Catalogue, ProviderProfile } from '../../core/catalogue/provider.ts';
import { vocabularyFrom } from '../../core/catalogue/vocabulary.ts';
import type { FactSchema } from '../../core/catalogue/vocabulary.ts';
import { catalogueHash, compareText } from './canonical-hash.ts';
import { parseProfile } from './parse-profile.ts';
import type { Locate } from './parse-profile.ts';
import { checkShape } from './shape-findings.ts';

export interface ProfileFile {
  /** As shown in messages. */
  readonly path: string;
  readonly text: string;
}

export type CatalogueResult =
  | { readonly ok: true; readonly catalogue: Catalogue; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const VOCABULARY = vocabularyFrom(
  schema.properties.facts.properties as unknown as Record<FactId, FactSchema>,
);

/** Loads every `*.yaml` of a folder. `today` is an ISO 8601 day; claims dated later are refused. */
export async function loadCatalogue(directory: string, today: string = isoToday()): Promise<CatalogueResult> {
  return catalogueFrom(await readProfileFiles(directory), today);
}

export async function readProfileFiles(directory: string): Promise<ProfileFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.yaml')).sort(compareText);
  return Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      return { path, text: await readFile(path, 'utf8') };
    }),
  );
}

/** The catalogue of files already read, or every problem in them, errors and warnings in order of file and line. */
export function catalogueFrom(files: readonly ProfileFile[], today: string): CatalogueResult {
  const read = files.map(readProfile);
  const profiles = read.flatMap((entry) => (entry.profile === null ? [] : [entry]));
  const checked = checkProfiles(
    profiles.map(({ path, profile }) => ({
      origin: path,
      fileName: basename(path).replace(/\.yaml$/, ''),
      profile,
    })),
    VOCABULARY,
    today,
  );
  const placeOf = new Map(profiles.map(({ path, locate }) => [path, locate]));
  const found = checked.map(({ origin, finding }) => locatedProblem(origin, finding, placeOf.get(origin)));
  const problems = [...read.flatMap((entry) => entry.problems), ...found].sort(byPlace);
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  return { ok: true, catalogue: catalogueOf(profiles.map(({ profile }) => profile)), warnings: problems };
}

function catalogueOf(profiles: readonly ProviderProfile[]): Catalogue {
  return {
    providers: profiles
      .map((profile) => providerFrom(profile, VOCABULARY))
      .sort((left, right) => compareText(left.id, right.id)),
    hash: catalogueHash(profiles),
    vocabulary: VOCABULARY,
  };
}

type ReadProfile =
  | {
      readonly path: string;
      readonly profile: ProviderProfile;
      readonly locate: Locate;
      readonly problems: [];
    }
  | { readonly path: string; readonly profile: null; readonly problems: readonly Problem[] };

function readProfile({ path, text }: ProfileFile): ReadProfile {
  const parsed = parseProfile(text);
  if (!parsed.ok) {
    const problems = parsed.findings.map(({ line, column, ...finding }) =>
      problemFrom(finding, { file: path, line, column }),
    );
    return { path, profile: null, problems };
  }
  const shape = checkShape(parsed.data);
  if (shape.ok) return { path, profile: shape.profile, locate: parsed.locate, problems: [] };
  const problems = shape.findings.map((finding) => locatedProblem(path, finding, parsed.locate));
  return { path, profile: null, problems };
}

function locatedProblem(file: string, finding: Finding, locate: Locate | undefined): Problem {
  const position = locate?.(finding.path, finding.at) ?? { line: 1, column: 1 };
  return problemFrom(finding, { file, ...position });
}

function byPlace(left: Problem, right: Problem): number {
  return compareText(left.file, right.file) || left.line - right.line || left.column - right.column;
}

function isoToday(): string {
  return new Date().toISOString().slice(0, 10);
}
