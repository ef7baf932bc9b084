// `mailfit evaluation freeze|reopen|versions|compare|verify ID`: the record of a stored evaluation.

import { compareVersions } from '../../core/versions/compare-versions.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { comparisonTables, comparisonVerdict } from '../../reports/comparison-tables.ts';
import { momentText } from '../../reports/number-words.ts';
import { COMPARISON_TEXTS } from '../../reports/texts/comparison.ts';
import {
  freezeEvaluation,
  historyOf,
  recomputeVersion,
  stateAt,
} from '../../usecases/evaluation-versions.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { TakeDeps } from '../../usecases/take-vendor-answers.ts';
import type { CliContext, RegisterCommand, RunCommand } from '../command.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';
import { EVALUATION_TEXTS as T } from '../texts-evaluation.ts';
import { versionNumber } from '../version-number.ts';
import type { Command } from 'commander';

interface SignedOptions {
  readonly by: string;
  readonly reason: string;
  readonly lang?: string;
}

interface ReadOptions {
  readonly json?: boolean;
  readonly lang?: string;
}

export const registerEvaluation: RegisterCommand = (program, run) => {
  const group = program.command('evaluation').description('freeze an evaluation, and read its versions');
  registerSigned(group, run);
  registerReading(group, run);
};

function registerSigned(group: Command, run: RunCommand): void {
  const signed = (name: string, summary: string): Command =>
    group
      .command(`${name} <ID>`)
      .requiredOption('--by <NAME>', 'who does it')
      .requiredOption('--reason <TEXT>', 'why')
      .option('--lang <ja|en>', 'language of the text')
      .description(summary);
  signed('freeze', 'keep the evaluation with all it rests on as a version, and lock its answers').action(
    (id: string, options: SignedOptions) => run((context) => freeze(context, id, options), options.lang),
  );
  signed('reopen', 'unlock the answers of a frozen evaluation').action((id: string, options: SignedOptions) =>
    run((context) => reopen(context, id, options), options.lang),
  );
}

function registerReading(group: Command, run: RunCommand): void {
  const reading = (name: string, summary: string): Command =>
    group
      .command(name)
      .option('--json', 'one JSON document on standard output')
      .option('--lang <ja|en>', 'language of the text')
      .description(summary);
  reading('versions <ID>', 'who froze or changed it, when and why').action(
    (id: string, options: ReadOptions) => run((context) => showVersions(context, id, options), options.lang),
  );
  reading('compare <ID>', 'what differs between two versions: answers, weights, facts, ranking')
    .requiredOption('--from <N>', 'the earlier version')
    .option('--to <N>', 'the later version; without it, the state of now')
    .action((id: string, options: ReadOptions & { from: string; to?: string }) =>
      run((context) => compare(context, id, options), options.lang),
    );
  reading('verify <ID>', 'compute a version again from what was kept with it, and compare')
    .requiredOption('--at-version <N>', 'which version')
    .action((id: string, options: ReadOptions & { atVersion: string }) =>
      run((context) => verify(context, id, options), options.lang),
    );
}

interface Found {
  readonly deps: TakeDeps;
  readonly evaluation: Evaluation;
}

export async function storedEvaluation({ app }: CliContext, id: string): Promise<Found> {
  const deps = await app.evaluations();
  const evaluation = await deps.evaluations.get(id);
  if (evaluation === null) throw new MailfitError('notFound', [id]);
  return { deps, evaluation };
}

async function freeze(context: CliContext, id: string, { by, reason }: SignedOptions): Promise<ExitCode> {
  const { deps, evaluation } = await storedEvaluation(context, id);
  const outcome = await freezeEvaluation(deps, evaluation.id, { by, reason });
  const { lang } = context.terminal;
  if (outcome.kind === 'alreadyFrozen')
    throw new MailfitError('wrongUse', [T.alreadyFrozen(outcome.number)[lang]]);
  if (outcome.kind !== 'kept') throw new MailfitError('wrongUse', [T.changedMeanwhile[lang]]);
  context.terminal.out(T.frozen(outcome.version.number)[lang]);
  return EXIT.done;
}

async function reopen(context: CliContext, id: string, { by, reason }: SignedOptions): Promise<ExitCode> {
  const { deps, evaluation } = await storedEvaluation(context, id);
  const { lang } = context.terminal;
  if (!(await deps.versions.reopen(evaluation.id, by, reason))) {
    throw new MailfitError('wrongUse', [T.notFrozen[lang]]);
  }
  context.terminal.out(T.reopened[lang]);
  return EXIT.done;
}

type ExitCode = (typeof EXIT)['done' | 'answerIsNo'];

async function showVersions(context: CliContext, id: string, options: ReadOptions): Promise<ExitCode> {
  const { deps, evaluation } = await storedEvaluation(context, id);
  const { terminal } = context;
  const { state, versions } = await historyOf(deps, evaluation.id);
  if (options.json === true) {
    terminal.out(jsonText({ schema: 'mailfit.evaluation-versions/1', state, versions }));
    return EXIT.done;
  }
  const heads = [T.version, T.madeAt, T.madeBy, T.reason].map((text) => text[terminal.lang]);
  const rows = versions.map((version) => [
    String(version.number),
    momentText(version.madeAt),
    version.madeBy,
    version.reason,
  ]);
  terminal.out(rows.length === 0 ? T.noVersions[terminal.lang] : tableText([heads, ...rows]));
  terminal.out(T.state[state.kind][terminal.lang]);
  return EXIT.done;
}

async function compare(
  context: CliContext,
  id: string,
  options: ReadOptions & { readonly from: string; readonly to?: string },
): Promise<ExitCode> {
  const { deps, evaluation } = await storedEvaluation(context, id);
  const { terminal } = context;
  const from = versionNumber(options.from);
  const to = options.to === undefined ? null : versionNumber(options.to);
  const before = await stateAt(deps, evaluation, from);
  const after = await stateAt(deps, evaluation, to);
  const comparison = compareVersions(before.recommendation, after.recommendation);
  if (options.json === true) {
    terminal.out(jsonText({ schema: 'mailfit.version-comparison/1', from, to, ...comparison }));
    return EXIT.done;
  }
  terminal.out(comparisonVerdict(comparison, terminal.lang));
  if (!comparison.isSameCatalogue) terminal.out(COMPARISON_TEXTS.otherCatalogue[terminal.lang]);
  for (const { caption, columns, rows } of comparisonTables(comparison, terminal.lang)) {
    const lines = rows.map((row) => row.cells.map((cell) => cell.text));
    terminal.out(`\n${caption}\n${tableText([columns.map((column) => column.label), ...lines])}`);
  }
  return EXIT.done;
}

async function verify(
  context: CliContext,
  id: string,
  options: ReadOptions & { readonly atVersion: string },
): Promise<ExitCode> {
  const { deps, evaluation } = await storedEvaluation(context, id);
  const { terminal } = context;
  const number = versionNumber(options.atVersion);
  const version = await stateAt(deps, evaluation, number);
  if (version.record === null) throw new MailfitError('notFound', [options.atVersion]);
  const { isSame, frozenWith } = await recomputeVersion(deps, version);
  const document = { schema: 'mailfit.version-check/1', version: number, isSame, frozenWith };
  terminal.out(
    options.json === true ? jsonText(document) : (isSame ? T.same : T.differs)(frozenWith)[terminal.lang],
  );
  return isSame ? EXIT.done : EXIT.answerIsNo;
}
