// The shipped questionnaire, decision model and sizing defaults, read once for all tests of a file.

import { loadDecisionData } from '../../server/adapters/decision-data/load-decision-data.ts';

export const DECISION_DATA = await loadDecisionData('server/data');
