// `mailfit catalogue check [DIR]` and `mailfit catalogue list [--json]`.

import { problemLine } from '../../core/catalogue/problem.ts';
import type { ProviderSummary } from '../../core/catalogue/summary.ts';
import { summariseCatalogue } from '../../core/catalogue/summary.ts';
import type { Catalogue } from '../../core/catalogue/provider.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import type { CommandAction, RegisterCommand } from '../command.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';
import type { CliContext } from '../command.ts';

interface ListOptions {
  readonly json?: boolean;
  readonly lang?: string;
}

export const registerCatalogue: RegisterCommand = (program, run) => {
  const group = program.command('catalogue').description('provider profiles: check them, list them');
  group
    .command('check')
    .argument('[DIR]', 'folder of profiles; without it, the catalogue that ships')
    .option('--lang <ja|en>', 'language of the messages')
    .description('validate every profile; all problems at once, each with file:line:column and the fix')
    .action((directory: string | undefined, options: ListOptions) => run(check(directory), options.lang));
  group
    .command('list')
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of names and messages')
    .description('the options, with evidence counts and age')
    .action((options: ListOptions) => run(list(options), options.lang));
};

function check(directory: string | undefined): CommandAction {
  return async ({ app, terminal }) => {
    const outcome = await app.catalogue.load(directory);
    const findings = outcome.ok ? outcome.warnings : outcome.problems;
    for (const problem of findings) terminal.err(problemLine(problem, terminal.lang));
    if (!outcome.ok) {
      terminal.err(`${findings.filter(({ severity }) => severity === 'error').length} errors`);
      return EXIT.badInput;
    }
    terminal.out(`catalogue: ${outcome.catalogue.providers.length} options, ${findings.length} warnings`);
    return EXIT.done;
  };
}

/** The shipped or named catalogue, or a failure that names every problem. */
export async function loadedCatalogue(context: CliContext, directory?: string): Promise<Catalogue> {
  const outcome = await context.app.catalogue.load(directory);
  if (outcome.ok) return outcome.catalogue;
  throw new MailfitError(
    'badInput',
    outcome.problems.map((problem) => problemLine(problem, context.terminal.lang)),
  );
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
