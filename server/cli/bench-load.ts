// Which load model the options of the command line describe.

import type { RunPlan } from '../../benchmarks/index.ts';
import type { BenchOptions } from './bench-options.ts';
import type { OptionReader } from './option-reader.ts';

type Load = RunPlan['load'];
type OpenLoad = Extract<Load, { model: 'open' }>;
type Stages = OpenLoad['stages'];

const DEFAULT_MESSAGES = 1_000;
const DEFAULT_SESSIONS = 10;

const LOAD_NAMES = [
  'messages',
  'duration',
  'sessions',
  'think',
  'rampUp',
  'rate',
  'stages',
  'messagesPerSession',
  'arrivals',
  'maxSessions',
  'maxStartDelay',
] as const satisfies readonly (keyof BenchOptions)[];

/** True when an option says something about the amount or the model of the load. */
export function namesLoad(options: BenchOptions): boolean {
  return LOAD_NAMES.some((name) => options[name] !== undefined);
}

export function loadFromOptions(options: BenchOptions, reader: OptionReader): Load {
  const stages = stagesOf(options, reader);
  return stages === null ? closedLoad(options, reader) : openLoad(options, stages, reader);
}

function closedLoad(options: BenchOptions, reader: OptionReader): Load {
  const durationSec = reader.number('--duration', options.duration, 0.1);
  const messages = reader.whole('--messages', options.messages, 1);
  refuse(reader, ONLY_OPEN, options, 'belongs to an open loop: also give --rate or --stages.');
  const amount = messages === undefined && durationSec === undefined ? DEFAULT_MESSAGES : messages;
  return {
    model: 'closed',
    sessions: reader.whole('--sessions', options.sessions, 1) ?? DEFAULT_SESSIONS,
    ...reader.present('messages', amount),
    ...reader.present('durationSec', durationSec),
    ...reader.present('thinkTimeMs', reader.number('--think', options.think, 0)),
    ...reader.present('rampUpSec', reader.number('--ramp-up', options.rampUp, 0)),
  };
}

const ONLY_OPEN = {
  '--messages-per-session': 'messagesPerSession',
  '--arrivals': 'arrivals',
  '--max-sessions': 'maxSessions',
  '--max-start-delay': 'maxStartDelay',
} as const;
const NAMED_BY_STAGES = { '--rate': 'rate', '--duration': 'duration', '--messages': 'messages' } as const;
const ONLY_CLOSED = { '--sessions': 'sessions', '--ramp-up': 'rampUp' } as const;

function refuse(
  reader: OptionReader,
  names: Readonly<Record<string, keyof BenchOptions>>,
  options: BenchOptions,
  reason: string,
): void {
  for (const [flag, name] of Object.entries(names)) {
    if (options[name] !== undefined) reader.problems.push(`${flag}: ${reason}`);
  }
}

function openLoad(options: BenchOptions, stages: Stages, reader: OptionReader): Load {
  refuse(reader, ONLY_CLOSED, options, 'belongs to a closed loop; with --rate use --max-sessions.');
  const meanMessagesPerSession = reader.number('--messages-per-session', options.messagesPerSession, 1);
  const common = {
    stages,
    ...reader.present(
      'arrivals',
      reader.choice('--arrivals', options.arrivals, ['even', 'poisson'] as const),
    ),
    ...reader.present('maxSessions', reader.whole('--max-sessions', options.maxSessions, 1)),
    ...reader.present('maxStartDelayMs', reader.number('--max-start-delay', options.maxStartDelay, 0)),
  };
  if (meanMessagesPerSession === undefined) {
    if (options.think !== undefined)
      reader.problems.push('--think: an open loop has sessions that think only with --messages-per-session.');
    return { model: 'open', ...common };
  }
  return {
    model: 'partlyOpen',
    meanMessagesPerSession,
    ...common,
    ...reader.present('thinkTimeMs', reader.number('--think', options.think, 0)),
  };
}

/** Null for a closed loop. */
function stagesOf(options: BenchOptions, reader: OptionReader): Stages | null {
  const ratePerSec = reader.number('--rate', options.rate, 0.001);
  if (options.stages !== undefined) {
    refuse(reader, NAMED_BY_STAGES, options, '--stages names rates and times already.');
    return parseStages(options.stages, reader);
  }
  if (ratePerSec === undefined) return null;
  const durationSec = reader.number('--duration', options.duration, 0.1);
  const messages = reader.whole('--messages', options.messages, 1);
  if (durationSec !== undefined && messages !== undefined)
    reader.problems.push('--messages: --rate and --duration say how many already.');
  return [
    {
      durationSec: durationSec ?? (messages ?? DEFAULT_MESSAGES) / ratePerSec,
      startRatePerSec: ratePerSec,
      endRatePerSec: ratePerSec,
    },
  ];
}

const STAGE = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?$/;

/** `30:0-100,300:100` */
function parseStages(text: string, reader: OptionReader): Stages {
  const stages = text.split(',').flatMap((part) => {
    const [, duration, from, to] = STAGE.exec(part.trim()) ?? [];
    if (duration === undefined || from === undefined) {
      reader.problems.push(`--stages: “${part}” is not SECONDS:RATE or SECONDS:FROM-TO.`);
      return [];
    }
    return [
      {
        durationSec: Number(duration),
        startRatePerSec: Number(from),
        endRatePerSec: Number(to ?? from),
      },
    ];
  });
  const [first = { durationSec: 0, startRatePerSec: 0, endRatePerSec: 0 }, ...others] = stages;
  return [first, ...others];
}
