import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankOptions } from '../../../../server/core/scoring/ranking.ts';
import { bareEvaluation } from '../../../builders/bare-evaluation.ts';

interface Given {
  readonly status: string;
  readonly score: number;
  readonly name: string;
}

/** What is shown, as `rank name`; names double as ids. */
function shown(given: readonly Given[]): readonly string[] {
  const { options } = bareEvaluation(given.map(({ score }) => [score]));
  const named = options.map((option, at) => {
    const { name = '', status } = given[at] ?? {};
    return {
      ...option,
      status,
      provider: { ...option.provider, id: name.toLowerCase(), name: { en: name } },
    };
  });
  return rankOptions(named as unknown as typeof options).map(
    ({ option, rank }) => `${rank ?? '-'} ${option.provider.name.en}`,
  );
}

test('eligible options come before conditional ones, whatever these score, and excluded ones have no rank', () => {
  const order = shown([
    { status: 'conditional', score: 0.9, name: 'Strong' },
    { status: 'excluded', score: 1, name: 'Zeta' },
    { status: 'eligible', score: 0.2, name: 'Weak' },
    { status: 'eligible', score: 0.5, name: 'Middle' },
    { status: 'excluded', score: 0, name: 'Alpha' },
  ]);

  assert.deepEqual(order, ['1 Middle', '2 Weak', '3 Strong', '- Alpha', '- Zeta']);
});

test('equal scores share a rank, stand by id, and the next rank counts them all', () => {
  const order = shown([
    { status: 'eligible', score: 0.4, name: 'Last' },
    { status: 'eligible', score: 0.7, name: 'Second' },
    { status: 'eligible', score: 0.7, name: 'First' },
  ]);

  assert.deepEqual(order, ['1 First', '1 Second', '3 Last']);
});

test('excluded options of one name stand by their id', () => {
  const { options } = bareEvaluation([[0], [0]]);
  const twins = options.map((option, at) => ({
    ...option,
    status: 'excluded',
    provider: { ...option.provider, id: at === 0 ? 'b' : 'a', name: { en: 'Same' } },
  }));

  assert.deepEqual(
    rankOptions(twins as unknown as typeof options).map(({ option }) => option.provider.id),
    ['a', 'b'],
  );
});
