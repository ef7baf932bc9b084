// `mailfit bench run --target URL …`: sends load and reports.

import type { Command } from 'commander';
import { formatRun, runFormatOf } from '../../../benchmarks/index.ts';
import type { ExitStatus } from '../../errors.ts';
import { planFromOptions } from '../bench-plan.ts';
import type { BenchOptions } from '../bench-plan.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { runPlan } from '../run-plan.ts';
import { runSummary } from '../run-summary.ts';
import { jsonText } from '../terminal.ts';

interface BenchRunOptions extends BenchOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly lang?: string;
}

const LOAD_OPTIONS: readonly (readonly [flags: string, description: string])[] = [
  ['--messages <N>', 'how many messages (1000 when no --duration is given)'],
  ['--duration <SEC>', 'how long'],
  ['--sessions <N>', 'closed loop: sessions at once (10)'],
  ['--rate <N>', 'open loop: messages per second, whatever the server does'],
  ['--arrivals <even|poisson>', 'open loop: how arrivals are spaced'],
  ['--max-sessions <N>', 'open loop: most sessions at once'],
  ['--messages-per-connection <N|unlimited>', 'reconnect after so many'],
  ['--pipelining <on|off>', 'send MAIL, RCPT and DATA together where announced (RFC 2920)'],
  ['--chunking <on|off>', 'BDAT instead of DATA where announced (RFC 3030)'],
  ['--tls <none|starttls|implicit>', 'encryption'],
  ['--ca <FILE>', 'certificate authority that the server is verified with'],
  ['--insecure', 'do not verify the certificate'],
  ['--auth <MECHANISM>', 'plain, login, scram-sha-256 or xoauth2'],
  ['--user <NAME>', 'user of --auth'],
  ['--password-env <VARIABLE>', 'environment variable that holds the password'],
  ['--size <BYTES|DISTRIBUTION>', '1024, 75KiB, lognormal:MEDIAN,P95, business'],
  ['--recipients <N>', 'recipients per message'],
  ['--from <ADDRESS>', 'envelope sender'],
  ['--to <ADDRESS>', 'envelope recipient'],
  ['--source-address <IP...>', 'local addresses to send from, in turn'],
  ['--workers <N>', 'threads'],
  ['--warmup <SEC>', 'time at the start that is not measured'],
  ['--seed <N>', 'seed of everything random'],
  ['--threshold <EXPR...>', 'such as p99FinalDotMs<=500 or errors<=0.1%; a missed one ends with status 1'],
];

export function registerBenchRun(group: Command, run: RunCommand): void {
  const command = group
    .command('run')
    .description('send load to a server you control and report')
    .requiredOption('--target <URL>', 'smtp://host:port, smtps://…, lmtp://…, or builtin')
    .option('--json', 'one JSON document on standard output')
    .option(
      '--out <FILE>',
      'also write the result to a file: .json, .csv, .html, .xml (JUnit) or .prom (Prometheus)',
    )
    .option('--lang <ja|en>', 'language of the summary');
  for (const [flags, description] of LOAD_OPTIONS) command.option(flags, description);
  command.action((options: BenchRunOptions) => run((context) => benchRun(context, options), options.lang));
}

async function benchRun(context: CliContext, options: BenchRunOptions): Promise<ExitStatus> {
  const { app, terminal } = context;
  const plan = planFromOptions(options);
  const result = await runPlan(context, plan);
  if (options.out !== undefined)
    await app.files.write(options.out, formatRun(result, runFormatOf(options.out), terminal.lang));
  terminal.out(options.json === true ? jsonText(result) : runSummary(result, terminal.lang));
  return app.exitStatusOfRun(result);
}
