// Lines and columns of what stands in a YAML text, for every adapter that reads one. Implements no port.

import { isMap, isNode, isScalar } from 'yaml';
import type { Document, LineCounter } from 'yaml';

export interface Position {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

export type Steps = readonly (string | number)[];

/** @param lines the counter that the parser filled */
export function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** `file:line:column`, as compilers write it. */
export function placeIn(file: string, lines: LineCounter, offset: number): string {
  const { line, column } = positionAt(lines, offset);
  return `${file}:${line}:${column}`;
}

/** Words of a path as steps into a document: whole numbers are places in a list. */
export function stepsOf(words: readonly string[]): Steps {
  return words.map((word) => (/^\d+$/.test(word) ? Number(word) : word));
}

/** Where the deepest node on the path starts that exists; with `key`, the key that leads to the last step. */
export function offsetOf(document: Document, path: Steps, part: 'key' | 'value' = 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const [index, step] of path.entries()) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    if (pair && isScalar(pair.key) && part === 'key' && index === path.length - 1) return startOf(pair.key);
    node = pair ? pair.value : document.getIn(path.slice(0, index + 1), true);
    if (!isNode(node)) return offset;
    offset = startOf(node);
  }
  return offset;
}

export function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
