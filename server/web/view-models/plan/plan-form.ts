// The form that plans a test, as the page shows it.

import type { Lang, LocalizedText } from '../../../core/text/localized.ts';
import type { Candidate } from '../../../usecases/candidate-store.ts';
import { PLAN_FORM_TEXTS } from '../../texts/plan-form-texts.ts';
import { inLanguage } from '../../texts/text-table.ts';
import type { InLanguage } from '../../texts/text-table.ts';
import type { PlanProblems } from './plan-reader.ts';
import { ARRIVALS, KINDS, LANGUAGES, MODELS, SIZES, STAGES, chosen, kindOf } from './typed-plan.ts';
import type { PlanField, TypedPlan } from './typed-plan.ts';

export interface PlanFormData {
  readonly typed: TypedPlan;
  readonly problems: PlanProblems;
  /** Why the harness would not run the plan; null when nothing was tried yet. */
  readonly trouble: readonly LocalizedText[];
  readonly candidates: readonly Candidate[];
  readonly evaluations: readonly { readonly id: string; readonly title: string }[];
}

type FormTexts = InLanguage<typeof PLAN_FORM_TEXTS>;

export function planFormModel(data: PlanFormData, lang: Lang) {
  const t = inLanguage(PLAN_FORM_TEXTS, lang);
  const { typed } = data;
  const problems = Object.entries(data.problems).map(([field, problem]) => [field, problem[lang]] as const);
  return {
    t,
    typed,
    trouble: data.trouble.map((text) => text[lang]),
    problem: Object.fromEntries(problems) as Readonly<Partial<Record<PlanField, string>>>,
    problems: problems.map(([field, problem]) => ({ field, problem })),
    targets: targetChoices(data.candidates, typed.target, t),
    others: targetChoices(data.candidates, typed.other, t),
    evaluations: data.evaluations.map(({ id, title }) => ({
      value: id,
      label: title,
      isChosen: id === typed.evaluation,
    })),
    isCompany: typed.basis === 'company',
    kinds: choices(KINDS, kindOf(typed), [
      [t.kindRun, t.kindRunHint],
      [t.kindConnections, t.kindConnectionsHint],
      [t.kindCapacity, t.kindCapacityHint],
      [t.kindCompare, t.kindCompareHint],
    ]),
    models: choices(MODELS, chosen(MODELS, typed.model), [
      [t.modelClosed, t.modelClosedHint],
      [t.modelOpen, t.modelOpenHint],
      [t.modelPartlyOpen, t.modelPartlyOpenHint],
    ]),
    ...selects(typed, t),
    safety: [t.safety1, t.safety2, t.safety3, t.safety4],
  };
}

function selects(typed: TypedPlan, t: FormTexts) {
  const sizeLabels = [t.size1, t.size75, t.size1m, t.sizeBusiness, t.sizeMix, t.sizeCustom];
  const stageLabels = [t.stageBanner, t.stageEhlo, t.stageTls, t.stageAuth];
  return {
    sizes: labelled([...SIZES, 'custom'], typed.size, sizeLabels),
    languages: labelled(LANGUAGES, typed.language, [t.languageEn, t.languageJa, t.languageMixed]),
    stages: labelled(STAGES, typed.stage, stageLabels),
    arrivals: labelled(ARRIVALS, typed.arrivals, [t.arrivalsPoisson, t.arrivalsEven]),
  };
}

function targetChoices(candidates: readonly Candidate[], typed: string, t: FormTexts) {
  return [
    { value: 'builtin', label: t.builtin, isChosen: typed === 'builtin' },
    ...candidates.map(({ id, name, endpoint }) => ({
      value: id,
      label: `${name} (${endpoint})`,
      isChosen: typed === id,
    })),
  ];
}

function choices(
  values: readonly string[],
  current: string,
  words: readonly (readonly [label: string, hint: string])[],
) {
  return values.map((value, index) => ({
    value,
    label: words[index]?.[0] ?? value,
    hint: words[index]?.[1] ?? '',
    isChosen: value === current,
  }));
}

function labelled(values: readonly string[], current: string, labels: readonly string[]) {
  return values.map((value, index) => ({
    value,
    label: labels[index] ?? value,
    isChosen: value === current,
  }));
}
