import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { Evidence, Fact } from '../../../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../../../server/core/catalogue/fact.ts';
import type { FactVocabulary } from '../../../../server/core/catalogue/vocabulary.ts';
import type { MeasuredEvidence } from '../../../../server/core/scoring/option-facts.ts';
import { factText, factWords, itemWords, showFact } from '../../../../server/core/scoring/show-fact.ts';
import { factOf, stated } from '../../../builders/decision-by-hand.ts';

const TODAY = '2026-11-23';
const GB = factWords('mailboxQuota', VOCABULARY);
const textOf = (fact: Fact, words = GB) => factText(fact, words);
const range = (fields: Partial<Fact>): Fact => ({ state: 'range', evidence: [], ...fields });
const limit = (fields: Partial<Fact>) => textOf(stated(30, { unit: 'messages', ...fields }));

describe('a fact in words', () => {
  it('names why nothing is stated', () => {
    const of = (state: Fact['state']) => textOf({ state, evidence: [] });

    assert.deepEqual(of('unknown'), { en: 'unknown', ja: '未確認' });
    assert.deepEqual(of('undisclosed'), { en: 'not disclosed', ja: '非公開' });
    assert.deepEqual(of('notApplicable'), { en: 'does not apply', ja: '対象外' });
    assert.deepEqual(textOf({ state: 'known', evidence: [] }), { en: 'unknown', ja: '未確認' });
    assert.deepEqual(textOf({ ...stated(5), state: 'unknown' }), { en: 'unknown', ja: '未確認' });
  });

  it('shows a number with its own unit, or else with the unit of the fact', () => {
    assert.deepEqual(textOf(stated(50)), { en: '50 GB', ja: '50 GB' });
    assert.deepEqual(textOf(stated(50, { unit: 'days' })), { en: '50 days', ja: '50日' });
    assert.deepEqual(textOf(stated(0)), { en: '0 GB', ja: '0 GB' });
  });

  it('shows both ends of a range, or says on which side it is open', () => {
    assert.deepEqual(textOf(range({ min: 1, max: 5 })), { en: '1–5 GB', ja: '1〜5 GB' });
    assert.deepEqual(textOf(range({ min: 1 })), { en: '1 GB or more', ja: '1 GB以上' });
    assert.deepEqual(textOf(range({ max: 5 })), { en: 'at most 5 GB', ja: '5 GB以下' });
  });

  it('says that there is no limit', () => {
    assert.deepEqual(textOf({ state: 'known', unlimited: true, evidence: [] }), {
      en: 'unlimited',
      ja: '無制限',
    });
    assert.deepEqual(textOf(stated(5, { unlimited: false })), { en: '5 GB', ja: '5 GB' });
  });

  it('lists the items of a set by their names, an unknown one as it is written', () => {
    const words = { ...GB, options: new Map([['a', { en: 'One', ja: 'いち' }]]) };

    assert.deepEqual(textOf(stated(['a', 'b']), words), { en: 'One, b', ja: 'いち、b' });
    assert.deepEqual(textOf(stated([]), words), { en: 'none', ja: 'なし' });
    assert.deepEqual(textOf(stated('a'), words), { en: 'One', ja: 'いち' });
    assert.deepEqual(itemWords('b', words), { en: 'b', ja: 'b' });
  });

  it('shows a text as it is', () => {
    assert.deepEqual(textOf({ state: 'known', text: { en: 'as is', ja: 'そのまま' }, evidence: [] }), {
      en: 'as is',
      ja: 'そのまま',
    });
  });

  it('says for whom and in which time a limit holds', () => {
    assert.deepEqual(limit({ window: 'second', scope: 'user' }), {
      en: '30 messages a second per user',
      ja: '1ユーザーあたり毎秒30通',
    });
    assert.deepEqual(limit({ window: 'minute', scope: 'organisation' }), {
      en: '30 messages a minute per organisation',
      ja: '組織全体で1分間に30通',
    });
    assert.deepEqual(limit({ window: '10-minutes', scope: 'server' }), {
      en: '30 messages in 10 minutes per server',
      ja: 'サーバー全体で10分間に30通',
    });
    assert.deepEqual(limit({ window: 'hour', scope: 'client' }), {
      en: '30 messages an hour per sending address',
      ja: '接続元ごとに1時間に30通',
    });
    assert.deepEqual(limit({ window: 'day' }), {
      en: '30 messages a day per user',
      ja: '1ユーザーあたり1日に30通',
    });
    assert.deepEqual(limit({ window: 'month', unit: 'recipients', scope: 'user' }), {
      en: '30 recipients a month per user',
      ja: '1ユーザーあたり1か月に30宛先',
    });
  });
});

describe('the words of a fact', () => {
  it('come from the vocabulary', () => {
    assert.deepEqual(GB.title, VOCABULARY.facts.mailboxQuota.title);
    assert.equal(GB.unit, 'GB');
    assert.equal(GB.options.size, 0);
    assert.equal(factWords('mailboxQuota', VOCABULARY), GB);
    const { options } = factWords('mfa', VOCABULARY);
    assert.deepEqual(options.get('web-only'), { en: 'Web sign-in only', ja: 'Webログインのみ' });
  });

  it('are those of the vocabulary that is asked, whatever was asked before', () => {
    const title = { en: 'Room', ja: '広さ' };
    const other = { ids: [], facts: { mailboxQuota: { title } } } as unknown as FactVocabulary;
    const words = factWords('mailboxQuota', other);

    assert.deepEqual(words, { title, unit: null, options: new Map() });
    assert.equal(factWords('mailboxQuota', other), words);
    assert.deepEqual(GB.title, factWords('mailboxQuota', VOCABULARY).title);
  });

  it('are the id alone where nobody knows the fact', () => {
    assert.deepEqual(factWords('no-such', { ...VOCABULARY }), {
      title: { en: 'no-such', ja: 'no-such' },
      unit: null,
      options: new Map(),
    });
  });

  it('are its own for what is computed', () => {
    assert.deepEqual(factWords('deployment', VOCABULARY), {
      title: { en: 'Deployment', ja: '導入形態' },
      unit: null,
      options: new Map([
        ['cloud', { en: 'Cloud service', ja: 'クラウドサービス' }],
        ['on-premise', { en: 'Own server', ja: '自社運用（オンプレミス）' }],
      ]),
    });
    assert.deepEqual(factWords('kind', VOCABULARY), {
      title: { en: 'Kind of product', ja: '製品の種類' },
      unit: null,
      options: new Map([
        ['mailbox', { en: 'Mailbox service', ja: 'メールボックス' }],
        ['suite', { en: 'Office suite with mail', ja: 'メールを含む業務スイート' }],
        ['full-stack', { en: 'Complete mail server', ja: 'メールサーバー一式' }],
        ['gateway', { en: 'Filter in front of a mail system', ja: 'メールの前段に置く対策製品' }],
        ['relay', { en: 'Sending service', ja: '送信専用の中継サービス' }],
      ]),
    });
    assert.deepEqual(factWords('costPerUserMonth', VOCABULARY), {
      title: { en: 'Total cost per person and month', ja: '1人あたり月額の総費用' },
      unit: 'JPY/user/month',
      options: new Map(),
    });
    assert.deepEqual(factWords('supportedYears', VOCABULARY), {
      title: { en: 'Years of support left', ja: 'サポートの残り年数' },
      unit: 'years',
      options: new Map(),
    });
  });
});

const READ: Evidence = {
  url: 'https://example.com/limits',
  title: 'Limits',
  class: 'official',
  checkedOn: '2026-11-02',
};

describe('a fact as the document shows it', () => {
  it('carries its value, unit, words, first source and note', () => {
    const note = { en: 'a note', ja: '注' };
    const second: Evidence = { ...READ, url: 'https://example.com/more', statedOn: '2026-01-01' };
    const fact = stated(50, { evidence: [READ, second], note });

    assert.deepEqual(showFact(factOf(fact), GB, TODAY), {
      id: 'mailboxQuota',
      label: GB.title,
      state: 'known',
      value: 50,
      unit: 'GB',
      shown: { en: '50 GB', ja: '50 GB' },
      source: 'https://example.com/limits',
      basis: 'declared',
      evidence: [
        { ...READ, ageDays: 21 },
        { ...second, ageDays: 21 },
      ],
      note,
    });
  });

  it('has neither value, source nor basis where nothing is stated', () => {
    const { value, min, max, unlimited, source, basis, note, evidence } = showFact(
      factOf(UNKNOWN_FACT),
      GB,
      TODAY,
    );

    assert.deepEqual(
      [value, min, max, unlimited, source, basis, note],
      [undefined, undefined, undefined, undefined, null, 'none', null],
    );
    assert.deepEqual(evidence, []);
    assert.deepEqual(Object.keys(showFact(factOf(UNKNOWN_FACT), GB, TODAY)), [
      'id',
      'label',
      'state',
      'unit',
      'shown',
      'source',
      'basis',
      'evidence',
      'note',
    ]);
  });

  it('carries the ends of a range, and that there is no limit', () => {
    const shown = showFact(factOf(range({ min: 1, max: 5 })), GB, TODAY);

    assert.deepEqual([shown.min, shown.max, shown.basis, 'value' in shown], [1, 5, 'declared', false]);
    const unlimited = factOf({ state: 'known', unlimited: true, evidence: [] });
    assert.equal(showFact(unlimited, GB, TODAY).unlimited, true);
  });

  it('takes the unit of the fact itself, then its currency, then that of the vocabulary', () => {
    const unitOf = (fields: Partial<Fact>) => showFact(factOf(stated(1, fields)), GB, TODAY).unit;

    assert.equal(unitOf({ unit: 'MB', currency: 'JPY' }), 'MB');
    assert.equal(unitOf({ currency: 'JPY' }), 'JPY');
    assert.equal(unitOf({}), 'GB');
  });

  it('counts the age of evidence in whole days, and a day to come as none', () => {
    const ageOf = (checkedOn: string) =>
      showFact(factOf(stated(1, { evidence: [{ ...READ, checkedOn }] })), GB, TODAY).evidence[0]?.ageDays;

    assert.deepEqual(['2026-11-23', '2026-11-22', '2025-11-23', '2026-12-24'].map(ageOf), [0, 1, 365, 0]);
  });
});

describe('the age of a fact', () => {
  const age = { ageMonths: 36, confidence: 0.8, widening: 0.1 };
  const ageOf = (fact: Fact, own = age) => showFact(factOf(fact, { age: own }), GB, TODAY).age;

  it('is shown with the ends that an old number counts with', () => {
    assert.deepEqual(ageOf(stated(50)), { months: 36, confidence: 0.8, min: 45, max: 50 * 1.1 });
    assert.deepEqual(ageOf(range({ min: 10, max: 20 })), { months: 36, confidence: 0.8, min: 9, max: 22 });
  });

  it('has no ends where nothing widens: fresh numbers, levels, open ranges, and costs', () => {
    const plain = { months: 36, confidence: 0.8 };

    assert.deepEqual(ageOf(stated(50), { ...age, widening: 0 }), plain);
    assert.deepEqual(ageOf(stated('yes')), plain);
    assert.deepEqual(ageOf(range({ max: 20 })), plain);
    assert.deepEqual(ageOf(range({ min: 20 })), plain);
    assert.deepEqual(ageOf(range({ min: 1, max: 2, unit: 'JPY/user/month' })), plain);
  });

  it('is left out where there is none', () => {
    assert.equal('age' in showFact(factOf(stated(50)), GB, TODAY), false);
  });
});

describe('a measured fact', () => {
  const measured: MeasuredEvidence = {
    providerId: 'one',
    factId: 'acceptedThroughput',
    value: 420,
    isLowerBound: false,
    unit: 'messages/s',
    runId: 'run-7',
    measuredOn: '2026-11-20',
    conditions: { en: '10 sessions', ja: '10セッション' },
  };

  it('shows the run as its evidence, and beside it what the vendor declares', () => {
    const declared = stated(50, { evidence: [READ] });
    const shown = showFact(factOf(stated(420), { measured, declared }), GB, TODAY);

    assert.deepEqual(
      [shown.basis, shown.source, shown.value, shown.declared?.value, shown.declared?.source],
      ['measured', null, 420, 50, READ.url],
    );
    assert.deepEqual(shown.evidence, [
      {
        url: null,
        title: 'run-7',
        class: 'measured',
        checkedOn: '2026-11-20',
        ageDays: 3,
        runId: 'run-7',
        conditions: { en: '10 sessions', ja: '10セッション' },
      },
    ]);
  });

  it('shows no declaration where there is none', () => {
    assert.equal('declared' in showFact(factOf(stated(420), { measured }), GB, TODAY), false);
  });
});
