import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Preferences } from '../../../../server/core/scoring/preferences.ts';
import type { RecommendInput } from '../../../../server/core/scoring/recommend.ts';
import { answersHash } from '../../../../server/core/scoring/recommend.ts';
import { recommendInput } from '../../../builders/recommend-input.ts';

const ANSWERS = { employees: 50, 'own-domain': 'one' };

describe('the fingerprint of what was answered', () => {
  const of = (answers: Readonly<Record<string, unknown>>, fields: Partial<RecommendInput> = {}) =>
    answersHash(recommendInput(answers, fields));
  const swing: Preferences = { method: 'swing', points: { room: [100, 100] } };
  const tender = { rule: 'stands for a rule' } as unknown as NonNullable<RecommendInput['tender']>;

  it('does not depend on the order of the answers', () => {
    const { answers } = recommendInput(ANSWERS);
    const turned = new Map([...answers].toReversed());

    assert.equal(answersHash({ answers: turned }), answersHash({ answers }));
    assert.notEqual(of({ employees: 51 }), of({ employees: 50 }));
  });

  it('holds the weights, the people or else one person, and the tender rule', () => {
    const people = [{ name: 'Aki', preferences: swing }];
    const hashes = [
      of(ANSWERS),
      of(ANSWERS, { preferences: swing }),
      of(ANSWERS, { people }),
      of(ANSWERS, { tender }),
      of(ANSWERS, { preferences: swing, tender }),
    ];

    assert.equal(new Set(hashes).size, hashes.length);
    assert.equal(of(ANSWERS, { people, preferences: swing }), of(ANSWERS, { people }));
  });
});
