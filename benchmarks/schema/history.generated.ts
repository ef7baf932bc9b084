// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * The valid runs of one candidate in order of time, and where a figure changed for good.
 */
export interface RunHistoryDocument {
  schema: 'mailfit.history/1';
  targets: string[];
  startedAt: string[];
  figures: {
    figure: string;
    isHigherBetter: boolean;
    values: number[];
    changes: {
      since: string;
      index: number;
      before: number;
      after: number;
      ratio: number;
      pValue: number;
    }[];
  }[];
  leftOut: number;
  /**
   * A change needs four runs on each side.
   */
  isLongEnough: boolean;
}
