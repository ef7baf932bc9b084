import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSecretBox } from '../../../../server/adapters/system/secret-box.ts';
import { MailfitError } from '../../../../server/errors.ts';

const keyOf = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const boxWith = (key: string) => createSecretBox({ key, keyFile: '' });
const PASSWORD = 'pässwörd – 秘密';

describe('the secret box', () => {
  it('gives back what was sealed, and shows nothing of it', () => {
    const box = boxWith(keyOf(1));
    const sealed = box.seal(PASSWORD, 'cand-1');

    assert.deepEqual(box.open(sealed, 'cand-1'), { kind: 'opened', secret: PASSWORD });
    assert.doesNotMatch(sealed + Buffer.from(sealed.slice(3), 'base64url').toString('latin1'), /p.ssw/);
    assert.notEqual(box.seal(PASSWORD, 'cand-1'), sealed);
  });

  it('does not open with another key, for another owner, or after a change', () => {
    const box = boxWith(keyOf(1));
    const sealed = box.seal(PASSWORD, 'cand-1');
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;

    assert.equal(boxWith(keyOf(2)).open(sealed, 'cand-1').kind, 'unreadable');
    assert.equal(box.open(sealed, 'cand-2').kind, 'unreadable');
    assert.equal(box.open(changed, 'cand-1').kind, 'unreadable');
    assert.equal(box.open('v2.abc', 'cand-1').kind, 'unreadable');
  });

  it('makes its key file at the first use, for its owner alone, and finds it again', () => {
    const keyFile = join(mkdtempSync(join(tmpdir(), 'mailfit-key-')), 'mailfit', 'secret-key');
    const sealed = createSecretBox({ key: null, keyFile }).seal(PASSWORD, 'cand-1');

    assert.equal(statSync(keyFile).mode & 0o777, 0o600);
    assert.equal(Buffer.from(readFileSync(keyFile, 'utf8'), 'base64').length, 32);
    assert.equal(createSecretBox({ key: null, keyFile }).open(sealed, 'cand-1').kind, 'opened');
  });

  it('refuses a key file that others may read, and says what to do', () => {
    const keyFile = join(mkdtempSync(join(tmpdir(), 'mailfit-key-')), 'secret-key');
    createSecretBox({ key: null, keyFile }).seal(PASSWORD, 'cand-1');
    chmodSync(keyFile, 0o644);

    assert.throws(
      () => createSecretBox({ key: null, keyFile }).seal(PASSWORD, 'cand-1'),
      (error: unknown) => error instanceof MailfitError && /chmod 600/.test(error.details.join()),
    );
  });
});
