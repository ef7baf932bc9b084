// A run as JUnit XML, the dialect that CI servers read: one case for the verdict, one per pass criterion, one for the
// ledger. What was not measured fails, because silence is no proof.

import type { RunResult } from '../schema/run.generated.ts';
import { escapeMarkup } from './escape.ts';
import type { OutputLang } from './run-words.ts';
import { RUN_WORDS } from './run-words.ts';

interface Case {
  readonly name: string;
  /** Null when it passed. */
  readonly failure: string | null;
}

export function runJunit(result: RunResult, lang: OutputLang): string {
  const cases = [verdictCase(result, lang), ...thresholdCases(result, lang), ...ledgerCases(result, lang)];
  const failures = cases.filter((entry) => entry.failure !== null).length;
  const suite = attributes({
    name: `mailfit ${result.target}`,
    tests: cases.length,
    failures,
    errors: 0,
    time: result.durationSec.toFixed(3),
    timestamp: result.startedAt.replace(/Z$/, ''),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite ${suite}>`,
    ...cases.map(caseXml),
    '</testsuite></testsuites>',
    '',
  ].join('\n');
}

function verdictCase(result: RunResult, lang: OutputLang): Case {
  const text = RUN_WORDS[lang].verdict[result.verdict];
  return { name: RUN_WORDS[lang].title, failure: result.verdict === 'valid' ? null : text };
}

function thresholdCases(result: RunResult, lang: OutputLang): Case[] {
  const words = RUN_WORDS[lang];
  return result.thresholds.map(({ expression, passed, actual }) => ({
    name: expression,
    failure: passed ? null : `${words.missed}: ${actual ?? words.notMeasured}`,
  }));
}

function ledgerCases({ ledger }: RunResult, lang: OutputLang): Case[] {
  if (!ledger.checked) return [];
  const words = RUN_WORDS[lang];
  const faults = (['lost', 'duplicated', 'corrupted'] as const).filter((fate) => ledger[fate] > 0);
  const failure = faults.map((fate) => `${words.ledger[fate]} ${ledger[fate]}`).join(', ');
  return [{ name: words.arrivals, failure: failure === '' ? null : failure }];
}

function caseXml({ name, failure }: Case): string {
  const head = `<testcase ${attributes({ classname: 'mailfit', name })}`;
  return failure === null ? `${head}/>` : `${head}><failure ${attributes({ message: failure })}/></testcase>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeMarkup(String(value))}"`)
    .join(' ');
}
