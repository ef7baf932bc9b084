// The numpy peer as a process that stays up: one model, then one repetition per request.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface PeerAnswer {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly firstShares: readonly number[];
  readonly medians: readonly number[];
  readonly numpy: string;
}

export interface NumpyPeer {
  evaluate(seed: number): Promise<PeerAnswer>;
  stop(): void;
}

/** Debian's interpreter, for which python3-numpy is packaged. */
export const DEBIAN_PYTHON = '/usr/bin/python3';

/** @param python an interpreter with numpy; it computes on one thread */
export function startNumpyPeer(python: string, model: object): NumpyPeer {
  const child = spawn(python, [join(import.meta.dirname, 'decision_numpy.py')], {
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write(`${JSON.stringify(model)}\n`);
  return {
    async evaluate(seed) {
      child.stdin.write(`${JSON.stringify({ seed })}\n`);
      const { value, done } = await answers.next();
      if (done === true) throw new Error(`${python} ended; is numpy installed for it?`);
      return JSON.parse(value) as PeerAnswer;
    },
    stop: () => void child.stdin.end(),
  };
}
