import assert from 'node:assert/strict';
import { test } from 'node:test';
import { librariesIn, sourceOfSuite } from '../../tools/fetch-live-servers.ts';

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

test('another suite is taken from the archive that the machine uses', () => {
  // `apt-get indextargets` with origin, code name and address of each source.
  const targets = [
    'elsewhere nodistro https://packages.example.com/',
    'Debian bookworm-updates http://mirror.example.com/debian/',
    'Debian bookworm http://mirror.example.com/debian/',
  ].join('\n');

  assert.match(
    sourceOfSuite(targets, 'trixie') ?? '',
    /\] http:\/\/mirror\.example\.com\/debian\/ trixie main\n$/,
  );
});

test('a machine without a Debian archive takes its own packages', () => {
  assert.equal(sourceOfSuite('Ubuntu noble http://mirror.example.com/ubuntu/', 'trixie'), null);
});
