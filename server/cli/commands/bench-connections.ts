// `mailfit bench connections --target URL --hold N`: opens N connections, holds them, measures admission.

import type { Command } from 'commander';
import type { RunPlan, RunResult } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { ExitStatus } from '../../errors.ts';
import { SESSION_OPTIONS, addOptions } from '../bench-options.ts';
import type { BenchOptions } from '../bench-options.ts';
import { sessionFromOptions } from '../bench-session.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { OptionReader } from '../option-reader.ts';
import { runPlan } from '../run-plan.ts';
import { runSummary } from '../run-summary.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';
import { writeResult } from './bench-run.ts';

interface ConnectionsOptions extends BenchOptions {
  readonly target: string;
  readonly out?: readonly string[];
  readonly hold: string;
  readonly stage?: string;
  readonly openRate?: string;
  readonly holdSec?: string;
  readonly probeRate?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

export function registerBenchConnections(group: Command, run: RunCommand): void {
  const command = group
    .command('connections')
    .description('open connections, hold them, and measure how the server admits them')
    .requiredOption('--target <URL>', "smtp://host:port, smtps://…, lmtp://…, a candidate's id, or builtin")
    .requiredOption('--hold <N>', 'how many to hold')
    .option('--stage <banner|ehlo|tls|auth>', 'how far each goes before it is held (ehlo)')
    .option('--open-rate <N>', 'connections opened per second (1000)')
    .option('--hold-sec <SEC>', 'how long after the last one was opened (5)')
    .option('--probe-rate <N>', 'messages per second on connections of their own meanwhile (0)')
    .option('--workers <N>', 'threads');
  addOptions(command, SESSION_OPTIONS);
  command
    .option(
      '--out <FILE...>',
      'also write the result: .json, .csv, .html, .xml (JUnit) or .prom (Prometheus)',
    )
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the summary')
    .action((options: ConnectionsOptions) =>
      run((context) => holdConnections(context, options), options.lang),
    );
}

async function holdConnections(context: CliContext, options: ConnectionsOptions): Promise<ExitStatus> {
  const { app, terminal } = context;
  const plan = planOf(options);
  const paths = options.out ?? [];
  for (const path of paths) await app.files.checkWritable(path);
  const result = await runPlan(context, plan);
  const text = [holdText(result, terminal.lang), '', runSummary(result, terminal.lang)].join('\n');
  terminal.out(options.json === true ? jsonText(result) : text);
  await writeResult(context, result, paths);
  return app.exitStatusOfRun(result);
}

function planOf(options: ConnectionsOptions): RunPlan {
  const reader = new OptionReader();
  const stages = ['banner', 'ehlo', 'tls', 'auth'] as const;
  const plan: RunPlan = {
    target: options.target,
    session: sessionFromOptions(options, reader),
    ...reader.present('workers', reader.whole('--workers', options.workers, 1)),
    ...reader.present('sourceAddresses', options.sourceAddress && [...options.sourceAddress]),
    load: {
      model: 'hold',
      connections: reader.whole('--hold', options.hold, 1) ?? 1,
      stage: reader.choice('--stage', options.stage, stages) ?? 'ehlo',
      openRatePerSec: reader.number('--open-rate', options.openRate, 1) ?? 1_000,
      holdSec: reader.number('--hold-sec', options.holdSec, 0) ?? 5,
      probeRatePerSec: reader.number('--probe-rate', options.probeRate, 0) ?? 0,
    },
  };
  reader.failOnProblems();
  return plan;
}

interface HoldWords {
  readonly heading: readonly string[];
  readonly admission: (p50: string, p99: string, perSec: string) => string;
}

const WORDS: Readonly<Record<Lang, HoldWords>> = {
  en: {
    heading: ['asked for', 'admitted', 'refused', 'lost', 'first refusal when held'],
    admission: (p50, p99, perSec) => `Admission: p50 ${p50} ms, p99 ${p99} ms; ${perSec} admitted per second`,
  },
  ja: {
    heading: ['要求', '受け入れ', '拒否', '切断', '最初の拒否が起きた同時接続数'],
    admission: (p50, p99, perSec) =>
      `受け入れまでの時間: p50 ${p50}ミリ秒、p99 ${p99}ミリ秒（毎秒${perSec}本を受け入れ）`,
  },
};

function holdText(result: RunResult, lang: Lang): string {
  const { hold } = result;
  if (hold === undefined) return '';
  const words = WORDS[lang];
  const figures = [hold.requested, hold.admitted, hold.refused, hold.lost, hold.firstRefusalAtHeld ?? '-'];
  const { p50Us, p99Us, count } = hold.admission;
  const [p50, p99] = [p50Us, p99Us].map((us) => (us / 1000).toFixed(2));
  return [
    tableText([words.heading, figures.map(String)]),
    ...(count === 0 ? [] : [words.admission(p50 ?? '', p99 ?? '', hold.openedPerSec.toFixed(0))]),
  ].join('\n');
}
