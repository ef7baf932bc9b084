// Everything below server/data in one go: the questionnaire, the decision model the figures behind sizing and
// cost, and how facts age.

import { join } from 'node:path';
import type { AgeingRule } from '../../data/schema/ageing.generated.ts';
import type { FrameworkClauses } from '../../data/schema/clauses.generated.ts';
import type { CostData } from '../../data/schema/cost.generated.ts';
import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { Questionnaire } from '../../data/schema/questions.generated.ts';
import type { SizingData } from '../../data/schema/sizing.generated.ts';
import type { ReferenceData } from '../../usecases/ports.ts';
import { readDataFile } from './read-data-file.ts';

export type ReferenceDataResult =
  | { readonly ok: true; readonly data: ReferenceData }
  | { readonly ok: false; readonly problems: readonly string[] };

/** @param root folder that holds `server/data`; problems name files from here */
export function loadReferenceData(root: string): ReferenceDataResult {
  const folder = join(root, 'server', 'data');
  const questionnaire = readDataFile<Questionnaire>(folder, 'questions', root);
  const model = readDataFile<DecisionModel>(folder, 'criteria', root);
  const sizing = readDataFile<SizingData>(folder, 'sizing', root);
  const cost = readDataFile<CostData>(folder, 'cost', root);
  const ageing = readDataFile<AgeingRule>(folder, 'ageing', root);
  const clauses = readDataFile<FrameworkClauses>(folder, 'clauses', root);
  if (questionnaire.ok && model.ok && sizing.ok && cost.ok && ageing.ok && clauses.ok) {
    return {
      ok: true,
      data: {
        questionnaire: questionnaire.data,
        model: model.data,
        sizing: sizing.data,
        cost: cost.data,
        ageing: ageing.data,
        clauses: clauses.data,
      },
    };
  }
  const files = [questionnaire, model, sizing, cost, ageing, clauses];
  return { ok: false, problems: files.flatMap((file) => (file.ok ? [] : file.problems)) };
}
