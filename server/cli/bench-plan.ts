// Options of the load commands → a load plan. Every unusable option is reported at once.

import { readPlan } from '../../benchmarks/index.ts';
import type { RunPlan } from '../../benchmarks/index.ts';
import { MailfitError } from '../errors.ts';
import type { InputFiles } from '../usecases/ports.ts';
import { loadFromOptions, namesLoad } from './bench-load.ts';
import type { BenchOptions } from './bench-options.ts';
import { sessionFromOptions } from './bench-session.ts';
import { OptionReader } from './option-reader.ts';

/** The plan of `--plan`, if there is one, changed by the other options. */
export async function planOf(files: InputFiles, options: BenchOptions): Promise<RunPlan> {
  if (options.plan === undefined) return planFromOptions(options);
  return planFromOptions(options, await readPlanFile(files, options.plan));
}

/** @throws MailfitError with one line per fault, each with its place */
export async function readPlanFile(files: InputFiles, path: string): Promise<RunPlan> {
  const document = await files.read(path);
  const read = readPlan(document.data);
  if (read.ok) return read.plan;
  throw new MailfitError(
    'badInput',
    read.faults.map((fault) => `${document.placeOf(fault.path)} ${fault.path} ${fault.message}`),
  );
}

/** @throws MailfitError `wrongUse` with one line per unusable option */
export function planFromOptions(options: BenchOptions, base: RunPlan | null = null): RunPlan {
  const reader = new OptionReader();
  const target = options.target ?? base?.target ?? '';
  if (target === '') reader.problems.push('--target: name a server, such as smtp://127.0.0.1:2525.');
  const plan: RunPlan = {
    ...base,
    target,
    ...partsOf(options, base, reader),
    ...reader.present('label', options.label),
    ...reader.present('seed', reader.whole('--seed', options.seed, 0)),
    ...reader.present('workers', reader.whole('--workers', options.workers, 1)),
    ...reader.present('warmupSec', reader.number('--warmup', options.warmup, 0)),
    ...reader.present('thresholds', options.threshold && [...options.threshold]),
    ...reader.present('stopOnMiss', options.stopOnMiss),
    ...reader.present('sourceAddresses', options.sourceAddress && [...options.sourceAddress]),
  };
  reader.failOnProblems();
  return plan;
}

type Parts = Pick<RunPlan, 'load' | 'session' | 'mail'>;

// A load is taken whole, because half of one model and half of another would be neither.
function partsOf(options: BenchOptions, base: RunPlan | null, reader: OptionReader): Parts {
  const isLoadKept = base !== null && !namesLoad(options);
  return {
    load: isLoadKept ? base.load : loadFromOptions(options, reader),
    session: { ...base?.session, ...sessionFromOptions(options, reader) },
    mail: { ...base?.mail, ...mailFromOptions(options, reader) },
  };
}

export function mailFromOptions(options: BenchOptions, reader: OptionReader): NonNullable<RunPlan['mail']> {
  const languages = ['en', 'ja', 'mixed'] as const;
  const [firstDomain, ...otherDomains] = options.recipientDomain ?? [];
  return {
    ...reader.present('size', options.size),
    ...reader.present('language', reader.choice('--language', options.language, languages)),
    ...reader.present('attachmentShare', reader.share('--attachments', options.attachments)),
    ...reader.present('htmlShare', reader.share('--html', options.html)),
    ...reader.present('emlFolder', options.eml),
    ...reader.present('recipientsPerMessage', reader.whole('--recipients', options.recipients, 1)),
    ...(firstDomain === undefined ? {} : { recipientDomains: [firstDomain, ...otherDomains] }),
    ...reader.present('from', options.from),
    ...reader.present('to', options.to),
  };
}
