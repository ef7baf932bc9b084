// `mailfit bench run --target URL …`: sends load and reports.

import type { Command } from 'commander';
import { formatRun, runFormatOf } from '../../../benchmarks/index.ts';
import type { RunResult } from '../../../benchmarks/index.ts';
import type { ExitStatus } from '../../errors.ts';
import { OBSERVATION_OPTIONS, observationOf } from '../bench-observation.ts';
import type { ObservationOptions } from '../bench-observation.ts';
import { PLAN_OPTIONS, addOptions } from '../bench-options.ts';
import type { BenchOptions } from '../bench-options.ts';
import { planOf } from '../bench-plan.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { OptionReader } from '../option-reader.ts';
import { runPlan } from '../run-plan.ts';
import { runSummary } from '../run-summary.ts';
import { jsonText } from '../terminal.ts';

interface BenchRunOptions extends BenchOptions, ObservationOptions {
  readonly json?: boolean;
  readonly out?: readonly string[];
  readonly lang?: string;
}

export function registerBenchRun(group: Command, run: RunCommand): void {
  const command = group.command('run').description('send load to a server you control and report');
  addOptions(command, PLAN_OPTIONS);
  addOptions(command, OBSERVATION_OPTIONS);
  command
    .option('--json', 'one JSON document on standard output')
    .option(
      '--out <FILE...>',
      'also write the result to files: .json, .csv, .html, .xml (JUnit) or .prom (Prometheus)',
    )
    .option('--lang <ja|en>', 'language of the summary')
    .action((options: BenchRunOptions) => run((context) => benchRun(context, options), options.lang));
}

async function benchRun(context: CliContext, options: BenchRunOptions): Promise<ExitStatus> {
  const { app, terminal } = context;
  const plan = await planOf(app.files, options);
  const reader = new OptionReader();
  const observation = observationOf(options, reader);
  reader.failOnProblems();
  const paths = options.out ?? [];
  for (const path of paths) await app.files.checkWritable(path);
  const result = await runPlan(context, plan, observation);
  terminal.out(options.json === true ? jsonText(result) : runSummary(result, terminal.lang));
  await writeResult(context, result, paths);
  return app.exitStatusOfRun(result);
}

/** One file for each name, in the format that its ending says. */
export async function writeResult(
  { app, terminal }: CliContext,
  result: RunResult,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) await app.files.write(path, formatRun(result, runFormatOf(path), terminal.lang));
}
