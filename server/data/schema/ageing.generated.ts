// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

export type Share = number;

/**
 * How the age and the kind of source of a fact lower its confidence and widen its range (server/data/ageing.yaml).
 */
export interface AgeingRule {
  schema: 'mailfit.ageing/1';
  /**
   * Confidence of a fresh claim, by the class of its source.
   */
  trust: {
    measured: Share;
    official: Share;
    'vendor-declared': Share;
    'third-party': Share;
  };
  /**
   * A fact with less confidence is named for reading again.
   */
  recheckBelow: Share;
  kinds: {
    money: Decay;
    limit: Decay;
    quantity: Decay;
    level: Decay;
    flag: Decay;
    set: Decay;
    date: Decay;
    text: Decay;
  };
}
export interface Decay {
  freshMonths: number;
  halfLifeMonths: number;
  widenPerYear: number;
}
