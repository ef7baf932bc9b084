// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Answer of `mailfit cost --json`: total cost of ownership over the horizon, in the currency of the input.
 */
export interface CostDocument {
  schema: 'mailfit.cost/1';
  currency: string;
  users: number;
  years: number;
  kwhPerYear: number;
  cloud: {
    licence: number;
    addons: number;
    migration: number;
    staff: number;
    total: number;
    /**
     * Per user and month; null without users.
     */
    pupm: number | null;
  };
  onprem: {
    hardware: number;
    hwMaintenance: number;
    licence: number;
    softwareAssurance: number;
    power: number;
    filtering: number;
    backup: number;
    staff: number;
    total: number;
    /**
     * Per user and month; null without users.
     */
    pupm: number | null;
  };
  cheaper: 'cloud' | 'onprem' | 'equal';
  /**
   * Users at which both cost the same with staff held fixed; null where the lines do not cross.
   */
  breakEvenUsersFixedStaff: number | null;
  /**
   * On-premise staff at which both cost the same.
   */
  breakEvenFteOnPrem: number | null;
  npv: {
    discountRate: number;
    cloud: number;
    onprem: number;
    cheaper: 'cloud' | 'onprem' | 'equal';
  };
  /**
   * Totals at the ends of the given ranges; null when all amounts were exact.
   */
  range: {
    cloud: Range;
    onprem: Range;
  } | null;
  /**
   * Amounts that were not given and count as nothing.
   */
  leftOut: string[];
  warnings: LocalizedText[];
}
export interface Range {
  low: number;
  likely: number;
  high: number;
}
export interface LocalizedText {
  en: string;
  ja: string;
}
