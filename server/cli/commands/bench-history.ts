// `mailfit bench history RUN…`: the runs of one candidate over time, and where a figure changed for good.

import type { Command } from 'commander';
import { historyOf } from '../../../benchmarks/index.ts';
import type { HistoryFigure, RunHistory } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT } from '../../errors.ts';
import type { RunCommand } from '../command.ts';
import { figureName } from '../comparison-text.ts';
import { OptionReader } from '../option-reader.ts';
import { readRunResult } from '../read-run-result.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';

interface HistoryOptions {
  readonly seed?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

export function registerBenchHistory(group: Command, run: RunCommand): void {
  group
    .command('history')
    .argument('<RUN...>', 'results of `bench run --json` of one candidate, in any order')
    .description('find where the figures of a candidate changed for good, beyond the noise between runs')
    .option('--seed <N>', 'seed of the permutation test (1)')
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the summary')
    .action((paths: readonly string[], options: HistoryOptions) =>
      run(async ({ app, terminal }) => {
        const reader = new OptionReader();
        const seed = reader.whole('--seed', options.seed, 0) ?? 1;
        reader.failOnProblems();
        const runs = await Promise.all(paths.map((path) => readRunResult(app.files, path)));
        const history = historyOf(runs, seed);
        terminal.out(options.json === true ? jsonText(history) : historyText(history, terminal.lang));
        return EXIT.done;
      }, options.lang),
    );
}

interface HistoryWords {
  readonly heading: readonly string[];
  readonly none: string;
  readonly change: (since: string, before: string, after: string) => string;
  readonly count: (runs: number, leftOut: number) => string;
  readonly tooShort: string;
  readonly severalTargets: string;
}

const WORDS: Readonly<Record<Lang, HistoryWords>> = {
  en: {
    heading: ['figure', 'over time', 'change'],
    none: 'none',
    change: (since, before, after) => `since ${since}: ${before} → ${after}`,
    count: (runs, leftOut) => `${runs} runs${leftOut === 0 ? '' : `, ${leftOut} left out as not valid`}`,
    tooShort: 'Too few runs to tell a change from noise: eight are needed.',
    severalTargets: 'The runs are of several targets; a change may be the target’s:',
  },
  ja: {
    heading: ['項目', '推移', '変化'],
    none: 'なし',
    change: (since, before, after) => `${since}以降: ${before} → ${after}`,
    count: (runs, leftOut) => `試験${runs}回${leftOut === 0 ? '' : `（有効でない${leftOut}回を除く）`}`,
    tooShort: '変化と誤差を見分けるには試験の回数が足りません。8回以上必要です。',
    severalTargets: '複数の対象の試験が混ざっています。変化は対象の違いによるものかもしれません:',
  },
};

function historyText(history: RunHistory, lang: Lang): string {
  const words = WORDS[lang];
  const rows = history.figures.map((figure) => [
    figureName(figure.figure, lang),
    sparkline(figure.values),
    changesText(figure, words),
  ]);
  return [
    words.count(history.startedAt.length, history.leftOut),
    ...(history.targets.length > 1 ? [words.severalTargets, history.targets.join(', ')] : []),
    '',
    tableText([words.heading, ...rows]),
    ...(history.isLongEnough ? [] : ['', words.tooShort]),
  ].join('\n');
}

function changesText({ changes }: HistoryFigure, words: HistoryWords): string {
  const parts = changes.map(({ since, before, after }) =>
    words.change(since.slice(0, 16).replace('T', ' '), before.toPrecision(4), after.toPrecision(4)),
  );
  return parts.length === 0 ? words.none : parts.join('; ');
}

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const MAX_BARS = 40;

function sparkline(values: readonly number[]): string {
  const shown = values.slice(-MAX_BARS);
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  return shown
    .map((value) => BARS[high === low ? 3 : Math.round(((value - low) / (high - low)) * (BARS.length - 1))])
    .join('');
}
