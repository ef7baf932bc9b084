// The shipped questionnaire, decision model and sizing defaults, read once for all tests of a file.

import type { DataFile } from '../../server/adapters/reference-data/read-data-file.ts';
import { readDataFile } from '../../server/adapters/reference-data/read-data-file.ts';
import type { AgeingRule } from '../../server/data/schema/ageing.generated.ts';
import type { CostData } from '../../server/data/schema/cost.generated.ts';
import type { DecisionModel } from '../../server/data/schema/criteria.generated.ts';
import type { Questionnaire } from '../../server/data/schema/questions.generated.ts';
import type { SizingData } from '../../server/data/schema/sizing.generated.ts';

const FOLDER = 'server/data';

function dataOf<Data>(file: DataFile<Data>): Data {
  if (!file.ok) throw new Error(file.problems.join('\n'));
  return file.data;
}

export const DECISION_DATA = {
  ageing: dataOf(readDataFile<AgeingRule>(FOLDER, 'ageing', '.')),
  questionnaire: dataOf(readDataFile<Questionnaire>(FOLDER, 'questions', '.')),
  model: dataOf(readDataFile<DecisionModel>(FOLDER, 'criteria', '.')),
  cost: dataOf(readDataFile<CostData>(FOLDER, 'cost', '.')),
  sizing: dataOf(readDataFile<SizingData>(FOLDER, 'sizing', '.')),
};
