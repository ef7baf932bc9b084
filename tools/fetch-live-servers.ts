// Fetches the mail servers that Debian does not allow side by side: each is unpacked, not installed, into a folder of
// its own together with the libraries it names, so that a test can run it there in a chroot.
// `node tools/fetch-live-servers.ts FOLDER`; the tests look in the folder that MAILFIT_LIVE_SERVERS names.

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LIVE_SERVER_PACKAGES } from './components.ts';

/** What apt-cache prints for one package, reduced to the libraries it depends on. */
export function librariesIn(dependsOutput: string): string[] {
  const names = [...dependsOutput.matchAll(/^ *\|?(?:Pre)?Depends: <?([a-z0-9.+-]+)>?(?::any)?$/gm)].map(
    (found) => found[1] ?? '',
  );
  return names.filter((name) => /^z?lib/.test(name) && !name.endsWith('-perl'));
}

function withLibraries(packages: readonly string[]): string[] {
  const wanted = new Set(packages);
  let asked = [...packages];
  while (asked.length > 0) {
    const output = execFileSync('apt-cache', ['depends', '--important', ...asked], { encoding: 'utf8' });
    asked = librariesIn(output).filter((name) => !wanted.has(name));
    for (const name of asked) wanted.add(name);
  }
  return [...wanted];
}

function unpack(packages: readonly string[], target: string): void {
  const work = mkdtempSync(`${target}.`);
  chmodSync(work, 0o755);
  execFileSync('apt-get', ['-qq', 'download', ...withLibraries(packages)], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const root = join(work, 'root');
  mkdirSync(root);
  for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
    execFileSync('dpkg', ['-x', join(work, file), root]);
  }
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
  for (const [id, packages] of Object.entries(LIVE_SERVER_PACKAGES)) {
    const target = resolve(folder, id);
    if (existsSync(target)) continue;
    unpack(packages, target);
    process.stdout.write(`${id}: unpacked into ${target}\n`);
  }
}
