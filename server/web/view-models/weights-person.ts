// The page on which one person gives weights, by the method of their choice.

import type { CriterionShown } from '../../core/scoring/recommendation.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { ElicitationMethod, Opinion } from '../../usecases/opinions.ts';
import { inLanguage } from '../texts/text-table.ts';
import { QUESTIONNAIRE_TEXTS } from '../texts/questionnaire-texts.ts';
import { METHOD_CHOICES, pairLabel, stepLabel, WEIGHTS_TEXTS } from '../texts/weights-texts.ts';
import { pairField, SPREADS, STEPS, typedIn } from './weights-form.ts';
import type { TypedFields } from './weights-form.ts';
import type { PlaybackModel } from './weights-playback.ts';

/** More items in one set ask for more comparisons than people answer with care. */
const COMPARED_MAX = 7;
/** The criteria that the answers make heaviest are asked first; the rest is one click away. */
const ASKED_FIRST = 12;

export interface PersonData {
  readonly opinion: Opinion;
  readonly evaluationTitle: string;
  /** The evaluation's own pages, for whoever came from there; null for a person who was only asked. */
  readonly evaluationHref: string | null;
  readonly method: ElicitationMethod;
  /** Every criterion that can count, with its swing, at the weight that the answers give it. */
  readonly criteria: readonly CriterionShown[];
  readonly model: DecisionModel;
  readonly playback: PlaybackModel;
  readonly typed: TypedFields | null;
  readonly problems: Readonly<Record<string, LocalizedText>>;
}

export function personModel(data: PersonData, lang: Lang) {
  const { opinion, method } = data;
  const base = `/weights/${opinion.id}`;
  const typed = data.typed ?? typedIn(opinion.drafts, method);
  const from = data.evaluationHref === null ? '' : `&e=${opinion.evaluationId}`;
  return {
    t: inLanguage(WEIGHTS_TEXTS, lang),
    saving: inLanguage(QUESTIONNAIRE_TEXTS, lang),
    name: opinion.name,
    evaluationTitle: data.evaluationTitle,
    evaluationId: opinion.evaluationId,
    personId: opinion.id,
    evaluationHref: data.evaluationHref,
    isGiven: opinion.givenAt !== null,
    method,
    methods: METHOD_CHOICES.map(({ id, label, hint }) => ({
      id,
      label: label[lang],
      hint: hint[lang],
      href: `${base}?method=${id}${from}`,
      isCurrent: id === method,
    })),
    action: `${base}?method=${method}${from}`,
    saveHref: `${base}/draft?method=${method}`,
    playbackHref: `${base}/playback?method=${method}`,
    giveHref: `${base}/give?method=${method}${from}`,
    takeBackHref: `${base}/take-back?method=${method}${from}`,
    nameHref: `${base}/name?method=${method}${from}`,
    playback: data.playback,
    problems: Object.entries(data.problems).map(([field, problem]) => ({
      field,
      problem: problem[lang],
      label: labelOf(field, data, lang),
    })),
    swing: method === 'swing' ? swingRows(data, typed, lang) : null,
    ranking: method === 'rank-order' ? rankingRows(data, typed, lang) : null,
    ahp: method === 'ahp' ? ahpNodes(data, typed, lang) : null,
  };
}

function labelOf(field: string, { criteria, model }: PersonData, lang: Lang): string {
  const [, ...ids] = field.split('.');
  const named = [...criteria, ...model.groups];
  return ids.map((id) => named.find((item) => item.id === id)?.label[lang] ?? id).join(' / ');
}

function rowOf(criterion: CriterionShown, lang: Lang) {
  return {
    id: criterion.id,
    label: criterion.label[lang],
    worst: criterion.worstAnchor[lang],
    best: criterion.bestAnchor[lang],
  };
}

function swingRows({ criteria, model, problems }: PersonData, typed: TypedFields, lang: Lang) {
  const first = new Set(heaviest(criteria, ASKED_FIRST).map(({ id }) => id));
  const isOpen = (id: string): boolean => first.has(id) || typed[`p.${id}`] !== undefined;
  const row = (criterion: CriterionShown) => ({
    ...rowOf(criterion, lang),
    points: typed[`p.${criterion.id}`] ?? '',
    problem: problems[`p.${criterion.id}`]?.[lang] ?? null,
    spreads: SPREADS.map((spread) => ({
      value: String(spread),
      label: spread === 0 ? WEIGHTS_TEXTS.exactly[lang] : `±${spread}`,
      isChosen: (typed[`d.${criterion.id}`] ?? '0') === String(spread),
    })),
  });
  return {
    groups: model.groups
      .map(({ id, label }) => ({
        label: label[lang],
        rows: criteria.filter((one) => one.group === id && isOpen(one.id)).map(row),
      }))
      .filter(({ rows }) => rows.length > 0),
    more: criteria.filter((one) => !isOpen(one.id)).map(row),
  };
}

function rankingRows({ criteria, problems }: PersonData, typed: TypedFields, lang: Lang) {
  const places = Array.from({ length: criteria.length }, (_, index) => String(index + 1));
  return heaviest(criteria, criteria.length).map((criterion) => {
    const place = typed[`r.${criterion.id}`] ?? '';
    return {
      ...rowOf(criterion, lang),
      place,
      problem: problems[`r.${criterion.id}`]?.[lang] ?? null,
      places: places.map((value) => ({ value, isChosen: value === place })),
    };
  });
}

function ahpNodes({ criteria, model }: PersonData, typed: TypedFields, lang: Lang) {
  const present = model.groups.filter(({ id }) => criteria.some(({ group }) => group === id));
  const groups = nodeOf({ id: 'groups', prefix: 'g', items: present }, typed, lang);
  const inside = present.flatMap((group) => {
    const members = heaviest(
      criteria.filter((criterion) => criterion.group === group.id),
      COMPARED_MAX,
    );
    if (members.length < 2) return [];
    const items = criteria.filter((criterion) => members.includes(criterion));
    return [{ label: group.label[lang], ...nodeOf({ id: group.id, prefix: 'c', items }, typed, lang) }];
  });
  return [{ label: WEIGHTS_TEXTS.groupsNode[lang], ...groups }, ...inside];
}

interface Node {
  readonly id: string;
  readonly prefix: string;
  readonly items: readonly { readonly id: string; readonly label: LocalizedText }[];
}

/** The pairs that link all items come first: they are enough for weights. */
function nodeOf({ id, prefix, items }: Node, typed: TypedFields, lang: Lang) {
  const pairs = items.flatMap((a, index) =>
    items.slice(index + 1).map((b, distance) => {
      const field = pairField(prefix, a.id, b.id);
      const value = typed[field] ?? '';
      return {
        field,
        isLink: distance === 0,
        label: pairLabel(a.label[lang], b.label[lang])[lang],
        options: pairOptions(a.label[lang], b.label[lang], lang).map((option) => ({
          ...option,
          isChosen: option.value === value,
        })),
        isAnswered: value !== '',
      };
    }),
  );
  return {
    id,
    isOpen: id === 'groups' || pairs.some(({ isAnswered }) => isAnswered),
    links: pairs.filter(({ isLink }) => isLink),
    further: pairs.filter(({ isLink }) => !isLink),
    isFurtherOpen: pairs.some(({ isLink, isAnswered }) => !isLink && isAnswered),
  };
}

function pairOptions(a: string, b: string, lang: Lang) {
  return [
    ...[...STEPS].reverse().map((step) => ({ value: String(step), label: stepLabel(a, step)[lang] })),
    { value: '1', label: WEIGHTS_TEXTS.equal[lang] },
    ...STEPS.map((step) => ({ value: String(-step), label: stepLabel(b, step)[lang] })),
  ];
}

function heaviest(criteria: readonly CriterionShown[], count: number): readonly CriterionShown[] {
  return criteria.toSorted((a, b) => b.weight - a.weight).slice(0, count);
}
