// `mailfit bench capacity --target URL --slo EXPR`: the highest sustainable rate, with bounds.

import type { Command } from 'commander';
import { exitStatusOf, findCapacity, heaviestTrial, ownCeiling } from '../../../benchmarks/index.ts';
import type { CapacityPlan, CapacityResult, CapacityTrial } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { loadPolicyOf } from '../../load-policy.ts';
import type { ExitStatus } from '../../errors.ts';
import { MAIL_OPTIONS, SESSION_OPTIONS, addOptions } from '../bench-options.ts';
import type { BenchOptions } from '../bench-options.ts';
import { mailFromOptions } from '../bench-plan.ts';
import { sessionFromOptions } from '../bench-session.ts';
import { keepInHistory, resolveTarget, secretSourceOf } from '../candidate-target.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { OptionReader } from '../option-reader.ts';
import { abortOnSignals } from '../progress-view.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';

interface CapacityOptions extends BenchOptions {
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
  ]);
  command
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the summary')
    .action((options: CapacityOptions) => run((context) => capacity(context, options), options.lang));
}

async function capacity(context: CliContext, options: CapacityOptions): Promise<ExitStatus> {
  const { app, terminal } = context;
  const stop = abortOnSignals();
  try {
    const resolved = await resolveTarget(context, { ...planOf(options) });
    const startedAt = app.clock.now();
    const plan = resolved.plan as unknown as CapacityPlan;
    const outcome = await findCapacity(plan, {
      policy: loadPolicyOf(app.config),
      ...secretSourceOf(resolved),
      signal: stop.signal,
      ceiling: await ownCeiling(heaviestTrial(plan), { signal: stop.signal }),
      mailfitVersion: app.version,
      onTrial: (trial) => terminal.err(trialLine(trial)),
    });
    if ('refused' in outcome) {
      const code = exitStatusOf(outcome) === EXIT.refusedForSafety ? 'refusedForSafety' : 'badInput';
      throw new MailfitError(code, [outcome.text[terminal.lang]]);
    }
    await keepInHistory(context, resolved, { result: outcome, kind: 'capacity', startedAt });
    terminal.out(options.json === true ? jsonText(outcome) : capacityText(outcome, terminal.lang));
    return STATUS[outcome.verdict];
  } finally {
    stop.release();
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

function planOf(options: CapacityOptions): CapacityPlan {
  const reader = new OptionReader();
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
  return plan;
}

function sessionCounts(text: string | undefined, reader: OptionReader): number[] | undefined {
  if (text === undefined) return undefined;
  const counts = text.split(',').map((part) => reader.whole('--connections', part.trim(), 1) ?? 0);
  if (counts.length < 4) reader.problems.push('--connections: the law needs four numbers or more.');
  return counts;
}

function trialLine(trial: CapacityTrial): string {
  const p99Ms = (trial.finalDotP99Us / 1000).toFixed(1);
  return `${trial.length} ${trial.ratePerSec.toFixed(1)}/s → ${trial.verdict}  p99 ${p99Ms} ms  ${trial.reason ?? ''}`.trimEnd();
}

type Scalability = NonNullable<CapacityResult['scalability']>;

interface CapacityWords {
  readonly verdict: Readonly<Record<CapacityResult['verdict'], string>>;
  readonly bounds: (low: string, high: string) => string;
  readonly ceiling: (perSec: string) => string;
  readonly certificate: readonly string[];
  readonly scalability: (fit: Scalability) => readonly string[];
}

const WORDS: Readonly<Record<Lang, CapacityWords>> = {
  en: {
    verdict: {
      found: 'The capacity was found.',
      ceilingReached: 'The objective held up to the highest rate that was tried.',
      nothingPassed: 'The objective did not hold at any rate.',
      policyBound: 'No capacity: a configured limit of the target was met first.',
      generatorBound: 'No capacity: the load generator was the limit.',
      aborted: 'The search was stopped.',
      trialsUsedUp: 'The search ended before the bounds met.',
    },
    bounds: (low, high) => `Sustained: ${low} messages/s; not sustained: ${high}`,
    ceiling: (perSec) => `The generator itself reaches ${perSec}/s on this machine.`,
    certificate: ['load', 'rate/s', 'accepted/s', 'p99 (ms)', 'errors', 'verdict'],
    scalability: (fit) => [
      `Scalability law: ${fit.lambda.toFixed(1)}/s with one session, contention α ${rangeText(fit.alpha, fit.ranges.alpha)}, coherency β ${rangeText(fit.beta, fit.ranges.beta)}, R² ${fit.rSquared.toFixed(3)}`,
      fit.peak === null
        ? 'No peak: more sessions never cost rate in what was measured.'
        : `Peak at ${fit.peak.sessions.toFixed(0)} sessions with ${fit.peak.ratePerSec.toFixed(1)}/s${fit.isExtrapolated ? ', beyond what was measured' : ''}.`,
    ],
  },
  ja: {
    verdict: {
      found: '処理能力の限界が分かりました。',
      ceilingReached: '試した最大の流量まで目標を満たしました。',
      nothingPassed: 'どの流量でも目標を満たしませんでした。',
      policyBound: '能力は測れませんでした。対象に設定された制限に先に当たりました。',
      generatorBound: '能力は測れませんでした。負荷をかける側が限界でした。',
      aborted: '探索は中止されました。',
      trialsUsedUp: '上限と下限が近づく前に探索を終えました。',
    },
    bounds: (low, high) => `維持できた流量: 毎秒${low}通、維持できなかった流量: ${high}`,
    ceiling: (perSec) => `負荷をかける側のこのマシンでの上限は毎秒${perSec}通です。`,
    certificate: ['負荷', '流量/秒', '受理/秒', 'p99（ミリ秒）', 'エラー', '判定'],
    scalability: (fit) => [
      `スケーラビリティ法則（USL）: 1セッションで毎秒${fit.lambda.toFixed(1)}通、競合 α ${rangeText(fit.alpha, fit.ranges.alpha)}、整合性 β ${rangeText(fit.beta, fit.ranges.beta)}、R² ${fit.rSquared.toFixed(3)}`,
      fit.peak === null
        ? '測定の範囲では、セッションを増やしても流量が下がることはありませんでした。'
        : `${fit.peak.sessions.toFixed(0)}セッションで最大の毎秒${fit.peak.ratePerSec.toFixed(1)}通${fit.isExtrapolated ? '（測定範囲の外の推定）' : ''}。`,
    ],
  },
};

function capacityText(result: CapacityResult, lang: Lang): string {
  const words = WORDS[lang];
  const rows = result.certificate.map(({ percent, trial }) => [
    `${percent}%`,
    trial.ratePerSec.toFixed(1),
    trial.achievedRatePerSec.toFixed(1),
    (trial.finalDotP99Us / 1000).toFixed(1),
    `${(trial.errorShare * 100).toFixed(2)}%`,
    trial.verdict,
  ]);
  return [
    words.verdict[result.verdict],
    words.bounds(rateText(result.lowerRatePerSec), rateText(result.upperRatePerSec)),
    ...(typeof result.generatorCeilingPerSec !== 'number'
      ? []
      : [words.ceiling(rateText(result.generatorCeilingPerSec))]),
    ...(rows.length === 0 ? [] : ['', tableText([words.certificate, ...rows])]),
    ...(result.scalability === null ? [] : ['', ...words.scalability(result.scalability)]),
    ...result.notices.map((notice) => `! ${notice.text[lang]}`),
  ].join('\n');
}

/** The value, and how far it moves when one measured point is left out. */
function rangeText(value: number, [low, high]: readonly number[]): string {
  return `${value.toPrecision(2)} (${(low ?? 0).toPrecision(2)}–${(high ?? 0).toPrecision(2)})`;
}

function rateText(ratePerSec: number | null): string {
  return ratePerSec === null ? '-' : ratePerSec.toFixed(1);
}
