// What to ask the vendor first: for every unknown fact the chance that knowing it changes who is first.

import { DERIVED_FACTS } from '../questionnaire/questionnaire-rules.ts';
import type { Cell } from './cell.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { Evaluation } from './evaluate.ts';
import type { DrawSource } from './fact-samples.ts';
import { drawAt } from './fact-samples.ts';
import { isOpenAtHomeOnly } from './limit-path.ts';
import type { OptionFact } from './option-facts.ts';
import type { VendorQuestion } from './recommendation-analysis.ts';
import { ruleAt } from './sensitivity.ts';
import type { Contest, SampledOption, Simulation } from './simulate.ts';
import { at, entry, positionAt } from './vectors.ts';

/** Most decisive first. Only what nobody has stated is asked; a stated range is an answer already. */
export function vendorQuestions(
  evaluation: Evaluation,
  simulation: Simulation,
  contest: Contest,
  position: number,
): readonly VendorQuestion[] {
  const sampled = simulation.options[position];
  if (sampled === undefined) return [];
  const facts = openFacts(evaluation, simulation, sampled).toSorted((a, b) => b.reach - a.reach);
  let open = openSamples(simulation, contest, position, facts[0]?.reach ?? 0);
  const asked = facts.map((fact) => {
    // The facts come by falling reach, so each leaves fewer samples open for those after it.
    open = narrowed(open, fact.reach);
    const question = questionAbout(fact, sampled.option.score, changesIn(fact, open) / simulation.samples);
    return { column: fact.source.column, question };
  });
  return asked
    .toSorted((a, b) => a.column - b.column)
    .map(({ question }) => question)
    .toSorted((a, b) => b.changesWinnerProbability - a.changesWinnerProbability || swing(b) - swing(a));
}

/** A fact of the option that nobody has stated. */
interface OpenFact {
  readonly rule: ScaledCriterion['rule'];
  readonly cell: Cell;
  readonly weight: number;
  /** The weight in every sample. */
  readonly weights: Float64Array;
  readonly source: DrawSource;
  /** How far the value may lie from its mean. */
  readonly spread: number;
  /** How far the score may lie from that at the mean, at the largest weight of all samples. */
  readonly reach: number;
}

function openFacts(
  evaluation: Evaluation,
  { columns, heaviest }: Simulation,
  { option, sampled }: SampledOption,
): readonly OpenFact[] {
  return sampled.uncertain.flatMap((source): readonly OpenFact[] => {
    const { column } = source;
    const [cell, weights] = [option.cells[column], columns[column]];
    const rule = ruleAt(evaluation, column);
    if (cell === undefined || weights === undefined) return [];
    if (!isAsked(rule.fact, cell, option.facts[column])) return [];
    const spread = Math.max(cell.central - cell.low, cell.high - cell.central);
    const reach = at(heaviest, column) * spread;
    return [{ rule, cell, weight: entry(evaluation.weights, column), weights, source, spread, reach }];
  });
}

function questionAbout(
  { rule, cell, weight }: OpenFact,
  score: number,
  changesWinnerProbability: number,
): VendorQuestion {
  return {
    criterion: rule.id,
    factId: rule.fact,
    question: rule.ask,
    changesWinnerProbability,
    scoreSwing: [score - weight * (cell.central - cell.low), score + weight * (cell.high - cell.central)],
  };
}

function isAsked(factId: string, { why }: Cell, fact: OptionFact | undefined): boolean {
  if (isComputed(factId) || isOpenAtHomeOnly(fact?.path ?? null)) return false;
  return why === 'unknown' || why === 'undisclosed';
}

// The price itself can be asked for; where an option runs cannot.
function isComputed(factId: string): boolean {
  return factId !== 'costPerUserMonth' && (DERIVED_FACTS as readonly string[]).includes(factId);
}

function swing({ scoreSwing }: VendorQuestion): number {
  return scoreSwing[1] - scoreSwing[0];
}

/** Samples in which some unknown fact of the option could decide, and by how much the option leads there. */
interface OpenSamples {
  readonly samples: Int32Array;
  readonly leads: Float64Array;
}

const NO_SAMPLES: OpenSamples = { samples: new Int32Array(0), leads: new Float64Array(0) };

// Most samples are decided by more than any one fact could make up: only the others are looked at again.
function openSamples(
  { samples, options }: Simulation,
  { members, counts }: Contest,
  position: number,
  reach: number,
): OpenSamples {
  const own = options[position];
  const place = members.indexOf(position);
  if (own === undefined || place < 0) return NO_SAMPLES;
  const found = new Int32Array(samples);
  const leads = new Float64Array(samples);
  let count = 0;
  for (let sample = 0; sample < samples; sample++) {
    const isFirst = positionAt(counts.firsts, sample) === place;
    const rival = isFirst ? at(counts.secondScores, sample) : at(counts.firstScores, sample);
    const lead = at(own.scores, sample) - rival;
    if (Math.abs(lead) > reach) continue;
    found[count] = sample;
    leads[count] = lead;
    count += 1;
  }
  return { samples: found.subarray(0, count), leads: leads.subarray(0, count) };
}

/** Keeps, in place, the samples whose lead is within reach. */
function narrowed({ samples, leads }: OpenSamples, reach: number): OpenSamples {
  let count = 0;
  for (let index = 0; index < samples.length; index++) {
    if (Math.abs(at(leads, index)) > reach) continue;
    samples[count] = positionAt(samples, index);
    leads[count] = at(leads, index);
    count += 1;
  }
  return { samples: samples.subarray(0, count), leads: leads.subarray(0, count) };
}

// In each sample the option is put at the mean of the unknown fact and at its drawn value; the answer matters where one
// of the two is first and the other is not.
function changesIn({ cell, weights, source, spread }: OpenFact, open: OpenSamples): number {
  let changes = 0;
  for (let index = 0; index < open.samples.length; index++) {
    const sample = positionAt(open.samples, index);
    const lead = at(open.leads, index);
    const weight = at(weights, sample);
    if (Math.abs(lead) > weight * spread) continue;
    const shift = weight * (cell.central - drawAt(source, sample));
    if (lead > 0 !== lead + shift > 0) changes += 1;
  }
  return changes;
}
