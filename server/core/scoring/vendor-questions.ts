// What to ask the vendor first: for every unknown fact the chance that knowing it changes who is first.

import type { Evaluation } from './evaluate.ts';
import { DERIVED_FACTS } from '../questionnaire/questionnaire-rules.ts';
import { drawValues } from './fact-samples.ts';
import type { VendorQuestion } from './recommendation-analysis.ts';
import type { Contest, SampledOption, Simulation } from './simulate.ts';
import { at } from './vectors.ts';

/** Most decisive first. Only what nobody has stated is asked; a stated range is an answer already. */
export function vendorQuestions(
  evaluation: Evaluation,
  simulation: Simulation,
  contest: Contest,
  position: number,
): readonly VendorQuestion[] {
  const sampled = simulation.options[position];
  if (sampled === undefined) return [];
  const questions = evaluation.criteria.flatMap(({ rule }, column): readonly VendorQuestion[] => {
    const cell = sampled.option.cells[column];
    const weight = evaluation.weights[column] ?? 0;
    const isAsked = cell !== undefined && (cell.why === 'unknown' || cell.why === 'undisclosed');
    if (!isAsked || cell.low === cell.high || isComputed(rule.fact)) return [];
    const { score } = sampled.option;
    return [
      {
        criterion: rule.id,
        factId: rule.fact,
        question: rule.ask,
        changesWinnerProbability: chanceOfChange(sampled, column, simulation, { contest, position }),
        scoreSwing: [score - weight * (cell.central - cell.low), score + weight * (cell.high - cell.central)],
      },
    ];
  });
  return questions.toSorted(
    (a, b) => b.changesWinnerProbability - a.changesWinnerProbability || swing(b) - swing(a),
  );
}

// The price itself can be asked for; where an option runs cannot.
function isComputed(factId: string): boolean {
  return factId !== 'costPerUserMonth' && (DERIVED_FACTS as readonly string[]).includes(factId);
}

function swing({ scoreSwing }: VendorQuestion): number {
  return scoreSwing[1] - scoreSwing[0];
}

// In each sample the option is put at the middle of the unknown fact and at its drawn value; the answer matters where
// one of the two is first and the other is not.
function chanceOfChange(
  sampled: SampledOption,
  column: number,
  simulation: Simulation,
  { contest, position }: { readonly contest: Contest; readonly position: number },
): number {
  const place = contest.members.indexOf(position);
  const source = sampled.sources.get(column);
  const central = sampled.option.cells[column]?.central ?? 0;
  if (place < 0 || source === undefined) return 0;
  const drawn = new Float64Array(simulation.samples);
  drawValues(source, drawn);
  const { firsts, firstScores, secondScores } = contest.counts;
  let changes = 0;
  for (let sample = 0; sample < simulation.samples; sample++) {
    const rival = at(firsts, sample) === place ? at(secondScores, sample) : at(firstScores, sample);
    const known = at(sampled.scores, sample);
    const weight = at(simulation.weights, column * simulation.samples + sample);
    const unknown = known + weight * (central - at(drawn, sample));
    if (known > rival !== unknown > rival) changes += 1;
  }
  return changes / simulation.samples;
}
