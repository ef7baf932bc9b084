// Reporter of `npm test`: silence for what passes, every failure and every left-out test in full, one closing line.

import type { TestEvent } from 'node:test/reporters';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.stack ?? cause.message;
}

function isLeaf(event: { readonly details: { readonly type?: string | undefined } }): boolean {
  return event.details.type !== 'suite';
}

function onPass(data: Extract<TestEvent, { type: 'test:pass' }>['data'], tally: Tally): string {
  if (!isLeaf(data)) return '';
  if (data.skip !== undefined && data.skip !== false) {
    tally.skipped += 1;
    return `left out: ${data.name} (${String(data.skip)})\n`;
  }
  tally.passed += 1;
  return '';
}

function onFail(data: Extract<TestEvent, { type: 'test:fail' }>['data'], tally: Tally): string {
  if (isLeaf(data)) tally.failed += 1;
  return `FAILED: ${data.name}\n  at ${data.file ?? '?'}:${data.line ?? 0}\n${describeError(data.details.error)}\n\n`;
}

export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if (event.type === 'test:pass') yield onPass(event.data, tally);
    else if (event.type === 'test:fail') yield onFail(event.data, tally);
  }
  yield `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`;
}
