import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, linkCell, numberColumn, row, table, textColumn } from '../../../server/reports/blocks.ts';
import { withJoinedColumns } from '../../../server/reports/joined-columns.ts';

const facts = table(
  'facts',
  'Facts',
  [
    textColumn('Fact'),
    textColumn('Source', 0.5),
    joined(textColumn('Class', 0.7)),
    joined(numberColumn('Age', 0.4)),
  ],
  [
    row(['Storage', linkCell('[1]', 'https://mail.example/plans'), 'Official', { text: '12', value: 12 }]),
    row(['Price', '–', '–', { text: '–' }], 'muted'),
  ],
);

test('columns marked as joined are set in the cell before them, and a link stays a link', () => {
  const narrow = withJoinedColumns(facts, 'en');

  assert.deepEqual(
    narrow.columns.map((column) => column.label),
    ['Fact', 'Source, Class, Age'],
  );
  assert.equal(narrow.columns[1]?.width, 0.5);
  assert.deepEqual(narrow.rows[0]?.cells[1], {
    text: '[1], Official, 12',
    href: 'https://mail.example/plans',
  });
});

test('cells that all say nothing become one that says nothing', () => {
  assert.deepEqual(withJoinedColumns(facts, 'ja').rows[1], {
    tone: 'muted',
    cells: [{ text: 'Price' }, { text: '–' }],
  });
});

test('a table without such columns stays as it is', () => {
  const plain = table('t', 'T', [textColumn('A'), textColumn('B')], [row(['1', '2'])]);
  assert.equal(withJoinedColumns(plain, 'en'), plain);
});
