// `mailfit report --answers FILE | --evaluation ID | --from FILE --format F --lang L --out FILE`: the procurement report.

import type { Lang } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { buildReport, renderReport, REPORT_FORMATS } from '../../usecases/build-report.ts';
import type { ReportFile, ReportFormatId } from '../../usecases/build-report.ts';
import { readReport } from '../../usecases/read-report.ts';
import type { CliContext, RegisterCommand } from '../command.ts';
import { versionNumber } from '../version-number.ts';
import { evaluated } from './recommend.ts';
import type { EvaluateOptions } from './recommend.ts';
import { stateAt } from '../../usecases/evaluation-versions.ts';
import { reportInputOf } from '../../usecases/document-model.ts';
import { reportRunsOf } from '../../usecases/report-runs.ts';

interface ReportOptions extends Partial<EvaluateOptions> {
  readonly evaluation?: string;
  readonly atVersion?: string;
  readonly from?: string;
  readonly format: string;
  readonly lang?: string;
  readonly title?: string;
  readonly out: string;
  readonly sendTo?: string;
}

export const registerReport: RegisterCommand = (program, run) => {
  program
    .command('report')
    .option('--answers <FILE>', 'answers, as for recommend')
    .option('--evaluation <ID>', 'an evaluation of the web application')
    .option('--at-version <N>', 'a frozen version of --evaluation, as it was')
    .option('--from <FILE>', 'a JSON report, to make another format of it')
    .option('--run <OPTION=FILE...>', 'measured evidence for --answers')
    .option('--vendor-answers <FILE...>', 'answer sheets (XLSX) that vendors filled in, for --answers')
    .option('--catalogue <DIR>', 'folder of profiles for --answers')
    .requiredOption('--format <FORMAT>', REPORT_FORMATS.join(', '))
    .option('--lang <ja|en>', 'language of the report')
    .option('--title <TEXT>', 'name of the organisation or project, shown on the report')
    .requiredOption('--out <FILE>', 'file to write')
    .option('--send-to <ADDRESS>', 'also send it by mail, through MAILFIT_SMTP_URL')
    .description('write the procurement report')
    .action((options: ReportOptions) =>
      run(async (context) => {
        const format = REPORT_FORMATS.find((id) => id === options.format);
        if (format === undefined) {
          throw new MailfitError('wrongUse', [`--format: choose one of ${REPORT_FORMATS.join(', ')}.`]);
        }
        const file = await reportFile(context, options, format);
        await context.app.files.write(options.out, file.bytes);
        context.terminal.out(options.out);
        await sendIfWanted(context, options, file);
        return EXIT.done;
      }, options.lang),
    );
};

async function sendIfWanted(context: CliContext, options: ReportOptions, file: ReportFile): Promise<void> {
  if (options.sendTo === undefined) return;
  const lang = langOf(context);
  const subject = [options.title, SEND_TEXTS.subject[lang]].filter((part) => part !== undefined).join(' – ');
  const mail = { to: options.sendTo, subject, text: SEND_TEXTS.body[lang], file };
  context.terminal.err(await context.app.reportMailer.send(mail));
}

const SEND_TEXTS = {
  subject: { en: 'Mail server selection report', ja: 'メールサーバー選定報告書' },
  body: { en: 'The report is attached.', ja: '選定報告書を添付します。' },
};

async function reportFile(
  context: CliContext,
  options: ReportOptions,
  format: ReportFormatId,
): Promise<ReportFile> {
  const { answers, evaluation, from } = options;
  const sources = [answers, evaluation, from].filter((source) => source !== undefined);
  if (sources.length !== 1) {
    throw new MailfitError('wrongUse', ['give exactly one of --answers, --evaluation and --from.']);
  }
  if (from !== undefined) return fromReport(context, from, format);
  if (evaluation !== undefined) return fromEvaluation(context, evaluation, options, format);
  return fromAnswers(context, { ...options, answers: answers ?? '' }, format);
}

async function fromReport(context: CliContext, path: string, format: ReportFormatId): Promise<ReportFile> {
  const text = await context.app.files.readText(path);
  const outcome = readReport(text);
  if (!outcome.ok)
    throw new MailfitError(
      'badInput',
      outcome.problems.map((problem) => `${path}: ${problem}`),
    );
  return renderReport(outcome.report, format, { documents: context.app.documents });
}

async function fromAnswers(
  context: CliContext,
  options: ReportOptions & EvaluateOptions,
  format: ReportFormatId,
): Promise<ReportFile> {
  const { recommendation, runs } = await evaluated(context, options);
  return buildReport(
    {
      recommendation,
      runs: reportRunsOf(runs),
      ...(options.title === undefined ? {} : { title: options.title }),
      productVersion: context.app.version,
    },
    format,
    langOf(context),
    { documents: context.app.documents },
  );
}

async function fromEvaluation(
  context: CliContext,
  id: string,
  options: ReportOptions,
  format: ReportFormatId,
): Promise<ReportFile> {
  const deps = await context.app.evaluations();
  const evaluation = await deps.evaluations.get(id);
  if (evaluation === null) throw new MailfitError('notFound', [`--evaluation ${id}`]);
  const version = options.atVersion === undefined ? null : versionNumber(options.atVersion);
  const input = reportInputOf(await stateAt(deps, evaluation, version));
  const titled = options.title === undefined ? input : { ...input, title: options.title };
  return buildReport(titled, format, langOf(context), { documents: context.app.documents });
}

function langOf(context: CliContext): Lang {
  return context.terminal.lang;
}
