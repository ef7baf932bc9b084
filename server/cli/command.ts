// One command of the command line: how it is declared to commander and what it may use.

import type { Command } from 'commander';
import type { Application } from '../compose.ts';
import type { ExitStatus } from '../errors.ts';
import type { Terminal } from './terminal.ts';

export interface CliContext {
  readonly terminal: Terminal;
  readonly app: Application;
}

/** Runs with the context once the arguments are known and answers the exit status. */
export type CommandAction = (context: CliContext) => Promise<ExitStatus>;

/** Gives a command's action to the program, which builds the context and turns failures into exit statuses. */
export type RunCommand = (action: CommandAction, lang?: string) => Promise<void>;

/** Adds one command (or a group) to the program. One file per verb in commands/. */
export type RegisterCommand = (program: Command, run: RunCommand) => void;
