// A search for the capacity on a terminal.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CapacityResult, CapacityTrial } from '../../../benchmarks/index.ts';
import { capacityText, trialLine } from '../../../server/cli/capacity-text.ts';
import { displayWidth } from '../../../server/cli/table.ts';

const TRIAL: CapacityTrial = {
  ratePerSec: 160,
  length: 'short',
  verdict: 'fail',
  reason: 'backlog grows',
  achievedRatePerSec: 97.5,
  finalDotP99Us: 31_800,
  responseP99Us: 1_840_000,
  errorShare: 0,
  droppedShare: 0.02,
  isBacklogGrowing: true,
};

const BOUND: CapacityResult = {
  schema: 'mailfit.capacity/1',
  target: 'smtp://127.0.0.1:25',
  objective: ['p99ResponseMs<=500'],
  seed: 1,
  startedAt: '2026-01-01T00:00:00.000Z',
  verdict: 'policyBound',
  verdictReason: 'greetPause',
  lowerRatePerSec: null,
  upperRatePerSec: null,
  isUpperConfirmed: false,
  trials: [TRIAL],
  certificate: [],
  scalability: null,
  notices: [],
};

describe('a search for the capacity on a terminal', () => {
  it('says of a trial what was missed, in words of the reader, beside the times that decide', () => {
    assert.equal(
      trialLine(TRIAL, 'en'),
      '160.0/s, short: not held  p99 31.8 ms, response 1840.0 ms  the backlog grows',
    );
    assert.equal(
      trialLine(TRIAL, 'ja'),
      '毎秒160.0通（短時間）: 未達  p99 31.8ミリ秒、応答時間 1840.0ミリ秒  滞留が増え続けました',
    );
  });

  it('prints neither a rate nor bounds where a policy binds, but which policy', () => {
    const text = capacityText(BOUND, 'en');

    assert.match(text, /^No capacity: a configured limit[^\n]*\nThe server makes every new connection wait/);
    assert.doesNotMatch(text, /\d/);
  });

  it('keeps its table within 80 columns in both languages', () => {
    const certificate = [80, 100, 120].map((percent) => ({
      percent,
      trial: { ...TRIAL, ratePerSec: 12_345.6 },
    }));
    const found: CapacityResult = {
      ...BOUND,
      verdict: 'found',
      verdictReason: null,
      lowerRatePerSec: 12_345.6,
      upperRatePerSec: 13_000,
      certificate,
      scalabilityEnd: { sessions: 16, reason: 'generatorBusy' },
    };

    for (const lang of ['en', 'ja'] as const) {
      const lines = capacityText(found, lang).split('\n');
      assert.deepEqual(
        lines.filter((line) => displayWidth(line) > 80),
        [],
      );
    }
  });
});
