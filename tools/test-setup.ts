// Loaded before every test file. Property tests draw from one fixed seed, so that a red run can be run again;
// `PROPERTY_SEED=random npm test` explores new cases.

import { configureGlobal } from 'fast-check';

const FIXED_SEED = 20_261_123;

const wanted = process.env['PROPERTY_SEED'];
if (wanted !== 'random') configureGlobal({ seed: wanted === undefined ? FIXED_SEED : Number(wanted) });
