// The weights of people are part of what was frozen, whichever way somebody tries to change them.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { freezeEvaluation } from '../../../server/usecases/evaluation-versions.ts';
import { openApi } from '../../builders/api-client.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

it('a frozen evaluation refuses new people and new weights with 409, on the page and over the API', async () => {
  const { id } = await web.deps.evaluations.create({ title: 'HQ', answers: { employees: 300 } });
  const api = openApi(web.origin);
  const people = `/evaluations/${id}/people`;
  const { body: aiko } = await api.post(people, { name: 'Aiko' });
  const visitor = openBrowserless(web.origin, 'en');
  await visitor.get(`/evaluations/${id}/weights`);
  const before = await web.deps.opinions.listFor(id);
  await freezeEvaluation(web.deps, id, { by: 'Sato', reason: 'offers' });

  const invited = await visitor.post(`/evaluations/${id}/weights/people`, { name: 'Ben' });
  assert.equal(invited.status, 409);
  const added = await api.post(people, { name: 'Ben' });
  const weighed = await api.put(`${people}/${aiko.id}/weights`, {
    method: 'rank-order',
    order: [['mfa'], ['mailboxSize']],
  });
  for (const { status, body } of [added, weighed]) {
    assert.deepEqual([status, body.code], [409, 'evaluationFrozen']);
  }
  assert.deepEqual(await web.deps.opinions.listFor(id), before);
});
