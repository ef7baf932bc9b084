// Every operation of the API. A new one is a constant in a file here and a line in its file's list.

import type { Operation } from '../operation.ts';
import { documentOperation } from './api.ts';
import { CALCULATOR_OPERATIONS } from './calculators.ts';
import { CANDIDATE_OPERATIONS } from './candidates.ts';
import { CATALOGUE_OPERATIONS } from './catalogue.ts';
import { DOCUMENT_OPERATIONS } from './documents.ts';
import { EVALUATION_OPERATIONS } from './evaluations.ts';
import { PEOPLE_OPERATIONS } from './people.ts';
import { RESULT_OPERATIONS } from './results.ts';
import { RUN_REQUEST_OPERATIONS } from './run-requests.ts';
import { RUN_OPERATIONS } from './runs.ts';
import { SHARE_OPERATIONS } from './shares.ts';
import { TENDER_OPERATIONS } from './tender.ts';
import { VENDOR_SHEET_OPERATIONS } from './vendor-sheets.ts';
import { VERSION_OPERATIONS } from './versions.ts';
import { WEIGHT_OPERATIONS } from './weights.ts';

export const OPERATIONS: readonly Operation[] = [
  ...CATALOGUE_OPERATIONS,
  ...EVALUATION_OPERATIONS,
  ...WEIGHT_OPERATIONS,
  ...TENDER_OPERATIONS,
  ...RESULT_OPERATIONS,
  ...DOCUMENT_OPERATIONS,
  ...VENDOR_SHEET_OPERATIONS,
  ...VERSION_OPERATIONS,
  ...CALCULATOR_OPERATIONS,
  ...CANDIDATE_OPERATIONS,
  ...RUN_REQUEST_OPERATIONS,
  ...RUN_OPERATIONS,
  ...SHARE_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  documentOperation(() => OPERATIONS),
];
