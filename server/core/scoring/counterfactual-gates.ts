// What would bring an excluded option back: each requirement it fails, relaxed to what it offers.

import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import type { EvaluatedOption, GateResult } from './evaluate.ts';
import { failures } from './gate-effects.ts';
import { relaxedNeed } from './gates.ts';
import type { Counterfactual } from './recommendation-analysis.ts';
import { needText, needValue } from './requirement-words.ts';
import { factWords } from './show-fact.ts';
import { dropText, relaxText } from './texts.ts';

/** One entry per failing requirement; all of them are needed together. */
export function gateCounterfactuals(
  option: EvaluatedOption,
  vocabulary: FactVocabulary,
): readonly Counterfactual[] {
  return failures(option).map((result) => gateCounterfactual(result, vocabulary));
}

function gateCounterfactual({ gate, fact }: GateResult, vocabulary: FactVocabulary): Counterfactual {
  const words = factWords(gate.rule.fact, vocabulary);
  const relaxed = relaxedNeed(gate.need, fact.reading);
  const toText = relaxed === null ? null : needText(relaxed, words);
  return {
    kind: 'gate',
    change: gate.rule.id,
    from: scalar(needValue(gate.need)),
    to: relaxed === null ? null : scalar(needValue(relaxed)),
    unit: words.unit,
    text: toText === null ? dropText(gate.rule.label) : relaxText(gate.rule.label, toText),
  };
}

function scalar(value: ReturnType<typeof needValue>): number | string {
  return typeof value === 'object' ? value.join(', ') : value;
}
