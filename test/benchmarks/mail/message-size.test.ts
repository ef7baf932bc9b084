import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BUSINESS_SIZES,
  businessSizesWithMean,
  drawSizeBytes,
  parseSizes,
} from '../../../benchmarks/mail/message-size.ts';
import { createRng } from '../../../benchmarks/stats/rng.ts';

function drawMany(distribution: Parameters<typeof drawSizeBytes>[0], count: number): number[] {
  const rng = createRng(11);
  return Array.from({ length: count }, () => drawSizeBytes(distribution, rng)).sort((a, b) => a - b);
}

test('the business mix has its median at 15 KiB and its 95th percentile at 400 KiB', () => {
  const drawn = drawMany(BUSINESS_SIZES, 40_000);

  const median = drawn[20_000] ?? 0;
  const p95 = drawn[38_000] ?? 0;
  assert.ok(Math.abs(median / 15_360 - 1) < 0.04, `median ${median}`);
  assert.ok(Math.abs(p95 / 409_600 - 1) < 0.06, `p95 ${p95}`);
});

test('the business mix can be moved to the mean that the sizing gives', () => {
  const wide = businessSizesWithMean(75 * 1024, Number.MAX_SAFE_INTEGER);

  const drawn = drawMany(wide, 400_000);

  // A log-normal with σ = 2 has a heavy tail: the mean of 400,000 draws still scatters by about 1 %.
  const mean = drawn.reduce((sum, size) => sum + size, 0) / drawn.length;
  assert.ok(Math.abs(mean / (75 * 1024) - 1) < 0.05, `mean ${mean}`);
});

test('no draw exceeds the largest size', () => {
  const drawn = drawMany({ kind: 'logNormal', medianBytes: 1000, p95Bytes: 9000, maxBytes: 5000 }, 2000);

  assert.equal(drawn.at(-1), 5000);
});

test('a mix takes its parts by their shares', () => {
  const parsed = parseSizes('80%:5KiB+20%:1MiB');
  assert.ok(parsed.ok);

  const small = drawMany(parsed.sizes, 5000).filter((size) => size === 5120).length;

  // Binomial(5000, 0.8): standard deviation 28.
  assert.ok(Math.abs(small - 4000) < 142, `${small}`);
});

test('sizes are read as a person writes them', () => {
  assert.deepEqual(parseSizes('1024'), { ok: true, sizes: { kind: 'fixed', sizeBytes: 1024 } });
  assert.deepEqual(parseSizes('1.5 KiB'), { ok: true, sizes: { kind: 'fixed', sizeBytes: 1536 } });
  assert.deepEqual(parseSizes('lognormal:15KiB,400KiB,10MiB'), {
    ok: true,
    sizes: { kind: 'logNormal', medianBytes: 15_360, p95Bytes: 409_600, maxBytes: 10_485_760 },
  });
  assert.deepEqual(parseSizes('business'), { ok: true, sizes: BUSINESS_SIZES });
});

test('a size that cannot be meant is refused with the reason', () => {
  for (const wrong of [
    '',
    '0',
    '-5',
    '10 apples',
    'lognormal:10',
    'lognormal:10,5',
    '50%:1K',
    '50%:1K+60%:2K',
    'x%:1',
  ]) {
    const parsed = parseSizes(wrong);
    assert.ok(!parsed.ok && parsed.problem.length > 10, wrong);
  }
});
