// What the use cases need from the outside world. Adapters implement these; compose.ts hands them over.

import type { Problem as CatalogueProblem } from '../core/catalogue/problem.ts';
import type { AgeingRule } from '../data/schema/ageing.generated.ts';
import type { FrameworkClauses } from '../data/schema/clauses.generated.ts';
import type { CostData } from '../data/schema/cost.generated.ts';
import type { DecisionModel } from '../data/schema/criteria.generated.ts';
import type { Questionnaire } from '../data/schema/questions.generated.ts';
import type { SizingData } from '../data/schema/sizing.generated.ts';
import type { Catalogue } from '../core/catalogue/provider.ts';
import type { LinkFinding, SourcePage } from '../core/catalogue/sources.ts';

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

export type { CatalogueProblem };

/** What lies in server/data, validated. */
export interface ReferenceData {
  readonly questionnaire: Questionnaire;
  readonly model: DecisionModel;
  readonly sizing: SizingData;
  readonly cost: CostData;
  readonly ageing: AgeingRule;
  readonly clauses: FrameworkClauses;
}

export type CatalogueOutcome =
  | { readonly ok: true; readonly catalogue: Catalogue; readonly warnings: readonly CatalogueProblem[] }
  | { readonly ok: false; readonly problems: readonly CatalogueProblem[] };

export interface CatalogueSource {
  /** Reads every profile of the folder; without one, of the catalogue that mailfit ships. */
  load(directory?: string): Promise<CatalogueOutcome>;
}

/** Looks at pages on the web, one at a time and politely; findings as they come. */
export interface LinkChecker {
  check(pages: readonly SourcePage[]): AsyncIterable<LinkFinding>;
}

/** A file a person wrote, as data that still knows where each value stands. */
export interface InputDocument {
  readonly path: string;
  readonly data: unknown;
  /** `file:line:column` of the value at a path such as `clients[0].share`; of the file for an empty path. */
  placeOf(path: string): string;
}

export interface InputFiles {
  /** YAML or JSON. Throws MailfitError `fileUnusable` or `badInput`, the latter with file:line:column. */
  read(path: string): Promise<InputDocument>;
  /** The text as it is. Throws MailfitError `fileUnusable`. */
  readText(path: string): Promise<string>;
  /** The bytes as they are. Throws MailfitError `fileUnusable`. */
  readBytes(path: string): Promise<Uint8Array>;
  /** Makes the folder and those above it; an existing one is left as it is. */
  makeFolder(path: string): Promise<void>;
  /** For what takes its time before it is written. Throws MailfitError `fileUnusable` where it could not be. */
  checkWritable(path: string): Promise<void>;
  /** Writes beside the target and renames, so that a full disk leaves no half a file. */
  write(path: string, content: string | Uint8Array): Promise<void>;
}
