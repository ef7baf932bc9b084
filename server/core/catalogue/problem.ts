// A breach of a rule: found at a path inside a profile, reported at a line and column of a file.

import type { LocalizedText } from '../text/localized.ts';
import { RULES } from './rules.ts';
import type { RuleName, Severity } from './rules.ts';

export type Path = readonly (string | number)[];

/** What a check says; `at: 'key'` points to the key itself instead of its value. */
export interface Finding {
  readonly rule: RuleName;
  readonly path: Path;
  readonly at?: 'key' | 'value';
  readonly details?: Readonly<Record<string, string>>;
}

export interface Problem {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: LocalizedText;
  readonly fix: LocalizedText;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Words a finding for people, at its place. */
export function problemFrom(finding: Pick<Finding, 'rule' | 'details'>, place: Place): Problem {
  const { severity, message, fix } = RULES[finding.rule];
  const details = finding.details ?? {};
  return {
    rule: finding.rule,
    severity,
    ...place,
    message: fillBoth(message, details),
    fix: fillBoth(fix, details),
  };
}

function fillBoth(text: LocalizedText, details: Readonly<Record<string, string>>): LocalizedText {
  const fill = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_whole, word: string) => details[word] ?? '?');
  return { en: fill(text.en), ja: fill(text.ja) };
}

/** `file:line:column severity rule: message. Fix: …` in one language. */
export function problemLine(problem: Problem, lang: keyof LocalizedText): string {
  const head = `${problem.file}:${problem.line}:${problem.column}`;
  const said = problem.message[lang];
  const fix = problem.fix[lang];
  return lang === 'ja'
    ? `${head} ${problem.severity === 'error' ? 'エラー' : '警告'} ${problem.rule}: ${said}。対処: ${fix}`
    : `${head} ${problem.severity} ${problem.rule}: ${said}. Fix: ${fix}`;
}
