import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPasswordHasher } from '../../../../server/adapters/system/password-hash.ts';

describe('a password hash', () => {
  for (const method of ['argon2id', 'scrypt'] as const) {
    it(`(${method}) fits its password only, differs each time and names its OWASP parameters`, async () => {
      const hasher = createPasswordHasher(method);
      const [one, two] = await Promise.all([hasher.hash('雷 kumo'), hasher.hash('雷 kumo')]);

      assert.notEqual(one, two);
      const parameters =
        method === 'scrypt' ? /^\$scrypt\$ln=17,r=8,p=1\$/ : /^\$argon2id\$m=19456,t=2,p=1\$/;
      assert.match(one, parameters);
      assert.equal(await hasher.verify('雷 kumo', one), true);
      assert.equal(await hasher.verify('雷 kumo ', one), false);
      assert.equal(await hasher.verify('雷 kumo', null), false);
      assert.equal(await hasher.verify('x', 'no hash at all'), false);
    });
  }

  it('made with other parameters still fits, and is known to be outdated', async () => {
    const old = await createPasswordHasher('scrypt').hash('kumo ame kaze');
    const hasher = createPasswordHasher('argon2id');

    assert.equal(await hasher.verify('kumo ame kaze', old), true);
    assert.equal(hasher.isOutdated(old), true);
    assert.equal(hasher.isOutdated(await hasher.hash('kumo ame kaze')), false);
  });
});
