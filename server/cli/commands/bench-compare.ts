// `mailfit bench compare RUN RUN…`: two sets of runs, as ratios with confidence intervals.

import type { Command } from 'commander';
import { compareRuns, splitByTarget } from '../../../benchmarks/index.ts';
import type { ComparedFigure, RunComparison, RunResult } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import type { CliContext, RunCommand } from '../command.ts';
import { readRunResult } from '../read-run-result.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';

interface CompareOptions {
  readonly with?: readonly string[];
  readonly json?: boolean;
  readonly lang?: string;
}

export function registerBenchCompare(group: Command, run: RunCommand): void {
  group
    .command('compare')
    .argument('<RUN...>', 'results of `bench run --json`; of two targets, three runs each')
    .option('--with <RUN...>', 'the second set, where both sets have one target (say, before and after)')
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the summary')
    .description('compare two sets of runs; "no significant difference" is an answer')
    .action((paths: readonly string[], options: CompareOptions) =>
      run(async (context) => {
        const comparison = compareRuns(...(await setsOf(context, paths, options)));
        const { terminal } = context;
        terminal.out(
          options.json === true ? jsonText(comparison) : comparisonText(comparison, terminal.lang),
        );
        return EXIT.done;
      }, options.lang),
    );
}

async function setsOf(
  context: CliContext,
  paths: readonly string[],
  options: CompareOptions,
): Promise<readonly [RunResult[], RunResult[]]> {
  const read = (path: string): Promise<RunResult> => readRunResult(context.app.files, path);
  const first = await Promise.all(paths.map(read));
  if (options.with !== undefined) return [first, await Promise.all(options.with.map(read))];
  const sets = splitByTarget(first);
  if (sets !== null) return sets;
  throw new MailfitError('wrongUse', ['the runs are not of two targets: name the second set after --with.']);
}

interface CompareWords {
  readonly heading: readonly string[];
  readonly difference: Readonly<Record<ComparedFigure['difference'], string>>;
  readonly settings: string;
  readonly leftOut: (count: number) => string;
}

const WORDS: Readonly<Record<Lang, CompareWords>> = {
  en: {
    heading: ['figure', 'ratio', '95 % interval', 'second against first'],
    difference: {
      higher: 'higher',
      lower: 'lower',
      noSignificantDifference: 'no significant difference',
      tooFewRuns: 'too few runs (three on each side)',
    },
    settings: 'The sets were not run alike, so a difference may not be the server’s:',
    leftOut: (count) => `${count} runs were left out because they are not valid.`,
  },
  ja: {
    heading: ['項目', '比', '95 %区間', '1組目に対する2組目'],
    difference: {
      higher: '高い',
      lower: '低い',
      noSignificantDifference: '有意な差なし',
      tooFewRuns: '試験回数が不足（各3回以上）',
    },
    settings: '2組の設定が異なるため、差がサーバーによるとは限りません:',
    leftOut: (count) => `有効でない試験${count}件を除きました。`,
  },
};

function comparisonText(comparison: RunComparison, lang: Lang): string {
  const words = WORDS[lang];
  const rows = comparison.figures.map((figure) => [
    figure.figure,
    figure.ratio.toFixed(3),
    `${figure.low.toFixed(3)}–${figure.high.toFixed(3)}`,
    words.difference[figure.difference],
  ]);
  return [
    `1: ${comparison.firstLabel}`,
    `2: ${comparison.secondLabel}`,
    '',
    tableText([words.heading, ...rows]),
    ...(comparison.differingSettings.length === 0
      ? []
      : ['', words.settings, comparison.differingSettings.join(', ')]),
    ...(comparison.leftOut.length === 0 ? [] : ['', words.leftOut(comparison.leftOut.length)]),
  ].join('\n');
}
