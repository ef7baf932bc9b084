// A run as JUnit XML, the dialect that CI servers read: one case for the verdict, one per pass criterion, one for the
// ledger. What was not measured fails, because silence is no proof.

import type { RunResult } from '../schema/run.generated.ts';
import { escapeMarkup } from './escape.ts';
import { arrivalFaults } from './arrival-faults.ts';
import type { OutputLang } from './run-words.ts';
import { RUN_WORDS } from './run-words.ts';
import { thresholdFigure } from '../stats/thresholds.ts';
import { verdictReasonText } from './verdict-reasons.ts';

interface Case {
  readonly name: string;
  /** Null when it passed. */
  readonly failure: string | null;
  /** The run itself is the only case that takes time. */
  readonly sec?: number;
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
    // The schemas of Ant and Jenkins know neither fractions of a second nor zones.
    timestamp: result.startedAt.slice(0, 19),
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
  const { title, verdict } = RUN_WORDS[lang];
  const text = `${verdict[result.verdict]} ${verdictReasonText(result.verdictReason, lang) ?? ''}`.trimEnd();
  return { name: title, failure: result.verdict === 'valid' ? null : text, sec: result.durationSec };
}

function thresholdCases(result: RunResult, lang: OutputLang): Case[] {
  const words = RUN_WORDS[lang];
  return result.thresholds.map(({ expression, passed, actual }) => ({
    name: expression,
    failure: passed
      ? null
      : `${words.missed}: ${actual === null ? words.notMeasured : thresholdFigure(expression, actual)}`,
  }));
}

function ledgerCases(result: RunResult, lang: OutputLang): Case[] {
  const { ledger } = result;
  if (!ledger.checked) return [];
  const words = RUN_WORDS[lang];
  const failure = arrivalFaults(result)
    .map((fate) => `${words.ledger[fate]} ${ledger[fate]}`)
    .join(', ');
  return [{ name: words.arrivals, failure: failure === '' ? null : failure }];
}

function caseXml({ name, failure, sec = 0 }: Case): string {
  const head = `<testcase ${attributes({ classname: 'mailfit', name, time: sec.toFixed(3) })}`;
  if (failure === null) return `${head}/>`;
  return `${head}><failure ${attributes({ type: 'missed', message: failure })}/></testcase>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeMarkup(String(value))}"`)
    .join(' ');
}
