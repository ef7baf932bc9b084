import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { Ajv } from 'ajv';
import type { RunPlan, RunResult } from '../../../benchmarks/index.ts';
import { runLoad } from '../../../benchmarks/index.ts';
import type { CompanyDemand } from '../../../benchmarks/load/company-plan.ts';
import {
  DEFAULT_COMPANY_PLAN,
  companyConnectionPlan,
  companyPlan,
} from '../../../benchmarks/load/company-plan.ts';
import { companyVerdict } from '../../../benchmarks/outputs/company-verdict.ts';
import { parseFault } from '../../../benchmarks/sink/fault-notation.ts';
import type { SinkOptions } from '../../../benchmarks/sink/sink-options.ts';
import { startSink } from '../../../benchmarks/sink/start-sink.ts';

/** Case M1 of the sizing model: 300 users in Japan, everything likely. */
const M1: CompanyDemand = { smtpInPeakPerSec: 2.503030303, 'smtpSlots_B0.1pct': 25, avgMsgKiB: 75 };
/** As busy as a test can afford to be. */
const BUSY: CompanyDemand = { smtpInPeakPerSec: 60, 'smtpSlots_B0.1pct': 20, avgMsgKiB: 4 };
const SHORT = { ...DEFAULT_COMPANY_PLAN, rampSec: 0.5, holdSec: 2 };

test('the plan of 300 users tests one and a half times their peak with messages of their mean size', () => {
  const plan = companyPlan(M1, { ...DEFAULT_COMPANY_PLAN, target: 'builtin' });

  assert.ok(plan.load.model === 'open');
  const held = plan.load.stages.at(-1);
  assert.equal(held?.durationSec, 900);
  assert.ok(Math.abs((held?.endRatePerSec ?? 0) - 3.7545) < 1e-3);
  assert.equal(plan.load.maxSessions, 38);
  assert.equal(plan.mail?.size, 'business:75KiB');
  assert.deepEqual(plan.thresholds, ['p95ResponseMs<=2000', 'errors<=0.1%']);
});

test('both plans are valid plans', () => {
  const schema = JSON.parse(readFileSync('benchmarks/schema/plan.schema.json', 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  for (const plan of [companyPlan, companyConnectionPlan]) {
    assert.ok(validate(plan(M1, { ...SHORT, target: 'builtin' })), JSON.stringify(validate.errors));
  }
});

async function runAgainst(
  plan: (target: string) => RunPlan,
  options: Partial<SinkOptions>,
): Promise<RunResult> {
  const sink = await startSink(options);
  try {
    const result = await runLoad(plan(`smtp://127.0.0.1:${sink.port}`), {
      onEvent: () => undefined,
      ledger: sink.ledger(),
    });
    assert.ok(!('refused' in result));
    return result;
  } finally {
    await sink.close();
  }
}

const busyPlan = (headroom: number) => (target: string) => companyPlan(BUSY, { ...SHORT, headroom, target });
const faultOf = (text: string): SinkOptions['faults'] => {
  const parsed = parseFault(text);
  assert.ok(parsed.ok);
  return [parsed.fault];
};

let good: RunResult;
before(async () => {
  const run = await runAgainst(busyPlan(1.5), {});
  // How busy the machine of the test is must not decide what the test says about the verdict.
  good = { ...run, verdict: 'valid', verdictReason: null };
});

test('a candidate that meets every criterion carries the peak, with the headroom that was tested', () => {
  const verdict = companyVerdict(good, BUSY);

  assert.equal(verdict.answer, 'carries', JSON.stringify(verdict));
  assert.equal(verdict.headroom, 1.5);
  assert.match(verdict.sentence.en, /peak of 60 messages per second.*at least 1.5 times/);
});

test('a candidate that fails at its peak does not carry it, and the reason is named', async () => {
  const slow = { kind: 'scripted', faults: faultOf('stall:finalDot:2500ms') } as const;
  const run = await runAgainst(busyPlan(1), slow);

  const verdict = companyVerdict({ ...run, verdict: 'valid', verdictReason: null }, BUSY);

  assert.equal(verdict.answer, 'doesNotCarry');
  assert.ok(verdict.reasons.some(({ en }) => en.startsWith('p95ResponseMs<=2000 was missed')));
});

test('failing above the peak does not prove that the peak itself fails', () => {
  const thresholds = [{ expression: 'errors<=0.1%', passed: false, actual: 0.2 }];

  const verdict = companyVerdict({ ...good, thresholds }, BUSY);

  assert.equal(verdict.answer, 'cannotTell');
  assert.ok(verdict.reasons.some(({ en }) => en.includes('1.5 times the peak')));
});

test('a run that says nothing about the candidate gives no answer but the reason', () => {
  const cases: readonly (readonly [Partial<RunResult>, RegExp])[] = [
    [{ verdict: 'generatorBound' }, /load generator was the limit/],
    [{ verdict: 'policyBound' }, /limit per client/],
    [{ verdict: 'aborted', verdictReason: 'stopped' }, /stopped before its end/],
    [{ plan: { seed: 1, load: { model: 'closed', sessions: 3 } } }, /no fixed rate/],
  ];
  for (const [change, reason] of cases) {
    const verdict = companyVerdict({ ...good, ...change }, BUSY);

    assert.equal(verdict.answer, 'cannotTell');
    assert.equal(verdict.headroom, null);
    assert.match(verdict.reasons[0]?.en ?? '', reason);
    assert.ok((verdict.reasons[0]?.ja ?? '').length > 5);
  }
});

test('a rate below the peak proves nothing', () => {
  const verdict = companyVerdict(good, { ...BUSY, smtpInPeakPerSec: 500 });

  assert.equal(verdict.answer, 'cannotTell');
  assert.match(verdict.reasons[0]?.en ?? '', /Only 90 messages per second/);
});

test('lost messages and refusals below the needed sessions are failures even when every threshold holds', () => {
  const error = {
    phase: 'banner',
    replyCode: 421,
    enhancedCode: '4.7.0',
    class: 'capacity',
    count: 1,
    sample: '',
    firstSeenSec: 0,
    lastSeenSec: 0,
  } as const;
  const atPeak = { ...BUSY, smtpInPeakPerSec: 90 };

  for (const change of [
    { ledger: { ...good.ledger, lost: 2 } },
    { errors: [error], connections: { ...good.connections, peak: 20 } },
  ]) {
    assert.equal(companyVerdict({ ...good, ...change }, atPeak).answer, 'doesNotCarry');
  }
});
