// Are the sample organisations' rankings what somebody who knows these products would expect?

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recommend } from '../../../../server/core/scoring/recommend.ts';
import type { OptionResult } from '../../../../server/core/scoring/recommendation.ts';
import { exampleAnswers, recommendInput } from '../../../builders/recommend-input.ts';

function evaluated(name: string) {
  return recommend(recommendInput(exampleAnswers(name)));
}

function find(options: readonly OptionResult[], id: string): OptionResult {
  const found = options.find((one) => one.id === id);
  assert.ok(found !== undefined, id);
  return found;
}

describe('a 20-person office without anyone who looks after computers', () => {
  const { options, recommended } = evaluated('office-20');

  it('is led to a cloud service', () => {
    assert.equal(find(options, recommended ?? '').deployment, 'cloud');
  });

  it('does not run Postfix or Exchange Server itself, because nobody could', () => {
    for (const id of ['postfix-dovecot', 'exchange-server-se', 'mailcow']) {
      assert.ok(
        find(options, id).failed.some(({ requirement }) => requirement === 'skill'),
        id,
      );
    }
  });

  it('has no server of its own among the first ten', () => {
    const first = options.filter(({ rank }) => rank !== null && rank <= 10);

    assert.deepEqual(
      first.filter(({ deployment }) => deployment === 'on-premise'),
      [],
    );
  });
});

describe('a 300-person manufacturer whose mail must stay in Japan', () => {
  const { options, recommended } = evaluated('manufacturer-300');

  it('may not use services that store mail abroad only, and is told so', () => {
    for (const id of ['fastmail', 'google-workspace', 'ovh-email-pro', 'infomaniak-mail']) {
      const reason = find(options, id).failed.find(({ requirement }) => requirement === 'data-location');
      assert.deepEqual(reason?.from, ['data-location'], id);
    }
  });

  it('loses the plan whose ceiling of 300 users it will outgrow', () => {
    const failed = find(options, 'microsoft-365-business-basic').failed.map(({ requirement }) => requirement);

    assert.ok(failed.includes('user-capacity'));
  });

  it('is led to a service that is known to store mail in Japan', () => {
    const best = find(options, recommended ?? '');

    assert.deepEqual(best.cannotTell, []);
    assert.equal(best.deployment, 'cloud');
  });
});

describe('a 5,000-seat enterprise with legal hold, single sign-on and data loss prevention', () => {
  const { options, recommended } = evaluated('enterprise-5000');

  it('is led to the large edition of Exchange Online, not to the small one', () => {
    assert.equal(recommended, 'exchange-online-plan-2');
    assert.equal(find(options, 'exchange-online').status, 'excluded');
  });

  it('is not offered rental mail', () => {
    for (const id of ['xserver', 'sakura-rental-server', 'webarena-mailhosting']) {
      const { status, rank } = find(options, id);
      assert.ok(status === 'excluded' || (rank ?? 0) > 3, id);
    }
  });
});

describe('a university with administrators of its own and a tight budget', () => {
  const { options } = evaluated('university');

  it('may run free server software: it is not excluded', () => {
    for (const id of ['stalwart', 'mailcow']) assert.notEqual(find(options, id).status, 'excluded', id);
  });

  it('finds free software cheaper to licence than Exchange Server', () => {
    const costs = ['stalwart', 'exchange-server-se'].map(
      (id) => find(options, id).contributions.find(({ criterion }) => criterion === 'cost')?.fact.max ?? 0,
    );

    assert.ok((costs[0] ?? 0) < (costs[1] ?? 0));
  });

  it('cannot use a plan for at most 300 users', () => {
    assert.equal(find(options, 'google-workspace-business-starter').status, 'excluded');
  });
});
