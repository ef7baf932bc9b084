// Makes the mutants of a folder: one instrumented text per file that holds every mutant behind a switch, as Stryker's
// instrumenter writes it, so that no file is written and nothing is compiled once per mutant.

import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { HITS } from './messages.ts';

export interface Mutant {
  readonly id: string;
  /** Path from the repository's root. */
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly replacement: string;
}

export interface MutatedFolder {
  readonly mutants: readonly Mutant[];
  /** One more than the largest id: ids have gaps, so there may be more of them than mutants. */
  readonly idCount: number;
  /** Instrumented TypeScript by absolute path. */
  readonly sources: Readonly<Record<string, string>>;
}

const silent = (): void => undefined;
const LOGGER = {
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
};

/** Tables of words: what they say is judged by people, and by the golden files. */
const LEFT_OUT = /\/(texts[^/]*|[^/]*-(problems|words|texts)|[^/]*\.generated)\.ts$/;

export async function mutantsOf(folder: string): Promise<MutatedFolder> {
  const paths = globSync(`${folder}/*.ts`)
    .filter((path) => !LEFT_OUT.test(path))
    .sort();
  const files = paths.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { excludedMutations: [], plugins: null, ignorers: [], noHeader: false };
  const instrumented = await new Instrumenter(LOGGER).instrument(files, options);
  return {
    mutants: instrumented.mutants.map((mutant) => ({
      id: mutant.id,
      file: mutant.fileName,
      line: mutant.location.start.line + 1,
      mutator: mutant.mutatorName,
      replacement: mutant.replacement ?? '',
    })),
    idCount: 1 + Math.max(0, ...instrumented.mutants.map(({ id }) => Number(id))),
    sources: Object.fromEntries(instrumented.files.map(({ name, content }) => [resolve(name), content])),
  };
}

/** The sources with the counting of coverage made cheap enough for loops that run millions of times. */
export function countingSources(sources: MutatedFolder['sources']): MutatedFolder['sources'] {
  const counting = (source: string): string =>
    `const ${HITS} = globalThis.${HITS};\n` +
    source.replaceAll(/stryCov_9fa48\(((?:"\d+"(?:, )?)+)\)/g, (_call, ids: string) => {
      const counts = ids.split(', ').map((id) => `${HITS}[${id.replaceAll('"', '')}]++`);
      return `(${counts.join(', ')})`;
    });
  return Object.fromEntries(Object.entries(sources).map(([path, source]) => [path, counting(source)]));
}

/** The sources without the counting of coverage, and with only the switches of the given mutants left in. */
export function onlySwitchesOf(
  sources: MutatedFolder['sources'],
  ids: ReadonlySet<string>,
): MutatedFolder['sources'] {
  const stripped = (source: string): string =>
    source
      .replaceAll(/stryCov_9fa48\((?:"\d+"(?:, )?)+\)/g, '0')
      .replaceAll(/stryMutAct_9fa48\("(\d+)"\)/g, (call, id: string) => (ids.has(id) ? call : 'false'));
  return Object.fromEntries(Object.entries(sources).map(([path, source]) => [path, stripped(source)]));
}
