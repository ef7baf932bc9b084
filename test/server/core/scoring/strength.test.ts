import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EvaluatedOption } from '../../../../server/core/scoring/evaluate.ts';
import { rankOptions } from '../../../../server/core/scoring/ranking.ts';
import type { OptionStatus } from '../../../../server/core/scoring/recommendation.ts';
import { verdictFor } from '../../../../server/core/scoring/strength.ts';

/** Only what a verdict reads. */
function anOption(
  id: string,
  score: number,
  status: OptionStatus = 'eligible',
  family = id,
): EvaluatedOption {
  const name = { en: id, ja: id };
  return { provider: { id, name, family }, score, status, gates: [] } as unknown as EvaluatedOption;
}

function verdict(options: readonly EvaluatedOption[], product: number, option = product) {
  return verdictFor(rankOptions(options), () => ({ option, product }));
}

describe('a verdict', () => {
  it('is clear from 60% of the trials and 2 points on, and close with only one of them', () => {
    const ahead = [anOption('a', 0.72), anOption('b', 0.69)];
    const level = [anOption('a', 0.7), anOption('b', 0.69)];

    assert.equal(verdict(ahead, 0.6).strength, 'clear');
    assert.equal(verdict(ahead, 0.59).strength, 'close');
    assert.equal(verdict(level, 0.6).strength, 'close');
    assert.equal(verdict(level, 0.59).strength, 'none');
  });

  it('says which of the two is missing when the call is close', () => {
    const ahead = [anOption('a', 0.72), anOption('b', 0.69)];
    const level = [anOption('a', 0.7), anOption('b', 0.69)];

    assert.match(verdict(ahead, 0.59).strengthReason.en, /3\.0 points, but only first in 59%/);
    assert.match(verdict(level, 0.6).strengthReason.en, /first in 60%.*but only 1\.0 points ahead of b/);
  });

  it('names the next product that it leads, and not another edition of its own', () => {
    const options = [anOption('a', 0.8), anOption('a-plus', 0.79, 'eligible', 'a'), anOption('b', 0.7)];

    const { strengthReason } = verdict(options, 0.9);

    assert.match(strengthReason.en, /^a leads the next product, b, by 10\.0 points/);
    assert.match(strengthReason.ja, /^aは次点の製品「b」に10\.0点の差で先行し/);
  });

  it('rests on the share of the product, and quotes it beside that of the edition', () => {
    const options = [anOption('a', 0.72), anOption('b', 0.69)];
    const { strength, strengthReason } = verdict(options, 0.85, 0.45);

    assert.equal(strength, 'clear');
    assert.match(
      strengthReason.en,
      /first in 45% of the trials .* \(85% counting every edition of this product\)/,
    );
    assert.match(strengthReason.ja, /45%（同じ製品の別プランも含めると85%）で1位/);
    assert.doesNotMatch(verdict(options, 0.85).strengthReason.en, /edition/);
  });

  it('says in words that there is no clear winner', () => {
    const { strengthReason } = verdict([anOption('a', 0.7), anOption('b', 0.695)], 0.4);

    assert.match(strengthReason.en, /no clear winner/);
    assert.match(strengthReason.ja, /明確な1位はありません/);
  });

  it('does not take another edition of the winner for a rival', () => {
    const editions = [anOption('a-large', 0.7, 'eligible', 'a'), anOption('a-small', 0.7, 'eligible', 'a')];

    assert.equal(verdict(editions, 1).strength, 'clear');
    assert.match(verdict(editions, 1).strengthReason.en, /editions of one product/);
  });

  it('is not clear while a conditional option scores higher, and says why', () => {
    const found = verdict([anOption('a', 0.7), anOption('b', 0.6), anOption('c', 0.8, 'conditional')], 0.9);

    assert.equal(found.recommended, 'a');
    assert.equal(found.strength, 'close');
    assert.match(found.strengthReason.en, /still to confirm scores higher/);
  });

  it('recommends a conditional option only with a proviso, and only where no other is left', () => {
    const found = verdict([anOption('a', 0.7, 'conditional'), anOption('b', 0.9, 'excluded')], 1);

    assert.equal(found.recommended, 'a');
    assert.equal(found.strength, 'close');
    assert.notEqual(found.proviso, null);
  });

  it('recommends nothing when everything is excluded', () => {
    const found = verdict([anOption('a', 0.7, 'excluded')], 0);

    assert.equal(found.recommended, null);
    assert.equal(found.strength, 'none');
  });

  it('puts equal scores on the same rank and leaves the next rank out', () => {
    const ranked = rankOptions([anOption('a', 0.7), anOption('b', 0.7), anOption('c', 0.6)]);

    assert.deepEqual(
      ranked.map(({ rank }) => rank),
      [1, 1, 3],
    );
  });
});
