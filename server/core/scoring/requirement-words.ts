// Requirements in words: what is required, what is there, what to ask.

import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { GateResult } from './evaluate.ts';
import { listed, withUnit } from './figures.ts';
import type { ActiveGate, GateNeed } from './gates.ts';
import { isOpenAtHomeOnly } from './limit-path.ts';
import { limitPathText } from './limit-path-words.ts';
import type { OptionFact } from './option-facts.ts';
import type { FailedRequirement, NeedValue, OpenRequirement } from './recommendation.ts';
import { factText, factWords, itemWords, showFact } from './show-fact.ts';
import type { FactWords } from './show-fact.ts';

export function needValue(need: GateNeed): Exclude<NeedValue, boolean> {
  switch (need.kind) {
    case 'atLeast':
    case 'atMost':
    case 'equals':
      return need.value;
    case 'level':
      return need.level;
    case 'includesAll':
    case 'includesAny':
      return need.items;
  }
}

export function needText(need: GateNeed, words: FactWords): LocalizedText {
  switch (need.kind) {
    case 'atLeast':
      return limitWords(need.value, words, { en: 'at least ', ja: '以上' });
    case 'atMost':
      return limitWords(need.value, words, { en: 'at most ', ja: '以下' });
    case 'level':
      return levelWords(need, words);
    case 'equals':
      return itemWords(need.value, words);
    case 'includesAll':
      return listed(need.items.map((item) => itemWords(item, words)));
    case 'includesAny': {
      const items = need.items.map((item) => itemWords(item, words));
      return {
        en: items.map((item) => item.en).join(' or '),
        ja: items.map((item) => item.ja).join('または'),
      };
    }
  }
}

function limitWords(value: number, words: FactWords, bound: LocalizedText): LocalizedText {
  const amount = withUnit(value, words.unit);
  return { en: `${bound.en}${amount.en}`, ja: `${amount.ja}${bound.ja}` };
}

function levelWords(need: Extract<GateNeed, { kind: 'level' }>, words: FactWords): LocalizedText {
  const level = itemWords(need.level, words);
  const isHighest = need.order.at(-1) === need.level;
  return isHighest ? level : { en: `${level.en} or better`, ja: `「${level.ja}」以上` };
}

export function failedRequirement(
  result: GateResult,
  vocabulary: FactVocabulary,
  today: string,
): FailedRequirement {
  const { gate, fact } = result;
  const words = factWords(gate.rule.fact, vocabulary);
  const requiredText = needText(gate.need, words);
  const actualText = actualWords(fact, vocabulary);
  const shown = showFact(fact, words, today);
  return {
    requirement: gate.rule.id,
    label: gate.rule.label,
    required: requiredText.en,
    actual: factText(fact.fact, words).en,
    requiredText,
    actualText,
    source: shown.source,
    evidence: shown.evidence,
    from: gate.from,
  };
}

/** What the option offers and, where several limits lie on one path, which of them binds. */
function actualWords({ id, fact, path }: OptionFact, vocabulary: FactVocabulary): LocalizedText {
  const offered = factText(fact, factWords(id, vocabulary));
  if (path === null) return offered;
  const { en, ja } = limitPathText(path, vocabulary);
  return { en: `${offered.en} (${en})`, ja: `${offered.ja}（${ja}）` };
}

const LOOK_AT_OWN_FILTER: LocalizedText = {
  en: 'Nothing to ask the vendor: look up how large a message your own filter lets through.',
  ja: '提供元への質問は不要です。自社の対策製品が通すメール1通の上限を確認してください。',
};

export function openRequirement({ gate, fact }: GateResult, vocabulary: FactVocabulary): OpenRequirement {
  const words = factWords(gate.rule.fact, vocabulary);
  return {
    requirement: gate.rule.id,
    label: gate.rule.label,
    requiredText: needText(gate.need, words),
    actualText: actualWords(fact, vocabulary),
    question: isOpenAtHomeOnly(fact.path) ? LOOK_AT_OWN_FILTER : gate.rule.ask,
  };
}

export function gateWords(gate: ActiveGate, vocabulary: FactVocabulary): LocalizedText {
  return needText(gate.need, factWords(gate.rule.fact, vocabulary));
}
