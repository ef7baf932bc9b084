// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Assumptions of the five-year cost (server/data/cost.yaml), each with low, likely and high and its source.
 */
export interface CostData {
  schema: 'mailfit.cost-assumptions/1';
  currency: 'JPY';
  horizonYears: number;
  hardwareLifeYears: number;
  /**
   * Tax taken out of prices that are stated with it.
   */
  taxRateInPrices: number;
  assumptions: {
    exchangeUSD: CostAssumption;
    exchangeEUR: CostAssumption;
    exchangeGBP: CostAssumption;
    exchangeCHF: CostAssumption;
    exchangeAUD: CostAssumption;
    exchangeINR: CostAssumption;
    exchangeRUB: CostAssumption;
    staffCostPerYear: CostAssumption;
    cloudFtePer1000: CostAssumption;
    cloudMinFte: CostAssumption;
    onPremStaffSpread: CostAssumption;
    migrationPerUser: CostAssumption;
    spareLicenceShare: CostAssumption;
    priceRisePerYear: CostAssumption;
    pricePerUserMonthUnknown: CostAssumption;
    setupFeeUnknown: CostAssumption;
    serverLicenceUnknown: CostAssumption;
    userLicenceUnknown: CostAssumption;
    supportFeeYearUnknown: CostAssumption;
    softwareAssuranceRate: CostAssumption;
    serverPrice: CostAssumption;
    coresPerServer: CostAssumption;
    ramPerServerGiB: CostAssumption;
    pricePerTB: CostAssumption;
    hwMaintRate: CostAssumption;
    wattsPerServer: CostAssumption;
    pue: CostAssumption;
    pricePerKWh: CostAssumption;
    filterPUPM: CostAssumption;
    backupPerTB: CostAssumption;
  };
}
export interface CostAssumption {
  label: Text;
  unit: Text;
  /**
   * The end that costs less.
   */
  low: number;
  likely: number;
  /**
   * The end that costs more.
   */
  high: number;
  source: FigureSource;
}
export interface Text {
  en: string;
  ja: string;
}
/**
 * Where a figure comes from, and how sure that is.
 */
export interface FigureSource {
  basis: 'published' | 'quoted' | 'recalled' | 'chosen';
  text: Text;
  url?: string;
}
