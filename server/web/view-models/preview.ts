// What remains of the catalogue after the answers so far, and which requirements excluded the rest.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { excludesText, remainingText } from '../texts/questionnaire-texts.ts';

const REASONS_SHOWN = 4;

export interface PreviewModel {
  readonly text: string;
  /** The requirements that exclude most, most first. */
  readonly reasons: readonly string[];
}

export function previewModel(recommendation: Recommendation, lang: Lang): PreviewModel {
  const { options } = recommendation;
  const count = (status: string): number => options.filter((option) => option.status === status).length;
  const gates = recommendation.requirements
    .map((requirement) => ({ label: requirement.label, excludes: requirement.effect?.excludes ?? 0 }))
    .filter(({ excludes }) => excludes > 0)
    .sort((a, b) => b.excludes - a.excludes);
  return {
    text: remainingText({
      eligible: count('eligible'),
      conditional: count('conditional'),
      all: options.length,
    })[lang],
    reasons: gates.slice(0, REASONS_SHOWN).map(({ label, excludes }) => excludesText(label, excludes)[lang]),
  };
}
