// What to ask the vendor first: for every unknown fact the chance that knowing it changes who is first.

import type { Evaluation } from './evaluate.ts';
import { DERIVED_FACTS } from '../questionnaire/questionnaire-rules.ts';
import { drawValues } from './fact-samples.ts';
import type { VendorQuestion } from './recommendation-analysis.ts';
import type { Contest, SampledOption, Simulation } from './simulate.ts';
import { at, positionAt } from './vectors.ts';

/** Most decisive first. Only what nobody has stated is asked; a stated range is an answer already. */
export function vendorQuestions(
  evaluation: Evaluation,
  simulation: Simulation,
  contest: Contest,
  position: number,
): readonly VendorQuestion[] {
  const sampled = simulation.options[position];
  if (sampled === undefined) return [];
  const rivals = rivalScores(simulation, contest, position);
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
        changesWinnerProbability: chanceOfChange(sampled, column, simulation, rivals),
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

/** Per sample the best score among the others; null when the option does not compete. */
function rivalScores({ samples }: Simulation, contest: Contest, position: number): Float64Array | null {
  const place = contest.members.indexOf(position);
  if (place < 0) return null;
  const { firsts, firstScores, secondScores } = contest.counts;
  const rivals = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    rivals[sample] =
      positionAt(firsts, sample) === place ? at(secondScores, sample) : at(firstScores, sample);
  }
  return rivals;
}

// In each sample the option is put at the middle of the unknown fact and at its drawn value; the answer matters where
// one of the two is first and the other is not.
function chanceOfChange(
  sampled: SampledOption,
  column: number,
  { samples, weights }: Simulation,
  rivals: Float64Array | null,
): number {
  const source = sampled.sources.get(column);
  const central = sampled.option.cells[column]?.central ?? 0;
  if (rivals === null || source === undefined) return 0;
  const drawn = new Float64Array(samples);
  drawValues(source, drawn);
  const weightColumn = weights.subarray(column * samples, (column + 1) * samples);
  let changes = 0;
  for (let sample = 0; sample < samples; sample++) {
    const rival = at(rivals, sample);
    const known = at(sampled.scores, sample);
    const unknown = known + at(weightColumn, sample) * (central - at(drawn, sample));
    if (known > rival !== unknown > rival) changes += 1;
  }
  return changes / samples;
}
