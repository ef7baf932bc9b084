// What to ask the vendor first: for every unknown fact the chance that knowing it changes who is first.

import type { Evaluation } from './evaluate.ts';
import { DERIVED_FACTS } from '../questionnaire/questionnaire-rules.ts';
import { drawAt } from './fact-samples.ts';
import { isOpenAtHomeOnly } from './limit-path.ts';
import type { VendorQuestion } from './recommendation-analysis.ts';
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
  const reach = (column: number): number => at(simulation.heaviest, column) * spreadOf(sampled, column);
  const asked = evaluation.criteria
    .flatMap((_, column) => (isAsked(evaluation, sampled, column) ? [column] : []))
    .toSorted((a, b) => reach(b) - reach(a));
  let open = openSamples(simulation, contest, position, reach(asked[0] ?? -1));
  const questions = new Map<number, VendorQuestion>();
  for (const column of asked) {
    // The facts come by falling reach, so each leaves fewer samples open for those after it.
    open = narrowed(open, reach(column));
    const question = questionAbout(evaluation, simulation, { sampled, column, open });
    if (question !== null) questions.set(column, question);
  }
  return [...questions]
    .toSorted(([a], [b]) => a - b)
    .map(([, question]) => question)
    .toSorted((a, b) => b.changesWinnerProbability - a.changesWinnerProbability || swing(b) - swing(a));
}

interface Asked {
  readonly sampled: SampledOption;
  readonly column: number;
  readonly open: OpenSamples;
}

function questionAbout(
  { criteria, weights }: Evaluation,
  simulation: Simulation,
  { sampled, column, open }: Asked,
): VendorQuestion | null {
  const { score, cells } = sampled.option;
  const [rule, cell] = [criteria[column]?.rule, cells[column]];
  if (rule === undefined || cell === undefined) return null;
  const weight = entry(weights, column);
  return {
    criterion: rule.id,
    factId: rule.fact,
    question: rule.ask,
    changesWinnerProbability: chanceOfChange(simulation, sampled, column, open),
    scoreSwing: [score - weight * (cell.central - cell.low), score + weight * (cell.high - cell.central)],
  };
}

function isAsked({ criteria }: Evaluation, { option }: SampledOption, column: number): boolean {
  const [rule, cell] = [criteria[column]?.rule, option.cells[column]];
  if (rule === undefined || cell === undefined || isComputed(rule.fact)) return false;
  if (isOpenAtHomeOnly(option.facts[column]?.path ?? null)) return false;
  return (cell.why === 'unknown' || cell.why === 'undisclosed') && cell.low !== cell.high;
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

/** How far a fact's value may lie from its mean. */
function spreadOf({ option }: SampledOption, column: number): number {
  const cell = option.cells[column];
  return cell === undefined ? 0 : Math.max(cell.central - cell.low, cell.high - cell.central);
}

// In each sample the option is put at the mean of the unknown fact and at its drawn value; the answer matters where one
// of the two is first and the other is not.
function chanceOfChange(
  { samples, columns }: Simulation,
  own: SampledOption,
  column: number,
  open: OpenSamples,
): number {
  const source = own.sampled.uncertain.find((one) => one.column === column);
  const weights = columns[column];
  const cell = own.option.cells[column];
  if (source === undefined || weights === undefined || cell === undefined) return 0;
  const spread = spreadOf(own, column);
  let changes = 0;
  for (let index = 0; index < open.samples.length; index++) {
    const sample = positionAt(open.samples, index);
    const lead = at(open.leads, index);
    const weight = at(weights, sample);
    if (Math.abs(lead) > weight * spread) continue;
    const shift = weight * (cell.central - drawAt(source, sample));
    if (lead > 0 !== lead + shift > 0) changes += 1;
  }
  return changes / samples;
}
