// A whole recommendation from two criteria and two requirements, so that every part of it can be worked out by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fact, FactId } from '../../../../server/core/catalogue/fact.ts';
import type { Provider } from '../../../../server/core/catalogue/provider.ts';
import { UNKNOWN_FACT } from '../../../../server/core/catalogue/fact.ts';
import type { RecommendInput } from '../../../../server/core/scoring/recommend.ts';
import { DEFAULT_SAMPLES, recommend, THOROUGH_SAMPLES } from '../../../../server/core/scoring/recommend.ts';
import type { Preferences } from '../../../../server/core/scoring/preferences.ts';
import type { Recommendation } from '../../../../server/core/scoring/recommendation.ts';
import type { CriterionRule, DecisionModel } from '../../../../server/data/schema/criteria.generated.ts';
import { catalogueOf } from '../../../builders/arbitrary-catalogue.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';
import { criterion, FLAG, word } from '../../../builders/decision-by-hand.ts';
import { evaluationOf } from '../../../builders/evaluation.ts';
import { recommendInput } from '../../../builders/recommend-input.ts';
import { known, optionWith } from '../../../builders/small-catalogue.ts';

const { model, questionnaire } = DECISION_DATA;

const rule = (one: ReturnType<typeof criterion>): CriterionRule => one.rule;
const ROOM = rule(criterion('room', undefined, { points: 30 }));
const PAGE = rule(criterion('page', FLAG, { fact: 'statusPage', points: 10 }));
const SAFE = rule(criterion('safe', FLAG, { fact: 'webmail', group: 'security', points: 5 }));
/** Nobody wants any of it, so it has nothing to say. */
const NEVER = rule(
  criterion('never', { kind: 'coverage', need: 'nobodyAsks', count: 'all' }, { fact: 'protocols' }),
);
const gatesOf = (...ids: readonly string[]) => model.gates.filter(({ id }) => ids.includes(id));
const MODEL: DecisionModel = {
  ...model,
  groups: model.groups.filter(({ id }) => id === 'size' || id === 'security'),
  criteria: [ROOM, PAGE, SAFE, NEVER],
  gates: [
    ...gatesOf('mailboxes', 'own-domain', 'user-capacity'),
    ...gatesOf('deployment-cloud').map((gate) => ({ ...gate, onlyFor: 'cloud' as const })),
  ],
};

type Facts = Readonly<Partial<Record<FactId, Fact>>>;
const facts = (room: number | null, page: string, safe: string, domain: string | null = 'yes'): Facts => ({
  ...(room === null ? {} : { mailboxQuota: known({ value: room, unit: 'GB' }) }),
  statusPage: known({ value: page }),
  webmail: known({ value: safe }),
  usersMax: known({ unlimited: true }),
  ...(domain === null ? {} : { customDomain: known({ value: domain }) }),
});

const QUESTIONS = ['employees', 'own-domain', 'deployment', 'priority-first'];
const ANSWERS = { employees: 50, 'own-domain': 'one' };
const ALPHA = optionWith('alpha', facts(8, 'yes', 'no'));
const BETA = optionWith('beta', facts(4, 'yes', 'yes'));
const NOBODY = optionWith('nobody', facts(10, 'yes', 'yes', 'no'));
const OPEN = optionWith('open', facts(10, 'yes', 'yes', null));

function recommended(
  providers: readonly Provider[],
  answers: unknown = ANSWERS,
  overrides: Partial<RecommendInput> = {},
): Recommendation {
  return recommend(
    recommendInput(answers, {
      criteria: MODEL,
      catalogue: catalogueOf(providers),
      questions: {
        ...questionnaire,
        questions: questionnaire.questions.filter(({ id }) => QUESTIONS.includes(id)),
      },
      samples: 500,
      ...overrides,
    }),
  );
}

const order = ({ options }: Recommendation) => options.map(({ id, status, rank }) => [id, status, rank]);

describe('a small recommendation', () => {
  // Groups count the same: room 0.375, page 0.125, safe 0.5.
  const found = recommended([OPEN, BETA, NOBODY, ALPHA]);

  it('scores each option by hand', () => {
    assert.deepEqual(
      found.criteria.map(({ id, weight }) => [id, weight]),
      [
        ['room', 0.375],
        ['page', 0.125],
        ['safe', 0.5],
      ],
    );
    // alpha 0.3 + 0.125, beta 0.15 + 0.125 + 0.5.
    const scores = Object.fromEntries(found.options.map(({ id, score }) => [id, score]));
    assert.ok(Math.abs((scores['alpha'] ?? 0) - 0.425) < 1e-12);
    assert.ok(Math.abs((scores['beta'] ?? 0) - 0.775) < 1e-12);
    assert.deepEqual(
      found.groups.map(({ id, weight }) => [id, weight]),
      [
        ['size', 0.5],
        ['security', 0.5],
      ],
    );
  });

  it('puts eligible options first, then those to confirm, then the excluded ones', () => {
    assert.deepEqual(order(found), [
      ['beta', 'eligible', 1],
      ['alpha', 'eligible', 2],
      ['open', 'conditional', 3],
      ['nobody', 'excluded', null],
    ]);
    assert.deepEqual([found.recommended, found.proviso], ['beta', null]);
  });

  it('says what it was made from', () => {
    assert.deepEqual(
      [found.schema, found.seed, found.samples, found.asOf, found.catalogueHash],
      ['mailfit.recommendation/1', 1, 500, '2026-11-23', 'test'],
    );
    assert.match(found.answersHash, /^[0-9a-f]{64}$/);
    assert.ok(Object.values(found.sizing).every((figure) => typeof figure === 'number'));
    assert.ok(Object.keys(found.sizing).length > 10);
    assert.deepEqual([DEFAULT_SAMPLES, THOROUGH_SAMPLES], [10_000, 100_000]);
  });

  it('lists the requirements that were stated, with their questions, and those that always hold', () => {
    assert.deepEqual(
      found.requirements.map(({ id, kind, from }) => [id, kind, from]),
      [
        ['mailboxes', 'gate', []],
        ['user-capacity', 'gate', ['employees']],
        ['own-domain', 'gate', ['own-domain']],
        ['room', 'value', []],
        ['page', 'value', []],
        ['safe', 'value', []],
      ],
    );
  });

  it('lets eligible options compete among themselves, and an open one with all', () => {
    const shares = Object.fromEntries(found.options.map(({ id, rankShares }) => [id, rankShares]));

    assert.equal(shares['beta']?.length, 2);
    assert.equal(shares['alpha']?.length, 2);
    assert.deepEqual(shares['open'], [1, 0, 0]);
    assert.deepEqual(shares['nobody'], []);
    assert.equal(found.robustness?.pairwise.options.length, 2);
  });

  it('says of an excluded option what to relax, and nothing about how sure it is', () => {
    const nobody = found.options.find(({ id }) => id === 'nobody') ?? assert.fail();

    assert.deepEqual(
      nobody.counterfactuals.map(({ kind, change }) => [kind, change]),
      [['gate', 'own-domain']],
    );
    assert.deepEqual([nobody.questionsToVendor, 'robustness' in nobody], [[], false]);
  });

  it('says of the others what would put them first', () => {
    const changes = (id: string) => {
      const option = found.options.find((one) => one.id === id) ?? assert.fail();
      return option.counterfactuals.map(({ kind, change, to }) => [
        kind,
        change,
        typeof to === 'number' ? Math.round(to * 1e6) / 1e6 : to,
      ]);
    };

    // alpha lacks 0.35: on safe a rise of 0.7, on room one of 0.93 that does not exist. Or: 0.85t' = …
    assert.deepEqual(changes('alpha')[0], ['fact', 'safe', 'yes']);
    assert.deepEqual(changes('beta'), []);
    assert.deepEqual(changes('open'), []);
  });

  it('warns that an option still to confirm would lead, and of nothing else', () => {
    assert.deepEqual(
      found.notices.map(({ en }) => en),
      ['open scores higher than the recommended option and would lead if it confirmed: Own domain.'],
    );
    assert.equal('smallestRelaxations' in found || 'group' in found || 'tender' in found, false);
  });
});

describe('the notices of a recommendation', () => {
  const notices = (providers: readonly Provider[], answers: unknown = ANSWERS) =>
    recommended(providers, answers).notices.map(({ en }) => en);

  it('say that few questions are answered below half of them', () => {
    assert.deepEqual(notices([ALPHA]), []);
    assert.deepEqual(notices([ALPHA], { employees: 50 }), [
      '1 of 4 questions are answered; the rest takes stated defaults.',
    ]);
    assert.deepEqual(notices([ALPHA], { employees: 50, 'own-domain': 'unknown' }), [
      '1 of 4 questions are answered; the rest takes stated defaults.',
    ]);
  });

  it('say what number of people is assumed', () => {
    assert.match(
      notices([ALPHA], { 'own-domain': 'one', deployment: 'either' })[0] ?? '',
      /^The number of people is not answered; \d+ is assumed\./,
    );
  });

  it('name the strongest of those that would lead, and none that scores no more', () => {
    const weaker = optionWith('weaker', facts(9, 'yes', 'yes', null));
    const level = optionWith('level', facts(4, 'yes', 'yes', null));

    assert.match(notices([ALPHA, BETA, weaker, OPEN])[0] ?? '', /^open scores higher/);
    assert.deepEqual(notices([ALPHA, BETA, level]), []);
    assert.deepEqual(notices([OPEN, weaker]), []);
    assert.deepEqual(notices([NOBODY]), []);
  });
});

describe('a recommendation without anyone to recommend', () => {
  const found = recommended([NOBODY, optionWith('relay', facts(1, 'no', 'no'), { kind: 'relay' })]);

  it('says what to relax', () => {
    assert.deepEqual([found.recommended, found.strength], [null, 'none']);
    assert.deepEqual(
      found.smallestRelaxations?.map(({ requirements, readmits }) => [requirements, readmits]),
      [
        [['mailboxes'], ['relay']],
        [['own-domain'], ['nobody']],
      ],
    );
    assert.equal('sensitivity' in found || 'cost' in found || 'explanation' in found, false);
  });
});

describe('a recommendation of what is still to confirm', () => {
  it('has a proviso, and its options compete among themselves', () => {
    const other = optionWith('other', facts(2, 'no', 'no', null));
    const found = recommended([OPEN, other]);

    assert.equal(found.recommended, 'open');
    assert.equal(found.proviso?.en, 'open may be chosen only after confirming: Own domain.');
    assert.deepEqual(
      found.options.map(({ rankShares }) => rankShares),
      [
        [1, 0],
        [0, 1],
      ],
    );
    assert.deepEqual(found.robustness?.pairwise.options, ['open', 'other']);
    assert.match(found.strengthReason.en, /first in 100% of the trials/);
  });
});

describe('the strength of a recommendation', () => {
  it('rests on how often the product is first, all editions counted', () => {
    const plus = optionWith('beta-plus', facts(4, 'yes', 'yes'), { family: 'beta' });
    const found = recommended([ALPHA, BETA, plus]);

    // beta is ahead as long as the first group counts for less than 1 ÷ (1 + 0.4 × the share of room in it): 0.75 to 0.78.
    const words =
      /^beta leads the next product, alpha, by 35\.0 points and is first in (\d+)% of the trials with other weights and facts \((\d+)% counting every edition of this product\)\.$/;
    const [, edition, product] = words.exec(found.strengthReason.en) ?? [];
    assert.ok(Math.abs(Number(product) - 76) <= 4, product);
    assert.ok(Math.abs(Number(edition) - Number(product) / 2) <= 1, edition);
    assert.equal(found.strength, 'clear');
  });
});

describe('what is said about the winner', () => {
  const found = recommended([OPEN, BETA, ALPHA, NOBODY]);

  it('compares it with those of its own standing', () => {
    assert.deepEqual(
      found.explanation?.comparisons.map(({ winner, other }) => [winner, other]),
      [['beta', 'alpha']],
    );
    assert.deepEqual(found.explanation?.verdict, found.strengthReason);
    assert.equal(found.sensitivity?.smallestWeightChange?.option, 'alpha');
  });

  it('sets score against cost for all that are left, and asks other methods', () => {
    assert.deepEqual(
      found.cost?.options.map(({ option }) => option),
      ['beta', 'alpha', 'open'],
    );
    assert.equal(found.crossChecks?.of, 4);
    assert.equal('crossChecks' in recommended([ALPHA]), false);
  });
});

describe('requirements of an evaluation', () => {
  const own = optionWith('own', facts(8, 'yes', 'yes'), { deployment: 'on-premise' });
  const failing = (option: Recommendation['options'][number] | undefined) =>
    option?.failed.map(({ requirement }) => requirement);

  it('hold for options of one deployment where their rule says so, and else for all', () => {
    const answers = { ...ANSWERS, deployment: 'cloud-only' };
    const spared = recommended([ALPHA, own], answers);
    const held = recommended([ALPHA, own], answers, {
      criteria: { ...MODEL, gates: gatesOf('deployment-cloud') },
    });

    assert.deepEqual(order(spared), [
      ['own', 'eligible', 1],
      ['alpha', 'eligible', 2],
    ]);
    assert.deepEqual([held.options[0]?.id, failing(held.options[1])], ['alpha', ['deployment-cloud']]);
  });

  it('on a level know the order of the levels', () => {
    const evaluation = evaluationOf([ALPHA], { 'sign-in': ['mfa'] });
    const { need } = evaluation.gates.find(({ rule: { id } }) => id === 'mfa') ?? assert.fail();

    assert.deepEqual(need, {
      kind: 'level',
      level: 'web-only',
      order: ['none', 'web-only', 'app-passwords', 'all-protocols'],
    });
  });

  it('are judged for options in the order of their ids, whatever that of the catalogue', () => {
    const ids = (providers: readonly Provider[]) =>
      evaluationOf(providers).options.map(({ provider }) => provider.id);

    assert.deepEqual(ids([OPEN, BETA, NOBODY, ALPHA]), ['alpha', 'beta', 'nobody', 'open']);
    assert.deepEqual(ids([ALPHA, BETA, NOBODY, OPEN]), ['alpha', 'beta', 'nobody', 'open']);
  });
});

describe('weights stated beside the answers', () => {
  const cheap: Preferences = { method: 'rank-order', order: [['room'], ['page']] };
  const safe: Preferences = { method: 'swing', points: { safe: [100, 100] } };
  const gone: Preferences = { method: 'rank-order', order: [['no-such']] };
  const weightsOf = ({ criteria }: Recommendation) => criteria.map(({ id, weight }) => [id, weight]);

  it('stand for those of the answers', () => {
    const found = recommended([ALPHA, BETA], ANSWERS, { preferences: cheap });

    assert.deepEqual(weightsOf(found), [
      ['room', 0.75],
      ['page', 0.25],
    ]);
    assert.deepEqual(
      [found.weights?.method, found.recommended, 'group' in found],
      ['rank-order', 'alpha', false],
    );
  });

  it('are those of the answers where they name nothing that is asked', () => {
    const found = recommended([ALPHA, BETA], ANSWERS, { preferences: gone });

    assert.equal(found.weights?.method, 'answers');
    assert.equal(found.criteria.length, 3);
    const nobody = recommended([ALPHA], ANSWERS, { people: [{ name: 'Aki', preferences: gone }] });
    assert.deepEqual([nobody.weights?.method, 'group' in nobody], ['answers', false]);
    assert.equal(recommended([ALPHA], ANSWERS, { people: [] }).weights?.method, 'answers');
    assert.equal(recommended([ALPHA], ANSWERS, { people: [], preferences: safe }).weights?.method, 'swing');
    const half: Preferences = { method: 'rank-order', order: [['room'], ['never']] };
    assert.deepEqual(weightsOf(recommended([ALPHA], ANSWERS, { preferences: half })), [['room', 1]]);
  });

  it('of several people are their mean, and say whose they are', () => {
    const people = [
      { name: 'Aki', preferences: cheap },
      { name: 'Ben', preferences: safe },
      { name: 'Chie', preferences: gone },
    ];
    const found = recommended([ALPHA, BETA], ANSWERS, { people, preferences: safe });

    assert.deepEqual(weightsOf(found), [
      ['room', 0.375],
      ['page', 0.125],
      ['safe', 0.5],
    ]);
    assert.equal(found.weights?.method, 'group');
    assert.deepEqual(found.weights?.methodText, {
      en: 'The mean of the weights of 2 people, each given alone: Aki (ranking (ROC)), Ben (swing).',
      ja: '2人が別々に付けた重みの平均です（Aki：順位づけ（ROC）、Ben：スイング法）。',
    });
    assert.deepEqual(
      found.group?.people.map(({ name, winner }) => [name, winner]),
      [
        ['Aki', 'alpha'],
        ['Ben', 'beta'],
      ],
    );
  });

  it('of one person keep that person’s range and method', () => {
    const people = [{ name: 'Aki', preferences: cheap }];
    const found = recommended([ALPHA, BETA], ANSWERS, { people });

    assert.equal(found.weights?.method, 'rank-order');
    assert.equal(found.weights?.methodText.en, 'Weights given by Aki by ranking (ROC).');
    assert.deepEqual(found.weights?.criteria[0]?.range, [0.5, 1]);
    assert.equal(found.group?.consensus, 1);
  });

  it('by comparison name groups and criteria by their labels', () => {
    const pair = { a: 'size', b: 'security', times: 2 };
    const found = recommended([ALPHA], ANSWERS, {
      preferences: { method: 'ahp', groups: [pair], criteria: [] },
    });

    assert.deepEqual(
      found.weights?.comparisons?.map(({ node, ratio }) => [node, ratio]),
      [['groups', 0]],
    );
    assert.ok(Math.abs((found.groups[0]?.weight ?? 0) - 2 / 3) < 1e-9);
  });

  it('by comparison that contradict each other name criteria by their labels', () => {
    const [x, y, z] = ['x', 'y', 'z'].map((id) =>
      rule(criterion(id, undefined, { label: word(`label ${id}`) })),
    );
    assert.ok(x !== undefined && y !== undefined && z !== undefined);
    const more = (a: string, b: string) => ({ a, b, times: 9 });
    const found = recommended([ALPHA], ANSWERS, {
      criteria: { ...MODEL, criteria: [x, y, z] },
      preferences: {
        method: 'ahp',
        groups: [],
        criteria: [more('x', 'y'), more('y', 'z'), more('z', 'x')],
      },
    });

    assert.match(found.weights?.consistency?.text.en ?? '', /Look again at label [xyz] against label [xyz]/);
    assert.equal(found.weights?.consistency?.node, 'size');
  });
});

it('a fact that is not stated leaves the score open, and its question decides', () => {
  const silent: Provider = optionWith('silent', { ...facts(null, 'yes', 'yes'), mailboxQuota: UNKNOWN_FACT });
  const found = recommended([silent, optionWith('rival', facts(3, 'yes', 'yes'))]);
  const [question] = found.options.find(({ id }) => id === 'silent')?.questionsToVendor ?? [];

  assert.deepEqual([question?.criterion, question?.question], ['room', word('How is room?')]);
  assert.deepEqual(found.sensitivity?.questionsToVendors[0]?.option, 'silent');
});
