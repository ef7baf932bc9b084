import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openStores } from '../../../server/adapters/store-sql/open-stores.ts';
import type { OpenStores } from '../../../server/adapters/store-sql/open-stores.ts';
import { createRecommendEvaluation } from '../../../server/usecases/recommend-evaluation.ts';
import { recommendFor } from '../../../server/usecases/recommend.ts';
import type { RecommendRequest } from '../../../server/usecases/recommend.ts';
import { shippedBasis } from '../../builders/web.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-recommend-'));
const basis = shippedBasis();
let stores: OpenStores;
let now = new Date('2026-11-23T12:00:00Z');
let computed: RecommendRequest[] = [];

before(async () => {
  stores = await openStores({ databaseUrl: null, dataDir, now: () => now });
});
after(async () => {
  await stores.close();
  rmSync(dataDir, { recursive: true });
});

function recommendation() {
  computed = [];
  return createRecommendEvaluation({
    compute: async (request) => {
      computed.push(request);
      const outcome = recommendFor(basis, { ...request, samples: 10 });
      if (!outcome.ok) throw new Error(outcome.problems[0]?.message.en);
      return outcome.value;
    },
    basis,
    runs: stores.runs,
    clock: { now: () => now },
  });
}

describe('the recommendation of an evaluation', () => {
  it('is computed once for the same answers, also when two ask at the same time', async () => {
    const recommend = recommendation();
    const [one, two] = await Promise.all([
      recommend({ employees: 30 }, 'full'),
      recommend({ employees: 30 }, 'full'),
    ]);

    assert.equal(one, two);
    assert.equal(computed.length, 1);
  });

  it('is another one after a changed answer, after other weights, and on another day', async () => {
    const recommend = recommendation();
    const first = await recommend({ employees: 30 }, 'full');
    const weighed = await recommend({ employees: 30 }, 'full', {
      weights: { method: 'swing', points: { mfa: 100 } },
    });
    const larger = await recommend({ employees: 31 }, 'full');
    now = new Date('2026-11-24T12:00:00Z');
    const later = await recommend({ employees: 30 }, 'full');

    assert.equal(new Set([first, weighed, larger, later]).size, 4);
    assert.equal(weighed.weights?.method, 'swing');
    assert.notEqual(larger.answersHash, first.answersHash);
    assert.equal(later.asOf, '2026-11-24');
  });

  it('counts a run of an option from the moment it has finished', async () => {
    const recommend = recommendation();
    const before = await recommend({ employees: 30 }, 'full');
    const run = await stores.runs.create({
      target: 'smtp://127.0.0.1:2525',
      providerId: 'postfix-dovecot',
      plan: {},
      startedAt: '2026-11-23T10:00:00.000Z',
    });
    const during = await recommend({ employees: 30 }, 'full');
    await stores.runs.finish(run.id, {
      status: 'finished',
      finishedAt: '2026-11-23T10:01:00.000Z',
      result: { verdict: 'aborted' },
      failure: null,
    });
    const afterwards = await recommend({ employees: 30 }, 'full');

    assert.equal(during, before);
    assert.notEqual(afterwards, before);
    assert.equal(computed.at(-1)?.runs[0]?.runId, run.id);
  });

  it('keeps previews and what-ifs apart from full ones', async () => {
    const recommend = recommendation();
    for (const precision of ['full', 'whatIf', 'preview'] as const) await recommend({}, precision);

    assert.deepEqual(
      computed.map(({ samples }) => samples),
      [10_000, 2_000, 100],
    );
  });
});
