// `mailfit rfp sheet|list|take`: what goes out to vendors and what comes back. `--vendor-answers` of recommend and
// report takes a sheet into one computation, `take` into a stored evaluation.

import { LANGS } from '../../core/text/localized.ts';
import type { VendorAnswers } from '../../core/rfp/read-answers.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { answerSheetFor, vendorAnswersFrom } from '../../usecases/answer-sheets.ts';
import { catalogueWithAnswers } from '../../usecases/catalogue-with-answers.ts';
import type { DecisionBasis } from '../../usecases/recommend.ts';
import type { CliContext, RegisterCommand } from '../command.ts';
import { sheetProblemLines } from '../input-problems.ts';
import { requestFrom, requirementsFor } from '../requirements-of-answers.ts';
import type { AnsweredRequest } from '../requirements-of-answers.ts';
import { loadedCatalogue } from './loaded-catalogue.ts';
import { registerList } from './rfp-list.ts';
import { registerTake } from './rfp-take.ts';

interface SheetOptions {
  readonly answers: string;
  readonly option: string;
  readonly lang?: string;
  readonly out: string;
}

export const registerRfp: RegisterCommand = (program, run) => {
  const group = program.command('rfp').description('ask vendors, and take their answers into the evaluation');
  group
    .command('sheet')
    .requiredOption('--answers <FILE>', 'answers, as for recommend')
    .requiredOption('--option <ID>', 'the option that the vendor is asked about')
    .option('--lang <ja|en>', 'language of the sheet')
    .requiredOption('--out <FILE>', 'XLSX file to write')
    .description('write the answer sheet for one vendor, made from the requirements')
    .action((options: SheetOptions) => run((context) => writeSheet(context, options), options.lang));
  registerList(group, run);
  registerTake(group, run);
};

async function writeSheet(context: CliContext, options: SheetOptions): Promise<typeof EXIT.done> {
  const { app, terminal } = context;
  const document = await app.files.read(options.answers);
  const catalogue = await loadedCatalogue(context);
  const option = catalogue.providers.find(({ id }) => id === options.option);
  if (option === undefined) throw new MailfitError('wrongUse', [`--option: no “${options.option}” here`]);
  const { requirements } = requirementsFor(
    { reference: app.referenceData(), catalogue },
    requestFrom(document, context),
    context,
  );
  const lang = LANGS.find((known) => known === options.lang) ?? terminal.lang;
  const sheet = answerSheetFor(option, requirements, catalogue, lang);
  await app.files.write(options.out, await app.spreadsheets.write([sheet]));
  terminal.out(options.out);
  return EXIT.done;
}

/** The basis with the sheets' facts in its catalogue. Any cell at fault in any sheet refuses them all. */
export async function withVendorSheets(
  context: CliContext,
  basis: DecisionBasis,
  request: AnsweredRequest,
  paths: readonly string[] = [],
): Promise<DecisionBasis> {
  if (paths.length === 0) return basis;
  const { requirements } = requirementsFor(basis, request, context);
  const sheets: VendorAnswers[] = [];
  const details: string[] = [];
  for (const path of paths) {
    const rows = await context.app.spreadsheets.read(await context.app.files.readBytes(path));
    const outcome = rows.ok
      ? vendorAnswersFrom(rows.value, requirements, basis.catalogue, request.today)
      : rows;
    if (outcome.ok) sheets.push(outcome.value);
    else details.push(...sheetProblemLines(path, outcome.problems, context.terminal.lang));
  }
  if (details.length > 0) throw new MailfitError('badInput', details);
  return { ...basis, catalogue: catalogueWithAnswers(basis.catalogue, sheets) };
}
