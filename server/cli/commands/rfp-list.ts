// `mailfit rfp list`: the list of requirements for tender documents, from answers or from a stored evaluation.

import type { Command } from 'commander';
import type { Recommendation } from '../../core/scoring/recommendation.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { requirementList } from '../../reports/rfp/requirement-list.ts';
import { renderReport, REPORT_FORMATS } from '../../usecases/build-report.ts';
import { stateAt } from '../../usecases/evaluation-versions.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { requestFrom, requirementsFor } from '../requirements-of-answers.ts';
import { versionNumber } from '../version-number.ts';
import { storedEvaluation } from './evaluation.ts';
import { loadedCatalogue } from './loaded-catalogue.ts';

interface ListOptions {
  readonly answers?: string;
  readonly evaluation?: string;
  readonly atVersion?: string;
  readonly title?: string;
  readonly format: string;
  readonly lang?: string;
  readonly out: string;
}

export function registerList(group: Command, run: RunCommand): void {
  group
    .command('list')
    .option('--answers <FILE>', 'answers, as for recommend')
    .option('--evaluation <ID>', 'an evaluation of the web application')
    .option('--at-version <N>', 'a frozen version of --evaluation, as it was')
    .option('--title <TEXT>', 'name of the organisation or project, shown on the list')
    .requiredOption('--format <FORMAT>', REPORT_FORMATS.join(', '))
    .option('--lang <ja|en>', 'language of the list')
    .requiredOption('--out <FILE>', 'file to write')
    .description('write the list of requirements for tender documents')
    .action((options: ListOptions) => run((context) => writeList(context, options), options.lang));
}

async function writeList(context: CliContext, options: ListOptions): Promise<typeof EXIT.done> {
  const { app, terminal } = context;
  const format = REPORT_FORMATS.find((id) => id === options.format);
  if (format === undefined) {
    throw new MailfitError('wrongUse', [`--format: choose one of ${REPORT_FORMATS.join(', ')}.`]);
  }
  const { recommendation, title } = await listed(context, options);
  const { clauses } = app.referenceData();
  const list = requirementList({ recommendation, clauses, title, lang: terminal.lang });
  const { bytes } = await renderReport(list, format, { documents: app.documents });
  await app.files.write(options.out, bytes);
  terminal.out(options.out);
  return EXIT.done;
}

interface Listed {
  readonly recommendation: Recommendation;
  readonly title: string;
}

async function listed(context: CliContext, options: ListOptions): Promise<Listed> {
  const { answers, evaluation } = options;
  if (answers !== undefined && evaluation === undefined) return fromAnswers(context, answers, options);
  if (evaluation !== undefined && answers === undefined) return fromEvaluation(context, evaluation, options);
  throw new MailfitError('wrongUse', ['give exactly one of --answers and --evaluation.']);
}

async function fromEvaluation(context: CliContext, id: string, options: ListOptions): Promise<Listed> {
  const found = await storedEvaluation(context, id);
  const version = options.atVersion === undefined ? null : versionNumber(options.atVersion);
  const { recommendation, inputs } = await stateAt(found.deps, found.evaluation, version);
  return { recommendation, title: options.title ?? inputs.title };
}

async function fromAnswers(context: CliContext, path: string, { title }: ListOptions): Promise<Listed> {
  const { app } = context;
  const request = requestFrom(await app.files.read(path), context);
  const basis = { reference: app.referenceData(), catalogue: await loadedCatalogue(context) };
  return { recommendation: requirementsFor(basis, request, context), title: title ?? '' };
}
