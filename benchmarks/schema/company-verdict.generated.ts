// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Whether a candidate carries an organisation at its peak, with the run that says so. Fields may be added, never renamed without a new number in `schema`.
 */
export interface CompanyVerdictDocument {
  schema: 'mailfit.company-verdict/1';
  answer: 'carries' | 'doesNotCarry' | 'cannotTell';
  peakPerSec: number;
  testedPerSec: number | null;
  /**
   * What the candidate was shown to carry ÷ the peak: a lower bound. Null unless it carries.
   */
  headroom: number | null;
  sentence: VerdictSentence;
  reasons: VerdictSentence[];
  /**
   * mailfit.run/1
   */
  run: {};
}
export interface VerdictSentence {
  en: string;
  ja: string;
}
