// `mailfit recommend --answers FILE`: ranks the catalogue for an organisation.

import { DEFAULT_SAMPLES, THOROUGH_SAMPLES } from '../../core/scoring/recommend.ts';
import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { ProviderRun } from '../../core/scoring/measured-evidence.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { recommendFor } from '../../usecases/recommend.ts';
import type { CliContext, RegisterCommand } from '../command.ts';
import { valueOrFail } from '../input-problems.ts';
import { rankingText } from '../ranking-text.ts';
import { readRunResult } from '../read-run-result.ts';
import { jsonText } from '../terminal.ts';
import { loadedCatalogue } from './loaded-catalogue.ts';
import { withVendorSheets } from './rfp.ts';

export interface EvaluateOptions {
  readonly answers: string;
  readonly catalogue?: string;
  readonly seed?: string;
  readonly samples?: string;
  readonly run?: readonly string[];
  readonly vendorAnswers?: readonly string[];
}

interface RecommendOptions extends EvaluateOptions {
  readonly json?: boolean;
  readonly lang?: string;
}

export const registerRecommend: RegisterCommand = (program, run) => {
  program
    .command('recommend')
    .requiredOption('--answers <FILE>', 'YAML: `question-id: answer`; `unknown` for "I don\'t know"')
    .option('--catalogue <DIR>', 'folder of profiles; without it, the catalogue that ships')
    .option('--run <OPTION=FILE...>', 'measured evidence: a run of `bench run --json` for an option')
    .option('--vendor-answers <FILE...>', 'answer sheets (XLSX) that vendors filled in')
    .option('--seed <N>', 'seed of the sampling (1)')
    .option('--samples <N>', `how many samples (${DEFAULT_SAMPLES}; ${THOROUGH_SAMPLES} for a thorough run)`)
    .option('--lang <ja|en>', 'language of the text')
    .option('--json', 'one JSON document on standard output')
    .description('rank the options for an organisation, with reasons')
    .action((options: RecommendOptions) =>
      run(async (context) => {
        const { recommendation } = await evaluated(context, options);
        const { terminal } = context;
        terminal.out(
          options.json === true ? jsonText(recommendation) : rankingText(recommendation, terminal.lang),
        );
        return EXIT.done;
      }, options.lang),
    );
};

export interface EvaluatedAnswers {
  readonly recommendation: Recommendation;
  readonly runs: readonly ProviderRun[];
}

/** The recommendation for an answers file; every problem of the file with its place. */
export async function evaluated(context: CliContext, options: EvaluateOptions): Promise<EvaluatedAnswers> {
  const { app, terminal } = context;
  const document = await app.files.read(options.answers);
  const catalogue = await loadedCatalogue(context, options.catalogue);
  const runs = await Promise.all((options.run ?? []).map((entry) => providerRun(context, entry)));
  const unknownOption = runs.find((run) => !catalogue.providers.some(({ id }) => id === run.providerId));
  if (unknownOption !== undefined) {
    throw new MailfitError('wrongUse', [`--run: no option “${unknownOption.providerId}” in the catalogue`]);
  }
  const request = {
    answers: document.data ?? {},
    runs,
    seed: wholeOption('--seed', options.seed, 1),
    samples: wholeOption('--samples', options.samples, DEFAULT_SAMPLES),
    today: app.clock.now().toISOString().slice(0, 10),
  };
  const basis = { reference: app.referenceData(), catalogue };
  const declared = await withVendorSheets(context, basis, { ...request, document }, options.vendorAnswers);
  const outcome = recommendFor(declared, request);
  return { recommendation: valueOrFail(outcome, document, terminal.lang), runs };
}

async function providerRun({ app }: CliContext, entry: string): Promise<ProviderRun> {
  const separator = entry.indexOf('=');
  if (separator < 1) throw new MailfitError('wrongUse', ['--run: write OPTION=FILE']);
  const path = entry.slice(separator + 1);
  const result = await readRunResult(app.files, path);
  return { runId: path, providerId: entry.slice(0, separator), startedAt: result.startedAt, result };
}

const MAX_SAMPLES = 1_000_000;

function wholeOption(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1 && value <= MAX_SAMPLES) return value;
  throw new MailfitError('wrongUse', [
    `${option}: “${text}” is not a whole number from 1 to ${MAX_SAMPLES}.`,
  ]);
}
