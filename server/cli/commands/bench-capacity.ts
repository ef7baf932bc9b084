// `mailfit bench capacity --target URL --slo EXPR`: the highest sustainable rate, with bounds.

import type { Command } from 'commander';
import { exitStatusOf, findCapacity, heaviestTrial } from '../../../benchmarks/index.ts';
import type { CapacityPlan, CapacityResult } from '../../../benchmarks/index.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { loadPolicyOf } from '../../load-policy.ts';
import type { ExitStatus } from '../../errors.ts';
import { OBSERVATION_OPTIONS, observationOf } from '../bench-observation.ts';
import type { ObservationOptions } from '../bench-observation.ts';
import { MAIL_OPTIONS, SESSION_OPTIONS, addOptions } from '../bench-options.ts';
import type { BenchOptions } from '../bench-options.ts';
import { mailFromOptions } from '../bench-plan.ts';
import { sessionFromOptions } from '../bench-session.ts';
import { keepInHistory, resolveTarget, secretSourceOf } from '../candidate-target.ts';
import { capacityText, trialLine } from '../capacity-text.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { OptionReader } from '../option-reader.ts';
import { abortOnSignals } from '../progress-view.ts';
import { arrivalHooks, ceilingFor, observeOrExplain } from '../run-plan.ts';
import type { Observation } from '../run-plan.ts';
import { jsonText } from '../terminal.ts';

interface CapacityOptions extends BenchOptions, ObservationOptions {
  readonly target: string;
  readonly resolution?: string;
  readonly connections?: string;
  readonly slo: string;
  readonly startRate?: string;
  readonly maxRate?: string;
  readonly shortSec?: string;
  readonly fullSec?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

export function registerBenchCapacity(group: Command, run: RunCommand): void {
  const command = group
    .command('capacity')
    .description('find the highest rate that keeps an objective, with a lower and an upper bound')
    .requiredOption('--target <URL>', 'smtp://host:port, smtps://…, lmtp://…, or the id of a candidate')
    .requiredOption('--slo <EXPRS>', "such as 'p99FinalDotMs<=500,errors<=0.1%'")
    .option('--start-rate <N>', 'messages per second of the first trial')
    .option('--max-rate <N>', 'stop searching here')
    .option('--short-sec <SEC>', 'length of a search trial')
    .option('--full-sec <SEC>', 'length of a confirming trial')
    .option('--resolution <SHARE>', 'how close the bounds are brought together (5%)')
    .option(
      '--connections <LIST>',
      'also fit the scalability law over these numbers of sessions, such as 1,2,4,8,16,32',
    )
    .option('--workers <N>', 'threads')
    .option('--seed <N>', 'seed of everything random')
    .option('--max-sessions <N>', 'most sessions at once')
    .option('--arrivals <even|poisson>', 'how arrivals are spaced');
  addOptions(command, [
    ...SESSION_OPTIONS.filter(([flags]) => !flags.startsWith('--source-address')),
    ...MAIL_OPTIONS,
    ...OBSERVATION_OPTIONS,
  ]);
  command
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the summary')
    .action((options: CapacityOptions) => run((context) => capacity(context, options), options.lang));
}

async function capacity(context: CliContext, options: CapacityOptions): Promise<ExitStatus> {
  const { app, terminal } = context;
  const { plan: asked, observation } = planOf(options);
  const stop = abortOnSignals();
  const observed = await observeOrExplain(observation.arrivals ?? {});
  try {
    const resolved = await resolveTarget(context, { ...asked });
    const startedAt = app.clock.now();
    const plan = resolved.plan as unknown as CapacityPlan;
    const outcome = await findCapacity(plan, {
      policy: loadPolicyOf(app.config),
      ...secretSourceOf(resolved),
      signal: stop.signal,
      ceiling: await ceilingFor(heaviestTrial(plan), observation, stop.signal),
      mailfitVersion: app.version,
      onTrial: (trial) => terminal.err(trialLine(trial, terminal.lang)),
      ...arrivalHooks(observed, observation),
    });
    if ('refused' in outcome) {
      const code = exitStatusOf(outcome) === EXIT.refusedForSafety ? 'refusedForSafety' : 'badInput';
      throw new MailfitError(code, [outcome.text[terminal.lang]]);
    }
    await keepInHistory(context, resolved, { result: outcome, kind: 'capacity', startedAt });
    terminal.out(options.json === true ? jsonText(outcome) : capacityText(outcome, terminal.lang));
    // Who stops a search has no capacity; the target did not break off.
    return outcome.verdictReason === 'stopped' ? EXIT.answerIsNo : STATUS[outcome.verdict];
  } finally {
    stop.release();
    await observed?.close();
  }
}

const STATUS: Readonly<Record<CapacityResult['verdict'], ExitStatus>> = {
  found: EXIT.done,
  ceilingReached: EXIT.done,
  nothingPassed: EXIT.answerIsNo,
  policyBound: EXIT.answerIsNo,
  trialsUsedUp: EXIT.answerIsNo,
  generatorBound: EXIT.generatorBound,
  aborted: EXIT.targetUnreachable,
};

function planOf(options: CapacityOptions): {
  readonly plan: CapacityPlan;
  readonly observation: Observation;
} {
  const reader = new OptionReader();
  const observation = observationOf(options, reader);
  const plan: CapacityPlan = {
    target: options.target,
    objective: options.slo.split(',').map((expression) => expression.trim()),
    session: sessionFromOptions(options, reader),
    mail: mailFromOptions(options, reader),
    ...reader.present('workers', reader.whole('--workers', options.workers, 1)),
    ...reader.present('resolution', reader.share('--resolution', options.resolution)),
    ...reader.present('scalabilitySessions', sessionCounts(options.connections, reader)),
    ...reader.present('seed', reader.whole('--seed', options.seed, 0)),
    ...reader.present('maxSessions', reader.whole('--max-sessions', options.maxSessions, 1)),
    ...reader.present(
      'arrivals',
      reader.choice('--arrivals', options.arrivals, ['even', 'poisson'] as const),
    ),
    ...reader.present('startRatePerSec', reader.number('--start-rate', options.startRate, 0.1)),
    ...reader.present('maxRatePerSec', reader.number('--max-rate', options.maxRate, 0.1)),
    ...reader.present('shortTrialSec', reader.number('--short-sec', options.shortSec, 0.5)),
    ...reader.present('fullTrialSec', reader.number('--full-sec', options.fullSec, 1)),
  };
  reader.failOnProblems();
  return { plan, observation };
}

function sessionCounts(text: string | undefined, reader: OptionReader): number[] | undefined {
  if (text === undefined) return undefined;
  const counts = text.split(',').map((part) => reader.whole('--connections', part.trim(), 1) ?? 0);
  if (counts.length < 4) reader.problems.push('--connections: the law needs four numbers or more.');
  return counts;
}
