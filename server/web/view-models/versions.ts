// What the pages on versions show: the state, who froze or changed it, and what differs between two versions.

import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { VersionComparison } from '../../core/versions/compare-versions.ts';
import { comparisonTables, comparisonVerdict } from '../../reports/comparison-tables.ts';
import { momentText } from '../../reports/number-words.ts';
import { COMPARISON_TEXTS } from '../../reports/texts/comparison.ts';
import { CAUSE_WORDS } from '../../reports/texts/method.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { EvaluationState, VersionRecord } from '../../usecases/version-store.ts';
import { EXPORT_TEXTS, VERSION_TEXTS, versionLabel } from '../texts/record-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { recordFrame } from './record.ts';

export interface VersionsData {
  readonly evaluation: Evaluation;
  readonly state: EvaluationState;
  readonly versions: readonly VersionRecord[];
  readonly knownName: string | null;
  readonly typed: { readonly by: string; readonly reason: string };
  readonly problem: LocalizedText | null;
}

const STATES = {
  open: [VERSION_TEXTS.stateOpen, VERSION_TEXTS.stateOpenHint],
  frozen: [VERSION_TEXTS.stateFrozen, VERSION_TEXTS.stateFrozenHint],
  reopened: [VERSION_TEXTS.stateReopened, VERSION_TEXTS.stateReopenedHint],
} as const;

const HASH_SHOWN = 16;

export function versionsModel(data: VersionsData, lang: Lang) {
  const { state, versions, evaluation } = data;
  const [label, hint] = STATES[state.kind];
  const base = `/evaluations/${evaluation.id}`;
  const isFrozen = state.kind === 'frozen';
  return {
    t: inLanguage(VERSION_TEXTS, lang),
    frame: recordFrame(evaluation, 'versions', lang),
    state: {
      label: state.kind === 'open' ? label[lang] : `${label[lang]} · ${versionLabel(state.number)[lang]}`,
      hint: hint[lang],
      detail: state.kind === 'reopened' ? `${momentText(state.at)} · ${state.by} · ${state.reason}` : null,
      isFrozen,
    },
    action: `${base}/${isFrozen ? 'reopen' : 'freeze'}`,
    knownName: data.knownName,
    typed: data.typed,
    problem: data.problem?.[lang] ?? null,
    versions: versions.toReversed().map((version) => ({
      label: versionLabel(version.number)[lang],
      cause: CAUSE_WORDS[version.cause][lang],
      when: momentText(version.madeAt),
      who: version.madeBy,
      reason: version.reason,
      hash: version.hashes.inputs.slice(0, HASH_SHOWN),
    })),
    compare: compareForm(data, lang),
  };
}

// Two versions, or one version and what became of it since, are needed to compare anything.
function compareForm({ evaluation, versions, state }: VersionsData, lang: Lang) {
  const entries = versions.map(({ number }) => ({
    value: String(number),
    label: versionLabel(number)[lang],
  }));
  const later =
    state.kind === 'frozen' ? entries : [...entries, { value: '', label: EXPORT_TEXTS.versionNow[lang] }];
  if (entries.length === 0 || later.length < 2) return null;
  return { action: `/evaluations/${evaluation.id}/versions/compare`, from: entries, to: later.toReversed() };
}

export function versionComparisonModel(
  data: {
    readonly evaluation: Evaluation;
    readonly comparison: VersionComparison;
    readonly from: number;
    readonly to: number | null;
  },
  lang: Lang,
) {
  const { comparison, from, to } = data;
  const tables = comparisonTables(comparison, lang);
  const later = to === null ? EXPORT_TEXTS.versionNow[lang] : versionLabel(to)[lang];
  return {
    t: inLanguage(VERSION_TEXTS, lang),
    frame: recordFrame(data.evaluation, 'versions', lang),
    names: `${versionLabel(from)[lang]} → ${later}`,
    verdict: comparisonVerdict(comparison, lang),
    catalogueNote: comparison.isSameCatalogue ? null : COMPARISON_TEXTS.otherCatalogue[lang],
    nothing: tables.length === 0 ? COMPARISON_TEXTS.nothing[lang] : null,
    tables,
  };
}
