// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Defaults of the sizing model (server/data/sizing.yaml): every input with low, likely and high, its allowed range and its source.
 */
export interface SizingData {
  schema: 'mailfit.sizing-defaults/1';
  /**
   * Name of the set of formulas these defaults belong to.
   */
  model: 'mailsize-1';
  inputs: {
    users: AskedInput;
    sentPerUserDay: DefaultedInput;
    recvPerUserDay: DefaultedInput;
    avgMsgKiB: DefaultedInput;
    extInShare: DefaultedInput;
    extOutShare: DefaultedInput;
    domainsPerExtMsg: DefaultedInput;
    spamShare: DefaultedInput;
    busyHourFraction: DefaultedInput;
    peakFactor: DefaultedInput;
    smtpSessionSec: DefaultedInput;
    activeShare: DefaultedInput;
    loginWindowSec: DefaultedInput;
    devicesPerUser: DefaultedInput;
    keepSent: DefaultedInput;
    keepRecv: DefaultedInput;
    workdays: DefaultedInput;
    years: DefaultedInput;
    volumeGrowth: DefaultedInput;
    quotaGiB: DefaultedInput;
    recoverDays: DefaultedInput;
    indexOverhead: DefaultedInput;
    copies: DefaultedInput;
    freeReserve: DefaultedInput;
    iopsFactor: DefaultedInput;
    iopsOverhead: DefaultedInput;
    mcPer50: DefaultedInput;
    coreMHz: DefaultedInput;
    baseRamGiB: DefaultedInput;
    ramPerConnMiB: DefaultedInput;
    cachePerActiveMiB: DefaultedInput;
    ftePer1000: DefaultedInput;
    minFte: DefaultedInput;
    wireOverhead: DefaultedInput;
  };
  /**
   * @minItems 1
   */
  clients: [ClientDefault, ...ClientDefault[]];
}
/**
 * Has no default: it must be given.
 */
export interface AskedInput {
  label: Text;
  unit: Text;
  allowed: Allowed;
  integer?: boolean;
}
export interface Text {
  en: string;
  ja: string;
}
export interface Allowed {
  min: number;
  max: number;
}
export interface DefaultedInput {
  label: Text;
  unit: Text;
  /**
   * The end that needs less of the server.
   */
  low: number;
  likely: number;
  /**
   * The end that needs more of the server.
   */
  high: number;
  allowed: Allowed;
  integer?: boolean;
  source: FigureSource;
}
/**
 * Where a figure comes from, and how sure that is.
 */
export interface FigureSource {
  basis: 'published' | 'quoted' | 'recalled' | 'chosen';
  text: Text;
  url?: string;
}
export interface ClientDefault {
  name: string;
  label: Text;
  share: Span;
  conns: Span;
  source: FigureSource;
}
export interface Span {
  low: number;
  likely: number;
  high: number;
}
