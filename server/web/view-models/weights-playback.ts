// What stated weights mean: shares, trade-offs in natural units, and whether comparisons fit each other.

import type { ConsistencyShown } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { Opinion } from '../../usecases/opinions.ts';
import type { WeightsPreview } from '../../usecases/weights-preview.ts';
import { inLanguage } from '../texts/text-table.ts';
import {
  pairLabel,
  repairLabel,
  stepLabel,
  swingTop,
  unlinkedText,
  WEIGHTS_TEXTS,
} from '../texts/weights-texts.ts';
import { formatShare } from './format.ts';
import { pairField, stepFor } from './weights-form.ts';

export type PlaybackModel = ReturnType<typeof playbackModel>;

export interface PlaybackData {
  readonly opinion: Opinion;
  readonly model: DecisionModel;
  /** Null while nothing usable has been stated. */
  readonly preview: WeightsPreview | null;
}

export function playbackModel({ opinion, model, preview }: PlaybackData, lang: Lang) {
  const t = inLanguage(WEIGHTS_TEXTS, lang);
  if (preview === null) return { t, isEmpty: true, bars: [], tradeOffs: [], checks: [], notes: [] };
  return {
    t,
    isEmpty: false,
    bars: weightBars(preview, lang),
    tradeOffs: preview.weights.tradeOffs.map((sentence) => sentence[lang]),
    checks: (preview.weights.comparisons ?? []).map((check) => checkShown(check, model, lang)),
    notes: [...swingNotes(opinion, lang), ...unlinkedNotes(opinion, model, lang)],
  };
}

export function weightBars(preview: WeightsPreview, lang: Lang) {
  const labels = new Map(preview.weighed.map((criterion) => [criterion.id, criterion.label[lang]]));
  const sorted = preview.weights.criteria.toSorted((a, b) => b.weight - a.weight);
  const top = Math.max(0.01, ...sorted.map(({ range }) => range[1]), ...sorted.map(({ weight }) => weight));
  const width = (share: number): number => Math.round((1_000 * share) / top) / 10;
  return sorted.map(({ criterion, weight, range }) => ({
    id: criterion,
    label: labels.get(criterion) ?? criterion,
    share: formatShare(weight, lang, 1),
    width: width(weight),
    low: width(range[0]),
    high: width(range[1]),
    hasRange: range[1] - range[0] > 0.005,
  }));
}

function checkShown(check: ConsistencyShown, model: DecisionModel, lang: Lang) {
  const group = model.groups.find(({ id }) => id === check.node);
  const doubt = check.acceptable === false ? check.reconsider : null;
  return {
    label: group?.label[lang] ?? WEIGHTS_TEXTS.groupsNode[lang],
    text: check.text[lang],
    isGood: check.acceptable !== false,
    repair: doubt === null ? null : repairFor(doubt, check.node, model, lang),
  };
}

// The engine names items in its own order; the form has one field per pair, in the order of the model.
function repairFor(
  doubt: NonNullable<ConsistencyShown['reconsider']>,
  node: string,
  model: DecisionModel,
  lang: Lang,
) {
  const items = node === 'groups' ? model.groups : model.criteria;
  const place = (id: string): number => items.findIndex((item) => item.id === id);
  const name = (id: string): string => items[place(id)]?.label[lang] ?? id;
  const isInOrder = place(doubt.a) < place(doubt.b);
  const [a, b] = isInOrder ? [doubt.a, doubt.b] : [doubt.b, doubt.a];
  const step = stepFor(isInOrder ? doubt.fitting : 1 / doubt.fitting);
  const words = step === 1 ? WEIGHTS_TEXTS.equal : stepLabel(name(step > 0 ? a : b), Math.abs(step));
  return {
    field: pairField(node === 'groups' ? 'g' : 'c', a, b),
    value: String(step),
    label: repairLabel(pairLabel(name(a), name(b))[lang], words[lang])[lang],
  };
}

const FULL_POINTS = 100;

function swingNotes({ method, drafts }: Opinion, lang: Lang): readonly string[] {
  const points = method === 'swing' ? drafts.swing?.['points'] : undefined;
  const typed = Object.values((drafts.swing?.['typed'] ?? {}) as Readonly<Record<string, string>>);
  if (points === undefined || typed.length === 0) return [];
  const highest = Math.max(
    0,
    ...Object.values(points as Readonly<Record<string, readonly [number, number]>>).map(([, high]) => high),
  );
  return highest > 0 && highest < FULL_POINTS ? [swingTop(highest)[lang]] : [];
}

type Stated = readonly (readonly [string, number, string])[];

function unlinkedNotes({ method, drafts }: Opinion, model: DecisionModel, lang: Lang): readonly string[] {
  if (method !== 'ahp') return [];
  const groups = (drafts.ahp?.['groups'] ?? []) as Stated;
  const criteria = (drafts.ahp?.['criteria'] ?? []) as Stated;
  const groupOf = new Map<string, string>(model.criteria.map(({ id, group }) => [id, group]));
  const nodes = [
    { label: WEIGHTS_TEXTS.groupsNode, pairs: groups },
    ...model.groups.map(({ id, label }) => ({
      label,
      pairs: criteria.filter(([a, , b]) => groupOf.get(a) === id && groupOf.get(b) === id),
    })),
  ];
  return nodes.filter(({ pairs }) => !isLinked(pairs)).map(({ label }) => unlinkedText(label[lang])[lang]);
}

function isLinked(pairs: Stated): boolean {
  const [first] = pairs;
  if (first === undefined) return true;
  const reached = new Set([first[0]]);
  for (let grew = true; grew;) {
    const next = pairs.filter(([a, , b]) => reached.has(a) !== reached.has(b));
    for (const [a, , b] of next) reached.add(a).add(b);
    grew = next.length > 0;
  }
  return pairs.every(([a, , b]) => reached.has(a) && reached.has(b));
}
