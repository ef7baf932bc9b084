// Runs the real `mailfit` command as another program would, and answers what it printed and how it ended.

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface CommandRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const MAIN = resolve(import.meta.dirname, '../../server/cli/main.ts');

export function runMailfit(args: readonly string[], options: RunOptions = {}): Promise<CommandRun> {
  return new Promise((resolveRun, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: options.cwd ?? process.cwd(),
      env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', MAILFIT_LOG_LEVEL: 'silent', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('error', reject);
    child.once('close', (status) => resolveRun({ stdout, stderr, status }));
  });
}
