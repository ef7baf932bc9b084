// Which of several limits on a path binds, and the words for it, link by link.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { Fact } from '../../../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../../../server/core/catalogue/fact.ts';
import { isOpenAtHomeOnly, limitPath } from '../../../../server/core/scoring/limit-path.ts';
import { limitPathShown, limitPathText } from '../../../../server/core/scoring/limit-path-words.ts';
import { word } from '../../../builders/decision-by-hand.ts';
import { known, optionWith } from '../../../builders/small-catalogue.ts';

describe('the smallest limit on a path', () => {
  const NO_GATEWAY = { users: 10, gateway: null };
  const pathOf = (facts: Parameters<typeof optionWith>[1], id: Parameters<typeof limitPath>[1]) =>
    limitPath(optionWith('one', facts), id, NO_GATEWAY);
  const megabytes = (value: number): Fact => known({ value, unit: 'MB' });
  const sized = (min: number, max: number, fields: Partial<Fact> = {}): Fact => ({
    ...known({ min, max, unit: 'MB', ...fields }),
    state: 'range',
  });

  it('is not asked about for a fact that no other limit bounds', () => {
    assert.equal(pathOf({ usersMax: megabytes(5) }, 'usersMax'), null);
    assert.equal(pathOf({ sendingLimit: megabytes(5) }, 'sendingLimit'), null);
  });

  it('takes each end from the link that is lowest there, with the evidence and the first note of both', () => {
    const path = pathOf(
      { messageSizeMax: sized(10, 40, { note: word('own') }), attachmentMax: sized(19, 19) },
      'messageSizeMax',
    );

    assert.deepEqual(
      path?.smallest?.binding.map(({ factId }) => factId),
      ['attachmentMax', 'messageSizeMax'],
    );
    const { effective } = path ?? assert.fail();
    assert.deepEqual([effective.state, effective.min, effective.unit], ['range', 10, 'MB']);
    assert.ok(Math.abs((effective.max ?? 0) - 26.1) < 1e-9);
    assert.equal(effective.evidence.length, 2);
    assert.equal('note' in effective, false);
    const noted = pathOf({ messageSizeMax: sized(10, 40), attachmentMax: megabytes(1) }, 'messageSizeMax');
    assert.equal(noted?.effective.note, undefined);
    const first = pathOf(
      { messageSizeMax: sized(10, 20, { note: word('own') }), attachmentMax: sized(1, 900) },
      'messageSizeMax',
    );
    assert.deepEqual(first?.effective.note, word('own'));
  });

  it('of recipients is a number or a range of recipients, and no other limit', () => {
    const bound = (sendingLimit: Fact) => pathOf({ sendingLimit }, 'recipientsPerMessage')?.smallest?.max;
    const recipients = { unit: 'recipients', window: 'day' } as const;

    assert.equal(bound(known({ value: 100, ...recipients })), 100);
    assert.equal(bound(sized(50, 80, recipients)), 80);
    assert.equal(bound({ ...known({ min: 50, ...recipients }), state: 'range' }), undefined);
    assert.equal(bound({ ...known({ max: 50, ...recipients }), state: 'range' }), undefined);
    assert.equal(bound(known({ value: 100, unit: 'messages', window: 'day' })), undefined);
  });

  it('of recipients is told in the unit of recipients, not in the words of the other limit', () => {
    const path = pathOf(
      {
        sendingLimit: known({ value: 100, unit: 'recipients', window: 'day' }),
        recipientsPerMessage: known({ value: 500, unit: 'count' }),
      },
      'recipientsPerMessage',
    );

    assert.deepEqual(
      [path?.effective.value, path?.effective.unit, path?.effective.window],
      [100, 'count', undefined],
    );
  });

  it('of sending is told in the words of the rate where that is lower', () => {
    const sendingRate = known({ value: 1, unit: 'messages', window: 'minute', scope: 'user' });
    const sendingLimit = known({ value: 10_000, unit: 'messages', window: 'day', scope: 'user' });

    assert.equal(pathOf({ sendingRate, sendingLimit }, 'sendingLimit')?.effective, sendingRate);
  });

  it('is unlimited only where every link is', () => {
    const unlimited = known({ unlimited: true });
    const both = pathOf({ messageSizeMax: unlimited, attachmentMax: unlimited }, 'messageSizeMax');

    assert.equal(both?.effective, unlimited);
    const one = pathOf({ messageSizeMax: unlimited, attachmentMax: megabytes(19) }, 'messageSizeMax');
    assert.equal(one?.effective.state, 'known');
    const silent = pathOf({ attachmentMax: unlimited }, 'messageSizeMax');
    assert.deepEqual(silent?.effective, UNKNOWN_FACT);
  });

  it('behind one’s own filter counts that filter for messages only', () => {
    const behind = (id: 'messageSizeMax' | 'sendingLimit', messageMB: number | null) =>
      limitPath(optionWith('one', { messageSizeMax: megabytes(50), sendingLimit: megabytes(50) }), id, {
        users: 10,
        gateway: { messageMB },
      });

    assert.equal(behind('sendingLimit', 5), null);
    assert.deepEqual(behind('messageSizeMax', 5)?.effective, {
      state: 'known',
      value: 5,
      unit: 'MB',
      evidence: [],
    });
    assert.equal(isOpenAtHomeOnly(behind('messageSizeMax', null)), true);
    assert.equal(isOpenAtHomeOnly(behind('messageSizeMax', 5)), false);
    assert.equal(isOpenAtHomeOnly(null), false);
  });

  it('leaves open a vendor’s silence, also beside one’s own filter', () => {
    const path = limitPath(optionWith('one', {}), 'messageSizeMax', {
      users: 10,
      gateway: { messageMB: null },
    });

    assert.equal(isOpenAtHomeOnly(path), false);
    assert.equal(path?.smallest, null);
    assert.equal(path?.effective.state, 'unknown');
  });

  it('is shown link by link, each with its own words', () => {
    const path = limitPath(optionWith('one', { attachmentMax: megabytes(19) }), 'messageSizeMax', {
      users: 10,
      gateway: { messageMB: 30 },
    });
    const { links, text } = limitPathShown(path ?? assert.fail(), VOCABULARY);

    assert.deepEqual(
      links.map(({ factId, label, shown, binds }) => [factId, label.en, label.ja, shown.en, binds]),
      [
        ['messageSizeMax', 'Largest message', 'メール1通の最大サイズ', 'unknown', false],
        [
          'attachmentMax',
          'Largest attachment',
          '添付ファイルの最大サイズ',
          '19 MB (26.1 MB once encoded)',
          true,
        ],
        [null, 'Own filter or relay', '自社の対策製品・中継サーバー', '30 MB', false],
      ],
    );
    assert.deepEqual(text, limitPathText(path ?? assert.fail(), VOCABULARY));
  });

  it('needs no conversion where there is no limit, and binds nothing where nothing is stated', () => {
    const unlimited = pathOf(
      { messageSizeMax: megabytes(5), attachmentMax: known({ unlimited: true }) },
      'messageSizeMax',
    );
    assert.equal(limitPathShown(unlimited ?? assert.fail(), VOCABULARY).links[1]?.shown.en, 'unlimited');
    const open = limitPath(optionWith('one', {}), 'messageSizeMax', {
      users: 10,
      gateway: { messageMB: null },
    });
    const shown = limitPathShown(open ?? assert.fail(), VOCABULARY);
    assert.deepEqual(
      shown.links.map(({ binds }) => binds),
      [false, false],
    );
    assert.equal(shown.text.en, 'not stated, so it may be lower: Largest message, Own filter or relay');
  });
});
