// What each requirement costs in choice: how many options it excludes, alone and together, and what relaxing it buys.

import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { EvaluatedOption, Evaluation, GateResult } from './evaluate.ts';
import { listed } from './figures.ts';
import { compareText } from './option-facts.ts';
import type { ActiveGate } from './gates.ts';
import { relaxedNeed } from './gates.ts';
import type { GateEffect, Relaxation, RelaxationSet } from './recommendation.ts';
import { needText, needValue } from './requirement-words.ts';
import { factWords } from './show-fact.ts';

/** Nobody relaxes more requirements than this to save an option. */
const MAX_SHOWN = 12;

function resultOf(option: EvaluatedOption, gate: ActiveGate): GateResult | undefined {
  return option.gates.find((result) => result.gate.rule.id === gate.rule.id);
}

export function failures(option: EvaluatedOption): readonly GateResult[] {
  return option.gates.filter((result) => result.verdict === 'fail');
}

export function gateEffect(gate: ActiveGate, evaluation: Evaluation, vocabulary: FactVocabulary): GateEffect {
  const failing = evaluation.options.filter((option) => resultOf(option, gate)?.verdict === 'fail');
  const onlyThis = failing.filter((option) => failures(option).length === 1);
  return {
    excludes: failing.length,
    excludesAlone: onlyThis.length,
    cannotTell: evaluation.options.filter((option) => resultOf(option, gate)?.verdict === 'cannotTell')
      .length,
    relaxations: relaxations(gate, onlyThis, vocabulary),
  };
}

// Options that fail for this requirement alone come back one by one as it is relaxed to what they offer.
function relaxations(
  gate: ActiveGate,
  onlyThis: readonly EvaluatedOption[],
  vocabulary: FactVocabulary,
): readonly Relaxation[] {
  const words = factWords(gate.rule.fact, vocabulary);
  const found = new Map<string, Relaxation>();
  for (const option of onlyThis) {
    const reading = resultOf(option, gate)?.fact.reading;
    const relaxed = reading === undefined ? null : relaxedNeed(gate.need, reading);
    const toText = relaxed === null ? DROPPED : needText(relaxed, words);
    const known = found.get(toText.en);
    const readmits = [...(known?.readmits ?? []), option.provider.id];
    found.set(toText.en, { to: relaxed === null ? null : needValue(relaxed), toText, readmits });
  }
  return cumulative([...found.values()].toSorted(byCloseness(gate)));
}

const DROPPED: LocalizedText = { en: 'requirement dropped', ja: '条件を外す' };

function byCloseness(gate: ActiveGate): (a: Relaxation, b: Relaxation) => number {
  const distance = ({ to }: Relaxation): number => {
    const { need } = gate;
    if (typeof to === 'number' && (need.kind === 'atLeast' || need.kind === 'atMost'))
      return Math.abs(need.value - to);
    if (typeof to === 'string' && need.kind === 'level')
      return need.order.indexOf(need.level) - need.order.indexOf(to);
    return to === null ? Number.POSITIVE_INFINITY : 0;
  };
  return (a, b) => distance(a) - distance(b) || b.readmits.length - a.readmits.length;
}

// On an ordered scale a wider relaxation also readmits whoever a narrower one does.
function cumulative(steps: readonly Relaxation[]): readonly Relaxation[] {
  const readmitted: string[] = [];
  return steps.map((step) => {
    if (Array.isArray(step.to)) return step;
    readmitted.push(...step.readmits);
    return { ...step, readmits: readmitted.toSorted() };
  });
}

/**
 * All sets of requirements, none holding another, whose dropping leaves at least one option; the smallest first. Empty
 * when an option is left anyway.
 */
export function smallestRelaxations(evaluation: Evaluation): readonly RelaxationSet[] {
  const sets = evaluation.options.map((option) => failures(option).map((result) => result.gate.rule.id));
  if (sets.some((set) => set.length === 0)) return [];
  const minimal = sets.filter(
    (set, index) => !sets.some((other, place) => isSmaller(other, set, place < index)),
  );
  return minimal
    .filter((set) => set.length <= MAX_SHOWN)
    .toSorted((a, b) => a.length - b.length || compareText(a.join(), b.join()))
    .map((requirements) => relaxationSet(requirements, evaluation));
}

// Of two equal sets the earlier one stays.
function isSmaller(other: readonly string[], set: readonly string[], isEarlier: boolean): boolean {
  if (other.length > set.length || !other.every((id) => set.includes(id))) return false;
  return other.length < set.length || isEarlier;
}

function relaxationSet(requirements: readonly string[], evaluation: Evaluation): RelaxationSet {
  const readmits = evaluation.options
    .filter((option) => failures(option).every((result) => requirements.includes(result.gate.rule.id)))
    .map((option) => option.provider.id);
  const labels = listed(
    evaluation.gates.filter((gate) => requirements.includes(gate.rule.id)).map((gate) => gate.rule.label),
  );
  return {
    requirements,
    readmits,
    text: {
      en: `Without ${labels.en}, ${readmits.length} option${readmits.length === 1 ? '' : 's'} would remain.`,
      ja: `「${labels.ja}」を外すと、${readmits.length}件の候補が残ります。`,
    },
  };
}
