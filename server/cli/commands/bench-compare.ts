// `mailfit bench compare`: two servers or two ways of sending, loaded in turns, or two sets of runs made before; as ratios
// with confidence intervals.

import type { Command } from 'commander';
import { compareInTurns, compareRuns, splitByTarget, turnsOf } from '../../../benchmarks/index.ts';
import type { RunComparison, RunPlan, RunResult, Turn } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import type { ExitStatus } from '../../errors.ts';
import { OBSERVATION_OPTIONS, observationOf } from '../bench-observation.ts';
import type { ObservationOptions } from '../bench-observation.ts';
import { PLAN_OPTIONS, addOptions } from '../bench-options.ts';
import type { BenchOptions } from '../bench-options.ts';
import { planFromOptions, planOf, readPlanFile } from '../bench-plan.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { comparisonText } from '../comparison-text.ts';
import { keptRuns } from '../kept-runs.ts';
import { OptionReader } from '../option-reader.ts';
import { readRunResult } from '../read-run-result.ts';
import { runPlan } from '../run-plan.ts';
import { verdictText } from '../run-summary.ts';
import { jsonText } from '../terminal.ts';

interface CompareOptions extends BenchOptions, ObservationOptions {
  readonly with?: readonly string[];
  readonly targets?: readonly string[];
  readonly plans?: readonly string[];
  readonly repeats?: string;
  readonly keep?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

export function registerBenchCompare(group: Command, run: RunCommand): void {
  const command = group
    .command('compare')
    .argument('[RUN...]', 'results of `bench run --json`; of two targets, three runs each')
    .description(
      'compare two servers in turns, or two sets of runs; "no significant difference" is an answer',
    )
    .option('--with <RUN...>', 'the second set, where both sets have one target (say, before and after)')
    .option('--targets <URL...>', 'load these two in turns, in the way that the other options say')
    .option('--plans <FILE...>', 'run these two plans in turns')
    .option('--repeats <N>', 'runs of each side (5)')
    .option('--keep <DIR>', 'write every finished run there at once; a second start goes on where it ended');
  addOptions(
    command,
    PLAN_OPTIONS.filter(([flags]) => !flags.startsWith('--target')),
  );
  addOptions(command, OBSERVATION_OPTIONS);
  command
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the summary')
    .action((paths: readonly string[], options: CompareOptions) =>
      run((context) => compare(context, paths, options), options.lang),
    );
}

async function compare(
  context: CliContext,
  paths: readonly string[],
  options: CompareOptions,
): Promise<ExitStatus> {
  const { terminal } = context;
  const isRunning = options.targets !== undefined || options.plans !== undefined;
  const { comparison, isComplete } = isRunning
    ? await runInTurns(context, options)
    : { comparison: compareRuns(...(await setsOf(context, paths, options))), isComplete: true };
  terminal.out(options.json === true ? jsonText(comparison) : comparisonText(comparison, terminal.lang));
  return isComplete ? EXIT.done : EXIT.targetUnreachable;
}

async function runInTurns(
  context: CliContext,
  options: CompareOptions,
): Promise<{ readonly comparison: RunComparison; readonly isComplete: boolean }> {
  const reader = new OptionReader();
  const rounds = reader.whole('--repeats', options.repeats, 1) ?? 5;
  const observation = observationOf(options, reader);
  reader.failOnProblems();
  const turns = turnsOf(...(await plansOf(context, options)), rounds);
  const kept = keptRuns(context.app.files, options.keep ?? null);
  const answered = await compareInTurns(turns, async (turn) => {
    const earlier = await kept.find(turn);
    if (earlier !== null) return earlier;
    const result = await runPlan(context, turn.plan, observation);
    await kept.keep(turn, result);
    context.terminal.err(lineOf(turn, rounds, result, context.terminal.lang));
    return result;
  });
  const done = answered.first.length + answered.second.length;
  return { comparison: answered.comparison, isComplete: done === turns.length };
}

async function plansOf(context: CliContext, options: CompareOptions): Promise<readonly [RunPlan, RunPlan]> {
  const { files } = context.app;
  const given = options.targets ?? options.plans ?? [];
  const [first, second, ...others] = given;
  if (first === undefined || second === undefined || others.length > 0 || options.targets === options.plans) {
    throw new MailfitError('wrongUse', ['--targets or --plans: name the two that are compared.']);
  }
  const plans =
    options.plans === undefined
      ? await Promise.all([first, second].map((target) => planOf(files, { ...options, target })))
      : await Promise.all(
          [first, second].map(async (path) => labelled(await readPlanFile(files, path), path)),
        );
  const [planA, planB] = plans.map((plan) => planFromOptions(withoutTarget(options), plan));
  if (planA === undefined || planB === undefined) throw new Error('Two plans were read');
  return [planA, planB];
}

// The first and the second target came in with the plans already.
function withoutTarget(options: CompareOptions): BenchOptions {
  const { target: _target, plan: _plan, ...rest } = options;
  return rest;
}

function labelled(plan: RunPlan, path: string): RunPlan {
  return plan.label === undefined || plan.label === '' ? { ...plan, label: path } : plan;
}

function lineOf(turn: Turn, rounds: number, result: RunResult, lang: Lang): string {
  const p99Ms = (result.phases.finalDot.p99Us / 1000).toFixed(1);
  const name = turn.plan.label ?? turn.plan.target;
  const rate = `${result.achievedRatePerSec.toFixed(1)}/s, p99 ${p99Ms} ms`;
  const verdict = result.verdict === 'valid' ? '' : ` ${verdictText(result.verdict, lang)}`;
  return `${turn.round + 1}/${rounds} ${name}: ${rate}${verdict}`;
}

async function setsOf(
  context: CliContext,
  paths: readonly string[],
  options: CompareOptions,
): Promise<readonly [RunResult[], RunResult[]]> {
  const read = (path: string): Promise<RunResult> => readRunResult(context.app.files, path);
  if (paths.length === 0) {
    throw new MailfitError('wrongUse', ['name results to compare, or two servers after --targets.']);
  }
  const first = await Promise.all(paths.map(read));
  if (options.with !== undefined) return [first, await Promise.all(options.with.map(read))];
  const sets = splitByTarget(first);
  if (sets !== null) return sets;
  throw new MailfitError('wrongUse', ['the runs are not of two targets: name the second set after --with.']);
}
