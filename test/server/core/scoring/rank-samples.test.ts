import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  countRanks,
  countWins,
  rankSamples,
  TIE_TOLERANCE,
} from '../../../../server/core/scoring/rank-samples.ts';

const RUNS = { numRuns: 1000 };
/** Few different scores, so that ties are common. */
const score = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const scoreTable = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }))
  .chain(([options, samples]) =>
    fc.array(fc.array(score, { minLength: samples, maxLength: samples }), {
      minLength: options,
      maxLength: options,
    }),
  );

function columnsOf(table: readonly (readonly number[])[]): readonly Float64Array[] {
  return table.map((row) => Float64Array.from(row));
}

/** Rank shares by their definition: an option takes each of the ranks that it and those tied with it fill. */
function sharesByDefinition(table: readonly (readonly number[])[], members: readonly number[]): number[] {
  const samples = table[0]?.length ?? 0;
  const shares = Array<number>(members.length ** 2).fill(0);
  for (let sample = 0; sample < samples; sample++) {
    const row = members.map((position) => table[position]?.[sample] ?? 0);
    row.forEach((own, place) => {
      const better = row.filter((other) => other - own > TIE_TOLERANCE).length;
      const level = row.filter((other) => Math.abs(other - own) <= TIE_TOLERANCE).length;
      for (let rank = better; rank < better + level; rank++) {
        const index = place * members.length + rank;
        shares[index] = (shares[index] ?? 0) + 1 / level / samples;
      }
    });
  }
  return shares;
}

describe('ranks over the samples', () => {
  it('are those of the definition, ties split, also among some of the options', () => {
    fc.assert(
      fc.property(scoreTable, fc.integer({ min: 1, max: 511 }), (table, mask) => {
        const members = table.flatMap((_, position) => ((mask >> position) & 1 ? [position] : []));
        const ranked = rankSamples(columnsOf(table), table[0]?.length ?? 0);
        const { shares } = countRanks(ranked, members);

        for (const [index, expected] of sharesByDefinition(table, members).entries())
          assert.ok(Math.abs((shares[index] ?? 0) - expected) < 1e-9);
      }),
      RUNS,
    );
  });

  it('name the best score and the next one', () => {
    fc.assert(
      fc.property(scoreTable, (table) => {
        const samples = table[0]?.length ?? 0;
        const members = table.map((_, position) => position);
        const counts = countRanks(rankSamples(columnsOf(table), samples), members);
        for (let sample = 0; sample < samples; sample++) {
          const falling = table.map((row) => row[sample] ?? 0).toSorted((a, b) => b - a);
          assert.equal(counts.firstScores[sample], falling[0]);
          assert.equal(counts.secondScores[sample], falling[1] ?? Number.NEGATIVE_INFINITY);
          assert.equal(table[counts.firsts[sample] ?? -1]?.[sample], falling[0]);
        }
      }),
      RUNS,
    );
  });

  it('give each pair its wins, half of one for a tie', () => {
    fc.assert(
      fc.property(scoreTable, (table) => {
        const samples = table[0]?.length ?? 0;
        const members = table.map((_, position) => position);
        const wins = countWins(rankSamples(columnsOf(table), samples), members);
        for (const one of members) {
          for (const other of members.filter((position) => position !== one)) {
            const expected = table[one]?.reduce((sum, own, sample) => {
              const gap = own - (table[other]?.[sample] ?? 0);
              return sum + (gap > TIE_TOLERANCE ? 1 : gap >= -TIE_TOLERANCE ? 0.5 : 0);
            }, 0);
            assert.equal(wins[one * members.length + other], expected);
          }
        }
      }),
      RUNS,
    );
  });

  it('of nobody are nothing', () => {
    const counts = countRanks(rankSamples([], 3), []);

    assert.deepEqual([counts.shares.length, counts.firsts.length], [0, 3]);
  });
});
