// Messages of an organisation's own, as odd as they come, through a whole run and back.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runLoad } from '../../../benchmarks/index.ts';

const ODD: Readonly<Record<string, string>> = {
  'bare-lf': 'From: a@example.com\nSubject: x\n\nline\n.\n..\n.x\n\n.\nend',
  'bare-cr': 'Subject: x\r\rbody\rx',
  'eight-bit': 'Subject: \xe3\x81\x82\r\n\r\n\xe3\x81\x82\r\n',
  'headers-only': 'From: a@example.com\r\nSubject: x\r\n',
  'header-without-end': 'Subject: x',
  'empty-lines-only': 'Subject: x\r\n\r\n\r\n\r\n',
  'sent-before':
    'Message-ID:\r\n <folded@example.com>\r\nX-Mailfit-Token: aaaaaaaa/00/000000001\r\nX-Mailfit-Digest: crc32=00000000\r\n\r\nbody\r\n',
};

let emlFolder = '';
before(() => {
  emlFolder = mkdtempSync(join(tmpdir(), 'mailfit-'));
  for (const [name, text] of Object.entries(ODD))
    writeFileSync(join(emlFolder, `${name}.eml`), text, 'latin1');
});
after(() => rmSync(emlFolder, { recursive: true }));

for (const chunking of [false, true]) {
  test(`odd messages arrive whole and once over ${chunking ? 'BDAT' : 'DATA'}`, async () => {
    const messages = 2 * Object.keys(ODD).length;
    const result = await runLoad(
      {
        target: 'builtin',
        load: { model: 'closed', sessions: 1, messages },
        session: { chunking, pipelining: chunking },
        mail: { emlFolder },
      },
      { onEvent: () => undefined },
    );

    assert.ok(!('refused' in result));
    assert.equal(result.ledger.exactlyOnce, messages);
  });
}
