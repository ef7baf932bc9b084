// Verdicts and figures, word by word.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figure, percent, withUnit } from '../../../../server/core/scoring/figures.ts';
import { rankOptions } from '../../../../server/core/scoring/ranking.ts';
import { failedLabels, openLabels, verdictFor } from '../../../../server/core/scoring/strength.ts';
import type { GivenOption } from '../../../builders/decision-by-hand.ts';
import { criterion, decision, gateResult, optionOf } from '../../../builders/decision-by-hand.ts';

const verdict = (given: Readonly<Record<string, GivenOption>>, product: number, option: number = product) =>
  verdictFor(rankOptions(decision([criterion('a')], [1], given).options), () => ({ option, product }));
const at = (score: number, fields: Partial<GivenOption> = {}): GivenOption => ({
  facts: [score / 10],
  ...fields,
});
const family = (name: string) => ({ provider: { family: name } });

describe('the words of a verdict', () => {
  it('name the rival, the lead and the share of the trials', () => {
    const { strengthReason } = verdict({ one: at(80), two: at(70) }, 0.75);

    assert.deepEqual(strengthReason, {
      en: 'one leads the next product, two, by 10.0 points and is first in 75% of the trials with other weights and facts.',
      ja: 'one（日）は次点の製品「two（日）」に10.0点の差で先行し、重みや不明な点を変えた試行の75%で1位でした。',
    });
  });

  it('say what is missing for a clear verdict', () => {
    assert.deepEqual(verdict({ one: at(80), two: at(70) }, 0.5), {
      recommended: 'one',
      proviso: null,
      strength: 'close',
      strengthReason: {
        en: 'one is ahead of two by 10.0 points, but only first in 50% of the trials with other weights and facts. Look at both.',
        ja: 'one（日）がtwo（日）を10.0点上回りますが、重みや不明な点を変えた試行の50%で1位にとどまります。両方を検討してください。',
      },
    });
    assert.match(verdict({ one: at(71), two: at(70) }, 0.9).strengthReason.ja, /1\.0点しかありません/);
    assert.match(verdict({ one: at(71), two: at(70) }, 0.1).strengthReason.en, /^There is no clear winner/);
  });

  it('are about the best rival product of the same standing', () => {
    const given = {
      one: at(80, family('x')),
      edition: at(79, family('x')),
      two: at(60),
      three: at(50),
      open: at(75, { status: 'conditional' as const, gates: [gateResult('Sealed', 'cannotTell')] }),
    };

    assert.match(verdict(given, 0.9).strengthReason.en, /^one leads the next product, two, by 20\.0 points/);
    assert.equal(verdict(given, 0.9).strength, 'clear');
  });

  it('say that one option or one product is left', () => {
    assert.deepEqual(verdict({ one: at(80) }, 1).strengthReason, {
      en: 'one is the only option left after the requirements.',
      ja: '必須条件を満たすのはone（日）だけです。',
    });
    const editions = { one: at(80, family('x')), plus: at(70, family('x')) };
    assert.deepEqual(verdict(editions, 1).strengthReason, {
      en: 'Only editions of one product are left after the requirements: one, plus.',
      ja: '必須条件を満たすのは1製品のプラン違いだけです：one（日）、plus（日）。',
    });
    const open = at(60, {
      ...family('x'),
      status: 'conditional',
      gates: [gateResult('Sealed', 'cannotTell')],
    });
    assert.match(verdict({ one: at(80, family('x')), open }, 1).strengthReason.en, /^one is the only option/);
  });

  it('are never clear while something is open', () => {
    const gates = [gateResult('Sealed', 'cannotTell'), gateResult('Fine', 'pass')];
    const open = verdict({ one: at(80, { status: 'conditional', gates }) }, 1);

    assert.equal(open.strength, 'close');
    assert.deepEqual(open.proviso, {
      en: 'one may be chosen only after confirming: Sealed.',
      ja: 'one（日）を選ぶ前に、次の点を確認してください：Sealed（日）。',
    });
    const outscored = (score: number) =>
      verdict({ one: at(80), better: at(score, { status: 'conditional', gates }) }, 1);
    assert.equal(outscored(81).strength, 'close');
    assert.equal(
      outscored(81).strengthReason.en,
      'one is the only option left after the requirements. An option with requirements still to confirm scores higher, though.',
    );
    assert.deepEqual([outscored(80).strength, outscored(79).strength], ['clear', 'clear']);
    assert.doesNotMatch(
      verdict({ one: at(80), two: at(70), better: at(90, { status: 'conditional', gates }) }, 0.5)
        .strengthReason.en,
      /scores higher/,
    );
  });

  it('say that nothing is left', () => {
    const gates = [gateResult('Near', 'fail'), gateResult('Sealed', 'cannotTell')];
    const given = { one: at(80, { status: 'excluded' as const, gates }) };

    assert.deepEqual(verdict(given, 1), {
      recommended: null,
      proviso: null,
      strength: 'none',
      strengthReason: {
        en: 'None of the 1 options meets every requirement.',
        ja: '1件の候補のうち、すべての条件を満たすものはありません。',
      },
    });
    const option = optionOf(decision([criterion('a')], [1], given), 'one');
    assert.deepEqual([openLabels(option).en, failedLabels(option).en], ['Sealed', 'Near']);
  });
});

describe('figures in words', () => {
  it('have every unit in both languages', () => {
    const shown = [
      'count',
      'percent',
      'messages/s',
      'messages/user/day',
      'days',
      'months',
      'years',
      'JPY/user/month',
    ];

    assert.deepEqual(
      shown.map((unit) => withUnit(2, unit)),
      [
        { en: '2', ja: '2' },
        { en: '2%', ja: '2%' },
        { en: '2 messages/s', ja: '2 通/秒' },
        { en: '2 messages a day', ja: '2 通/日' },
        { en: '2 days', ja: '2日' },
        { en: '2 months', ja: '2か月' },
        { en: '2 years', ja: '2年' },
        { en: '2 yen per person and month', ja: '2円（1人・月）' },
      ],
    );
    assert.deepEqual(
      ['days', 'months', 'years', 'percent'].map((unit) => withUnit(1, unit).en),
      ['1 day', '1 month', '1 year', '1%'],
    );
  });

  it('keep three digits, and more only just below a hundred', () => {
    assert.deepEqual([99.5, 98.76, 99, 100, 999.6, 1000, -99.5, 0.5].map(figure), [
      '99.5',
      '98.8',
      '99',
      '100',
      '1000',
      '1,000',
      '-99.5',
      '0.5',
    ]);
    assert.equal(percent(0.005).en, '1%');
  });
});
