// One option as the document shows it, field by field.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { OptionAnalysis } from '../../../../server/core/scoring/option-result.ts';
import { optionResult } from '../../../../server/core/scoring/option-result.ts';
import type { ScaledCriterion } from '../../../../server/core/scoring/criterion-scale.ts';
import type { Contribution, OptionResult } from '../../../../server/core/scoring/recommendation.ts';
import type { GivenOption } from '../../../builders/decision-by-hand.ts';
import {
  criterion,
  decision,
  factOf,
  FLAG,
  gateResult,
  optionOf,
  stated,
  word,
} from '../../../builders/decision-by-hand.ts';

const SHOWN = { vocabulary: VOCABULARY, today: '2026-11-23' };
const NO_ANALYSIS: OptionAnalysis = { rankShares: [], robustness: null, questions: [], counterfactuals: [] };

function shown(
  criteria: readonly ScaledCriterion[],
  weights: readonly number[],
  given: GivenOption,
  analysis: OptionAnalysis = NO_ANALYSIS,
): OptionResult {
  const evaluation = decision(criteria, weights, { one: given });
  return optionResult({ option: optionOf(evaluation, 'one'), rank: 3 }, evaluation, analysis, SHOWN);
}

function contributionOf(criterionOfIt: ScaledCriterion, fact: GivenOption['facts'][number]): Contribution {
  const [contribution] = shown([criterionOfIt], [1], { facts: [fact] }).contributions;
  return contribution ?? assert.fail('no contribution');
}

describe('an option of the document', () => {
  const result = shown(
    [criterion('room'), criterion('guard', FLAG, { group: 'security', fact: 'mfa' })],
    [0.75, 0.25],
    {
      facts: [4, 'yes'],
      status: 'conditional',
      gates: [
        gateResult('Sealed', 'cannotTell'),
        gateResult('Near', 'fail', { need: { kind: 'atMost', value: 3 }, fact: stated(4) }),
        gateResult('Fine', 'pass'),
      ],
      provider: { plan: { id: 'p1', en: 'Plan 1', ja: 'プラン1' }, vendor: word('Maker'), family: 'pack' },
    },
    { ...NO_ANALYSIS, rankShares: [0.6, 0.4] },
  );

  it('carries its profile, its place and its score', () => {
    const { contributions, failed, toConfirm, bestPoint, weakestPoint, ...rest } = result;

    assert.deepEqual(rest, {
      id: 'one',
      name: word('one'),
      vendor: word('Maker'),
      family: 'pack',
      deployment: 'cloud',
      kind: 'mailbox',
      plan: { en: 'Plan 1', ja: 'プラン1' },
      summary: { en: 'An option.', ja: '候補です。' },
      homepage: 'https://example.com/',
      status: 'conditional',
      statusReason: {
        en: '1 requirement to confirm: Sealed.',
        ja: '確認が必要な条件が1件あります：Sealed（日）。',
      },
      rank: 3,
      score: 0.55,
      scoreRange: [0.55, 0.55],
      firstRankShare: 0.6,
      rankShares: [0.6, 0.4],
      cannotTell: ['Sealed'],
      questionsToVendor: [],
      counterfactuals: [],
    });
    assert.deepEqual(
      failed.map(({ requirement }) => requirement),
      ['Near'],
    );
    assert.deepEqual(
      toConfirm.map(({ requirement }) => requirement),
      ['Sealed'],
    );
    assert.deepEqual([bestPoint?.en, weakestPoint?.en], ['Strongest: room (4 GB).', undefined]);
    assert.equal(contributions.length, 2);
  });

  it('shows per criterion weight, value, points and fact', () => {
    const [room, guard] = result.contributions;
    const { fact, ...plain } = room ?? assert.fail();

    assert.deepEqual(plain, {
      criterion: 'room',
      label: word('room'),
      group: 'size',
      weight: 0.75,
      value: 0.4,
      valueRange: [0.4, 0.4],
      points: 0.75 * 0.4,
      capped: false,
      remark: null,
    });
    assert.deepEqual(fact.shown, { en: '4 GB', ja: '4 GB' });
    assert.deepEqual([guard?.group, guard?.points], ['security', 0.25]);
    assert.equal('path' in fact, false);
  });

  it('has no plan, no robustness and no share of the first rank where there is none', () => {
    const plain = shown([], [], { facts: [] });

    assert.deepEqual([plain.plan, plain.firstRankShare, 'robustness' in plain], [null, 0, false]);
    assert.deepEqual(['bestPoint' in plain, 'weakestPoint' in plain], [false, false]);
    const robustness = { scoreP5: 1 } as unknown as OptionAnalysis['robustness'];
    assert.equal(shown([], [], { facts: [] }, { ...NO_ANALYSIS, robustness }).robustness, robustness);
  });

  it('says why it stands where it stands', () => {
    const reason = (given: Partial<GivenOption>) => shown([], [], { facts: [], ...given }).statusReason;
    const gates = [gateResult('a', 'cannotTell'), gateResult('b', 'cannotTell'), gateResult('c', 'fail')];

    assert.deepEqual(reason({}), {
      en: 'Meets every requirement you stated.',
      ja: '必須としたすべての条件を満たしています。',
    });
    assert.deepEqual(reason({ status: 'conditional', gates }), {
      en: '2 requirements to confirm: a, b.',
      ja: '確認が必要な条件が2件あります：a（日）、b（日）。',
    });
    assert.deepEqual(reason({ status: 'excluded', gates }), {
      en: 'Does not meet: c.',
      ja: '次の条件を満たしません：c（日）。',
    });
  });

  it('is refused without a cell or fact for a criterion', () => {
    assert.throws(() => shown([criterion('room')], [1], { facts: [] }), /no cell for criterion room/);
  });
});

describe('the remark on a contribution', () => {
  it('says that more than is needed adds nothing', () => {
    const { capped, remark } = contributionOf(criterion('room'), 40);

    assert.equal(capped, true);
    assert.deepEqual(remark, {
      en: 'You get 40 GB; 10 GB is all that would be of use to you, so more adds nothing.',
      ja: '40 GBに対して必要なのは10 GBです。必要を超えた分は点数になりません。',
    });
  });

  it('tells a limit by its window, and the need per day', () => {
    const limit = stated(40, { unit: 'messages', window: 'day', scope: 'user' });

    assert.equal(
      contributionOf(criterion('send', undefined, { fact: 'sendingLimit' }), limit).remark?.en,
      'You get 40 messages a day per user; 10 messages a day is all that would be of use to you, so more adds nothing.',
    );
  });

  it('is not there for exactly what is needed, nor for a level, an unknown fact or a target', () => {
    const capped = (one: ScaledCriterion, fact: GivenOption['facts'][number]) =>
      contributionOf(one, fact).capped;

    assert.equal(capped(criterion('room'), 10), false);
    assert.equal(capped(criterion('room'), { state: 'range', min: 10, max: 90, evidence: [] }), false);
    assert.equal(capped(criterion('room'), { state: 'range', min: 11, max: 90, evidence: [] }), true);
    assert.equal(capped(criterion('flag', FLAG), 'yes'), false);
    assert.equal(capped(criterion('room'), null), false);
    assert.equal(capped(criterion('aim', { kind: 'target', ideal: 5, tolerance: 2 }), 9), false);
  });

  it('counts what is less than needed where less is better', () => {
    const knots: [number, number][] = [
      [10, 1],
      [20, 0],
    ];
    const wait = criterion('wait', { kind: 'piecewise', knots });
    const capped = (fact: GivenOption['facts'][number]) => contributionOf(wait, fact).capped;

    assert.deepEqual([capped(10), capped(9.9)], [false, true]);
    assert.equal(capped({ state: 'range', min: 5, max: 9, evidence: [] }), true);
    assert.equal(capped({ state: 'range', min: 5, max: 10, evidence: [] }), false);
  });

  it('says why nothing is known, and what counts then', () => {
    assert.deepEqual(contributionOf(criterion('room'), null).remark, {
      en: 'Not known, so it counts as a range. Nobody says.',
      ja: '確認できていないため、幅を持たせて計算しています。Nobody says.（日）',
    });
    assert.match(
      contributionOf(criterion('room'), { state: 'undisclosed', evidence: [] }).remark?.en ?? '',
      /^The vendor does not disclose it, so it counts as a range/,
    );
  });

  it('says why a fact does not apply, where the rule says so', () => {
    const na = { state: 'notApplicable', evidence: [] } as const;
    const ruled = criterion('room', undefined, { notApplicable: { value: 1, why: word('Your disks.') } });

    assert.deepEqual(contributionOf(ruled, na).remark, word('Your disks.'));
  });

  it('is otherwise the note of the fact', () => {
    const note = word('per mailbox');

    assert.deepEqual(contributionOf(criterion('room'), stated(4, { note })).remark, note);
    const range = { state: 'range', min: 1, max: 4, evidence: [], note } as const;
    assert.deepEqual(contributionOf(criterion('room'), range).remark, note);
    assert.equal(contributionOf(criterion('room'), stated(4)).remark, null);
  });

  it('keeps the path of several limits beside the fact', () => {
    const { fact } = factOf(stated(4));
    const link = { factId: 'attachmentMax', fact, ends: { min: 5, max: 5 }, isInItsOwnWords: false } as const;
    const path = {
      links: [link],
      smallest: { min: 5, max: 5, binding: [link], silent: [] },
      effective: fact,
    };

    assert.deepEqual(contributionOf(criterion('room'), factOf(fact, { path })).fact.path?.links, [
      {
        factId: 'attachmentMax',
        label: VOCABULARY.facts.attachmentMax.title,
        shown: { en: '4 MB (5 MB once encoded)', ja: '4 MB（符号化後は5 MB）' },
        binds: true,
      },
    ]);
  });
});

describe('the strongest and the weakest point', () => {
  const three = [criterion('a'), criterion('b'), criterion('c')];
  const points = (facts: GivenOption['facts'], weights: readonly number[] = [0.5, 0.3, 0.2]) => {
    const { bestPoint, weakestPoint } = shown(three, weights, { facts });
    return [bestPoint?.en, weakestPoint?.en];
  };

  it('are what gives and what costs the most points', () => {
    assert.deepEqual(points([5, 10, 0]), ['Strongest: b (10 GB).', 'Weakest: a (5 GB).']);
    assert.deepEqual(points([10, 9, 0]), ['Strongest: a (10 GB).', 'Weakest: c (0 GB).']);
  });

  it('are of stated facts only, and never the same one twice', () => {
    assert.deepEqual(points([null, 4, null]), ['Strongest: b (4 GB).', undefined]);
    assert.deepEqual(points([null, 4, 10]), ['Strongest: c (10 GB).', 'Weakest: b (4 GB).']);
  });

  it('are missing where nothing gives and nothing costs any points', () => {
    assert.deepEqual(points([0, 0, 0]), [undefined, 'Weakest: a (0 GB).']);
    assert.deepEqual(points([10, 10, 10]), ['Strongest: a (10 GB).', undefined]);
  });

  it('of equal ones are the first', () => {
    assert.deepEqual(points([10, 10, 5], [0.3, 0.3, 0.4]), ['Strongest: a (10 GB).', 'Weakest: c (5 GB).']);
  });

  it('are said in Japanese too', () => {
    const { bestPoint, weakestPoint } = shown(three, [0.5, 0.3, 0.2], { facts: [10, 5, 10] });

    assert.deepEqual([bestPoint?.ja, weakestPoint?.ja], ['強み：a（日）（10 GB）', '弱み：b（日）（5 GB）']);
  });
});
