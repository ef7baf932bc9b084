// `mailfit bench calibrate`: the generator's own ceiling on this machine, against the built-in null sink.

import type { Command } from 'commander';
import { calibrate } from '../../../benchmarks/index.ts';
import type { Calibration } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT } from '../../errors.ts';
import type { RunCommand } from '../command.ts';
import { OptionReader } from '../option-reader.ts';
import { abortOnSignals } from '../progress-view.ts';
import { tableText } from '../table.ts';
import { jsonText } from '../terminal.ts';

interface CalibrateOptions {
  readonly sink?: string;
  readonly duration?: string;
  readonly sessions?: string;
  readonly workers?: string;
  readonly size?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

export function registerBenchCalibrate(group: Command, run: RunCommand): void {
  group
    .command('calibrate')
    .option(
      '--sink <null|reference|scripted>',
      'against this sink: the null sink shows the generator’s ceiling (null)',
    )
    .option('--duration <SEC>', 'for each way of sending')
    .option('--sessions <N>', 'sessions at once')
    .option('--workers <N>', 'threads')
    .option('--size <BYTES|DISTRIBUTION>', 'sizes of the messages')
    .option('--json', 'one JSON document on standard output')
    .option('--lang <ja|en>', 'language of the summary')
    .description("measure the generator's own ceiling on this machine")
    .action((options: CalibrateOptions) =>
      run(async ({ app, terminal }) => {
        const stop = abortOnSignals();
        try {
          const answer = await calibrate(optionsOf(options), {
            onEvent: () => {},
            signal: stop.signal,
            mailfitVersion: app.version,
          });
          terminal.out(options.json === true ? jsonText(answer) : calibrationText(answer, terminal.lang));
          return EXIT.done;
        } finally {
          stop.release();
        }
      }, options.lang),
    );
}

function optionsOf(options: CalibrateOptions): Parameters<typeof calibrate>[0] {
  const reader = new OptionReader();
  const given = {
    ...reader.present(
      'sink',
      reader.choice('--sink', options.sink, ['null', 'reference', 'scripted'] as const),
    ),
    ...reader.present('durationSec', reader.number('--duration', options.duration, 0.5)),
    ...reader.present('sessions', reader.whole('--sessions', options.sessions, 1)),
    ...reader.present('workers', reader.whole('--workers', options.workers, 1)),
    ...reader.present('size', options.size),
  };
  reader.failOnProblems();
  return given;
}

const HEADINGS: Readonly<Record<Lang, readonly string[]>> = {
  en: ['mode', 'messages/s', 'CPU per message (µs)', 'p99 (ms)'],
  ja: ['方式', '通/秒', '1通あたりのCPU時間（マイクロ秒）', 'p99（ミリ秒）'],
};

function calibrationText(answer: Calibration, lang: Lang): string {
  const rows = answer.rows.map((row) => [
    row.mode,
    row.ratePerSec.toFixed(0),
    row.cpuUsPerMessage.toFixed(1),
    (row.finalDotP99Us / 1000).toFixed(2),
  ]);
  return tableText([HEADINGS[lang], ...rows]);
}
