// `mailfit catalogue check [DIR] [--links]` and `mailfit catalogue list [--json]`; export and statistics stand beside.

import { problemLine } from '../../core/catalogue/problem.ts';
import type { ProviderSummary } from '../../core/catalogue/summary.ts';
import { summariseCatalogue } from '../../core/catalogue/summary.ts';
import type { Catalogue } from '../../core/catalogue/provider.ts';
import { sourcePages } from '../../core/catalogue/sources.ts';
import type { LinkFinding, LinkState } from '../../core/catalogue/sources.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import type { ExitStatus } from '../../errors.ts';
import type { CommandAction, RegisterCommand } from '../command.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';
import type { CliContext } from '../command.ts';
import { addDataCommands } from './catalogue-data.ts';
import { loadedCatalogue } from './loaded-catalogue.ts';

interface ListOptions {
  readonly json?: boolean;
  readonly lang?: string;
}

interface CheckOptions {
  readonly links?: boolean;
  readonly option?: readonly string[];
  readonly lang?: string;
}

export const registerCatalogue: RegisterCommand = (program, run) => {
  const group = program
    .command('catalogue')
    .description('provider profiles: check them, list them, count them, take them away');
  group
    .command('check')
    .argument('[DIR]', 'folder of profiles; without it, the catalogue that ships')
    .option('--links', 'look at every source page as well: one at a time, one a second')
    .option('--option <ID...>', 'with --links: only the sources of these options')
    .option('--lang <ja|en>', 'language of the messages')
    .description('validate every profile; all problems at once, each with file:line:column and the fix')
    .action((directory: string | undefined, options: CheckOptions) =>
      run(check(directory, options), options.lang),
    );
  group
    .command('list')
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of names and messages')
    .description('the options, with evidence counts and age')
    .action((options: ListOptions) => run(list(options), options.lang));
  addDataCommands(group, run);
};

function check(directory: string | undefined, options: CheckOptions): CommandAction {
  return async (context) => {
    const { app, terminal } = context;
    const outcome = await app.catalogue.load(directory);
    const findings = outcome.ok ? outcome.warnings : outcome.problems;
    for (const problem of findings) terminal.err(problemLine(problem, terminal.lang));
    if (!outcome.ok) {
      terminal.err(`${findings.filter(({ severity }) => severity === 'error').length} errors`);
      return EXIT.badInput;
    }
    terminal.out(`catalogue: ${outcome.catalogue.providers.length} options, ${findings.length} warnings`);
    return options.links === true
      ? await checkSources(context, outcome.catalogue, options.option)
      : EXIT.done;
  };
}

/** Reports every page that is not as it was; ends with 1 when a page is gone. */
async function checkSources(
  { app, terminal }: CliContext,
  catalogue: Catalogue,
  options?: readonly string[],
): Promise<ExitStatus> {
  const stranger = options?.find((id) => catalogue.providers.every((provider) => provider.id !== id));
  if (stranger !== undefined) {
    throw new MailfitError('wrongUse', [`--option: no option “${stranger}” in the catalogue`]);
  }
  const pages = sourcePages(catalogue, options);
  const counts = new Map<LinkState, number>();
  for await (const finding of app.links.check(pages)) {
    counts.set(finding.state, (counts.get(finding.state) ?? 0) + 1);
    if (finding.state !== 'found') terminal.err(findingLine(finding, terminal.lang));
  }
  const summary = [...counts].map(([state, count]) => `${count} ${LINK_WORDS[state][terminal.lang]}`);
  terminal.out(`sources: ${pages.length} pages: ${summary.join(', ')}`);
  return counts.has('gone') ? EXIT.answerIsNo : EXIT.done;
}

const LINK_WORDS: Readonly<Record<LinkState, LocalizedText>> = {
  found: { en: 'found', ja: '確認済み' },
  moved: { en: 'moved for good', ja: '恒久的に移動' },
  gone: { en: 'gone', ja: '消滅' },
  notShown: { en: 'not shown to a program', ja: 'プログラムには非表示' },
  unreachable: { en: 'without an answer', ja: '応答なし' },
  notAsked: { en: 'not asked (private address)', ja: '対象外（内部アドレス）' },
};

function findingLine({ page, state, status, movedTo }: LinkFinding, lang: Lang): string {
  const answer = status === undefined ? '' : ` ${status}`;
  const target = movedTo === undefined ? '' : ` → ${movedTo}`;
  return `${LINK_WORDS[state][lang]}${answer}: ${page.url}${target} (${page.usedBy.join(', ')})`;
}

function list(options: ListOptions): CommandAction {
  return async (context) => {
    const catalogue = await loadedCatalogue(context);
    const summary = summariseCatalogue(catalogue, context.app.clock.now().toISOString().slice(0, 10));
    context.terminal.out(
      options.json === true ? jsonText(summary) : tableOf(summary.options, context.terminal.lang),
    );
    return EXIT.done;
  };
}

const HEADINGS: Readonly<Record<Lang, readonly string[]>> = {
  en: ['id', 'deployment', 'facts', 'unknown', 'evidence', 'months', 'name'],
  ja: ['ID', '提供形態', '事実', '不明', '根拠', '経過月', '名称'],
};

function tableOf(options: readonly ProviderSummary[], lang: Lang): string {
  const rows = options.map((option) => [
    option.id,
    option.deployment,
    String(option.facts.known + option.facts.range),
    String(option.facts.unknown),
    String(option.evidenceCount),
    option.oldestEvidenceMonths === null ? '-' : String(option.oldestEvidenceMonths),
    option.name[lang],
  ]);
  const table = [HEADINGS[lang], ...rows];
  return tableText(table);
}
