// What an organisation needs at its peak, from the answers of its evaluation: the figures that a load plan is made from.

import { interpret } from '../core/questionnaire/interpret.ts';
import { deriveNeeds } from '../core/questionnaire/needs.ts';
import { parseAnswers } from '../core/questionnaire/answers.ts';
import type { ReferenceData } from './ports.ts';
import type { RunCompany, StoredAnswers } from './stores.ts';

export type CompanyDemandOf = (answers: StoredAnswers) => RunCompany['demand'];

export function createCompanyDemand(
  reference: Pick<ReferenceData, 'questionnaire' | 'model' | 'sizing'>,
): CompanyDemandOf {
  const { questionnaire, model, sizing } = reference;
  return (stored) => {
    // An answer that a later version of the questionnaire no longer takes is left out.
    const usable = Object.entries(stored).filter(
      ([id, answer]) => parseAnswers({ [id]: answer }, questionnaire).ok,
    );
    const answers = parseAnswers(Object.fromEntries(usable), questionnaire);
    const interpretation = interpret(answers.ok ? answers.value : new Map(), questionnaire);
    const needs = deriveNeeds(interpretation, model.planning.defaultNeeds, sizing);
    return {
      smtpInPeakPerSec: needs.sizing.smtpInPeakPerSec,
      'smtpSlots_B0.1pct': needs.sizing['smtpSlots_B0.1pct'],
      avgMsgKiB: needs.inputs.avgMsgKiB,
    };
  };
}
