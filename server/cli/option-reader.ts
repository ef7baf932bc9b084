// Texts of a command line as values. Every unusable one is remembered, so that all are reported together.

import { MailfitError } from '../errors.ts';

export class OptionReader {
  readonly problems: string[] = [];

  number(option: string, text: string | undefined, atLeast: number): number | undefined {
    if (text === undefined) return undefined;
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= atLeast) return value;
    this.problems.push(`${option}: “${text}” is not a number of ${atLeast} or more.`);
    return undefined;
  }

  whole(option: string, text: string | undefined, atLeast: number): number | undefined {
    const value = this.number(option, text, atLeast);
    if (value === undefined || Number.isSafeInteger(value)) return value;
    this.problems.push(`${option}: “${text}” is not a whole number.`);
    return undefined;
  }

  choice<Choice extends string>(
    option: string,
    text: string | undefined,
    choices: readonly Choice[],
  ): Choice | undefined {
    if (text === undefined) return undefined;
    const chosen = choices.find((choice) => choice === text);
    if (chosen === undefined) this.problems.push(`${option}: choose one of ${choices.join(', ')}.`);
    return chosen;
  }

  onOff(option: string, text: string | undefined): boolean | undefined {
    const chosen = this.choice(option, text, ['on', 'off'] as const);
    return chosen === undefined ? undefined : chosen === 'on';
  }

  /** `{ [key]: value }`, or nothing where there is no value. */
  present<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
    return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
  }

  /** @throws MailfitError `wrongUse` with one line per problem */
  failOnProblems(): void {
    if (this.problems.length > 0) throw new MailfitError('wrongUse', this.problems);
  }
}
