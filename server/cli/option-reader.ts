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

  /** `0.3` and `30%` are the same. */
  share(option: string, text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    const isPercent = text.endsWith('%');
    const value = Number(isPercent ? text.slice(0, -1) : text) / (isPercent ? 100 : 1);
    if (text.trim() !== '' && value >= 0 && value <= 1) return value;
    this.problems.push(`${option}: “${text}” is not a share from 0 to 1 or 0% to 100%.`);
    return undefined;
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
