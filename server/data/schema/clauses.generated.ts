// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Clauses of published frameworks behind the facts that security requirements ask for (server/data/clauses.yaml).
 */
export interface FrameworkClauses {
  schema: 'mailfit.clauses/1';
  frameworks: {
    [k: string]: Framework;
  };
  facts: {
    /**
     * @minItems 1
     */
    [k: string]: [Clause, ...Clause[]];
  };
}
export interface Framework {
  name: ClauseText;
  /**
   * Where the clause was seen.
   */
  url: string;
}
export interface ClauseText {
  en: string;
  ja: string;
}
export interface Clause {
  framework: string;
  clause: string;
  about: ClauseText;
}
