// Fetches the mail servers that Debian does not allow side by side: each is unpacked, not installed, into a folder of
// its own together with the libraries it names, so that a test can run it there in a chroot.
// `node tools/fetch-live-servers.ts FOLDER`; the tests look in the folder that MAILFIT_LIVE_SERVERS names.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { LIVE_SERVER_PACKAGES, SUITE_OF_LIVE_SERVER, liveServerRoot } from './components.ts';
import type { LiveServerId } from './components.ts';

/** What apt-cache prints for one package, reduced to the libraries it depends on. */
export function librariesIn(dependsOutput: string): string[] {
  const names = [...dependsOutput.matchAll(/^ *\|?(?:Pre)?Depends: <?([a-z0-9.+-]+)>?(?::any)?$/gm)].map(
    (found) => found[1] ?? '',
  );
  return names.filter((name) => /^z?lib/.test(name) && !name.endsWith('-perl'));
}

/** The line for apt’s sources.list that names a suite of the Debian archive in use; null where the machine uses none. */
export function sourceOfSuite(indexTargets: string, suite: string): string | null {
  const [, uri] = /^Debian [a-z]+ (\S+)$/m.exec(indexTargets) ?? [];
  return uri === undefined
    ? null
    : `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${uri} ${suite} main\n`;
}

/** Options that make apt look in that suite, with lists of its own in `work`. */
function optionsForSuite(suite: string | undefined, work: string): readonly string[] {
  if (suite === undefined) return [];
  const format = '$(ORIGIN) $(CODENAME) $(REPO_URI)';
  const targets = execFileSync('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    encoding: 'utf8',
  });
  const source = sourceOfSuite(targets, suite);
  // Another distribution than Debian has packages of its own.
  if (source === null) return [];
  mkdirSync(join(work, 'lists', 'partial'), { recursive: true });
  writeFileSync(join(work, 'sources.list'), source);
  const settings = {
    'Dir::Etc::SourceList': join(work, 'sources.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State::Lists': join(work, 'lists'),
    'Dir::Cache::pkgcache': '',
    'Dir::Cache::srcpkgcache': '',
  };
  const options = Object.entries(settings).map(([name, value]) => `--option=${name}=${value}`);
  execFileSync('apt-get', [...options, '-qq', 'update'], { stdio: ['ignore', 'ignore', 'pipe'] });
  return options;
}

function withLibraries(packages: readonly string[], options: readonly string[]): string[] {
  const wanted = new Set(packages);
  let asked = [...packages];
  while (asked.length > 0) {
    const output = execFileSync('apt-cache', [...options, 'depends', '--important', ...asked], {
      encoding: 'utf8',
    });
    asked = librariesIn(output).filter((name) => !wanted.has(name));
    for (const name of asked) wanted.add(name);
  }
  return [...wanted];
}

const MERGED_INTO_USR = ['bin', 'sbin', 'lib', 'lib64'];

// Where Debian has merged these into /usr, no package but one that is not unpacked here brings the links.
function linkMergedFolders(root: string): void {
  for (const name of MERGED_INTO_USR) {
    const isMerged = !existsSync(join(root, name)) && existsSync(join(root, 'usr', name));
    if (isMerged) symlinkSync(`usr/${name}`, join(root, name));
  }
}

function unpack(id: LiveServerId, target: string): void {
  const work = mkdtempSync(`${target}.`);
  chmodSync(work, 0o755);
  const options = optionsForSuite(SUITE_OF_LIVE_SERVER[id], work);
  const packages = withLibraries(LIVE_SERVER_PACKAGES[id], options);
  execFileSync('apt-get', [...options, '-qq', 'download', ...packages], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const root = join(work, 'root');
  mkdirSync(root);
  for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
    execFileSync('dpkg', ['-x', join(work, file), root]);
  }
  linkMergedFolders(root);
  // Nothing in the cache may be set-user-ID: it would be so outside the chroot as well.
  execFileSync('find', [root, '-perm', '/6000', '-type', 'f', '-exec', 'chmod', 'ug-s', '{}', '+']);
  renameSync(root, target);
  rmSync(work, { recursive: true });
}

if (import.meta.main) {
  const folder = process.argv[2] ?? process.env['MAILFIT_LIVE_SERVERS'];
  if (folder === undefined) {
    process.stderr.write('usage: node tools/fetch-live-servers.ts FOLDER\n');
    process.exit(2);
  }
  mkdirSync(resolve(folder), { recursive: true, mode: 0o755 });
  for (const id of Object.keys(LIVE_SERVER_PACKAGES) as LiveServerId[]) {
    const target = liveServerRoot(id, resolve(folder));
    if (existsSync(target)) continue;
    unpack(id, target);
    process.stdout.write(`${id}: unpacked into ${target}\n`);
  }
}
