// What requirements cost in choice, and the words for them, by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { gateCounterfactuals } from '../../../../server/core/scoring/counterfactual-gates.ts';
import type { GateResult } from '../../../../server/core/scoring/evaluate.ts';
import { gateEffect, smallestRelaxations } from '../../../../server/core/scoring/gate-effects.ts';
import type { GateNeed } from '../../../../server/core/scoring/gates.ts';
import {
  failedRequirement,
  gateWords,
  needText,
  needValue,
  openRequirement,
} from '../../../../server/core/scoring/requirement-words.ts';
import { factWords } from '../../../../server/core/scoring/show-fact.ts';
import type { GivenOption } from '../../../builders/decision-by-hand.ts';
import { decision, factOf, gateResult, optionOf, stated } from '../../../builders/decision-by-hand.ts';

const TODAY = '2026-11-23';
const MFA_ORDER = ['none', 'web-only', 'app-passwords', 'all-protocols'];
const GB = factWords('mailboxQuota', VOCABULARY);
const MFA = factWords('mfa', VOCABULARY);

/** Options that each have these results and nothing else. */
function evaluationOf(given: Readonly<Record<string, readonly GateResult[]>>) {
  const options = Object.entries(given).map(([id, gates]): [string, GivenOption] => [
    id,
    { facts: [], gates },
  ]);
  return decision([], [], Object.fromEntries(options));
}

const fails = (id: string, need: GateNeed, value: Parameters<typeof stated>[0] | null): GateResult =>
  gateResult(id, 'fail', { need, ...(value === null ? {} : { fact: stated(value) }) });

function effectOf(given: Readonly<Record<string, readonly GateResult[]>>, id = 'room') {
  const evaluation = evaluationOf(given);
  const gate = evaluation.gates.find(({ rule }) => rule.id === id) ?? assert.fail(id);
  return gateEffect(gate, evaluation, VOCABULARY);
}

describe('the effect of a requirement', () => {
  const need: GateNeed = { kind: 'atLeast', value: 50 };

  it('counts whom it excludes, whom it alone excludes, and about whom it cannot tell', () => {
    const effect = effectOf({
      alone: [fails('room', need, 30), gateResult('near', 'pass')],
      both: [fails('room', need, 20), gateResult('near', 'fail')],
      open: [gateResult('room', 'cannotTell', { need }), gateResult('near', 'fail')],
      fits: [gateResult('room', 'pass', { need })],
      other: [gateResult('near', 'cannotTell')],
    });

    assert.deepEqual([effect.excludes, effect.excludesAlone, effect.cannotTell], [2, 1, 1]);
    assert.deepEqual(effect.relaxations, [
      { to: 30, toText: { en: 'at least 30 GB', ja: '30 GB以上' }, readmits: ['alone'] },
    ]);
  });

  it('readmits step by step as a lower limit falls, each step with those of the steps before', () => {
    const { relaxations } = effectOf({
      tiny: [fails('room', need, 5)],
      zeta: [fails('room', need, 10)],
      beta: [fails('room', need, 10)],
      small: [fails('room', need, 40)],
    });

    assert.deepEqual(
      relaxations.map(({ to, readmits }) => [to, readmits]),
      [
        [40, ['small']],
        [10, ['beta', 'small', 'zeta']],
        [5, ['beta', 'small', 'tiny', 'zeta']],
      ],
    );
  });

  it('readmits step by step as an upper limit rises', () => {
    const budget: GateNeed = { kind: 'atMost', value: 50 };
    const { relaxations } = effectOf({
      dear: [fails('room', budget, 90)],
      near: [fails('room', budget, 60)],
    });

    assert.deepEqual(
      relaxations.map(({ to, toText, readmits }) => [to, toText.en, toText.ja, readmits]),
      [
        [60, 'at most 60 GB', '60 GB以下', ['near']],
        [90, 'at most 90 GB', '90 GB以下', ['dear', 'near']],
      ],
    );
  });

  it('falls level by level, and drops the requirement for the lowest one last', () => {
    const level: GateNeed = { kind: 'level', level: 'all-protocols', order: MFA_ORDER };
    const { relaxations } = effectOf({
      none: [fails('room', level, 'none')],
      web: [fails('room', level, 'web-only')],
      app: [fails('room', level, 'app-passwords')],
    });

    assert.deepEqual(
      relaxations.map(({ to, readmits }) => [to, readmits]),
      [
        ['app-passwords', ['app']],
        ['web-only', ['app', 'web']],
        [null, ['app', 'none', 'web']],
      ],
    );
    assert.deepEqual(relaxations.at(-1)?.toText, { en: 'requirement dropped', ja: '条件を外す' });
  });

  it('keeps what is relaxed to different items apart, the one that readmits most first', () => {
    const all: GateNeed = { kind: 'includesAll', items: ['ja', 'en'] };
    const { relaxations } = effectOf({
      english: [fails('room', all, ['en'])],
      first: [fails('room', all, ['ja'])],
      second: [fails('room', all, ['ja', 'de'])],
      neither: [fails('room', all, ['de'])],
    });

    assert.deepEqual(
      relaxations.map(({ to, readmits }) => [to, readmits]),
      [
        [['ja'], ['first', 'second']],
        [['en'], ['english']],
        [null, ['neither']],
      ],
    );
  });
});

describe('the smallest sets of requirements to drop', () => {
  const failing = (...ids: readonly string[]) => ids.map((id) => gateResult(id, 'fail'));

  it('are none where an option is left', () => {
    assert.deepEqual(smallestRelaxations(evaluationOf({ one: [], two: failing('a') })), []);
  });

  it('hold no other set, come once, the smallest first and equal ones by name', () => {
    const sets = smallestRelaxations(
      evaluationOf({
        abc: failing('a', 'b', 'c'),
        de: failing('d', 'e'),
        bc: failing('b', 'c'),
        again: failing('b', 'c'),
        turned: failing('c', 'b'),
        f: failing('f'),
        over: failing('c', 'x', 'y'),
      }),
    );

    assert.deepEqual(
      sets.map(({ requirements, readmits }) => [requirements, readmits]),
      [
        [['f'], ['f']],
        [
          ['b', 'c'],
          ['bc', 'again', 'turned'],
        ],
        [['d', 'e'], ['de']],
        [['c', 'x', 'y'], ['over']],
      ],
    );
  });

  it('say in words what would remain', () => {
    const [one, two] = smallestRelaxations(
      evaluationOf({ first: failing('a'), second: failing('a'), third: failing('b', 'c') }),
    );

    assert.deepEqual(one?.text, {
      en: 'Without a, 2 options would remain.',
      ja: '「a（日）」を外すと、2件の候補が残ります。',
    });
    assert.deepEqual(two?.text, {
      en: 'Without b, c, 1 option would remain.',
      ja: '「b（日）、c（日）」を外すと、1件の候補が残ります。',
    });
  });

  it('are shown up to twelve requirements', () => {
    const many = (count: number) => failing(...Array.from({ length: count }, (_, at) => `g${at}`));

    assert.equal(smallestRelaxations(evaluationOf({ one: many(12) })).length, 1);
    assert.equal(smallestRelaxations(evaluationOf({ one: many(13) })).length, 0);
  });
});

describe('a requirement in words', () => {
  it('says its limit, level or items', () => {
    const gb = (need: GateNeed) => needText(need, GB);
    const level = (name: string) => needText({ kind: 'level', level: name, order: MFA_ORDER }, MFA);

    assert.deepEqual(gb({ kind: 'atLeast', value: 5 }), { en: 'at least 5 GB', ja: '5 GB以上' });
    assert.deepEqual(gb({ kind: 'atMost', value: 5 }), { en: 'at most 5 GB', ja: '5 GB以下' });
    assert.deepEqual(level('web-only'), {
      en: 'Web sign-in only or better',
      ja: '「Webログインのみ」以上',
    });
    assert.deepEqual(level('all-protocols'), { en: 'All protocols', ja: '全プロトコル' });
    assert.deepEqual(needText({ kind: 'equals', value: 'none' }, MFA), { en: 'None', ja: 'なし' });
    const items = ['none', 'all-protocols'];
    assert.deepEqual(needText({ kind: 'includesAll', items }, MFA), {
      en: 'None, All protocols',
      ja: 'なし、全プロトコル',
    });
    assert.deepEqual(needText({ kind: 'includesAny', items }, MFA), {
      en: 'None or All protocols',
      ja: 'なしまたは全プロトコル',
    });
  });

  it('has a value of its own', () => {
    const items = ['a'];

    assert.equal(needValue({ kind: 'atLeast', value: 5 }), 5);
    assert.equal(needValue({ kind: 'atMost', value: 6 }), 6);
    assert.equal(needValue({ kind: 'equals', value: 'cloud' }), 'cloud');
    assert.equal(needValue({ kind: 'level', level: 'basic', order: [] }), 'basic');
    assert.equal(needValue({ kind: 'includesAll', items }), items);
    assert.equal(needValue({ kind: 'includesAny', items }), items);
  });

  it('takes the words of its fact', () => {
    const { gate } = gateResult('mfa', 'fail', {
      need: { kind: 'level', level: 'none', order: ['none'] },
      rule: { fact: 'mfa' },
    });

    assert.deepEqual(gateWords(gate, VOCABULARY), { en: 'None', ja: 'なし' });
  });

  it('that fails says what is required, what is there and who asked for it', () => {
    const evidence = [
      { url: 'https://example.com/', title: 'Limits', class: 'official', checkedOn: '2026-11-22' },
    ] as const;
    const result = gateResult('room', 'fail', {
      need: { kind: 'atLeast', value: 50 },
      fact: stated(30, { evidence }),
    });

    assert.deepEqual(failedRequirement(result, VOCABULARY, TODAY), {
      requirement: 'room',
      label: { en: 'room', ja: 'room（日）' },
      required: 'at least 50 GB',
      actual: '30 GB',
      requiredText: { en: 'at least 50 GB', ja: '50 GB以上' },
      actualText: { en: '30 GB', ja: '30 GB' },
      source: 'https://example.com/',
      evidence: [{ ...evidence[0], ageDays: 1 }],
      from: ['question'],
    });
  });

  it('that is open says what to ask', () => {
    assert.deepEqual(openRequirement(gateResult('room', 'cannotTell'), VOCABULARY), {
      requirement: 'room',
      label: { en: 'room', ja: 'room（日）' },
      requiredText: { en: 'at least 10 GB', ja: '10 GB以上' },
      actualText: { en: 'unknown', ja: '未確認' },
      question: { en: 'Is it room?', ja: 'Is it room?（日）' },
    });
  });

  it('about a path says which limit binds, and asks no vendor what only one’s own filter leaves open', () => {
    const silent = { factId: null, fact: factOf({ state: 'unknown', evidence: [] }).fact, ends: null };
    const path = {
      links: [{ ...silent, isInItsOwnWords: true }],
      smallest: null,
      effective: silent.fact,
    };
    const result = gateResult('room', 'cannotTell', { fact: factOf(silent.fact, { path }) });

    const { actualText, question } = openRequirement(result, VOCABULARY);
    assert.deepEqual(actualText, {
      en: 'unknown (not stated, so it may be lower: Own filter or relay)',
      ja: '未確認（未確認の上限があり、さらに低い可能性あり：自社の対策製品・中継サーバー）',
    });
    assert.deepEqual(question, {
      en: 'Nothing to ask the vendor: look up how large a message your own filter lets through.',
      ja: '提供元への質問は不要です。自社の対策製品が通すメール1通の上限を確認してください。',
    });
  });
});

describe('what would bring an excluded option back', () => {
  function changes(...gates: readonly GateResult[]) {
    return gateCounterfactuals(optionOf(evaluationOf({ one: gates }), 'one'), VOCABULARY);
  }

  it('is each failing requirement relaxed to what is there', () => {
    const found = changes(
      fails('room', { kind: 'atLeast', value: 50 }, 30),
      gateResult('open', 'cannotTell'),
      fails('words', { kind: 'includesAll', items: ['ja', 'en'] }, ['en']),
    );

    assert.deepEqual(found, [
      {
        kind: 'gate',
        change: 'room',
        from: 50,
        to: 30,
        unit: 'GB',
        text: {
          en: 'Comes back if “room” is relaxed to: at least 30 GB.',
          ja: '「room（日）」を「30 GB以上」に緩めると候補に戻ります。',
        },
      },
      {
        kind: 'gate',
        change: 'words',
        from: 'ja, en',
        to: 'en',
        unit: 'GB',
        text: {
          en: 'Comes back if “words” is relaxed to: en.',
          ja: '「words（日）」を「en」に緩めると候補に戻ります。',
        },
      },
    ]);
  });

  it('is dropping a requirement that cannot be relaxed', () => {
    assert.deepEqual(changes(fails('home', { kind: 'equals', value: 'cloud' }, 'on-premise')), [
      {
        kind: 'gate',
        change: 'home',
        from: 'cloud',
        to: null,
        unit: 'GB',
        text: {
          en: 'Comes back if “home” is dropped.',
          ja: '「home（日）」を外すと候補に戻ります。',
        },
      },
    ]);
  });
});
