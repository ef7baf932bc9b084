// Which limit really counts, against answers worked out by hand: an attachment of n MB makes a message of
// n × 4/3 × 78/76 + 0.1 MB, and a working day has 8 hours.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { Fact, FactId } from '../../../../server/core/catalogue/fact.ts';
import type { EvaluatedOption } from '../../../../server/core/scoring/evaluate.ts';
import { readFact } from '../../../../server/core/scoring/fact-reading.ts';
import { limitPath } from '../../../../server/core/scoring/limit-path.ts';
import { limitPathText } from '../../../../server/core/scoring/limit-path-words.ts';
import { openRequirement } from '../../../../server/core/scoring/requirement-words.ts';
import { evaluationOf } from '../../../builders/evaluation.ts';
import { known, notApplicable, optionWith } from '../../../builders/small-catalogue.ts';

const megabytes = (value: number): Fact => known({ value, unit: 'MB' });
const perDay = (value: number, unit: string): Fact =>
  known({ value, unit, window: 'day', scope: 'user', hard: true });

type Facts = Parameters<typeof optionWith>[1];
const STRAIGHT = { users: 10, gateway: null } as const;

function pathOf(factId: FactId, facts: Facts, context: Parameters<typeof limitPath>[2] = STRAIGHT) {
  return limitPath(optionWith('subject', facts), factId, context);
}

function evaluated(facts: Facts, answers: Readonly<Record<string, unknown>> = {}): EvaluatedOption {
  const option = evaluationOf([optionWith('subject', facts)], {
    employees: 10,
    'large-files': 'by-mail',
    ...answers,
  }).options[0];
  assert.ok(option !== undefined);
  return option;
}

function sizeGate(option: EvaluatedOption) {
  const gate = option.gates.find((result) => result.gate.rule.id === 'attachment-fits');
  assert.ok(gate !== undefined);
  return gate;
}

function cellFor(option: EvaluatedOption, factId: FactId) {
  const cell = option.cells[option.facts.findIndex(({ id }) => id === factId)];
  assert.ok(cell !== undefined);
  return cell;
}

const near = (left: number | undefined, right: number): boolean =>
  Math.abs((left ?? Number.NaN) - right) < 1e-9;

describe('the largest message that goes through', () => {
  it('is bound by an attachment limit that is lower once encoded', () => {
    const path = pathOf('messageSizeMax', { messageSizeMax: megabytes(150), attachmentMax: megabytes(19) });

    // 19 × 4/3 × 78/76 = 26, and 0.1 for headers and text.
    assert.equal(path?.effective.state, 'known');
    assert.ok(near(path?.effective.value as number, 26.1));
    assert.deepEqual(
      path?.smallest?.binding.map(({ factId }) => factId),
      ['attachmentMax'],
    );
  });

  it('is bound by the message limit where that is the lower one', () => {
    const path = pathOf('messageSizeMax', { messageSizeMax: megabytes(20), attachmentMax: megabytes(19) });

    assert.deepEqual(path?.effective, megabytes(20));
    assert.deepEqual(
      path?.smallest?.binding.map(({ factId }) => factId),
      ['messageSizeMax'],
    );
  });

  it('is at most the one limit that is stated, where the other is not', () => {
    const option = evaluated({ attachmentMax: megabytes(19) }, { 'attachment-size': 19 });
    const { fact, verdict } = sizeGate(option);

    assert.deepEqual([fact.fact.state, fact.fact.min], ['range', undefined]);
    assert.ok(near(fact.fact.max, 26.1));
    assert.equal(verdict, 'cannotTell');
  });

  it('fails a need above the one limit that is stated', () => {
    const option = evaluated({ attachmentMax: megabytes(19) }, { 'attachment-size': 20 });

    assert.equal(sizeGate(option).verdict, 'fail');
    assert.equal(option.status, 'excluded');
  });

  it('counts between the plausible low and the stated limit, never above it', () => {
    const unknown = cellFor(evaluated({}, { 'attachment-size': 40 }), 'messageSizeMax');
    const bounded = cellFor(
      evaluated({ attachmentMax: megabytes(19) }, { 'attachment-size': 40 }),
      'messageSizeMax',
    );
    const stated = cellFor(
      evaluated({ messageSizeMax: megabytes(26.1) }, { 'attachment-size': 40 }),
      'messageSizeMax',
    );

    assert.equal(bounded.low, unknown.low);
    assert.ok(near(bounded.high, stated.high));
    assert.ok(bounded.high < unknown.high && bounded.central < stated.central);
  });

  it('stands alone where a product states one limit for the whole message', () => {
    assert.equal(pathOf('messageSizeMax', { messageSizeMax: megabytes(25) }), null);
  });

  it('goes by the attachment limit where a message limit of its own does not apply', () => {
    const path = pathOf('messageSizeMax', { messageSizeMax: notApplicable, attachmentMax: megabytes(19) });

    assert.ok(near(path?.effective.value as number, 26.1));
  });
});

describe('a filter of one’s own in front', () => {
  const facts = { messageSizeMax: megabytes(150) };
  const behind = (messageMB: number | null) =>
    pathOf('messageSizeMax', facts, { users: 10, gateway: { messageMB } });

  it('takes from every product what it does not let through', () => {
    assert.equal(behind(30)?.effective.value, 30);
    assert.equal(behind(200)?.effective.value, 150);
    const option = evaluated(facts, { 'attachment-size': 30, 'gateway-message-size': 30 });
    assert.equal(sizeGate(option).verdict, 'fail');
  });

  it('leaves an upper bound while its limit is not known, and asks no vendor about it', () => {
    assert.deepEqual([behind(null)?.effective.min, behind(null)?.effective.max], [undefined, 150]);
    const option = evaluated(facts, { 'attachment-size': 30, 'spam-protection': 'own-gateway' });
    assert.equal(sizeGate(option).verdict, 'cannotTell');
    assert.match(openRequirement(sizeGate(option), VOCABULARY).question.en, /own filter/);
  });

  it('is no reason to call a limit unlimited, or not applicable', () => {
    const unlimited = { messageSizeMax: known({ unlimited: true }) };
    const silentGateway = { users: 10, gateway: { messageMB: null } };

    assert.equal(pathOf('messageSizeMax', unlimited, silentGateway)?.effective.state, 'unknown');
    assert.equal(
      pathOf('messageSizeMax', { messageSizeMax: notApplicable }, silentGateway)?.effective.state,
      'unknown',
    );
  });
});

describe('what one person may send', () => {
  it('is bound by the shorter window where it allows less over a working day', () => {
    const facts = {
      sendingLimit: known({ value: 15_000, unit: 'messages', window: 'day', scope: 'server' }),
      sendingRate: known({ value: 1_500, unit: 'messages', window: 'hour', scope: 'server' }),
    };
    const path = pathOf('sendingLimit', facts);

    // 1,500 × 8 hours ÷ 10 users = 1,200 a day, against 15,000 ÷ 10 = 1,500.
    assert.equal(path?.effective, facts.sendingRate);
    assert.deepEqual(readFact(facts.sendingRate, 10), { kind: 'number', min: 1_200, max: 1_200 });
  });

  it('names no more recipients in one message than a window of recipients allows', () => {
    const path = pathOf('recipientsPerMessage', { sendingLimit: perDay(100, 'recipients') });

    assert.deepEqual([path?.effective.min, path?.effective.max], [undefined, 100]);
    assert.equal(pathOf('recipientsPerMessage', { sendingLimit: perDay(100, 'messages') }), null);
  });
});

describe('the words for a path', () => {
  it('name the limit that binds and the one that nobody states', () => {
    const path = pathOf('messageSizeMax', { attachmentMax: megabytes(19) });
    assert.ok(path !== null);

    assert.deepEqual(limitPathText(path, VOCABULARY), {
      en: 'smallest limit on the path: Largest attachment 19 MB (26.1 MB once encoded); not stated, so it may be lower: Largest message',
      ja: '経路で最も小さい上限は添付ファイルの最大サイズ 19 MB（符号化後は26.1 MB）。未確認の上限があり、さらに低い可能性あり：メール1通の最大サイズ',
    });
  });
});

describe('another limit on the path', () => {
  const size = fc.option(fc.integer({ min: 1, max: 300 }), { nil: null });
  const verdicts = ['fail', 'cannotTell', 'pass'];

  it('never makes a message that was too large fit, nor raises what the size counts for', () => {
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (own, added, need) => {
          const answers = { 'attachment-size': need };
          const facts: Facts = own === null ? {} : { messageSizeMax: megabytes(own) };
          const before = evaluated(facts, answers);
          for (const after of [
            evaluated({ ...facts, attachmentMax: megabytes(added) }, answers),
            evaluated(facts, { ...answers, 'gateway-message-size': added }),
          ]) {
            const [from, to] = [before, after].map((option) => verdicts.indexOf(sizeGate(option).verdict));
            assert.ok((to ?? 0) <= (from ?? 0));
            assert.ok(
              cellFor(after, 'messageSizeMax').high <= cellFor(before, 'messageSizeMax').high + 1e-12,
            );
          }
        },
      ),
      { seed: 20261127, numRuns: 60 },
    );
  });
});
