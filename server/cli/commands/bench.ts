// `mailfit bench …`: the load harness. One file per verb.

import type { RegisterCommand } from '../command.ts';
import { registerBenchRun } from './bench-run.ts';

export const registerBench: RegisterCommand = (program, run) => {
  const group = program.command('bench').description('load-test SMTP servers that you control');
  registerBenchRun(group, run);
};
