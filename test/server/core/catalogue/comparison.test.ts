import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareOptions } from '../../../../server/core/catalogue/comparison.ts';
import { isPath, pathLimits } from '../../../../server/core/catalogue/path-limits.ts';
import type { Fact, FactId } from '../../../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../../../server/core/catalogue/fact.ts';
import { catalogueOf } from '../../../builders/arbitrary-catalogue.ts';
import { known, notApplicable, optionWith } from '../../../builders/small-catalogue.ts';

function compared(factId: FactId, ...facts: readonly Fact[]) {
  const options = facts.map((fact, index) => optionWith(`option-${index}`, { [factId]: fact }));
  return compareOptions(catalogueOf(options), options).find(({ definition }) => definition.id === factId);
}

describe('two options side by side', () => {
  it('agree where value and unit are the same, whatever the sources and remarks', () => {
    const left = known({ value: 50, unit: 'GB' });
    const row = compared('mailboxQuota', left, { ...left, note: { en: 'a', ja: 'あ' }, evidence: [] });
    assert.equal(row?.agreement, 'same');
  });

  it('differ in a value, and in the window of a limit', () => {
    const limit = known({ value: 100, unit: 'messages', window: 'day', scope: 'user' });
    assert.equal(compared('sendingLimit', limit, { ...limit, window: 'hour' })?.agreement, 'differs');
    assert.equal(compared('webmail', known({ value: 'yes' }), known({ value: 'no' }))?.agreement, 'differs');
  });

  it('agree on a list in another order', () => {
    const row = compared('protocols', known({ value: ['IMAP', 'POP3'] }), known({ value: ['POP3', 'IMAP'] }));
    assert.equal(row?.agreement, 'same');
  });

  it('are open, not different, where one of them does not say', () => {
    const row = compared('webmail', known({ value: 'yes' }), UNKNOWN_FACT);
    assert.deepEqual([row?.agreement, row?.isPartlyUnknown], ['open', true]);
  });

  it('leave out what none of them says anything about', () => {
    assert.equal(compared('webmail', UNKNOWN_FACT, UNKNOWN_FACT), undefined);
  });

  it('do not differ because something does not apply to one of them', () => {
    assert.equal(
      compared('mailboxQuota', known({ value: 50, unit: 'GB' }), notApplicable)?.agreement,
      'open',
    );
  });
});

describe('mail that passes several products', () => {
  const size = (value: number) => ({ messageSizeMax: known({ value, unit: 'MB' }) });
  const mailbox = optionWith('mailbox', size(150));
  const gateway = optionWith('gateway', size(25), { kind: 'gateway' });
  const silent = optionWith('silent', {}, { kind: 'relay' });
  const limitOf = (...path: Parameters<typeof pathLimits>[0]) =>
    pathLimits(path, 1).find(({ factId }) => factId === 'messageSizeMax');

  it('meets the smallest limit, and names who sets it', () => {
    assert.equal(limitOf(mailbox, gateway)?.setBy?.id, 'gateway');
    assert.deepEqual(limitOf(mailbox, gateway)?.silent, []);
  });

  it('may meet a smaller one where a product does not state its limit', () => {
    assert.deepEqual(
      limitOf(mailbox, silent)?.silent.map(({ id }) => id),
      ['silent'],
    );
  });

  it('compares limits of different windows by the working day', () => {
    const perHour = known({ value: 100, unit: 'messages', window: 'hour', scope: 'user' });
    const perDay = known({ value: 500, unit: 'messages', window: 'day', scope: 'user' });
    const limits = pathLimits(
      [
        optionWith('a', { sendingLimit: perHour }),
        optionWith('b', { sendingLimit: perDay }, { kind: 'relay' }),
      ],
      1,
    );
    assert.equal(limits.find(({ factId }) => factId === 'sendingLimit')?.setBy?.id, 'b');
  });

  it('has no limit only where every product says so', () => {
    const free = optionWith('free', { messageSizeMax: known({ unlimited: true }) });
    assert.equal(limitOf(free, free)?.isUnlimited, true);
    assert.equal(limitOf(silent)?.isUnlimited, false);
  });

  it('takes one mailbox product and something on the way', () => {
    assert.ok(isPath([mailbox, gateway]));
    assert.ok(!isPath([mailbox, mailbox, gateway]));
    assert.ok(!isPath([gateway, silent]));
  });
});
