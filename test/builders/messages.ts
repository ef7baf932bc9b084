// Stamped messages for tests that need a few with known tokens.

import { DEFAULT_MESSAGE_SPEC, composeMessages } from '../../benchmarks/compose/compose-messages.ts';
import { stampedCopy } from '../../benchmarks/mail/message-template.ts';
import { formatToken } from '../../benchmarks/mail/token.ts';
import { createRng } from '../../benchmarks/stats/rng.ts';

export interface StampedMessage {
  readonly token: string;
  /** For DATA, with its closing dot. */
  readonly data: string;
  readonly bdat: string;
}

export async function stampedMessages(count: number, runId = 'testrun0'): Promise<StampedMessage[]> {
  const pool = await composeMessages(
    { ...DEFAULT_MESSAGE_SPEC, runId, dateMs: Date.UTC(2026, 10, 23), templateCount: 4 },
    createRng(1),
  );
  return Array.from({ length: count }, (_, sequence) => {
    const template = pool.templates[sequence % pool.templates.length];
    if (template === undefined) throw new Error('the pool is empty');
    return {
      token: formatToken({ runId, worker: 0, sequence }),
      data: Buffer.from(stampedCopy(template, 'data', sequence)).toString('latin1'),
      bdat: Buffer.from(stampedCopy(template, 'bdat', sequence)).toString('latin1'),
    };
  });
}
