// `mailfit bench company --answers FILE --target URL`: the peak of an organisation as a load, and whether a candidate
// carries it.

import type { Command } from 'commander';
import { DEFAULT_COMPANY_PLAN, companyPlan, companyVerdict } from '../../../benchmarks/index.ts';
import type { CompanyDemand, CompanyVerdict, RunPlan } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { parseAnswers } from '../../core/questionnaire/answers.ts';
import { sizeDocument } from '../../core/sizing/size-document.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import type { ExitStatus } from '../../errors.ts';
import { createCompanyDemand } from '../../usecases/company-demand.ts';
import type { ReferenceData } from '../../usecases/ports.ts';
import type { StoredAnswers } from '../../usecases/stores.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { valueOrFail } from '../input-problems.ts';
import { OptionReader } from '../option-reader.ts';
import { runPlan } from '../run-plan.ts';
import { runSummary } from '../run-summary.ts';
import { wrapped } from '../table.ts';
import { jsonText } from '../terminal.ts';
import { writeResult } from './bench-run.ts';

interface CompanyOptions {
  readonly input?: string;
  readonly answers?: string;
  readonly evaluation?: string;
  readonly target: string;
  readonly headroom?: string;
  readonly rampSec?: string;
  readonly holdSec?: string;
  readonly seed?: string;
  readonly plan?: boolean;
  readonly json?: boolean;
  readonly out?: string;
  readonly lang?: string;
}

export function registerBenchCompany(group: Command, run: RunCommand): void {
  group
    .command('company')
    .description('load a server as an organisation would at its peak, and say whether it carries it')
    .option('--answers <FILE>', 'the organisation by its answers, as for `mailfit recommend`')
    .option('--evaluation <ID>', 'the organisation of an evaluation of the web application')
    .option('--input <FILE>', 'the organisation by the sizing input of `mailfit size`')
    .requiredOption('--target <URL>', "smtp://host:port, smtps://…, lmtp://…, a candidate's id, or builtin")
    .option('--headroom <N>', 'tested rate ÷ peak rate (1.5)')
    .option('--ramp-sec <SEC>', 'time to reach the rate, not measured (60)')
    .option('--hold-sec <SEC>', 'time at the rate (900)')
    .option('--seed <N>', 'seed of everything random')
    .option('--plan', 'only print the plan as JSON')
    .option('--json', 'one JSON document on standard output')
    .option('--out <FILE>', 'also write the run: .json, .csv, .html, .xml (JUnit) or .prom (Prometheus)')
    .option('--lang <ja|en>', 'language of the answer')
    .action((options: CompanyOptions) => run((context) => company(context, options), options.lang));
}

async function company(context: CliContext, options: CompanyOptions): Promise<ExitStatus> {
  const { app, terminal } = context;
  const demand = await demandOf(context, options);
  const plan = planOf(demand, options);
  if (options.plan === true) {
    terminal.out(jsonText(plan));
    return EXIT.done;
  }
  const paths = options.out === undefined ? [] : [options.out];
  for (const path of paths) await app.files.checkWritable(path);
  const result = await runPlan(context, plan);
  const verdict = companyVerdict(result, demand);
  const document = { schema: 'mailfit.company-verdict/1', ...verdict, run: result };
  const text = `${runSummary(result, terminal.lang)}\n\n${verdictText(verdict, terminal.lang)}`;
  terminal.out(options.json === true ? jsonText(document) : text);
  await writeResult(context, result, paths);
  if (verdict.answer === 'carries') return EXIT.done;
  const runStatus = app.exitStatusOfRun(result);
  return runStatus === EXIT.done ? EXIT.answerIsNo : runStatus;
}

async function demandOf(context: CliContext, options: CompanyOptions): Promise<CompanyDemand> {
  const { input, answers, evaluation } = options;
  const sources = [input, answers, evaluation].filter((source) => source !== undefined);
  if (sources.length !== 1) {
    throw new MailfitError('wrongUse', ['give exactly one of --answers, --evaluation and --input.']);
  }
  if (input !== undefined) return demandOfInput(context, input);
  const { reference, stored } =
    answers === undefined
      ? await storedAnswers(context, evaluation ?? '')
      : await answersOfFile(context, answers);
  return createCompanyDemand(reference)(stored);
}

async function demandOfInput({ app, terminal }: CliContext, path: string): Promise<CompanyDemand> {
  const document = await app.files.read(path);
  const sized = valueOrFail(sizeDocument(document.data, app.referenceData().sizing), document, terminal.lang);
  const { avgMsgKiB } = sized.inputs;
  return {
    smtpInPeakPerSec: sized.smtpInPeakPerSec,
    'smtpSlots_B0.1pct': sized['smtpSlots_B0.1pct'],
    avgMsgKiB: typeof avgMsgKiB === 'number' ? avgMsgKiB : 0,
  };
}

interface Answered {
  readonly reference: ReferenceData;
  readonly stored: StoredAnswers;
}

async function answersOfFile({ app, terminal }: CliContext, path: string): Promise<Answered> {
  const reference = app.referenceData();
  const document = await app.files.read(path);
  valueOrFail(parseAnswers(document.data ?? {}, reference.questionnaire), document, terminal.lang);
  return { reference, stored: (document.data ?? {}) as StoredAnswers };
}

async function storedAnswers({ app }: CliContext, id: string): Promise<Answered> {
  const found = await (await app.evaluations()).evaluations.get(id);
  if (found === null) throw new MailfitError('notFound', [`--evaluation ${id}`]);
  return { reference: app.referenceData(), stored: found.answers };
}

function planOf(demand: CompanyDemand, options: CompanyOptions): RunPlan {
  const reader = new OptionReader();
  const plan = companyPlan(demand, {
    target: options.target,
    headroom: reader.number('--headroom', options.headroom, 0.1) ?? DEFAULT_COMPANY_PLAN.headroom,
    rampSec: reader.number('--ramp-sec', options.rampSec, 0) ?? DEFAULT_COMPANY_PLAN.rampSec,
    holdSec: reader.number('--hold-sec', options.holdSec, 1) ?? DEFAULT_COMPANY_PLAN.holdSec,
    seed: reader.whole('--seed', options.seed, 0) ?? DEFAULT_COMPANY_PLAN.seed,
  });
  reader.failOnProblems();
  return plan;
}

function verdictText(verdict: CompanyVerdict, lang: Lang): string {
  return [
    wrapped(verdict.sentence[lang]),
    ...verdict.reasons.map((reason) => wrapped(`- ${reason[lang]}`, '  ')),
  ].join('\n');
}
