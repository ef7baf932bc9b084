// The list of commands. A new verb is one file in commands/ and one line here.

import { Command } from 'commander';
import type { RegisterCommand, RunCommand } from './command.ts';

const COMMANDS: readonly RegisterCommand[] = [];

export function buildProgram(run: RunCommand): Command {
  const program = new Command('mailfit')
    .description('Choose a mail server and prove the choice.')
    .exitOverride()
    .showHelpAfterError('(add --help for usage)');
  for (const register of COMMANDS) register(program, run);
  for (const command of program.commands) command.exitOverride();
  return program;
}
