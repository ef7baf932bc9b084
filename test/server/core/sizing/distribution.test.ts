import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  nearestRank,
  sampleSizing,
  spreadsOf,
  uncertainInputs,
} from '../../../../server/core/sizing/distribution.ts';
import {
  narrowingQuestions,
  STORE_QUESTION,
  varianceShare,
} from '../../../../server/core/sizing/narrowing.ts';
import type { SizingInputs } from '../../../../server/core/sizing/sizing-inputs.ts';
import type { SizingRequest } from '../../../../server/core/sizing/sizing-request.ts';
import { sizingCase, sizingDefaults } from '../../../builders/known-answers.ts';

const defaults = sizingDefaults();
/** Every input stated, so that only what a test opens again is uncertain. */
const stated = sizingCase('M1-300-jp-likely').inputs as Partial<SizingInputs>;
const CLIENT_FIGURES = defaults.clients.flatMap(({ name, share, conns }) => [
  ...(share.low === share.high ? [] : [`clients.${name}.share`]),
  ...(conns.low === conns.high ? [] : [`clients.${name}.conns`]),
]);

function openInputs(likely: Partial<SizingInputs>, ranges: SizingRequest['ranges'] = {}): readonly string[] {
  return uncertainInputs({ likely, ranges }, defaults).map(({ id }) => id);
}

function without(...keys: readonly (keyof SizingInputs)[]): Partial<SizingInputs> {
  return Object.fromEntries(Object.entries(stated).filter(([key]) => !keys.some((left) => left === key)));
}

test('what is stated is certain, and what is left out varies if its default does', () => {
  assert.deepEqual(openInputs(stated), []);
  assert.deepEqual(openInputs(without('avgMsgKiB')), ['avgMsgKiB']);
  assert.deepEqual(openInputs(without('clients')), CLIENT_FIGURES);
  assert.ok(CLIENT_FIGURES.length > 0 && CLIENT_FIGURES.length < 2 * defaults.clients.length);
  assert.deepEqual(openInputs({ ...stated, clients: [] }), []);
});

test('a range without room is certain, also where the default would vary', () => {
  const range = (low: number, high: number) => ({ avgMsgKiB: { low, likely: low, high } });

  assert.deepEqual(openInputs(without('avgMsgKiB'), range(60, 60)), []);
  assert.deepEqual(openInputs(without('avgMsgKiB'), range(60, 61)), ['avgMsgKiB']);
});

test('only share and size of attachments together make the mean message certain', () => {
  const base = without('avgMsgKiB');

  assert.deepEqual(openInputs({ ...base, attachmentShare: 0.2, attachmentKiB: 300 }), []);
  assert.deepEqual(openInputs({ ...base, attachmentShare: 0.2 }), ['avgMsgKiB']);
  assert.deepEqual(openInputs({ ...base, attachmentKiB: 300 }), ['avgMsgKiB']);
  const others = without('avgMsgKiB', 'recvPerUserDay');
  assert.deepEqual(openInputs({ ...others, attachmentShare: 0.2, attachmentKiB: 300 }), ['recvPerUserDay']);
});

test('what can only be whole is drawn whole, everything else is not', () => {
  const drawn = (range: SizingRequest['ranges']): number => {
    const sample = sampleSizing({ likely: stated, ranges: range }, defaults, { samples: 500, seed: 3 });
    return new Set(sample.outputs.provisionedGiB).size;
  };

  assert.equal(drawn({ copies: { low: 1, likely: 2, high: 3 } }), 3);
  assert.equal(drawn({ avgMsgKiB: { low: 50, likely: 75, high: 100 } }), 500);
});

test('a mail program is drawn by its own share and its own connections', () => {
  const sample = sampleSizing({ likely: without('clients'), ranges: {} }, defaults, {
    samples: 500,
    seed: 3,
  });
  const open = new Set(sample.outputs.imapConcurrent);
  const fixed = sampleSizing({ likely: stated, ranges: {} }, defaults, { samples: 500, seed: 3 });

  assert.deepEqual(
    sample.uncertain.map(({ id }) => id),
    CLIENT_FIGURES,
  );
  assert.ok(open.size > 400, `${open.size}`);
  assert.equal(new Set(fixed.outputs.imapConcurrent).size, 1);
});

test('nearest rank: of ten figures P10 is the first, P50 the fifth, P90 the ninth; of one it is that one', () => {
  const ten = Float64Array.from({ length: 10 }, (_, index) => index + 1);

  assert.deepEqual(
    [0.1, 0.5, 0.9, 0.91, 0].map((share) => nearestRank(ten, share)),
    [1, 5, 9, 10, 1],
  );
  assert.equal(nearestRank(Float64Array.of(7), 0.1), 7);
});

test('a figure that has no value in some samples has no spread, and the others keep theirs', () => {
  const sample = { samples: 2, seed: 1, uncertain: [], quantiles: [] };
  const spreads = spreadsOf({
    ...sample,
    outputs: { iops: Float64Array.of(1, Number.NaN), cores: Float64Array.of(4, 2) },
  });

  assert.deepEqual(spreads, { cores: { p10: 2, p50: 2, p90: 4 } });
});

// 39 values: chance alone explains (20 classes − 1) ÷ 38 = one half, which is taken off.
test('the share of variance that an input explains, by hand', () => {
  const half = (low: number, high: number) =>
    Float64Array.from({ length: 39 }, (_, at) => (at < 20 ? low : high));
  const fewer = half(0, 1).subarray(0, 3);

  assert.ok(Math.abs(varianceShare(half(5, 9), half(0, 1)) - 0.5) < 1e-12);
  assert.ok(Math.abs(varianceShare(half(5, 9), half(0.949, 0.951)) - 0.5) < 1e-12);
  assert.equal(varianceShare(half(5, 9), half(0.951, 0.999)), 0);
  assert.equal(varianceShare(half(5, 5), half(0, 1)), 0);
  assert.equal(varianceShare(Float64Array.of(1, 2, 3), fewer), 0);
  assert.equal(varianceShare(new Float64Array(), new Float64Array()), 0);
  assert.equal(varianceShare(Float64Array.of(4), Float64Array.of(0.5)), 0);
});

test('half of the variance between two classes, half within them: known to three figures with 20,000 values', () => {
  const count = 20_000;
  const quantiles = Float64Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 0.1 : 0.9));
  // Between: ±1; within: ±1, half of each. Share = 1 ÷ (1 + 1) − 19 ÷ 19,999.
  const values = quantiles.map((quantile, at) => (quantile < 0.5 ? -1 : 1) + (at % 4 < 2 ? -1 : 1));

  assert.ok(Math.abs(varianceShare(values, quantiles) - (0.5 - 19 / 19_999)) < 1e-12);
});

test('a store is asked for where something open fills the disk, and only for the disk', () => {
  const questions = (open: Partial<SizingInputs>) =>
    narrowingQuestions(sampleSizing({ likely: open, ranges: {} }, defaults, { samples: 4000, seed: 1 }));
  const ofMail = questions(without('avgMsgKiB'));
  const store = ofMail.find(({ ask }) => ask === STORE_QUESTION);
  const mean = ofMail.find(({ ask }) => ask === 'avgMsgKiB');

  assert.equal(store?.most.output, 'provisionedGiB');
  assert.ok(store.most.share > 0.95 && store.most.share <= 1);
  assert.equal(store.narrows, store.most.share / 8);
  assert.ok(mean !== undefined && mean.narrows > store.narrows);
  assert.deepEqual(
    questions(without('smtpSessionSec')).map(({ ask }) => ask),
    ['smtpSessionSec'],
  );
});

test('what the store replaces is added up, and never more than the whole', () => {
  const likely = without('avgMsgKiB', 'recvPerUserDay', 'sentPerUserDay', 'iopsFactor');
  const sample = sampleSizing({ likely, ranges: {} }, defaults, { samples: 8000, seed: 1 });
  const store = narrowingQuestions(sample).find(({ ask }) => ask === STORE_QUESTION);
  const logs = (sample.outputs.provisionedGiB ?? new Float64Array()).map(Math.log);
  const shares = sample.quantiles.map((quantiles) => varianceShare(logs, quantiles));
  const iopsAt = sample.uncertain.findIndex(({ id }) => id === 'iopsFactor');
  const sum = shares.reduce((total, share, at) => (at === iopsAt ? total : total + share), 0);

  assert.ok(shares.filter((share) => share > 0.01).length >= 2, shares.join());
  assert.ok(Math.abs((store?.most.share ?? 0) - Math.min(1, sum)) < 1e-12);
});
