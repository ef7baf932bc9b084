// Documents of AHP: one matrix, one with missing comparisons, or a hierarchy of criteria and options.

import { isRecord } from '../../text/record.ts';
import type { AhpResult, PriorityMethod } from '../ahp.ts';
import { ahp, ahpHierarchy, CONSISTENCY_LIMIT } from '../ahp.ts';
import type { CompletedEntry } from '../ahp-completion.ts';
import { completeComparisons } from '../ahp-completion.ts';
import type { Matrix } from '../matrix.ts';
import { ranksOf } from '../matrix.ts';
import { consistencyRatio, DEFAULT_RANDOM_INDEX, RANDOM_INDEX_TABLES, randomIndex } from '../random-index.ts';
import { rankReversalDocument } from './additive-document.ts';
import { wrongForm } from './input-problems.ts';
import type { InputReader, Path } from './input-reader.ts';
import { isNumber } from './input-reader.ts';

const PRIORITIES = [
  'eigenvector',
  'principal right eigenvector',
  'mean of normalised columns',
  'geometric mean',
] as const;
const METHOD_OF: Readonly<Record<(typeof PRIORITIES)[number], PriorityMethod>> = {
  eigenvector: 'eigenvector',
  'principal right eigenvector': 'eigenvector',
  'mean of normalised columns': 'mean-of-normalised-columns',
  'geometric mean': 'geometric-mean',
};

export function ahpDocument(reader: InputReader): object {
  if (reader.has('matrix.before')) return rankReversalDocument(reader);
  const method = METHOD_OF[reader.choice('params.priority', PRIORITIES, 'eigenvector')];
  if (reader.has('matrix.criteria')) return hierarchyDocument(reader, method);
  const completion = readComparisons(reader, 'matrix');
  const result = ahp(completion.matrix, method);
  return {
    ...result,
    randomIndexTable: DEFAULT_RANDOM_INDEX,
    ratios: ratiosByTable(result.CI, completion.matrix.length),
    ...askedRatios(reader, result, completion.matrix.length),
    completed: completion.entries,
    ...Object.fromEntries(completion.entries.map((entry) => [missingName(entry), entry.value])),
  };
}

function readComparisons(reader: InputReader, path: Path) {
  const completion = completeComparisons(reader.comparisons(path));
  if (completion !== null) return completion;
  reader.fail(
    wrongForm(String(path), {
      en: 'too many comparisons are missing; every item must be linked to the others.',
      ja: '未回答の比較が多すぎます。すべての項目が比較でつながるようにしてください。',
    }),
  );
  return { matrix: [[1]], entries: [] };
}

/** `missing_ab` for the comparison of the first with the second item. */
function missingName({ row, column }: CompletedEntry): string {
  const letter = (position: number): string => String.fromCodePoint(96 + position);
  return `missing_${letter(row)}${letter(column)}`;
}

function ratiosByTable(CI: number, items: number): object {
  return Object.fromEntries(
    RANDOM_INDEX_TABLES.map((table) => [table.id, consistencyRatio(CI, randomIndex(items, table.id))]),
  );
}

// A document may bring its own random indices: one number, or one by name.
function askedRatios(reader: InputReader, result: AhpResult, items: number): object {
  const asked = reader.at('params.RI') ?? reader.at(`params.RI(n=${items})`);
  if (isNumber(asked)) return { CR: asked > 0 ? result.CI / asked : null };
  if (!isRecord(asked)) return {};
  const ratios = Object.entries(asked).flatMap(([name, index]) =>
    isNumber(index) && index > 0 ? [[name, result.CI / index] as const] : [],
  );
  const first = ratios[0];
  if (first === undefined) return {};
  const shortNames = ratios.map(([name, ratio]) => [`CR_${shortName(name)}`, ratio] as const).reverse();
  return {
    CR: Object.fromEntries(ratios),
    ...Object.fromEntries(shortNames),
    'consistent(<0.10)': first[1] < CONSISTENCY_LIMIT,
  };
}

function shortName(name: string): string {
  return /^[A-Za-z]+/.exec(name)?.[0] ?? name;
}

function hierarchyDocument(reader: InputReader, method: PriorityMethod): object {
  const criteria = readComparisons(reader, 'matrix.criteria').matrix;
  const nodes = readNodes(reader);
  if (nodes.length !== criteria.length) {
    reader.fail(
      wrongForm('matrix', {
        en: 'give one comparison of the options for each criterion.',
        ja: '評価項目ごとに、選択肢どうしの比較表を1つずつ指定してください。',
      }),
    );
  }
  const { scores, top, local } = ahpHierarchy(
    criteria,
    nodes.map((node) => node.matrix),
    method,
  );
  const ratioOf = (node: AhpResult, items: number): number | null =>
    consistencyRatio(node.CI, askedIndex(reader, items) ?? randomIndex(items));
  return {
    scores,
    ranks: ranksOf(scores),
    criteriaWeights: top.weights,
    optionWeights: local.map((node) => node.weights),
    CR: {
      criteria: ratioOf(top, criteria.length),
      ...Object.fromEntries(
        local.map((node, index) => [nodes[index]?.name, ratioOf(node, node.weights.length)]),
      ),
    },
  };
}

interface Node {
  readonly name: string;
  readonly matrix: Matrix;
}

// The options either stand in a list beside the criteria, or under the name of each criterion.
function readNodes(reader: InputReader): readonly Node[] {
  const list = reader.at('matrix.alternatives');
  if (Array.isArray(list)) {
    const order: unknown = reader.at('params.criteriaOrder');
    return list.map((_, index) => {
      const name: unknown = Array.isArray(order) ? order[index] : undefined;
      return {
        name: typeof name === 'string' ? name : `criterion ${index + 1}`,
        matrix: readComparisons(reader, ['matrix', 'alternatives', String(index)]).matrix,
      };
    });
  }
  return Object.keys(reader.record('matrix'))
    .filter((name) => name !== 'criteria')
    .map((name) => ({ name, matrix: readComparisons(reader, ['matrix', name]).matrix }));
}

/** A table given as { name: { items: RI } }. */
function askedIndex(reader: InputReader, items: number): number | null {
  const table = Object.values(reader.record('params.RI'))[0];
  const index: unknown = isRecord(table) ? table[String(items)] : undefined;
  return isNumber(index) ? index : null;
}
