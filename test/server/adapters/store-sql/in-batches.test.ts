import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inBatches } from '../../../../server/adapters/store-sql/in-batches.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('work in batches', () => {
  it('does together what arrives together, and answers everybody their own', async () => {
    const batches: number[] = [];
    const double = inBatches(async (jobs: readonly number[]) => {
      batches.push(jobs.length);
      await tick();
      return jobs.map((job) => 2 * job);
    });

    assert.deepEqual(await Promise.all([1, 2, 3].map(double)), [2, 4, 6]);
    assert.deepEqual(batches, [3]);
  });

  it('what arrives during a batch shares the next one', async () => {
    const batches: (readonly string[])[] = [];
    const run = inBatches(async (jobs: readonly string[]) => {
      batches.push(jobs);
      await tick();
      return jobs;
    });
    const first = run('a');
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, run('b'), run('c')]);

    assert.deepEqual(batches, [['a'], ['b', 'c']]);
  });

  it('a job that fails takes no other with it', async () => {
    const run = inBatches(async (jobs: readonly string[]) => {
      await tick();
      if (jobs.includes('bad')) throw new Error('refused');
      return jobs;
    });
    const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map(run));

    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(await run('later'), 'later');
  });
});
