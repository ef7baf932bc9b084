// The result of a search for the capacity: bounds first, then the certificate, then every trial.

import { trialReasonText, verdictReasonText } from '../../../benchmarks/index.ts';
import type { CapacityResult, CapacityTrial } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { CAPACITY_VERDICT_TEXTS } from '../texts/run-labels.ts';
import { CAPACITY_TEXTS } from '../texts/run-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatShare } from './format.ts';
import { formatMs, formatPerSec } from './run-words.ts';

export function capacityModel(result: CapacityResult, lang: Lang) {
  const words = CAPACITY_VERDICT_TEXTS[result.verdict];
  const { verdictReason, lowerRatePerSec, upperRatePerSec, generatorCeilingPerSec } = result;
  const isFound = result.verdict === 'found' || result.verdict === 'ceilingReached';
  return {
    t: inLanguage(CAPACITY_TEXTS, lang),
    verdict: {
      tone: isFound ? 'good' : 'caution',
      title: words.title[lang],
      text: words.text[lang],
      reasons: [verdictReasonText(verdictReason, lang) ?? verdictReason].filter((reason) => reason !== null),
    },
    lower: lowerRatePerSec === null ? '—' : formatPerSec(lowerRatePerSec, lang),
    upper: upperRatePerSec === null ? '—' : formatPerSec(upperRatePerSec, lang),
    isUpperConfirmed: result.isUpperConfirmed || upperRatePerSec === null,
    generatorCeiling:
      typeof generatorCeilingPerSec === 'number' ? formatPerSec(generatorCeilingPerSec, lang) : null,
    objective: result.objective,
    certificate: result.certificate.map(({ percent, trial }) => ({ percent, ...trialRow(trial, lang) })),
    trials: result.trials.map((trial) => trialRow(trial, lang)),
    notices: result.notices.map((notice) => notice.text[lang]),
  };
}

function trialRow(trial: CapacityTrial, lang: Lang) {
  return {
    rate: formatPerSec(trial.ratePerSec, lang),
    achieved: formatPerSec(trial.achievedRatePerSec, lang),
    length: CAPACITY_TEXTS[trial.length][lang],
    p99: formatMs(trial.finalDotP99Us, lang),
    errors: formatShare(trial.errorShare + trial.droppedShare, lang, 2),
    outcome: CAPACITY_TEXTS[trial.verdict][lang],
    tone: ({ pass: 'good', fail: 'bad', unfit: 'caution' } as const)[trial.verdict],
    reason: trial.verdict === 'pass' ? null : trialReasonText(trial.reason, lang),
  };
}
