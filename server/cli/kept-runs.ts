// The finished runs of a series, each a file of its own from the moment it ended: whatever ends the series, no finished
// run is lost, and a second start goes on where the first one ended.

import { isDeepStrictEqual } from 'node:util';
import type { RunResult, Turn } from '../../benchmarks/index.ts';
import { MailfitError } from '../errors.ts';
import type { InputFiles } from '../usecases/ports.ts';
import { readRunResult } from './read-run-result.ts';
import { jsonText } from './terminal.ts';

export interface KeptRuns {
  /** The run of this turn, when it was kept before. */
  find(turn: Turn): Promise<RunResult | null>;
  keep(turn: Turn, result: RunResult): Promise<void>;
}

const NOTHING_KEPT: KeptRuns = { find: async () => null, keep: async () => {} };

export function keptRuns(files: InputFiles, folder: string | null): KeptRuns {
  if (folder === null) return NOTHING_KEPT;
  const pathOf = ({ round, side }: Turn): string =>
    `${folder}/${String(round + 1).padStart(3, '0')}-${side === 'first' ? 1 : 2}.json`;
  return {
    async find(turn) {
      const path = pathOf(turn);
      const isThere = await files.readText(path).then(
        () => true,
        () => false,
      );
      if (!isThere) return null;
      const result = await readRunResult(files, path);
      failUnlessSame(turn, result, path);
      return result;
    },
    async keep(turn, result) {
      await files.makeFolder(folder);
      await files.write(pathOf(turn), `${jsonText(result)}\n`);
    },
  };
}

// What a plan says must be in the result's plan, which holds the defaults as well.
function failUnlessSame({ plan }: Turn, result: RunResult, path: string): void {
  const isSame = result.target === plan.target && isWithin(plan.load, result.plan['load']);
  if (isSame && result.plan.seed === plan.seed && isWithin(plan.session ?? {}, result.plan['session']))
    return;
  throw new MailfitError('badInput', [`${path}: a run of another plan; name another folder after --keep.`]);
}

function isWithin(part: object, whole: unknown): boolean {
  if (typeof whole !== 'object' || whole === null) return false;
  const values = new Map(Object.entries(whole));
  return Object.entries(part).every(([name, value]) => isDeepStrictEqual(value, values.get(name)));
}
