import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passwordProblem } from '../../../../server/core/access/password-rules.ts';

const OWN = ['佐藤 花子', 'hanako.sato@example.jp'];

describe('a password', () => {
  it('of several words, in any script, is taken', () => {
    for (const good of ['correct horse battery staple', '雷の夜に青い鯨が三頭泳ぐ話', 'tQ7!mz#Lw2@vX9']) {
      assert.equal(passwordProblem(good, OWN), null, good);
    }
  });

  it('has 12 to 128 characters, counted as a person counts them', () => {
    assert.equal(passwordProblem('elevenchars', OWN), 'tooShort');
    assert.equal(passwordProblem('😀'.repeat(11), OWN), 'tooShort');
    assert.equal(passwordProblem('xk2-'.repeat(33), OWN), 'tooLong');
  });

  it('is refused when it is made of what is tried first', () => {
    const easy = [
      'password1234',
      'Password2026!!',
      'qwertyuiop123',
      'aaaaaaaaaaaaaa',
      'abcdefghijkl',
      '123456789012',
      'hanakosato2026',
      'Example-Hanako-99',
      'administrator1',
      'mailfitmailfit1',
      'ｐａｓｓｗｏｒｄ１２３４',
    ];
    for (const bad of easy) assert.equal(passwordProblem(bad, OWN), 'tooEasy', bad);
  });
});
