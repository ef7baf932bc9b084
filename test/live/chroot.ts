// A private copy of an unpacked server with users and devices of its own, to be run in a chroot. Needs root.

import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { liveServerRoot, skipUnless } from '../../tools/components.ts';
import type { LiveServerId } from '../../tools/components.ts';

export interface ChrootSpec {
  readonly id: LiveServerId;
  /** Users beside root and nobody; user number 1000 + position. */
  readonly users: readonly string[];
  /** Folders to make, with the user that owns each. */
  readonly folders: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

const FIRST_USER_ID = 1000;
const NOBODY_ID = 65_534;

/** Reason to leave the test out, or false. */
export function skipUnlessChroot(id: ChrootSpec['id']): string | false {
  const reason = skipUnless(id);
  if (reason !== false) return reason;
  return process.getuid?.() === 0 ? false : 'a chroot needs root';
}

/** Copies and furnishes the folder; returns its path. */
export function furnishChroot(spec: ChrootSpec): string {
  const root = mkdtempSync(join(tmpdir(), `mailfit-${spec.id}-`));
  copyTree(liveServerRoot(spec.id), root);
  execFileSync('chmod', ['755', root]);
  const idOf = (user: string): number => {
    if (user === 'root') return 0;
    return user === 'nobody' ? NOBODY_ID : FIRST_USER_ID + spec.users.indexOf(user);
  };
  const people = ['root', ...spec.users, 'nobody'];
  put(
    root,
    '/etc/passwd',
    people.map((user) => `${user}:x:${idOf(user)}:${idOf(user)}::/:/bin/sh\n`).join(''),
  );
  put(root, '/etc/group', people.map((user) => `${user}:x:${idOf(user)}:\n`).join(''));
  put(root, '/etc/hosts', '127.0.0.1 localhost\n');
  for (const [path, content] of Object.entries(spec.files)) put(root, path, content);
  for (const [path, owner] of Object.entries({ '/tmp': 'nobody', '/dev': 'root', ...spec.folders })) {
    mkdirSync(join(root, path), { recursive: true, mode: 0o755 });
    chownSync(join(root, path), idOf(owner), idOf(owner));
  }
  execFileSync('mknod', ['-m', '666', join(root, 'dev/null'), 'c', '1', '3']);
  execFileSync('mknod', ['-m', '666', join(root, 'dev/urandom'), 'c', '1', '9']);
  const shell = join(root, 'bin/sh');
  if (existsSync(join(root, 'bin/dash')) && !existsSync(shell)) symlinkSync('dash', shell);
  return root;
}

// Links instead of copies where the file system allows: it takes milliseconds instead of seconds.
function copyTree(from: string, to: string): void {
  const linked = spawnSync('cp', ['-al', `${from}/.`, to], { stdio: 'ignore' });
  if (linked.status !== 0) execFileSync('cp', ['-af', `${from}/.`, to]);
}

export function removeChroot(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

function put(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true, mode: 0o755 });
  // The file may be a link into the cache, which must stay as it is.
  rmSync(join(root, path), { force: true });
  writeFileSync(join(root, path), content, { mode: path.endsWith('.key') ? 0o600 : 0o644 });
}
