// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Mail services of the public, which the load harness refuses as targets.
 */
export interface PublicMailProviders {
  checkedOn: string;
  /**
   * @minItems 1
   */
  providers: [
    {
      name: string;
      /**
       * @minItems 1
       */
      domains: [string, ...string[]];
      homepage: string;
    },
    ...{
      name: string;
      /**
       * @minItems 1
       */
      domains: [string, ...string[]];
      homepage: string;
    }[]
  ];
}
