// Fills the generated tables of the documentation from the catalogue: whatever stands between
// `<!-- table:NAME -->` and `<!-- /table -->`. `--check` fails when a file on disk is not current.

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { loadCatalogue } from '../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { FactState } from '../server/core/catalogue/fact.ts';
import type { Catalogue } from '../server/core/catalogue/provider.ts';
import { catalogueStatistics } from '../server/core/catalogue/statistics.ts';
import type { FactDefinition } from '../server/core/catalogue/vocabulary.ts';

type Cells = readonly (string | number)[];
type TableMaker = (catalogue: Catalogue) => readonly Cells[];

const STATES: readonly FactState[] = ['known', 'range', 'unknown', 'undisclosed', 'notApplicable'];

const TABLES: Readonly<Record<string, TableMaker>> = {
  'options-by-country': byCountry,
  'facts-by-state': byFact,
  'facts-to-write': factsToWrite,
  'facts-that-decide': factsThatDecide,
};

/** The document with every table in it made anew. A name that no table has is an error. */
export function withTables(document: string, catalogue: Catalogue): string {
  return document.replaceAll(
    /(<!-- table:([\w-]+) -->\n)[\s\S]*?(<!-- \/table -->)/g,
    (_whole, open: string, name: string, close: string) => {
      const make = TABLES[name];
      if (make === undefined) throw new Error(`There is no table called ${name}`);
      return `${open}\n${markdown(make(catalogue))}\n\n${close}`;
    },
  );
}

function byCountry(catalogue: Catalogue): readonly Cells[] {
  const { byCountry: rows } = catalogueStatistics(catalogue);
  const sum = (deployment: 'cloud' | 'on-premise'): number =>
    rows.reduce((total, { options }) => total + options[deployment], 0);
  const line = (name: string, cloud: number, onPremise: number): Cells => [
    name,
    cloud,
    onPremise,
    cloud + onPremise,
  ];
  return [
    ['Country', 'Cloud', 'On-premise', 'Together'],
    ...rows.map(({ country, options }) => line(country, options.cloud, options['on-premise'])),
    line('All', sum('cloud'), sum('on-premise')),
  ];
}

function byFact(catalogue: Catalogue): readonly Cells[] {
  const { byFact: rows, states } = catalogueStatistics(catalogue);
  return [
    ['Fact', 'Known', 'Range', 'Unknown', 'Undisclosed', 'Does not apply'],
    ...rows.map(({ fact, states: own }) => [
      catalogue.vocabulary.facts[fact].title.en,
      ...STATES.map((state) => own[state]),
    ]),
    ['All', ...STATES.map((state) => states[state])],
  ];
}

function factsToWrite({ vocabulary }: Catalogue): readonly Cells[] {
  return [
    ['Write', 'What it is', 'Kind', 'Unit or values'],
    ...vocabulary.ids.map((id) => {
      const definition = vocabulary.facts[id];
      return [`\`${id}\``, definition.title.en, definition.kind, valuesOf(definition)];
    }),
  ];
}

function valuesOf({ kind, unit, options }: FactDefinition): string {
  if (kind === 'flag') return 'yes, partial, no';
  return unit ?? (options ?? []).map((option) => option.id).join(', ');
}

/** Measured by `mailfit catalogue statistics --decisive`, which takes minutes; the result is kept. */
const DECISIVE_RESULT = 'benchmarks/self-bench/results/decisive-facts.json';

interface DecisiveResult {
  readonly decisive: readonly {
    readonly fact: string;
    readonly winnersChanged: number;
    readonly statusesChanged: number;
    readonly placesMoved: number;
  }[];
}

const SHOWN = 10;

function factsThatDecide({ vocabulary }: Catalogue): readonly Cells[] {
  const { decisive } = JSON.parse(readFileSync(DECISIVE_RESULT, 'utf8')) as DecisiveResult;
  return [
    ['Fact taken away', 'First option changed', 'Status changed', 'Places moved'],
    ...decisive
      .slice(0, SHOWN)
      .map(({ fact, winnersChanged, statusesChanged, placesMoved }) => [
        vocabulary.ids.flatMap((id) => (id === fact ? [vocabulary.facts[id].title.en] : [])).join(''),
        winnersChanged,
        statusesChanged,
        placesMoved,
      ]),
  ];
}

/** A table as prettier writes it, so that formatting leaves it alone. */
function markdown(rows: readonly Cells[]): string {
  const [head = []] = rows;
  const isNumber = head.map((_, column) => rows.slice(1).every((row) => typeof row[column] === 'number'));
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => String(row[column] ?? '').length)));
  const line = (cells: Cells): string =>
    `| ${cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] === true ? String(cell).padStart(width) : String(cell).padEnd(width);
      })
      .join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isNumber[column] === true ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.slice(1).map(line)].join('\n');
}

if (import.meta.main) {
  const loaded = await loadCatalogue('providers');
  if (!loaded.ok) throw new Error('The catalogue has problems: npm run check:data');
  const checkOnly = process.argv.includes('--check');
  const files = globSync('docs/*.md').sort();
  const stale: string[] = [];
  for (const path of files) {
    const current = readFileSync(path, 'utf8');
    const wanted = withTables(current, loaded.catalogue);
    if (wanted === current) continue;
    stale.push(path);
    if (!checkOnly) writeFileSync(path, wanted);
  }
  process.stdout.write(`generated tables: ${stale.length} ${checkOnly ? 'stale' : 'written'}\n`);
  if (checkOnly && stale.length > 0) {
    process.stderr.write(`Run \`npm run generate\` and commit: ${stale.join(', ')}\n`);
    process.exitCode = 1;
  }
}
