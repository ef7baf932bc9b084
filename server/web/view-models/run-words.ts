// Small pieces of a run in words, shared by its page, the history and the option page.

import type { CapacityResult, RunResult } from '../../../benchmarks/index.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { formatNumber } from './format.ts';

const US_PER_MS = 1_000;

/** The stored result of a run; what was stored is what the harness returned. Null for a search for the capacity. */
export function resultOf(run: StoredRun): RunResult | null {
  return run.result === null || run.kind === 'capacity' ? null : (run.result as unknown as RunResult);
}

/** The stored result of a search for the capacity. */
export function capacityOf(run: StoredRun): CapacityResult | null {
  return run.result === null || run.kind !== 'capacity' ? null : (run.result as unknown as CapacityResult);
}

export function formatMs(valueUs: number, lang: Lang): string {
  const valueMs = valueUs / US_PER_MS;
  return `${formatNumber(valueMs, lang, valueMs < 10 ? 2 : 0)} ms`;
}

export function formatPerSec(ratePerSec: number, lang: Lang): string {
  return formatNumber(ratePerSec, lang, ratePerSec < 100 ? 1 : 0);
}

/** Why a run has no result, as the run board stored it. */
export function failureText(failure: string | null): LocalizedText | null {
  if (failure === null) return null;
  try {
    const text = JSON.parse(failure) as Partial<LocalizedText> | null;
    if (typeof text?.en === 'string' && typeof text.ja === 'string') return { en: text.en, ja: text.ja };
  } catch {
    // Not JSON: an older or foreign entry, shown as it is.
  }
  return { en: failure, ja: failure };
}
