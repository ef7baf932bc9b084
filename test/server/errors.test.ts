import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeError, ERROR_CATALOGUE, MailfitError } from '../../server/errors.ts';

test('every error has a title and a hint in both languages', () => {
  for (const [code, entry] of Object.entries(ERROR_CATALOGUE)) {
    for (const text of [entry.title, entry.hint]) {
      assert.ok(text.en.length > 0 && text.ja.length > 0, code);
      assert.match(text.ja, /[ぁ-んァ-ン一-龯]/, code);
    }
  }
});

test('an error reads as what, where and what to do, in the chosen language', () => {
  const error = new MailfitError('badInput', ['answers.yaml:3:5 employees: give a number']);

  assert.deepEqual(describeError(error, 'en').split('\n'), [
    'The input cannot be used',
    '  answers.yaml:3:5 employees: give a number',
    'Correct the places named here; everything else stays as you typed it.',
  ]);
  assert.match(describeError(error, 'ja'), /^入力を受け付けられません/);
});
