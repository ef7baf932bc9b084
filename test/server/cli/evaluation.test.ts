// The record of an evaluation from the command line: frozen, read, compared, computed again, sent out and answered.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readSheetRows } from '../../../server/adapters/documents/read-sheet.ts';
import { writeXlsx } from '../../../server/adapters/documents/write-xlsx.ts';
import { openStores } from '../../../server/adapters/store-sql/open-stores.ts';
import { evaluationParts } from '../../../server/compose-reporting.ts';
import type { EvaluationParts } from '../../../server/compose-reporting.ts';
import { REPORT_FORMATS } from '../../../server/usecases/build-report.ts';
import { ANSWERED_FACT, ANSWERED_OPTION, filledSheet } from '../../builders/answer-sheet.ts';
import { runMailfit } from '../../builders/run-mailfit.ts';
import type { CommandRun } from '../../builders/run-mailfit.ts';
import { shippedBasis } from '../../builders/web.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SIGNED = ['--by', 'Sato', '--reason', 'before offers are opened'];
const basis = shippedBasis();
const noTypesetter = process.platform === 'linux' && process.arch === 'x64' ? false : 'no typesetter here';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailfit-cli-evaluation-'));
  writeFileSync(join(folder, 'answers.yaml'), 'employees: 120\n');
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function onStores<Made>(use: (parts: EvaluationParts) => Promise<Made>): Promise<Made> {
  const stores = await openStores({ databaseUrl: null, dataDir: folder, now: () => new Date() });
  const spreadsheets = { write: writeXlsx, read: readSheetRows };
  try {
    return await use(evaluationParts({ stores, basis, spreadsheets }));
  } finally {
    await stores.close();
  }
}

async function created(): Promise<string> {
  return onStores(async ({ evaluations }) => {
    const { id } = await evaluations.create({ title: '本社', answers: { employees: 120 } });
    return id;
  });
}

function mailfit(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CommandRun> {
  return runMailfit(args, { env: { MAILFIT_DATA_DIR: folder, INIT_CWD: folder, ...env } });
}

async function done(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, stdout, stderr } = await mailfit(args, env);
  assert.equal(status, 0, stderr);
  return stdout;
}

function fileNamed(name: string): Buffer {
  return readFileSync(join(folder, name));
}

describe('mailfit evaluation', () => {
  it('freezes once, lists who, when and why, and opens again', async () => {
    const id = await created();
    assert.match(await done(['evaluation', 'versions', id]), /No version yet\.[\s\S]*Not frozen/);

    assert.match(await done(['evaluation', 'freeze', id, ...SIGNED]), /Frozen as version 1\./);
    const again = await mailfit(['evaluation', 'freeze', id, ...SIGNED]);
    assert.deepEqual([again.status, again.stdout], [2, '']);
    assert.match(again.stderr, /frozen already, as version 1/);

    const listed = JSON.parse(await done(['evaluation', 'versions', id, '--json']));
    assert.equal(listed.schema, 'mailfit.evaluation-versions/1');
    assert.deepEqual(
      [listed.state.kind, listed.versions[0].madeBy, listed.versions[0].reason],
      ['frozen', 'Sato', 'before offers are opened'],
    );
    assert.match(await done(['evaluation', 'reopen', id, ...SIGNED, '--lang', 'ja']), /確定を解除しました/);
    const open = await mailfit(['evaluation', 'reopen', id, ...SIGNED]);
    assert.equal(open.status, 2);
    assert.match(open.stderr, /is not frozen/);
  });

  it('compares two versions, and computes one again to the last digit', async () => {
    const id = await created();
    await done(['evaluation', 'freeze', id, ...SIGNED]);
    await done(['evaluation', 'reopen', id, ...SIGNED]);
    await onStores(async ({ evaluations }) => {
      await evaluations.saveAnswers(id, { employees: 900 });
    });
    await done(['evaluation', 'freeze', id, ...SIGNED]);

    const compared = JSON.parse(
      await done(['evaluation', 'compare', id, '--from', '1', '--to', '2', '--json']),
    );
    assert.deepEqual([compared.schema, compared.answers.length], ['mailfit.version-comparison/1', 1]);
    assert.match(await done(['evaluation', 'compare', id, '--from', '1']), /120 people[\s\S]*900 people/);

    const verified = JSON.parse(await done(['evaluation', 'verify', id, '--at-version', '1', '--json']));
    assert.deepEqual([verified.version, verified.isSame], [1, true]);
  });

  it('says which evaluation, version or number it does not know', async () => {
    const id = await created();
    const cases = [
      { args: ['evaluation', 'versions', 'nobody'], says: /nobody/ },
      { args: ['evaluation', 'verify', id, '--at-version', '7'], says: /version 7/ },
      { args: ['evaluation', 'compare', id, '--from', 'one'], says: /“one”: give the number of a version/ },
    ];
    for (const { args, says } of cases) {
      const { status, stdout, stderr } = await mailfit(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, says);
    }
  });
});

describe('a report on an old version', () => {
  for (const format of ['pdf', 'xlsx'] as const) {
    const skip = format === 'pdf' && noTypesetter;
    it(
      `is the same ${format}, byte for byte, when the evaluation and the catalogue have moved on`,
      { skip },
      async () => {
        const id = await created();
        await done(['evaluation', 'freeze', id, ...SIGNED]);
        const report = ['report', '--evaluation', id, '--format', format, '--lang', 'ja'];
        await done([...report, '--at-version', '1', '--out', `before.${format}`]);
        await done(['evaluation', 'reopen', id, ...SIGNED]);
        await onStores(async ({ evaluations }) => {
          await evaluations.saveAnswers(id, { employees: 900 });
        });
        const otherCatalogue = join(folder, `providers-${format}`);
        cpSync(join(ROOT, 'providers'), otherCatalogue, { recursive: true });
        rmSync(join(otherCatalogue, `${ANSWERED_OPTION}.yaml`));
        const env = { MAILFIT_PROVIDERS_DIR: otherCatalogue };

        await done([...report, '--at-version', '1', '--out', `after.${format}`], env);

        assert.ok(fileNamed(`after.${format}`).equals(fileNamed(`before.${format}`)));
        // The state of now is another file, so that the equality above means something.
        await done([...report, '--out', `now.${format}`], env);
        assert.ok(!fileNamed(`now.${format}`).equals(fileNamed(`before.${format}`)));
      },
    );
  }
});

describe('mailfit rfp', () => {
  const starts: Readonly<Record<(typeof REPORT_FORMATS)[number], RegExp>> = {
    html: /^<!doctype html>[\s\S]*要件一覧/i,
    pdf: /^%PDF-/,
    xlsx: /^PK/,
    csv: /^\ufeff[\s\S]*要件一覧/,
    md: /^# .*要件一覧/,
    json: /^\{[\s\S]*"mailfit\.report\/1"/,
  };
  for (const format of REPORT_FORMATS) {
    const skip = format === 'pdf' && noTypesetter;
    it(`lists the requirements as ${format}, without a product or a score`, { skip }, async () => {
      const args = ['rfp', 'list', '--answers', 'answers.yaml', '--format', format, '--lang', 'ja'];
      assert.equal(await done([...args, '--out', `list.${format}`]), `list.${format}\n`);
      const text = fileNamed(`list.${format}`).toString('utf8');
      assert.match(text, starts[format]);
      assert.doesNotMatch(text, /Fastmail|総合点/);
    });
  }

  it('lists the requirements of an evaluation under its title, and refuses two sources and none', async () => {
    const args = ['rfp', 'list', '--format', 'md', '--lang', 'en', '--out', 'evaluation.md'];
    await done([...args, '--evaluation', await created()]);
    assert.match(fileNamed('evaluation.md').toString('utf8'), /本社/);
    for (const sources of [[], ['--answers', 'answers.yaml', '--evaluation', 'x']]) {
      const { status, stderr } = await mailfit([...args, ...sources]);
      assert.equal(status, 2);
      assert.match(stderr, /exactly one of --answers and --evaluation/);
    }
  });

  it('takes a vendor’s sheet into a stored evaluation, and nothing of one with a cell at fault', async () => {
    const id = await created();
    for (const [name, answer] of [
      ['good.xlsx', '777'],
      ['bad.xlsx', 'plenty'],
    ] as const) {
      const bytes = await onStores(async (parts) => {
        const evaluation = await parts.evaluations.get(id);
        assert.ok(evaluation !== null);
        return filledSheet(parts, evaluation, answer);
      });
      writeFileSync(join(folder, name), bytes);
    }
    const take = ['--evaluation', id, '--by', 'Sato'];

    const refused = await mailfit(['rfp', 'take', 'bad.xlsx', ...take]);
    assert.deepEqual([refused.status, refused.stdout], [2, '']);
    assert.match(refused.stderr, /bad\.xlsx:[A-Z]\d+ /);
    const sheets = () => onStores(({ vendorAnswers }) => vendorAnswers.listFor(id));
    assert.deepEqual(await sheets(), []);

    assert.match(
      await done(['rfp', 'take', 'good.xlsx', ...take]),
      /fastmail: took in 1 fact declared by Example K\.K\./,
    );
    const [kept] = await sheets();
    assert.equal(kept?.takenBy, 'Sato');
    assert.deepEqual(Object.keys(kept.answers.facts), [ANSWERED_FACT]);
  });
});
