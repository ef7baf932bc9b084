// `mailfit bench …`: the load harness. One file per verb.

import type { RegisterCommand } from '../command.ts';
import { registerBenchCalibrate } from './bench-calibrate.ts';
import { registerBenchCapacity } from './bench-capacity.ts';
import { registerBenchCompare } from './bench-compare.ts';
import { registerBenchCompany } from './bench-company.ts';
import { registerBenchConnections } from './bench-connections.ts';
import { registerBenchHistory } from './bench-history.ts';
import { registerBenchRun } from './bench-run.ts';

export const registerBench: RegisterCommand = (program, run) => {
  const group = program.command('bench').description('load-test SMTP servers that you control');
  registerBenchRun(group, run);
  registerBenchConnections(group, run);
  registerBenchCapacity(group, run);
  registerBenchCompany(group, run);
  registerBenchCompare(group, run);
  registerBenchHistory(group, run);
  registerBenchCalibrate(group, run);
};
