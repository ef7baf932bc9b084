// Small pieces of a run in words, shared by its page, the history and the option page.

import type { RunResult } from '../../../benchmarks/index.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { JsonObject, StoredRun } from '../../usecases/stores.ts';
import { formatNumber } from './format.ts';

const US_PER_MS = 1_000;

/** The stored result; what was stored is what the harness returned. */
export function resultOf(run: StoredRun): RunResult | null {
  return run.result === null ? null : (run.result as unknown as RunResult);
}

export function formatMs(valueUs: number, lang: Lang): string {
  const valueMs = valueUs / US_PER_MS;
  return `${formatNumber(valueMs, lang, valueMs < 10 ? 2 : 0)} ms`;
}

export function formatPerSec(ratePerSec: number, lang: Lang): string {
  return formatNumber(ratePerSec, lang, ratePerSec < 100 ? 1 : 0);
}

/** The load of a plan in one line. */
export function planText(plan: JsonObject): LocalizedText {
  const load = (plan['load'] ?? {}) as Readonly<Record<string, unknown>>;
  const mail = (plan['mail'] ?? {}) as Readonly<Record<string, unknown>>;
  const size = typeof mail['size'] === 'string' ? mail['size'] : '1KiB';
  if (load['model'] !== 'closed')
    return { en: `${String(load['model'])} load, ${size}`, ja: `${String(load['model'])}・${size}` };
  const sessions = Number(load['sessions']);
  const amount = amountText(load);
  const connection = connectionText(plan);
  return {
    en: `${sessions} sessions, ${amount.en}, ${size}${connection.en}`,
    ja: `${sessions}セッション・${amount.ja}・${size}${connection.ja}`,
  };
}

function amountText(load: Readonly<Record<string, unknown>>): LocalizedText {
  if (typeof load['messages'] === 'number') {
    return { en: `${load['messages']} messages`, ja: `${load['messages']}通` };
  }
  return { en: `${Number(load['durationSec'])} s`, ja: `${Number(load['durationSec'])}秒間` };
}

function connectionText(plan: JsonObject): LocalizedText {
  const session = (plan['session'] ?? {}) as Readonly<Record<string, unknown>>;
  const perConnection = session['messagesPerConnection'];
  const parts: LocalizedText[] = [];
  if (typeof perConnection === 'number') {
    parts.push({ en: `, ${perConnection} per connection`, ja: `・1接続${perConnection}通` });
  }
  if (session['pipelining'] === true) parts.push({ en: ', pipelined', ja: '・パイプライン' });
  return { en: parts.map((part) => part.en).join(''), ja: parts.map((part) => part.ja).join('') };
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
