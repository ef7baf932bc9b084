import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReportModel } from '../../../server/reports/report-model.ts';
import type { Block, Report, SectionId, Table } from '../../../server/reports/report.generated.ts';
import { aContribution, aFact, aRecommendation, EVIDENCE } from '../../builders/recommendation.ts';
import { aReportInput, aRun, aWideRecommendation } from '../../builders/report.ts';

function blocksOf(report: Report, id: SectionId): readonly Block[] {
  return report.sections.find((section) => section.id === id)?.blocks ?? [];
}

function tableOf(report: Report, id: string): Table {
  for (const section of report.sections) {
    for (const block of section.blocks) {
      const table = block.kind === 'chart' ? block.data : block;
      if (table.kind === 'table' && table.id === id) return table;
    }
  }
  throw new Error(`No table ${id}`);
}

function column(table: Table, index: number): string[] {
  return table.rows.map((row) => row.cells[index]?.text ?? '');
}

test('sections come in the fixed order, also where nearly nothing is known', () => {
  const empty = aRecommendation({
    answers: [],
    groups: [],
    criteria: [],
    requirements: [],
    options: [],
    sizing: {},
    recommended: null,
    strength: 'none',
  });
  const report = buildReportModel(aReportInput({ recommendation: empty }));
  assert.deepEqual(
    report.sections.map((section) => section.id),
    [
      'question',
      'recommendation',
      'matrix',
      'scores',
      'robustness',
      'changes',
      'vendorQuestions',
      'cost',
      'measured',
      'facts',
      'weights',
      'method',
      'versions',
    ],
  );
  for (const id of ['matrix', 'scores', 'changes', 'cost', 'measured', 'facts', 'weights'] as const) {
    assert.deepEqual(
      blocksOf(report, id).map((block) => block.kind),
      ['absent'],
      id,
    );
  }
});

test('every row of every table has as many cells as the table has columns', () => {
  const input = aReportInput({
    recommendation: aWideRecommendation(7, 6),
    runs: [{ id: 'run-1', optionId: null, result: aRun() }],
  });
  const report = buildReportModel(input);
  for (const section of report.sections) {
    for (const block of section.blocks) {
      const table = block.kind === 'chart' ? block.data : block;
      if (table.kind !== 'table') continue;
      for (const row of table.rows) assert.equal(row.cells.length, table.columns.length, table.id);
    }
  }
});

test('table and chart ids are given once', () => {
  const runs = [1, 2].map((number) => ({ id: `run-${number}`, optionId: null, result: aRun() }));
  const report = buildReportModel(aReportInput({ recommendation: aWideRecommendation(7, 6), runs }));
  const ids = report.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'chart' ? [block.id, block.data.id] : block.kind === 'table' ? [block.id] : [],
    ),
  );
  assert.equal(new Set(ids).size, ids.length);
});

test('a requirement names the answer it came from', () => {
  const base = aRecommendation();
  const recommendation = aRecommendation({
    requirements: base.requirements.map((entry) => ({
      ...entry,
      from: ['employees', 'sizing.imapConcurrent'],
    })),
  });
  const report = buildReportModel(aReportInput({ recommendation }));
  assert.deepEqual(column(tableOf(report, 'requirements'), 4), [
    'How many people use mail? / Sizing: IMAP connections at once',
  ]);
});

test('the matrix says pass, fail and cannot tell, by sign and by mark', () => {
  const base = aRecommendation();
  const [gate] = base.requirements;
  assert.ok(gate !== undefined);
  const recommendation = aRecommendation({
    requirements: [gate, { ...gate, id: 'supportLanguages', from: ['support-language'] }],
  });
  const marks = tableOf(buildReportModel(aReportInput({ recommendation })), 'matrix').rows.map((row) =>
    row.cells.slice(2).map((cell) => `${cell.text} ${cell.mark}`),
  );
  assert.deepEqual(marks, [
    ['✓ pass', '✓ pass'],
    ['✓ pass', '? open'],
    ['× fail', '✓ pass'],
  ]);
});

test('an excluded option shows what was required, what was found, and where', () => {
  const report = buildReportModel(aReportInput({ lang: 'ja' }));
  const [row] = tableOf(report, 'exclusions').rows;
  assert.deepEqual(
    row?.cells.map((cell) => cell.text),
    ['Fastmail', '国内でのデータ保管', '日本', '米国', '[1] fastmail.com'],
  );
  assert.equal(row?.cells[4]?.href, 'https://www.fastmail.com/policies/privacy/');
});

test('a measured fact stands beside the declared one that it replaced', () => {
  const table = tableOf(buildReportModel(aReportInput()), 'facts-postfix-dovecot');
  assert.deepEqual(column(table, 1), [
    '50 GB',
    '420 messages/s',
    'unknown (as declared, replaced by the measurement)',
  ]);
  assert.deepEqual(column(table, 3), ['official', 'measured', '–']);
});

test('facts without a statement are named once per state, and an age has its unit', () => {
  const base = aRecommendation();
  const [first, ...others] = base.options;
  assert.ok(first !== undefined);
  const open = (id: string, en: string, shown: { readonly en: string; readonly ja: string }) =>
    aContribution({
      criterion: id,
      fact: aFact({ id, label: { en, ja: en }, shown, state: 'unknown', evidence: [], note: null }),
    });
  const unknown = { en: 'unknown', ja: '未確認' };
  const undisclosed = { en: 'not disclosed', ja: '非公開' };
  const contributions = [
    aContribution({ fact: aFact({ evidence: [{ ...EVIDENCE, ageDays: 1 }] }) }),
    open('archive', 'Archive', unknown),
    open('uptime', 'Availability', undisclosed),
    open('audit', 'Audit log', unknown),
  ];
  const recommendation = { ...base, options: [{ ...first, contributions }, ...others] };
  const table = tableOf(buildReportModel(aReportInput({ recommendation })), `facts-${first.id}`);
  assert.deepEqual(
    table.rows
      .at(-1)
      ?.cells.slice(0, 2)
      .map(({ text }) => text),
    ['Without a source (3)', 'Unknown: Archive, Audit log. Not disclosed: Availability.'],
  );
  assert.equal(table.rows[0]?.cells[5]?.text, '1 day');
  const widths = table.columns.map(({ width = 1 }) => width);
  assert.equal(Math.max(...widths), widths[1], 'the value has the widest column');
});

test('the method names its quantities, and a document kept before such words were made shows what it holds', () => {
  const base = aRecommendation();
  const without = base.criteria.map(({ words: _words, ...criterion }) => criterion);
  const formulas = (recommendation: typeof base): string[] =>
    column(tableOf(buildReportModel(aReportInput({ recommendation, lang: 'ja' })), 'formulas'), 1);
  assert.equal(formulas(base)[0], '（メールボックス容量 − 1 GB）÷（6 GB − 1 GB）');
  assert.equal(formulas({ ...base, criteria: without })[0], 'clip((x − 1) / (6 − 1))');
});

test('a first place without a clear lead is not called “no recommendation”', () => {
  const titleOf = (overrides: Parameters<typeof aRecommendation>[0]) =>
    blocksOf(buildReportModel(aReportInput({ recommendation: aRecommendation(overrides) })), 'recommendation')
      .flatMap((block) => (block.kind === 'callout' ? [block.title] : []))
      .at(0);
  const { options, recommended } = aRecommendation();
  const name = options.find(({ id }) => id === recommended)?.name.en;
  assert.equal(titleOf({ strength: 'none' }), `No clear winner; in first place: ${name}`);
  assert.equal(titleOf({ strength: 'close' }), `First by a narrow margin: ${name}`);
  assert.equal(titleOf({ strength: 'none', recommended: null }), 'No recommendation');
});

test('estimated costs are shown to three digits, and options without a price are named in one sentence', () => {
  const base = aRecommendation();
  const [first, second] = base.options;
  assert.ok(first !== undefined && second !== undefined);
  const line = { option: first.id, score: 0.7, efficient: true, costPerExtraPoint: null };
  const cost = {
    currency: 'JPY',
    horizonYears: 5,
    options: [
      { ...line, totalCost: [1_234_567, 2_345_678, 3_456_789] as const },
      { ...line, option: second.id, efficient: false, totalCost: null },
    ],
  };
  const report = buildReportModel(aReportInput({ recommendation: { ...base, cost } }));
  const { rows } = tableOf(report, 'cost-data');
  assert.deepEqual(
    rows.map(({ cells }) => cells.slice(2, 5).map(({ text }) => text)),
    [['¥1,230,000', '¥2,350,000', '¥3,460,000']],
  );
  assert.equal(rows[0]?.cells[3]?.value, 2_345_678);
  const sentences = blocksOf(report, 'cost').flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  );
  assert.ok(sentences.some((text) => text.endsWith(`(1): ${second.name.en}.`)));
});

test('a fact that several limits bound names the one that binds', () => {
  const text = {
    en: 'smallest limit on the path: Own filter 25 MB',
    ja: '経路で最も小さい上限は自社の対策製品 25 MB',
  };
  const recommendation = aRecommendation();
  const options = recommendation.options.map((option) => ({
    ...option,
    contributions: option.contributions.map((term) => ({
      ...term,
      fact: { ...term.fact, path: { text, links: [] } },
    })),
  }));
  const input = aReportInput({ recommendation: { ...recommendation, options } });

  assert.match(
    column(tableOf(buildReportModel(input), 'facts-postfix-dovecot'), 1)[0] ?? '',
    /^50 GB \(smallest limit on the path: Own filter 25 MB/,
  );
});

test('points of the criteria and of the groups add up to the score, unrounded', () => {
  const report = buildReportModel(aReportInput({ recommendation: aWideRecommendation(9, 11) }));
  const { criteria, options } = report.computation;
  for (const option of options) {
    const sum = criteria.reduce(
      (total, criterion, index) => total + criterion.weight * (option.values[index] ?? 0),
      0,
    );
    assert.ok(Math.abs(sum - (option.score ?? 0)) < 1e-9);
  }
  for (const row of tableOf(report, 'contributions-data').rows) {
    const values = row.cells.slice(1).map((cell) => cell.value ?? 0);
    const total = values.pop() ?? 0;
    assert.ok(Math.abs(values.reduce((sum, value) => sum + value, 0) - total) < 1e-9);
  }
});

test('numbers are rounded half away from zero, once', () => {
  const base = aRecommendation();
  const [first, ...others] = base.options;
  assert.ok(first !== undefined);
  const recommendation = aRecommendation({
    options: [{ ...first, score: 0.8125, scoreRange: [0.7005, 0.9] }, ...others],
  });
  const [row] = tableOf(buildReportModel(aReportInput({ recommendation })), 'overview').rows;
  assert.equal(row?.cells[4]?.text, '81.3');
  assert.equal(row?.cells[4]?.value, 81.25);
  assert.equal(row?.cells[5]?.text, '70.1 – 90.0');
});

test('no text of the model holds line breaks, control characters or direction marks', () => {
  const hostile = 'a\r\nb\u202ec\u0007\ud800';
  const report = buildReportModel(
    aReportInput({
      title: hostile,
      runs: [{ id: 'run-1', optionId: null, result: aRun({ server: { banner: hostile } }) }],
    }),
  );
  assert.equal(report.subtitle, 'a b[U+202E]c\ufffd\ufffd');
  assert.ok(column(tableOf(report, 'run1-conditions'), 1).includes('a b[U+202E]c\ufffd\ufffd'));
});

test('Japanese and English models differ in words only', () => {
  const shape = (lang: 'en' | 'ja') =>
    buildReportModel(aReportInput({ recommendation: aWideRecommendation(5, 4), lang })).sections.map(
      (section) =>
        section.blocks.map((block) => (block.kind === 'table' ? [block.id, block.rows.length] : block.kind)),
    );
  assert.deepEqual(shape('ja'), shape('en'));
});

test('a conditional option competes for more ranks than an eligible one, and both fill every column', () => {
  const base = aRecommendation();
  const [first, second, ...others] = base.options;
  assert.ok(first !== undefined && second !== undefined);
  const recommendation = aRecommendation({
    options: [{ ...first, rankShares: [1] }, { ...second, rankShares: [0.3, 0.3, 0.2, 0.1, 0.1] }, ...others],
  });
  const table = tableOf(buildReportModel(aReportInput({ recommendation })), 'rank-shares-data');
  assert.deepEqual(
    table.rows.map((row) => row.cells.slice(1).map((cell) => cell.text)),
    [
      ['100%', '0%', '0%', '0%'],
      ['30%', '30%', '20%', '20%'],
    ],
  );
});

test('a must and a scored requirement on the same fact keep codes of their own', () => {
  const base = aRecommendation();
  const [gate] = base.requirements;
  assert.ok(gate !== undefined);
  const recommendation = aRecommendation({ requirements: [gate, { ...gate, kind: 'value' }] });
  const report = buildReportModel(aReportInput({ recommendation }));
  assert.deepEqual(column(tableOf(report, 'requirements'), 0), ['M1', 'S1']);
  assert.equal(tableOf(report, 'matrix').columns[2]?.label, 'M1');
});

test('questions that hardly change the result are counted, not listed', () => {
  const base = aRecommendation();
  const [first, ...others] = base.options;
  const [question] = first?.questionsToVendor ?? [];
  assert.ok(first !== undefined && question !== undefined);
  const rare = { ...question, changesWinnerProbability: 0.001 };
  const recommendation = aRecommendation({
    options: [
      { ...first, questionsToVendor: [question, rare, rare] },
      ...others.map((option) => ({ ...option, questionsToVendor: [] })),
    ],
  });
  const report = buildReportModel(aReportInput({ recommendation }));
  assert.equal(tableOf(report, 'vendor-questions').rows.length, 1);
  const texts = blocksOf(report, 'vendorQuestions').map((block) =>
    block.kind === 'paragraph' ? block.text : '',
  );
  assert.ok(texts.some((text) => text.startsWith('2 further open facts')));
});
