// The facts of one option as the engine uses them: declared, measured or computed, each with its reading.
// Invariant: a measurement replaces what is declared, and what is declared stays visible beside it.

import type { DatedSource, SourceAge } from '../catalogue/ageing.ts';
import type { Fact, FactId } from '../catalogue/fact.ts';
import type { Provider } from '../catalogue/provider.ts';
import type { OptionCost } from '../cost/option-cost.ts';
import type { OwnGateway } from '../questionnaire/needs.ts';
import type { Range } from '../range/range.ts';
import { exactly, rangeFrom } from '../range/range.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { FactReading } from './fact-reading.ts';
import { doubted, readFact } from './fact-reading.ts';
import type { LimitPath } from './limit-path.ts';
import { limitPath } from './limit-path.ts';
import { SUPPORTED_YEARS, supportedYears } from './supported-years.ts';

export interface MeasuredEvidence {
  readonly providerId: string;
  readonly factId: 'acceptedThroughput' | 'smtpConnectionsMax';
  readonly value: number;
  /** No limit was met: the true figure is `value` or more. */
  readonly isLowerBound: boolean;
  readonly unit: string;
  readonly runId: string;
  /** ISO date. */
  readonly measuredOn: string;
  readonly conditions: LocalizedText;
}

export interface OptionFact {
  readonly id: string;
  readonly fact: Fact;
  readonly reading: FactReading;
  readonly measured: MeasuredEvidence | null;
  /** What the vendor declares, where a measurement has replaced it. */
  readonly declared: Fact | null;
  /** Where several limits bound the same thing: which they are, and which binds. */
  readonly path: LimitPath | null;
  /** Of the source that is believed most; null where nothing is stated, or what is stated is computed. */
  readonly age: SourceAge | null;
}

export interface FactContext {
  /** Mailboxes: what an organisation-wide limit is shared among. */
  readonly users: number;
  readonly gateway: OwnGateway | null;
  readonly measured: readonly MeasuredEvidence[];
  readonly costOf: (provider: Provider) => OptionCost;
  /** Staff cost that every option brings, the least of all options included: no reason to prefer one. */
  readonly unavoidableStaff: Range;
  /** ISO 8601 day on which the choice is made. */
  readonly today: string;
  /** By the declared rule; null without a source. */
  readonly ageOf: (factId: FactId, sources: readonly DatedSource[]) => SourceAge | null;
}

export const COST_UNIT = 'JPY/user/month';

/** Every fact that a gate or criterion may name, by id. */
export function optionFact(provider: Provider, factId: string, context: FactContext): OptionFact {
  if (factId === 'deployment')
    return computed(factId, { state: 'known', value: provider.deployment, evidence: [] });
  if (factId === 'kind') return computed(factId, { state: 'known', value: provider.kind, evidence: [] });
  if (factId === 'costPerUserMonth') return costFact(provider, context);
  if (factId === SUPPORTED_YEARS) return supportedYears(provider, context.today);
  return statedFact(provider, factId as FactId, context);
}

function statedFact(provider: Provider, factId: FactId, context: FactContext): OptionFact {
  const declared = provider.facts[factId];
  const measured = newestMeasurement(provider.id, factId, context.measured);
  if (measured === null || (measured.isLowerBound && statesMoreThan(declared, measured.value))) {
    return limitedFact(provider, factId, context);
  }
  const fact = measuredFact(measured);
  const source: DatedSource = { class: 'measured', checkedOn: measured.measuredOn };
  return { id: factId, fact, measured, declared, path: null, ...aged(factId, fact, [source], context) };
}

/** The declared fact, or what the smallest limit on its path leaves of it. */
function limitedFact(provider: Provider, factId: FactId, context: FactContext): OptionFact {
  const path = limitPath(provider, factId, context);
  const fact = path?.effective ?? provider.facts[factId];
  return { ...computed(factId, fact), path, ...aged(factId, fact, fact.evidence, context) };
}

/** The reading of a fact with what its age takes from it. */
function aged(
  factId: FactId,
  fact: Fact,
  sources: readonly DatedSource[],
  { users, ageOf }: FactContext,
): Pick<OptionFact, 'reading' | 'age'> {
  const reading = readFact(fact, users);
  const age = fact.state === 'known' || fact.state === 'range' ? ageOf(factId, sources) : null;
  return { age, reading: age === null ? reading : doubted(reading, age) };
}

function measuredFact({ value, unit, isLowerBound }: MeasuredEvidence): Fact {
  return isLowerBound
    ? { state: 'range', min: value, unit, evidence: [] }
    : { state: 'known', value, unit, evidence: [] };
}

// A load that stayed below what the vendor declares neither confirms nor disproves it.
function statesMoreThan(declared: Fact, value: number): boolean {
  const stated = declared.state === 'range' ? declared.min : declared.value;
  return declared.unlimited === true || (typeof stated === 'number' && stated >= value);
}

function computed(id: string, fact: Fact): OptionFact {
  return { id, fact, reading: readFact(fact, 1), measured: null, declared: null, path: null, age: null };
}

function newestMeasurement(
  providerId: string,
  factId: string,
  measured: readonly MeasuredEvidence[],
): MeasuredEvidence | null {
  const own = measured.filter((one) => one.providerId === providerId && one.factId === factId);
  return (
    own.toSorted((a, b) => compareText(b.measuredOn, a.measuredOn) || compareText(b.runId, a.runId))[0] ??
    null
  );
}

/** By code unit: the same order on every machine and in every language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// An unknown list price leaves the cost unknown: an assumed price must not pass or fail a budget.
function costFact(provider: Provider, context: FactContext): OptionFact {
  const cost = context.costOf(provider);
  const perUser = attributableCost(cost, context.unavoidableStaff);
  const evidence = priceEvidence(provider);
  if (perUser === null || !cost.isPriceKnown)
    return computed('costPerUserMonth', { state: 'unknown', evidence });
  const [min = 0, likely = 0, max = 0] = [perUser.low, perUser.likely, perUser.high].toSorted(
    (a, b) => a - b,
  );
  const fact: Fact = { state: 'range', min, max, unit: COST_UNIT, evidence };
  const age = context.ageOf('pricePerUserMonth', evidence);
  return { ...computed('costPerUserMonth', fact), reading: { kind: 'number', min, max, likely }, age };
}

// Accounts and passwords must be looked after with any option, so only the staff time beyond that counts.
function attributableCost(cost: OptionCost, unavoidableStaff: Range): Range | null {
  const { perUserMonth, total } = cost;
  if (perUserMonth === null) return null;
  return rangeFrom((end) => {
    const userMonths = total[end] / perUserMonth[end];
    return userMonths > 0 ? Math.max(0, (total[end] - unavoidableStaff[end]) / userMonths) : 0;
  });
}

export function staffOf(cost: OptionCost): Range {
  return cost.lines.find((line) => line.key === 'staff')?.amount ?? exactly(0);
}

const PRICE_FACTS: readonly FactId[] = [
  'pricePerUserMonth',
  'pricePerOrganisationMonth',
  'setupFee',
  'serverLicence',
  'userLicence',
  'supportFeeYear',
];

/** By which share each stated price has widened with its age. */
export function priceWidening(
  provider: Provider,
  ageOf: FactContext['ageOf'],
): Readonly<Partial<Record<FactId, number>>> {
  return Object.fromEntries(
    PRICE_FACTS.map((factId) => [factId, ageOf(factId, provider.facts[factId].evidence)?.widening ?? 0]),
  );
}

function priceEvidence(provider: Provider): Fact['evidence'] {
  return PRICE_FACTS.flatMap((factId) => provider.facts[factId].evidence);
}
