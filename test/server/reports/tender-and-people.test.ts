import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGS } from '../../../server/core/text/localized.ts';
import { buildReportModel } from '../../../server/reports/report-model.ts';
import type { Report, Table } from '../../../server/reports/report.generated.ts';
import { aRecommendation } from '../../builders/recommendation.ts';
import { aReportInput, aWideRecommendation } from '../../builders/report.ts';
import { aGroup, aTender } from '../../builders/tender-and-people.ts';

function blocksOf(report: Report, id: string) {
  return report.sections.find((section) => section.id === id)?.blocks ?? [];
}

function tablesOf(report: Report, section: string, prefix: string): Table[] {
  return blocksOf(report, section).flatMap((block) =>
    block.kind === 'table' && block.id.startsWith(prefix) ? [block] : [],
  );
}

function textsOf(table: Table | undefined): string[][] {
  return (table?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));
}

const base = aRecommendation();
const declared = aRecommendation({ tender: aTender(base.options) });
const shared = aRecommendation({ group: aGroup(base) });

test('a declared tender rule is shown with its formula, and why an option is out', () => {
  const report = buildReportModel(aReportInput({ recommendation: declared }));
  const [rule] = tablesOf(report, 'cost', 'tender-rule');
  assert.deepEqual(
    textsOf(rule).map(([item]) => item),
    ['Rule', 'Formula', 'Rounding', 'Ties', 'Currency'],
  );
  const out = textsOf(tablesOf(report, 'cost', 'tender-reasons')[0]).find(([state]) => state === 'Out');
  assert.match(out?.[1] ?? '', /data kept in Japan/);
});

test('a reason that holds for several options is given once, with all of them', () => {
  const tender = aTender(base.options);
  const out = tender.options.find(({ state }) => state === 'disqualified');
  assert.ok(out !== undefined);
  const others = tender.options.filter(({ state }) => state !== 'disqualified').map(({ option }) => option);
  const recommendation = aRecommendation({
    tender: { ...tender, options: [out, ...others.map((option) => ({ ...out, option }))] },
  });
  const report = buildReportModel(aReportInput({ recommendation }));
  const lines = textsOf(tablesOf(report, 'cost', 'tender-reasons')[0]);
  assert.equal(lines.length, 1);
  assert.equal(lines[0]?.[2]?.split(', ').length, tender.options.length);
});

test('a bid is shown with the total that the rule makes of it, and is called a bid', () => {
  const report = buildReportModel(aReportInput({ recommendation: declared }));
  const [result] = tablesOf(report, 'cost', 'tender-result');
  const priced = declared.tender?.options.find(({ priceSource }) => priceSource === 'bid');
  const line = result?.rows.find(({ cells }) => cells[4]?.value === priced?.price);
  assert.equal(line?.cells[6]?.value, priced?.total);
  assert.match(line?.cells[4]?.text ?? '', /^¥[\d,]+ \(bid\)$/);
});

test('figures of the tender keep the decimals that the rule declares, and four where it declares none', () => {
  const tender = aTender(base.options);
  const unrounded = aRecommendation({
    tender: { ...tender, rounding: { mode: 'none', decimals: 0 } },
  });
  const decimalsOf = (recommendation: typeof declared) => {
    const [result] = tablesOf(buildReportModel(aReportInput({ recommendation })), 'cost', 'tender-result');
    return result?.rows[0]?.cells[3]?.text.split('.')[1]?.length;
  };
  assert.equal(decimalsOf(declared), 2);
  assert.equal(decimalsOf(unrounded), 4);
});

test('a rule under which nobody is first says so, and a price that is missing is not a zero', () => {
  const tender = aTender(base.options);
  const options = tender.options.map((line) => ({ ...line, price: null, priceSource: null, total: null }));
  const report = buildReportModel(
    aReportInput({ recommendation: aRecommendation({ tender: { ...tender, winner: null, options } }) }),
  );
  const outcome = blocksOf(report, 'cost').find((block) => block.kind === 'callout');
  assert.equal(outcome?.title, 'Nobody is first under the rule');
  const [result] = tablesOf(report, 'cost', 'tender-result');
  assert.deepEqual(new Set(result?.rows.map(({ cells }) => cells[4]?.text)), new Set(['–']));
});

test('without a declared rule and without people, neither is mentioned', () => {
  const report = buildReportModel(aReportInput());
  assert.deepEqual(tablesOf(report, 'cost', 'tender'), []);
  assert.deepEqual(tablesOf(report, 'weights', 'people'), []);
});

test('each person behind the weights is named with method, own winner, and whether they decide the result', () => {
  const report = buildReportModel(aReportInput({ recommendation: shared }));
  const [people] = tablesOf(report, 'weights', 'people');
  assert.deepEqual(textsOf(people), [
    ['佐藤 花子', 'Swing', 'Exchange Online (Plan 1)', 'yes', 'no'],
    ['Jonas Weber', 'AHP', 'Exchange Online (Plan 1)', 'yes', 'no'],
    ['鈴木 一郎', 'Ranking', 'Postfix + Dovecot', 'no', 'yes'],
  ]);
  const agreement = blocksOf(report, 'weights').find((block) => block.kind === 'callout');
  assert.equal(agreement?.title, 'Agreement: 93%');
  assert.deepEqual(
    tablesOf(report, 'weights', 'people-weights').map((table) => table.columns.map(({ label }) => label)),
    [['Criterion', 'Mean', '佐藤 花子', 'Jonas Weber', '鈴木 一郎']],
  );
});

test('one person alone is named without a word on agreement', () => {
  const group = aGroup(base);
  const alone = { ...group, people: group.people.slice(0, 1), consensus: 1, decisive: [] };
  const report = buildReportModel(aReportInput({ recommendation: aRecommendation({ group: alone }) }));
  assert.equal(tablesOf(report, 'weights', 'people')[0]?.rows.length, 1);
  assert.ok(!blocksOf(report, 'weights').some((block) => block.kind === 'callout'));
});

test('the weights of many people come in tables of five, every person once', () => {
  const group = aGroup(base);
  const [person] = group.people;
  assert.ok(person !== undefined);
  const people = Array.from({ length: 12 }, (_, index) => ({ ...person, name: `Person ${index + 1}` }));
  const recommendation = aRecommendation({ group: { ...group, people, decisive: [] } });
  const tables = tablesOf(buildReportModel(aReportInput({ recommendation })), 'weights', 'people-weights');
  assert.deepEqual(
    tables.map(({ columns }) => columns.length - 2),
    [5, 5, 2],
  );
  assert.equal(new Set(tables.flatMap(({ columns }) => columns.slice(2).map(({ label }) => label))).size, 12);
});

for (const lang of LANGS) {
  test(`one word stands for the score, and no space before a percent sign, in ${lang}`, () => {
    const recommendation = aWideRecommendation(6, 5);
    const text = JSON.stringify(buildReportModel({ recommendation, runs: [], lang }));
    assert.doesNotMatch(text, /評点|％|\d %/);
  });
}
