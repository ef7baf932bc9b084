import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPERATIONS } from '../../../server/web/api/operations/index.ts';
import { validationOf } from '../../../server/web/api/validation.ts';

const validations = validationOf(OPERATIONS);

describe('the schemas of the API', () => {
  it('compile for every operation, since the first request for each relies on it', () => {
    for (const { id, body, answered } of OPERATIONS) {
      const validation = validations.get(id);
      assert.ok(validation !== undefined, id);
      assert.equal(validation.query({ 'no-such-parameter': '1' }).ok, false, id);
      assert.equal(validation.body(Symbol('no JSON')).ok, body === undefined, id);
      const hasSchema = typeof answered.content !== 'string';
      assert.equal(validation.answerFault(Symbol('no JSON')) !== null, hasSchema, id);
    }
  });
});
