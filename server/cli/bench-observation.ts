// What is watched while a load runs: where messages arrive, and what the generator itself can do.

import type { OptionTable } from './bench-options.ts';
import type { OptionReader } from './option-reader.ts';
import type { Observation } from './run-plan.ts';

export interface ObservationOptions {
  readonly maildir?: readonly string[];
  readonly arrivalsPort?: string;
  readonly arrivalsProtocol?: string;
  readonly journal?: string;
  readonly settle?: string;
  readonly lateAfter?: string;
  readonly calibrate?: string;
}

export const OBSERVATION_OPTIONS: OptionTable = [
  ['--maildir <DIR...>', 'behind a relay: look for every message in these Maildirs, one copy per recipient'],
  ['--arrivals-port <N>', 'behind a relay: start a sink on this port of 127.0.0.1 and count arrivals there'],
  ['--arrivals-protocol <smtp|lmtp>', 'what that sink speaks (smtp)'],
  ['--journal <FILE>', 'behind a relay: read the journal of a `mailfit sink --journal FILE`'],
  ['--settle <SEC>', 'how long arrivals are waited for after the last message (2)'],
  ['--late-after <SEC>', 'an arrival later than this after its acknowledgement counts as late (60)'],
  ['--calibrate <on|off>', 'measure the generator’s own ceiling first (on)'],
];

export function observationOf(options: ObservationOptions, reader: OptionReader): Observation {
  const settleSec = reader.number('--settle', options.settle, 0);
  const lateSec = reader.number('--late-after', options.lateAfter, 0);
  const protocols = ['smtp', 'lmtp'] as const;
  const places = [options.maildir, options.arrivalsPort, options.journal].filter(
    (place) => place !== undefined,
  );
  if (places.length > 1) {
    reader.problems.push('--maildir, --arrivals-port, --journal: arrivals are counted in one place only.');
  }
  return {
    arrivals: {
      ...reader.present('maildirs', options.maildir),
      ...reader.present('sinkPort', reader.whole('--arrivals-port', options.arrivalsPort, 1)),
      ...reader.present(
        'sinkProtocol',
        reader.choice('--arrivals-protocol', options.arrivalsProtocol, protocols),
      ),
      ...reader.present('journal', options.journal),
    },
    ...reader.present('settleMs', settleSec === undefined ? undefined : settleSec * 1000),
    ...reader.present('lateAfterMs', lateSec === undefined ? undefined : lateSec * 1000),
    ...reader.present('isCalibrated', reader.onOff('--calibrate', options.calibrate)),
  };
}
