// The real programs that some tests start. A test asks `findComponent` and, when it is absent, skips with the reason.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Component {
  readonly id: 'postfix' | 'chromium';
  readonly title: string;
  readonly executables: readonly string[];
  readonly debianPackage: string;
  readonly testsLeftOut: string;
}

export const COMPONENTS: readonly Component[] = [
  {
    id: 'postfix',
    title: 'Postfix',
    executables: ['/usr/sbin/postfix'],
    debianPackage: 'postfix',
    testsLeftOut: 'the tests that load a real mail server',
  },
  {
    id: 'chromium',
    title: 'Chromium',
    executables: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    debianPackage: 'chromium fonts-noto-cjk',
    testsLeftOut: 'the tests that click through the pages in a browser',
  },
];

/** Path of the component's executable, or null when this machine does not have it. */
export function findComponent(component: Component): string | null {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => component.executables.map((path) => join(folder, path.split('/').at(-1) ?? '')));
  return [...component.executables, ...onPath].find((path) => existsSync(path)) ?? null;
}

/**
 * What `node:test` wants as `skip`: false when the component is there, else the reason.
 * In CI a missing component throws: leaving a test out silently would make a green run a lie.
 */
export function skipUnless(id: Component['id']): string | false {
  const component = COMPONENTS.find((entry) => entry.id === id);
  if (component === undefined) throw new Error(`No component called ${id}`);
  if (findComponent(component) !== null) return false;
  const reason = `${component.title} is not installed (apt-get install ${component.debianPackage})`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  return reason;
}
