// What a run says, in words, before any figure: does it count, did it pass, does the server carry the organisation.

import { companyVerdict, verdictReasonText } from '../../../benchmarks/index.ts';
import type { RunResult } from '../../../benchmarks/index.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { RunCompany } from '../../usecases/stores.ts';
import { VERDICT_TEXTS } from '../texts/run-labels.ts';
import type { Tone } from './run-rows.ts';

export interface VerdictShown {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
  readonly reasons: readonly string[];
}

export function verdictShown(result: RunResult, company: RunCompany | null, lang: Lang): VerdictShown {
  if (company !== null && result.hold === undefined) return carryingVerdict(result, company, lang);
  const reason = reasonText(result, lang);
  return {
    ...titleOf(result, lang),
    text: VERDICT_TEXTS[result.verdict]?.text[lang] ?? '',
    reasons: reason === null ? [] : [reason],
  };
}

function titleOf(result: RunResult, lang: Lang): Pick<VerdictShown, 'tone' | 'title'> {
  const title = VERDICT_TEXTS[result.verdict]?.title[lang] ?? result.verdict;
  if (result.verdict !== 'valid') return { tone: 'caution', title };
  const missed = result.thresholds.filter(({ passed }) => !passed).length;
  if (missed > 0) return { tone: 'bad', title: missedText(missed, result.thresholds.length)[lang] };
  return { tone: 'good', title: result.thresholds.length === 0 ? title : PASS_TEXTS.passed[lang] };
}

function carryingVerdict(result: RunResult, company: RunCompany, lang: Lang): VerdictShown {
  const answer = companyVerdict(result, company.demand);
  const tone = ({ carries: 'good', doesNotCarry: 'bad', cannotTell: 'caution' } as const)[answer.answer];
  return {
    tone,
    title: CARRY_TEXTS[answer.answer][lang],
    text: answer.sentence[lang],
    reasons: answer.reasons.map((reason) => reason[lang]),
  };
}

export function reasonText({ verdictReason }: RunResult, lang: Lang): string | null {
  if (verdictReason === null) return null;
  return verdictReasonText(verdictReason, lang) ?? verdictReason;
}

const CARRY_TEXTS = {
  carries: { en: 'Carries this organisation', ja: 'この組織のピークを処理できます' },
  doesNotCarry: { en: 'Does not carry this organisation', ja: 'この組織のピークを処理しきれません' },
  cannotTell: { en: 'Cannot be told from this test', ja: 'この試験からは判断できません' },
} as const;

const PASS_TEXTS = { passed: { en: 'All criteria met', ja: 'すべての条件を達成' } } as const;

function missedText(missed: number, all: number): LocalizedText {
  return { en: `${missed} of ${all} criteria missed`, ja: `条件${all}件のうち${missed}件が未達` };
}
