// Does this candidate carry this organisation at its peak, and with what headroom? A measurement that cannot say so
// is answered with "cannot tell" and the reason, never with a guess.

import type { CompanyDemand } from '../load/company-plan.ts';
import type { RunResult } from '../schema/run.generated.ts';
import { isAnswerOfTarget } from './verdict-reasons.ts';

export interface VerdictText {
  readonly en: string;
  readonly ja: string;
}

export interface CompanyVerdict {
  readonly answer: 'carries' | 'doesNotCarry' | 'cannotTell';
  readonly peakPerSec: number;
  readonly testedPerSec: number | null;
  /** What the candidate was shown to carry ÷ the peak: a lower bound. Null unless it carries. */
  readonly headroom: number | null;
  /** One sentence with the answer. */
  readonly sentence: VerdictText;
  readonly reasons: readonly VerdictText[];
}

/** A planned rate counts as reached when so much of it was accepted: arrivals are random. */
const REACHED_SHARE = 0.95;

/** Judges a run made from `companyPlan`. */
export function companyVerdict(result: RunResult, demand: CompanyDemand): CompanyVerdict {
  const peakPerSec = demand.smtpInPeakPerSec;
  const testedPerSec = holdRatePerSec(result);
  const doubts = doubtsOf(result, testedPerSec, peakPerSec);
  const failures = failuresOf(result, demand);
  if (testedPerSec === null || (doubts.length > 0 && failures.length === 0)) {
    return verdict({ answer: 'cannotTell', peakPerSec, testedPerSec, headroom: null }, doubts);
  }
  if (failures.length > 0) {
    const isAbovePeak = testedPerSec > peakPerSec * (2 - REACHED_SHARE);
    const answer = doubts.length > 0 || isAbovePeak ? 'cannotTell' : 'doesNotCarry';
    const reasons = [
      ...failures,
      ...doubts,
      ...(isAbovePeak ? [failedAbovePeak(testedPerSec, peakPerSec)] : []),
    ];
    return verdict({ answer, peakPerSec, testedPerSec, headroom: null }, reasons);
  }
  return verdict({ answer: 'carries', peakPerSec, testedPerSec, headroom: testedPerSec / peakPerSec }, []);
}

/** The rate of the plan's last stage: what was held. */
function holdRatePerSec(result: RunResult): number | null {
  const load: unknown = result.plan['load'];
  if (typeof load !== 'object' || load === null || !('stages' in load) || !Array.isArray(load.stages))
    return null;
  const last: unknown = load.stages.at(-1);
  if (typeof last !== 'object' || last === null || !('endRatePerSec' in last)) return null;
  return typeof last.endRatePerSec === 'number' ? last.endRatePerSec : null;
}

function doubtsOf(result: RunResult, testedPerSec: number | null, peakPerSec: number): VerdictText[] {
  const doubts: VerdictText[] = [];
  if (result.verdict === 'generatorBound') doubts.push(GENERATOR_BOUND);
  if (result.verdict === 'policyBound') doubts.push(POLICY_BOUND);
  if (result.verdict === 'aborted' && !isAnswerOfTarget(result.verdictReason)) doubts.push(STOPPED);
  if (testedPerSec === null) doubts.push(NO_RATE);
  else if (testedPerSec < peakPerSec) doubts.push(belowPeak(testedPerSec, peakPerSec));
  return doubts;
}

function failuresOf(result: RunResult, demand: CompanyDemand): VerdictText[] {
  const missed = result.thresholds.filter(({ passed }) => !passed);
  const slots = demand['smtpSlots_B0.1pct'];
  const refusals = result.errors.filter(({ replyCode }) => replyCode === 421);
  return [
    ...(result.verdictReason === 'rejectionStorm' ? [REJECTION_STORM] : []),
    ...missed.map(({ expression, actual }) => missedCriterion(expression, actual)),
    // Beyond that many sessions a 421 is the server's right.
    ...(refusals.length > 0 && result.connections.peak <= slots ? [refusedBelow(slots)] : []),
    ...(result.ledger.checked && result.ledger.lost > 0 ? [lost(result.ledger.lost)] : []),
  ];
}

function verdict(
  facts: Omit<CompanyVerdict, 'sentence' | 'reasons'>,
  reasons: readonly VerdictText[],
): CompanyVerdict {
  return { ...facts, sentence: sentenceOf(facts), reasons };
}

function sentenceOf({
  answer,
  peakPerSec,
  headroom,
}: Omit<CompanyVerdict, 'sentence' | 'reasons'>): VerdictText {
  const peak = figure(peakPerSec);
  switch (answer) {
    case 'carries':
      return {
        en: `Carries this organisation at its peak of ${peak} messages per second, with a headroom of at least ${figure(headroom ?? 0)} times.`,
        ja: `この組織のピーク（毎秒${peak}通）を処理できます。少なくともピークの${figure(headroom ?? 0)}倍まで余裕があります。`,
      };
    case 'doesNotCarry':
      return {
        en: `Does not carry this organisation at its peak of ${peak} messages per second.`,
        ja: `この組織のピーク（毎秒${peak}通）を処理しきれません。`,
      };
    case 'cannotTell':
      return {
        en: `Whether it carries this organisation at its peak of ${peak} messages per second cannot be told from this run.`,
        ja: `この組織のピーク（毎秒${peak}通）を処理できるかどうかは、この試験からは判断できません。`,
      };
  }
}

const GENERATOR_BOUND: VerdictText = {
  en: 'The load generator was the limit, not the candidate. Use a faster machine or more threads.',
  ja: '候補ではなく、負荷をかける側が限界でした。より速いマシンを使うか、スレッドを増やしてください。',
};
const POLICY_BOUND: VerdictText = {
  en: 'A limit per client was met. In operation many clients share the load; exempt the address of the test from that limit.',
  ja: 'クライアント単位の制限に当たりました。実際の運用では多数のクライアントに分散されるため、試験元のアドレスをこの制限から除外してください。',
};
const STOPPED: VerdictText = {
  en: 'The run was stopped before its end.',
  ja: '試験が終了前に中止されました。',
};
const NO_RATE: VerdictText = {
  en: 'The run had no fixed rate, so it does not show what happens at the peak.',
  ja: '送信速度を固定しない試験だったため、ピーク時の様子は分かりません。',
};
const REJECTION_STORM: VerdictText = {
  en: 'Most messages were refused, and the run stopped itself.',
  ja: '大半のメールが拒否されたため、試験を自動で中止しました。',
};

function belowPeak(testedPerSec: number, peakPerSec: number): VerdictText {
  return {
    en: `Only ${figure(testedPerSec)} messages per second were tested, less than the peak of ${figure(peakPerSec)}.`,
    ja: `試験したのは毎秒${figure(testedPerSec)}通までで、ピークの毎秒${figure(peakPerSec)}通に届いていません。`,
  };
}

function failedAbovePeak(testedPerSec: number, peakPerSec: number): VerdictText {
  return {
    en: `It failed at ${figure(testedPerSec / peakPerSec)} times the peak. Test again at the peak itself to see whether it carries it with less headroom.`,
    ja: `ピークの${figure(testedPerSec / peakPerSec)}倍では不合格でした。余裕が少なくてもピーク自体を処理できるかどうかは、ピークの速度で改めて試験してください。`,
  };
}

function missedCriterion(expression: string, actual: number | null): VerdictText {
  return {
    en: `${expression} was missed (${actual === null ? 'not measured' : figure(actual)}).`,
    ja: `条件「${expression}」を満たしませんでした（${actual === null ? '測定なし' : `実測 ${figure(actual)}`}）。`,
  };
}

function refusedBelow(slots: number): VerdictText {
  return {
    en: `Connections were refused although no more than the ${slots} needed were open.`,
    ja: `必要な${slots}本以内の接続でも拒否されました。`,
  };
}

function lost(count: number): VerdictText {
  return {
    en: `${count} accepted messages did not arrive.`,
    ja: `受理された${count}通が届きませんでした。`,
  };
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}
