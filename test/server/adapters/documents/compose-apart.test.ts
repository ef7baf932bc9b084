import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { createDocumentProcesses } from '../../../../server/adapters/documents/document-processes.ts';
import { buildReport, renderReport, REPORT_FORMATS } from '../../../../server/usecases/build-report.ts';
import { documentModel, reportInputOf } from '../../../../server/usecases/document-model.ts';
import type { DocumentSource } from '../../../../server/usecases/document-renderer.ts';
import type { EvaluationInputs } from '../../../../server/usecases/evaluation-inputs.ts';
import { recommendRequestOf } from '../../../../server/usecases/evaluation-inputs.ts';
import { recommendFor } from '../../../../server/usecases/recommend.ts';
import type { Recommendation } from '../../../../server/core/scoring/recommendation.ts';
import { aRun, aWideRecommendation } from '../../../builders/report.ts';
import { shippedBasis } from '../../../builders/web.ts';

const documents = createDocumentProcesses({ processesMax: 1 });
after(async () => documents.close());

const noTypesetter = process.platform === 'linux' && process.arch === 'x64' ? false : 'no typesetter here';
const { clauses } = shippedBasis().reference;

const INPUTS: EvaluationInputs = {
  schema: 'mailfit.evaluation-inputs/1',
  evaluationId: 'evaluation-1',
  title: '本社',
  answersVersion: 3,
  savedAt: '2026-11-23T01:02:03.000Z',
  answers: { employees: 120 },
  weights: {},
  vendorSheets: [],
  runs: [
    { runId: 'run-1', providerId: 'option-1', startedAt: '2026-11-22T00:00:00.000Z', result: { ...aRun() } },
  ],
  seed: 1,
  samples: 50,
  asOf: '2026-11-23',
  productVersion: '1.0.0',
};

function aSource(recommendation: Recommendation, overrides: Partial<DocumentSource> = {}): DocumentSource {
  const texts = { inputs: JSON.stringify(INPUTS), recommendation: JSON.stringify(recommendation) };
  const state = { record: null, history: [], ...texts };
  return { document: 'report', state, lang: 'ja', clauses, ...overrides };
}

const unhurried = () => ({ signal: new AbortController().signal, onTypesetting: () => {} });

for (const format of REPORT_FORMATS) {
  const skip = format === 'pdf' && noTypesetter;
  test(`a ${format} report made away from the server is the same file, byte for byte`, { skip }, async () => {
    const recommendation = aWideRecommendation(6, 5);

    const apart = await documents.compose(aSource(recommendation), format, unhurried());

    const input = reportInputOf({ record: null, history: [], inputs: INPUTS, recommendation });
    assert.equal(input.runs.length, 1);
    assert.deepEqual(apart, await buildReport(input, format, 'ja', { documents }));
  });

  test(`the list of requirements is made there as ${format} too, and called so`, { skip }, async () => {
    const source = aSource(aWideRecommendation(6, 5), { document: 'requirements' });

    const apart = await documents.compose(source, format, unhurried());

    assert.match(apart.fileName, /^mailfit-requirements-\d{4}-\d\d-\d\d-ja\./);
    assert.deepEqual(apart, await renderReport(documentModel(source), format, { documents }));
  });
}

test('a recommendation computed away from the server is the same text', async () => {
  const basis = shippedBasis();

  const apart = await documents.compute(JSON.stringify(INPUTS), JSON.stringify(basis));

  const here = recommendFor(basis, recommendRequestOf(INPUTS));
  assert.ok(here.ok);
  assert.equal(apart, JSON.stringify(here.value));
});

test('the server stays free while a large report is composed', async () => {
  const source = aSource(aWideRecommendation(50, 25));
  let longestGapMs = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longestGapMs = Math.max(longestGapMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const startedAt = performance.now();
  await documents.compose(source, 'html', unhurried());
  clearInterval(watch);
  // What remains is handing the texts over.
  assert.ok(longestGapMs < (performance.now() - startedAt) / 2, `${longestGapMs} ms at a stretch`);
});

/** Niceness of every thread of every child of this process. */
function childThreadNiceness(): number[] {
  const children = readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
  return children.flatMap((child) => {
    try {
      return readdirSync(`/proc/${child}/task`).map((thread) => {
        const stat = readFileSync(`/proc/${child}/task/${thread}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[NICE_FIELD]);
      });
    } catch {
      // It ended between one look and the next.
      return [];
    }
  });
}
const NICE_FIELD = 16;

test(
  'every thread of what makes a document has the lowest priority, its compiler and its collector too',
  { skip: process.platform === 'linux' ? false : 'only Linux shows the priority of threads' },
  async () => {
    const making = documents.compose(aSource(aWideRecommendation(50, 25)), 'xlsx', unhurried());
    let seen: number[] = [];
    const watch = setInterval(() => {
      const now = childThreadNiceness();
      if (now.length > seen.length) seen = now;
    }, 5);
    await making.finally(() => clearInterval(watch));
    assert.ok(seen.length > 2, `${seen.length} threads`);
    assert.deepEqual([...new Set(seen)], [19]);
  },
);

test('composing can be cancelled, and what comes after is made all the same', async () => {
  const stop = new AbortController();
  const making = documents.compose(aSource(aWideRecommendation(50, 25)), 'xlsx', {
    ...unhurried(),
    signal: stop.signal,
  });
  stop.abort(new Error('The order was taken back'));
  await assert.rejects(making, /taken back/);
  assert.ok(
    (await documents.compose(aSource(aWideRecommendation(6, 5)), 'md', unhurried())).bytes.length > 0,
  );
});
