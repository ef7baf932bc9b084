import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recommend } from '../../../../server/core/scoring/recommend.ts';
import type { OptionResult, Recommendation } from '../../../../server/core/scoring/recommendation.ts';
import { exampleAnswers, recommendInput, SHIPPED_CATALOGUE } from '../../../builders/recommend-input.ts';

const office = recommend(recommendInput(exampleAnswers('office-20')));

function option(recommendation: Recommendation, id: string): OptionResult {
  const found = recommendation.options.find((one) => one.id === id);
  assert.ok(found !== undefined, id);
  return found;
}

describe('a recommendation', () => {
  it('is the same, byte for byte, for the same input and for options in another order', () => {
    const again = recommend(recommendInput(exampleAnswers('office-20')));
    const reversed = recommend(
      recommendInput(exampleAnswers('office-20'), {
        catalogue: { ...SHIPPED_CATALOGUE, providers: SHIPPED_CATALOGUE.providers.toReversed() },
      }),
    );

    assert.equal(JSON.stringify(again), JSON.stringify(office));
    assert.equal(JSON.stringify(reversed), JSON.stringify(office));
  });

  it('shows points that add up to each score exactly', () => {
    for (const { contributions, score, id } of office.options) {
      assert.equal(
        contributions.reduce((sum, { points }) => sum + points, 0),
        score,
        id,
      );
    }
  });

  it('has weights that add up to 1 and keeps every score inside its range', () => {
    const total = office.criteria.reduce((sum, { weight }) => sum + weight, 0);

    assert.ok(Math.abs(total - 1) < 1e-12);
    for (const { score, scoreRange, id } of office.options) {
      assert.ok(scoreRange[0] <= score && score <= scoreRange[1], id);
    }
  });

  it('holds no number that is not one', () => {
    const json = JSON.stringify(office, (_, value: unknown) => {
      assert.ok(typeof value !== 'number' || Number.isFinite(value));
      return value;
    });

    assert.ok(!json.includes('undefined'));
  });

  it('explains every exclusion with the answer that caused it, what is required and what is there', () => {
    for (const { status, failed, id } of office.options) {
      assert.equal(status === 'excluded', failed.length > 0, id);
      for (const reason of failed) {
        assert.ok(reason.required !== '' && reason.actual !== '' && reason.label.ja !== '', id);
        const isAlways = ['mailboxes', 'maintained', 'supported-for-horizon'].includes(reason.requirement);
        assert.ok(reason.from.length > 0 || isAlways, id);
      }
    }
  });

  it('gives rank shares that add up to 1 over the eligible options', () => {
    const eligible = office.options.filter(({ status }) => status === 'eligible');
    const firsts = eligible.reduce((sum, { firstRankShare }) => sum + firstRankShare, 0);

    assert.ok(eligible.length > 0);
    assert.ok(Math.abs(firsts - 1) < 1e-9);
    for (const { rankShares, id } of eligible) {
      assert.ok(Math.abs(rankShares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9, id);
    }
  });

  it('answers nothing at all with a recommendation from declared defaults, and says so', () => {
    const silent = recommend(recommendInput({}));

    assert.ok(silent.options.length > 0);
    assert.match(
      silent.notices.map((notice) => notice.en).join(' '),
      /number of people is not answered.*0 of 39/,
    );
  });

  it('says that no option is left when requirements contradict each other, and what to relax', () => {
    const impossible = recommend(
      recommendInput({ deployment: 'cloud-only', 'data-location': 'own-premises', employees: 100 }),
    );

    assert.equal(impossible.recommended, null);
    assert.equal(impossible.strength, 'none');
    assert.ok((impossible.smallestRelaxations ?? []).length > 0);
    for (const { readmits } of impossible.smallestRelaxations ?? []) assert.ok(readmits.length > 0);
  });
});

describe('measured evidence', () => {
  const answers = exampleAnswers('university');
  const before = recommend(recommendInput(answers));
  const after = recommend(
    recommendInput(answers, {
      measured: [
        {
          providerId: 'stalwart',
          factId: 'acceptedThroughput',
          value: 900,
          unit: 'messages/s',
          isLowerBound: false,
          runId: 'run-1',
          measuredOn: '2026-11-22',
          conditions: { en: '10 sessions', ja: '10セッション' },
        },
      ],
    }),
  );

  function throughput(recommendation: Recommendation) {
    const found = option(recommendation, 'stalwart').contributions.find(
      ({ criterion }) => criterion === 'throughput',
    );
    assert.ok(found !== undefined);
    return found;
  }

  it('replaces what is declared and shows both', () => {
    assert.equal(throughput(after).fact.basis, 'measured');
    assert.equal(throughput(after).fact.value, 900);
    assert.equal(throughput(after).fact.declared?.state, throughput(before).fact.state);
    assert.equal(throughput(after).fact.evidence[0]?.runId, 'run-1');
  });

  it('narrows the score of its option and leaves all others alone', () => {
    const width = (recommendation: Recommendation): number => {
      const [low, high] = option(recommendation, 'stalwart').scoreRange;
      return high - low;
    };

    assert.ok(width(after) < width(before));
    for (const { id, score } of before.options) {
      if (id !== 'stalwart') assert.equal(option(after, id).score, score);
    }
  });

  it('the newest of several runs counts', () => {
    const run = {
      providerId: 'stalwart',
      factId: 'acceptedThroughput',
      unit: 'messages/s',
      isLowerBound: false,
    } as const;
    const conditions = { en: 'x', ja: 'x' };
    const measured = [
      { ...run, value: 1, runId: 'a', measuredOn: '2026-11-20', conditions },
      { ...run, value: 2, runId: 'b', measuredOn: '2026-11-21', conditions },
    ];

    assert.equal(throughput(recommend(recommendInput(answers, { measured }))).fact.value, 2);
  });

  function sessions(
    providerId: string,
    value: number,
  ): Recommendation['options'][number]['contributions'][number] {
    const conditions = { en: 'x', ja: 'x' };
    const met = { providerId, factId: 'smtpConnectionsMax', unit: 'count', runId: 'a' } as const;
    const measured = [{ ...met, value, isLowerBound: true, measuredOn: '2026-11-20', conditions }];
    const recommendation = recommend(recommendInput(answers, { measured }));
    const found = option(recommendation, providerId).contributions.find(
      (one) => one.fact.id === 'smtpConnectionsMax',
    );
    return found ?? assert.fail('no such contribution');
  }

  it('a load that met no limit counts as at least that much, and never worsens the option', () => {
    const few = sessions('mailcow', 5);
    const many = sessions('mailcow', 100_000);

    assert.deepEqual(few.fact.shown, { en: '5 or more', ja: '5以上' });
    assert.deepEqual(many.valueRange, [1, 1]);
    assert.ok(few.valueRange[1] === 1 && few.value <= many.value);
  });

  it('a load below what the vendor declares leaves the declared figure, one above it replaces it', () => {
    // Postfix declares 100 sessions.
    assert.equal(sessions('postfix-dovecot', 10).fact.basis, 'declared');
    assert.equal(sessions('postfix-dovecot', 10).fact.value, 100);
    assert.equal(sessions('postfix-dovecot', 250).fact.basis, 'measured');
    assert.equal(sessions('postfix-dovecot', 250).fact.declared?.value, 100);
  });
});
