// The list of commands. A new verb is one file in commands/ and one line here.

import { Command } from 'commander';
import { registerAudit } from './commands/audit.ts';
import { registerBackup, registerRestore } from './commands/backup.ts';
import { registerBench } from './commands/bench.ts';
import { registerCatalogue } from './commands/catalogue.ts';
import { registerCost } from './commands/cost.ts';
import { registerDemo } from './commands/demo.ts';
import { registerEvaluation } from './commands/evaluation.ts';
import { registerMcda } from './commands/mcda.ts';
import { registerQuestions } from './commands/questions.ts';
import { registerRecommend } from './commands/recommend.ts';
import { registerReport } from './commands/report.ts';
import { registerRfp } from './commands/rfp.ts';
import { registerServe } from './commands/serve.ts';
import { registerSink } from './commands/sink.ts';
import { registerSize } from './commands/size.ts';
import type { RegisterCommand, RunCommand } from './command.ts';

const COMMANDS: readonly RegisterCommand[] = [
  registerServe,
  registerDemo,
  registerCatalogue,
  registerQuestions,
  registerRecommend,
  registerReport,
  registerRfp,
  registerEvaluation,
  registerSize,
  registerCost,
  registerMcda,
  registerBench,
  registerSink,
  registerBackup,
  registerRestore,
  registerAudit,
];

export function buildProgram(run: RunCommand): Command {
  const program = new Command('mailfit')
    .description('Choose a mail server and prove the choice.')
    .showHelpAfterError('(add --help for usage)');
  for (const register of COMMANDS) register(program, run);
  overrideExits(program);
  return program;
}

function overrideExits(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) overrideExits(child);
}
