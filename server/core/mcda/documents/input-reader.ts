// Reads the input document of a method and collects every problem; a reader with problems gives harmless stand-ins.

import { isRecord } from '../../text/record.ts';
import type { Problem } from '../../text/problem.ts';
import type { Direction, Matrix, Vector } from '../matrix.ts';
import { columnCount } from '../matrix.ts';
import * as say from './input-problems.ts';

const MAX_OPTIONS = 500;
const MAX_CRITERIA = 200;
const MAX_MAGNITUDE = 1e15;

export type Raw = Readonly<Record<string, unknown>>;

/** Keys joined by dots, or the keys themselves where a name may hold a dot. */
export type Path = string | readonly string[];

interface NumberRule {
  readonly fallback?: number;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

export class InputReader {
  readonly problems: Problem[] = [];
  private readonly raw: Raw;

  constructor(raw: Raw) {
    this.raw = raw;
  }

  /** The value at a path; undefined where the document does not go that far, and for null. */
  at(path: Path): unknown {
    let value: unknown = this.raw;
    for (const key of keysOf(path)) value = childOf(value, key);
    return value ?? undefined;
  }

  has(path: Path): boolean {
    return this.at(path) !== undefined;
  }

  record(path: Path): Raw {
    const value = this.at(path);
    return isRecord(value) ? value : {};
  }

  text(path: Path): string {
    const value = this.at(path);
    return typeof value === 'string' ? value : '';
  }

  fail(problem: Problem): void {
    this.problems.push(problem);
  }

  number(path: Path, rule: NumberRule = {}): number {
    const value = this.at(path) ?? rule.fallback;
    const problem = numberProblem(value, nameOf(path), rule);
    if (problem === null && isNumber(value)) return value;
    if (problem !== null) this.fail(problem);
    return rule.fallback ?? 1;
  }

  vector(path: Path, length?: number): Vector {
    const value = this.at(path);
    if (Array.isArray(value) && value.length > 0 && value.length <= MAX_OPTIONS && value.every(isNumber)) {
      if (length !== undefined && value.length !== length) this.fail(say.wrongLength(nameOf(path), length));
      return value;
    }
    this.fail(say.notAVector(nameOf(path)));
    return Array.from({ length: length ?? 1 }, () => 1);
  }

  matrix(path: Path): Matrix {
    const value = this.at(path);
    if (isMatrix(value)) return value;
    this.fail(say.notAMatrix(nameOf(path)));
    return [[1]];
  }

  /** A square matrix of positive comparisons; null marks a missing one. */
  comparisons(path: Path): readonly (readonly (number | null)[])[] {
    const value = this.at(path);
    if (isComparisons(value)) return value;
    this.fail(say.notComparisons(nameOf(path)));
    return [[1]];
  }

  weights(count: number): Vector {
    const weights = this.vector('weights', count);
    const isUsable = weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0);
    if (!isUsable) this.fail(say.unusableWeights());
    return isUsable ? weights : weights.map(() => 1);
  }

  /** `max` for every criterion where the document says nothing. */
  directions(count: number): readonly Direction[] {
    const value = this.at('directions');
    if (value === undefined) return Array.from({ length: count }, () => 'max' as const);
    if (Array.isArray(value) && value.length === count && value.every(isDirection)) return value;
    this.fail(say.wrongDirections(count));
    return Array.from({ length: count }, () => 'max' as const);
  }

  /** Picks the choice with which the text at the path begins: documents explain themselves after the name. */
  choice<Choice extends string>(path: Path, choices: readonly Choice[], fallback: Choice): Choice {
    if (!this.has(path)) return fallback;
    const text = this.text(path);
    const found = choices.find((choice) => text.startsWith(choice));
    if (found === undefined) this.fail(say.notAChoice(nameOf(path), choices));
    return found ?? fallback;
  }

  /** Pairs [low, high] for every criterion. */
  bounds(path: Path, count: number): readonly (readonly [number, number])[] {
    const value = this.at(path);
    if (Array.isArray(value) && value.length === count && value.every(isPair)) return value;
    this.fail(say.notBounds(nameOf(path), count));
    return Array.from({ length: count }, () => [0, 1] as const);
  }

  /** Options by name, each a row of numbers (null = unknown); null when the matrix has another form. */
  namedRows(path: Path): Readonly<Record<string, readonly (number | null)[]>> | null {
    const value = this.at(path);
    if (!isRecord(value)) return null;
    const rows = Object.values(value);
    const width = Array.isArray(rows[0]) ? rows[0].length : 0;
    const isRow = (row: unknown): boolean =>
      Array.isArray(row) && row.length === width && row.every((cell) => cell === null || isNumber(cell));
    return width > 0 && width <= MAX_CRITERIA && rows.every(isRow)
      ? (value as Readonly<Record<string, readonly (number | null)[]>>)
      : null;
  }
}

function keysOf(path: Path): readonly string[] {
  return typeof path === 'string' ? path.split('.') : path;
}

function nameOf(path: Path): string {
  return keysOf(path).join('.');
}

function childOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function numberProblem(value: unknown, name: string, rule: NumberRule): Problem | null {
  const min = rule.min ?? -MAX_MAGNITUDE;
  const max = rule.max ?? MAX_MAGNITUDE;
  if (!isNumber(value)) return say.notANumber(name);
  if (value < min || value > max) return say.outOfRange(name, min, max);
  return rule.integer === true && !Number.isInteger(value) ? say.notWhole(name) : null;
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= MAX_MAGNITUDE;
}

export function isMatrix(value: unknown): value is Matrix {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_OPTIONS) return false;
  const rows: readonly unknown[] = value;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  return (
    width > 0 &&
    width <= MAX_CRITERIA &&
    rows.every((row) => Array.isArray(row) && row.length === width && row.every(isNumber))
  );
}

const RECIPROCAL_TOLERANCE = 1e-6;
const MAX_ITEMS = 30;

/** Square, positive, 1 on the diagonal, `[i][j]·[j][i] = 1`; null only in pairs. */
export function isComparisons(value: unknown): value is readonly (readonly (number | null)[])[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_ITEMS) return false;
  const rows = value as readonly (readonly unknown[])[];
  return rows.every(
    (row, i) =>
      Array.isArray(row) &&
      row.length === rows.length &&
      row.every((cell, j) => fits(cell, rows[j]?.[i], i === j)),
  );
}

function fits(cell: unknown, mirror: unknown, isDiagonal: boolean): boolean {
  if (cell === null) return mirror === null && !isDiagonal;
  if (!isNumber(cell) || !isNumber(mirror) || cell <= 0) return false;
  return Math.abs(cell * mirror - 1) <= RECIPROCAL_TOLERANCE;
}

function isDirection(value: unknown): value is Direction {
  return value === 'max' || value === 'min';
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}

/** Width of a matrix and its weights and directions, read together. */
export function readCriteria(reader: InputReader) {
  const matrix = reader.matrix('matrix');
  const count = columnCount(matrix);
  return { matrix, weights: reader.weights(count), directions: reader.directions(count) };
}
