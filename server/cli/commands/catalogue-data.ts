// `mailfit catalogue export` and `mailfit catalogue statistics`: the catalogue as data and in numbers.

import type { Command } from 'commander';
import { catalogueCsv, catalogueDocument } from '../../core/catalogue/open-data.ts';
import { catalogueStatistics } from '../../core/catalogue/statistics.ts';
import type { CatalogueStatistics } from '../../core/catalogue/statistics.ts';
import { drawFacts } from '../../core/catalogue/drawn-facts.ts';
import type { Fact, FactState } from '../../core/catalogue/fact.ts';
import type { Catalogue } from '../../core/catalogue/provider.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { decisiveFacts } from '../../usecases/decisive-facts.ts';
import type { DecisiveFact } from '../../usecases/decisive-facts.ts';
import type { CliContext, CommandAction, RunCommand } from '../command.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';
import { loadedCatalogue } from './loaded-catalogue.ts';

interface ExportOptions {
  readonly format: string;
  readonly out?: string;
  readonly lang?: string;
}

interface StatisticsOptions {
  readonly json?: boolean;
  readonly decisive?: readonly string[];
  readonly lang?: string;
}

interface SampleOptions {
  readonly count: string;
  readonly seed: string;
  readonly lang?: string;
}

export function addDataCommands(group: Command, run: RunCommand): void {
  group
    .command('export')
    .argument('[DIR]', 'folder of profiles; without it, the catalogue that ships')
    .requiredOption(
      '--format <json|csv>',
      'one JSON document, or one CSV table with a row per fact and source',
    )
    .option('--out <FILE>', 'file to write; without it, standard output')
    .option('--lang <ja|en>', 'language of messages')
    .description('the whole catalogue as open data (CC BY 4.0)')
    .action((directory: string | undefined, options: ExportOptions) =>
      run(exported(directory, options), options.lang),
    );
  group
    .command('statistics')
    .argument('[DIR]', 'folder of profiles; without it, the catalogue that ships')
    .option('--decisive <ANSWERS...>', 'answer files: also rank with each fact taken away (takes minutes)')
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of names and messages')
    .description('options by country, and how many state each fact')
    .action((directory: string | undefined, options: StatisticsOptions) =>
      run(statistics(directory, options), options.lang),
    );
  group
    .command('sample')
    .option('--count <N>', 'how many facts', '20')
    .option('--seed <N>', 'the same seed draws the same facts', '1')
    .option('--lang <ja|en>', 'language of names')
    .description('facts drawn at random, with their sources: read them again and see whether they hold')
    .action((options: SampleOptions) => run(sample(options), options.lang));
}

function exported(directory: string | undefined, { format, out }: ExportOptions): CommandAction {
  return async (context) => {
    const catalogue = await loadedCatalogue(context, directory);
    const text = textOf(catalogue, format);
    if (out === undefined) context.terminal.out(text.trimEnd());
    else {
      await context.app.files.write(out, text);
      context.terminal.out(out);
    }
    return EXIT.done;
  };
}

function textOf(catalogue: Catalogue, format: string): string {
  if (format === 'json') return `${jsonText(catalogueDocument(catalogue))}\n`;
  // Spreadsheets read UTF-8 only with the mark in front.
  if (format === 'csv') return `\uFEFF${catalogueCsv(catalogue)}`;
  throw new MailfitError('wrongUse', [`--format: “${format}” is not one of json, csv`]);
}

function statistics(directory: string | undefined, options: StatisticsOptions): CommandAction {
  return async (context) => {
    const catalogue = await loadedCatalogue(context, directory);
    const figures = catalogueStatistics(catalogue);
    const decisive = await decisiveIn(context, catalogue, options.decisive ?? []);
    const { terminal } = context;
    if (options.json === true) {
      terminal.out(jsonText(decisive === null ? figures : { ...figures, decisive }));
      return EXIT.done;
    }
    const tables = [countryTable(figures, terminal.lang), factTable(figures, catalogue, terminal.lang)];
    if (decisive !== null) tables.push(decisiveTable(decisive, catalogue, terminal.lang));
    terminal.out(tables.map(tableText).join('\n\n'));
    return EXIT.done;
  };
}

function sample({ count, seed }: SampleOptions): CommandAction {
  return async (context) => {
    const catalogue = await loadedCatalogue(context);
    const drawn = drawFacts(catalogue, wholeNumber('--seed', seed), wholeNumber('--count', count));
    const { lang } = context.terminal;
    const lines = drawn.flatMap(({ provider, factId, fact }) => [
      `${provider.id} ${factId}: ${factContent(fact)} (${catalogue.vocabulary.facts[factId].title[lang]})`,
      ...fact.evidence.map(({ url }) => `  ${url}`),
    ]);
    context.terminal.out(lines.join('\n'));
    return EXIT.done;
  };
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new MailfitError('wrongUse', [`${option}: “${text}” is not a whole number`]);
}

/** What the fact says, without its sources. */
function factContent({ evidence: _evidence, history: _history, state: _state, ...content }: Fact): string {
  return JSON.stringify(content);
}

const SAMPLES = 20;
const SEED = 1;

async function decisiveIn(
  { app }: CliContext,
  catalogue: Catalogue,
  files: readonly string[],
): Promise<readonly DecisiveFact[] | null> {
  if (files.length === 0) return null;
  const documents = await Promise.all(files.map((file) => app.files.read(file)));
  const today = app.clock.now().toISOString().slice(0, 10);
  const requests = documents.map(({ data }) => ({
    answers: data ?? {},
    runs: [],
    seed: SEED,
    samples: SAMPLES,
    today,
  }));
  return decisiveFacts({ catalogue, reference: app.referenceData() }, requests);
}

type Table = readonly (readonly string[])[];

const WORDS = {
  en: {
    country: ['country', 'cloud', 'on-premise', 'together'],
    fact: ['fact', 'known', 'range', 'unknown', 'undisclosed', 'n/a', 'name'],
    decisive: ['fact', 'winner', 'status', 'places', 'name'],
    all: 'all',
  },
  ja: {
    country: ['国', 'クラウド', '自社運用', '合計'],
    fact: ['項目', '既知', '幅あり', '不明', '非公開', '該当なし', '名称'],
    decisive: ['項目', '1位の交代', '判定の変化', '順位の変動', '名称'],
    all: '合計',
  },
} as const;

const STATES: readonly FactState[] = ['known', 'range', 'unknown', 'undisclosed', 'notApplicable'];

function countryTable({ byCountry }: CatalogueStatistics, lang: Lang): Table {
  const rows = byCountry.map(
    ({ country, options }) => [country, options.cloud, options['on-premise']] as const,
  );
  const cloud = rows.reduce((sum, [, count]) => sum + count, 0);
  const onPremise = rows.reduce((sum, [, , count]) => sum + count, 0);
  return [
    WORDS[lang].country,
    ...[...rows, [WORDS[lang].all, cloud, onPremise] as const].map(([name, left, right]) => [
      name,
      String(left),
      String(right),
      String(left + right),
    ]),
  ];
}

function factTable({ byFact, states }: CatalogueStatistics, catalogue: Catalogue, lang: Lang): Table {
  const counts = (of: Readonly<Record<FactState, number>>): string[] =>
    STATES.map((state) => String(of[state]));
  return [
    WORDS[lang].fact,
    ...byFact.map(({ fact, states: own }) => [
      fact,
      ...counts(own),
      catalogue.vocabulary.facts[fact].title[lang],
    ]),
    [WORDS[lang].all, ...counts(states), ''],
  ];
}

function decisiveTable(rows: readonly DecisiveFact[], { vocabulary }: Catalogue, lang: Lang): Table {
  return [
    WORDS[lang].decisive,
    ...rows.map(({ fact, winnersChanged, statusesChanged, placesMoved }) => [
      fact,
      String(winnersChanged),
      String(statusesChanged),
      String(placesMoved),
      vocabulary.facts[fact].title[lang],
    ]),
  ];
}
