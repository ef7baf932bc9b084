import assert from 'node:assert/strict';
import { test } from 'node:test';
import { librariesIn } from '../../tools/fetch-live-servers.ts';

test('of the dependencies of a package only its libraries are fetched', () => {
  // Output of `apt-cache depends --important opensmtpd` on Debian 12, shortened.
  const output = [
    'opensmtpd',
    '  Depends: libc6',
    ' |Depends: debconf',
    '  Depends: <debconf-2.0>',
    '    cdebconf',
    '    debconf',
    '  PreDepends: libgcc-s1',
    '  Depends: zlib1g',
    '  Depends: libpam0g',
    '  Depends: libfile-find-rule-perl',
    '  Depends: adduser',
  ].join('\n');

  assert.deepEqual(librariesIn(output), ['libc6', 'libgcc-s1', 'zlib1g', 'libpam0g']);
});
