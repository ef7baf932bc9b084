import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { previewAnswers } from '../../../server/usecases/answer-preview.ts';
import { recommendFor } from '../../../server/usecases/recommend.ts';
import type { StoredAnswers } from '../../../server/usecases/stores.ts';
import { shippedBasis } from '../../builders/web.ts';

const TODAY = '2026-11-23';
const basis = shippedBasis();
const previewOf = (answers: StoredAnswers) => previewAnswers(basis, answers, TODAY);

describe('the preview of answers', () => {
  const answers = { employees: 300, 'data-location': ['japan'], 'sign-in': ['mfa', 'sso'] };

  it('leaves exactly the options that the recommendation leaves', () => {
    const outcome = recommendFor(basis, { answers, runs: [], seed: 1, samples: 10, today: TODAY });
    assert.ok(outcome.ok);
    const { counts, exclusions } = previewOf(answers);

    const idsOf = (status: string) =>
      outcome.value.options.filter((option) => option.status === status).map(({ id }) => id);
    assert.equal(counts.eligible, idsOf('eligible').length);
    assert.equal(counts.conditional, idsOf('conditional').length);
    assert.deepEqual(
      new Set(exclusions.flatMap(({ options }) => options.map(({ id }) => id))),
      new Set(idsOf('excluded')),
    );
  });

  it('says which answer excludes which option, and how many it excludes alone', () => {
    const without = previewOf({ ...answers, 'data-location': ['anywhere'] });
    const { counts, exclusions } = previewOf(answers);
    const byPlace = exclusions.find(({ question }) => question === 'data-location');

    assert.ok(byPlace !== undefined && byPlace.options.length > 0);
    assert.equal(
      without.counts.eligible + without.counts.conditional - counts.eligible - counts.conditional,
      byPlace.alone,
    );
    assert.deepEqual(
      exclusions.map(({ question }) => question),
      ['employees', 'sign-in', 'data-location', null],
    );
  });

  it('sizes what is known so far, and narrows with every answer about size', () => {
    const width = (given: StoredAnswers) => {
      const { p10, p50, p90 } = previewOf(given).sizing.mailboxGiBPerUser ?? { p10: 0, p50: 1, p90: 0 };
      return (p90 - p10) / p50;
    };

    assert.equal(previewOf({}).isHeadcountKnown, false);
    assert.equal(previewOf(answers).isHeadcountKnown, true);
    assert.ok(width({ ...answers, 'store-now': 2_000, 'store-last-year': 1_500 }) < width(answers));
  });

  it('passes over answers that the questionnaire no longer knows', () => {
    assert.deepEqual(
      previewOf({ ...answers, 'gone-question': 1, employees: 'many' }).isHeadcountKnown,
      false,
    );
  });
});
