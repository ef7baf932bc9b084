// `mailfit demo`: the whole loop in the terminal, offline: sample answers → ranking → load test → new ranking → report.

import { join } from 'node:path';
import type { RunResult } from '../../../benchmarks/index.ts';
import { DEFAULT_SAMPLES } from '../../core/scoring/recommend.ts';
import type { ProviderRun } from '../../core/scoring/measured-evidence.ts';
import type { OptionResult, Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { buildReport } from '../../usecases/build-report.ts';
import type { ReportFormatId } from '../../usecases/build-report.ts';
import { recommendFor } from '../../usecases/recommend.ts';
import { reportRunsOf } from '../../usecases/report-runs.ts';
import type { CliContext, RegisterCommand } from '../command.ts';
import { valueOrFail } from '../input-problems.ts';
import { briefRankingText } from '../ranking-text.ts';
import { runSummary } from '../run-summary.ts';
import { loadedCatalogue } from './loaded-catalogue.ts';

const SAMPLE_ANSWERS = 'docs/examples/answers-university.yaml';
/** The option that the built-in server stands in for. */
const STAND_IN_FOR = 'stalwart';
const DEMO_MESSAGES = 5_000;
const DEMO_SESSIONS = 10;
const FORMATS: readonly ReportFormatId[] = ['html', 'csv', 'md', 'json'];

interface DemoOptions {
  readonly lang?: string;
  readonly out?: string;
}

interface DemoWords {
  readonly answers: string;
  readonly bench: (option: string) => string;
  readonly before: string;
  readonly after: string;
  readonly moved: (option: string, before: string, after: string) => string;
  readonly files: string;
}

const WORDS: Readonly<Record<Lang, DemoWords>> = {
  en: {
    answers: `1. Sample answers: a university (${SAMPLE_ANSWERS})`,
    bench: (option) =>
      `3. Load test of the built-in server, which stands in for an installation of ${option} in this demo`,
    before: '2. Ranking from the catalogue alone',
    after: '4. Ranking with the measured evidence',
    moved: (option, before, after) => `   ${option}: ${before} before, ${after} after the measurement`,
    files: '5. Report',
  },
  ja: {
    answers: `1. 回答例：大学（${SAMPLE_ANSWERS}）`,
    bench: (option) => `3. 内蔵サーバーの負荷試験（このデモでは${option}の導入環境に見立てます）`,
    before: '2. カタログだけによる順位',
    after: '4. 実測値を反映した順位',
    moved: (option, before, after) => `   ${option}：測定前 ${before} → 測定後 ${after}`,
    files: '5. 報告書',
  },
};

export const registerDemo: RegisterCommand = (program, run) => {
  program
    .command('demo')
    .option('--lang <ja|en>', 'language')
    .option('--out <DIR>', 'folder for the report files')
    .description('a whole evaluation in the terminal, offline, in under a minute')
    .action((options: DemoOptions) =>
      run(async (context) => {
        await demonstrate(context, options);
        return EXIT.done;
      }, options.lang),
    );
};

async function demonstrate(context: CliContext, options: DemoOptions): Promise<void> {
  const { terminal } = context;
  const { lang } = terminal;
  const words = WORDS[lang];
  const rank = await ranker(context);
  const before = rank([]);
  terminal.out(`${words.answers}\n\n${words.before}\n${briefRankingText(before, lang)}\n`);
  const name = optionOf(before).name[lang];
  terminal.out(words.bench(name));
  const measured = await measure(context);
  terminal.out(`${runSummary(measured, lang)}\n`);
  const runs: readonly ProviderRun[] = [
    { runId: 'demo', providerId: STAND_IN_FOR, startedAt: measured.startedAt, result: measured },
  ];
  const after = rank(runs);
  terminal.out(`${words.after}\n${words.moved(name, standing(before), standing(after))}\n\n${words.files}`);
  for (const path of await writeReports(context, options, { recommendation: after, runs })) {
    terminal.out(`   ${path}`);
  }
}

async function ranker(context: CliContext): Promise<(runs: readonly ProviderRun[]) => Recommendation> {
  const { app, terminal } = context;
  const document = await app.shippedFiles.read(SAMPLE_ANSWERS);
  const basis = { reference: app.referenceData(), catalogue: await loadedCatalogue(context) };
  const today = app.clock.now().toISOString().slice(0, 10);
  return (runs) => {
    const request = { answers: document.data, runs, seed: 1, samples: DEFAULT_SAMPLES, today };
    return valueOrFail(recommendFor(basis, request), document, terminal.lang);
  };
}

async function measure({ app, terminal }: CliContext): Promise<RunResult> {
  const load = { model: 'closed', sessions: DEMO_SESSIONS, messages: DEMO_MESSAGES };
  const outcome = await app.loadRunner.run(
    { target: 'builtin', load },
    { onEvent: () => {}, signal: new AbortController().signal },
  );
  if (outcome.kind === 'finished') return outcome.result as unknown as RunResult;
  throw new MailfitError('targetUnreachable', [outcome.reason[terminal.lang]]);
}

function optionOf(recommendation: Recommendation): OptionResult {
  const option = recommendation.options.find(({ id }) => id === STAND_IN_FOR);
  if (option === undefined) throw new MailfitError('notFound', [STAND_IN_FOR]);
  return option;
}

function standing(recommendation: Recommendation): string {
  const { rank, score, scoreRange } = optionOf(recommendation);
  const [low, high] = scoreRange.map((end) => (end * 100).toFixed(1));
  return `#${rank ?? '-'} ${(score * 100).toFixed(1)} (${low}–${high})`;
}

async function writeReports(
  context: CliContext,
  options: DemoOptions,
  content: { readonly recommendation: Recommendation; readonly runs: readonly ProviderRun[] },
): Promise<readonly string[]> {
  const { app, terminal } = context;
  const folder = options.out ?? join(app.dataDir, 'demo');
  await app.files.makeFolder(folder);
  const input = {
    recommendation: content.recommendation,
    runs: reportRunsOf(content.runs),
    productVersion: app.version,
  };
  const paths: string[] = [];
  for (const format of FORMATS) {
    const file = await buildReport(input, format, terminal.lang);
    const path = join(folder, file.fileName);
    await app.files.write(path, file.bytes);
    paths.push(path);
  }
  return paths;
}
