// The formula that a reader of the report sees names its quantities and units, in both languages, and no code of ours.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FactVocabulary } from '../../../../server/core/catalogue/vocabulary.ts';
import type { Scale } from '../../../../server/core/scoring/criterion-scale.ts';
import { recommend } from '../../../../server/core/scoring/recommend.ts';
import { scaleWords } from '../../../../server/core/scoring/scale-words.ts';
import { valueFunction } from '../../../../server/core/scoring/value-functions.ts';
import type { NumericValueSpec } from '../../../../server/core/scoring/value-functions.ts';
import { exampleAnswers, recommendInput } from '../../../builders/recommend-input.ts';

const { catalogue } = recommendInput(exampleAnswers('manufacturer-300'));
const vocabulary: FactVocabulary = catalogue.vocabulary;

function numeric(spec: NumericValueSpec): Scale {
  return { kind: 'numeric', values: valueFunction(spec) };
}

describe('a formula in words', () => {
  it('names the quantity and the unit of each figure', () => {
    assert.deepEqual(
      scaleWords(numeric({ kind: 'saturating', floor: 1, full: 6 }), 'mailboxQuota', vocabulary),
      {
        en: '(Mailbox size per user − 1 GB) ÷ (6 GB − 1 GB)',
        ja: '（メールボックス容量（1ユーザー） − 1 GB）÷（6 GB − 1 GB）',
      },
    );
    assert.equal(
      scaleWords(numeric({ kind: 'ratioLog', floor: 10, full: 100 }), 'recipientsPerMessage', vocabulary).ja,
      'ln（1通あたりの宛先数 ÷ 10）÷ ln（100 ÷ 10）',
    );
    assert.equal(
      scaleWords(numeric({ kind: 'costAbsolute', budget: 1500 }), 'costPerUserMonth', vocabulary).en,
      '1 − Total cost per person and month ÷ 1,500 yen per person and month',
    );
    assert.equal(
      scaleWords(numeric({ kind: 'target', ideal: 8, tolerance: 4 }), 'mailboxQuota', vocabulary).en,
      '1 − |Mailbox size per user − 8 GB| ÷ 4 GB',
    );
  });

  it('says what a broken line is worth at its corners', () => {
    const knots = [
      { x: 1, value: 1 },
      { x: 12, value: 0.6 },
    ];

    assert.deepEqual(scaleWords(numeric({ kind: 'piecewise', knots }), 'minimumTermMonths', vocabulary), {
      en: '1 month: 1; 12 months: 0.6; in proportion between them',
      ja: '1か月で1、12か月で0.6（その間は比例配分）',
    });
  });

  it('calls levels and sets by their names', () => {
    const levels = new Map([
      ['none', 0],
      ['separate', 0.5],
    ]);
    assert.equal(
      scaleWords({ kind: 'levels', values: levels, enough: null }, 'virusFilter', vocabulary).ja,
      'なし：0、別製品が必要：0.5',
    );
    const wanted = ['IMAP', 'POP3'];
    assert.equal(
      scaleWords({ kind: 'coverage', wanted, count: 'all' }, 'protocols', vocabulary).en,
      'number of these that it has ÷ 2: IMAP, POP3',
    );
    assert.equal(
      scaleWords({ kind: 'coverage', wanted, count: 'any' }, 'protocols', vocabulary).ja,
      '次のいずれかなら1、それ以外は0：IMAP、POP3',
    );
  });
});

describe('the method of the shipped criteria', () => {
  const { criteria } = recommend(recommendInput(exampleAnswers('enterprise-5000')));

  it('holds words for every criterion', () => {
    assert.ok(criteria.length > 30);
    for (const { id, words } of criteria) assert.ok(words !== undefined, id);
  });

  it('shows no function name and no id of a level in either language', () => {
    const code = /clip|piecewise|\b[a-z]+-[a-z]+(-[a-z]+)*: \d|\b[a-z]+[A-Z]\w+ ÷/;
    for (const { id, words } of criteria) {
      assert.doesNotMatch(words?.value.en ?? '', code, id);
      assert.doesNotMatch(
        words?.value.ja ?? '',
        /clip|piecewise|[a-z]{3,}-[a-z]{2,}|\b(yes|no|partial)\b/,
        id,
      );
    }
  });

  it('gives the Japanese reader no English sentence as a basis', () => {
    for (const { id, words } of criteria) {
      assert.doesNotMatch(words?.basis.ja ?? '', /\b(the|of|and|to|section|version|choice|need)\b/i, id);
    }
  });
});
