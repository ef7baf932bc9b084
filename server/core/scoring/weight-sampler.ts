// Draws from the feasible set of weights, block by block.
// Invariant: uniform on the (ordered) simplex of the groups, the weights of a sample add up to 1, and draw number s is the
// same however the samples are cut into blocks.

import { fillUnits, keyFor } from '../random/rng.ts';
import { at, positionAt } from './vectors.ts';
import type { WeightGroup, WeightSpace } from './weight-space.ts';

/** Where draws go: the weights of each column in the samples from `first` on. */
export interface WeightBlock {
  readonly first: number;
  readonly columns: readonly Float64Array[];
}

/** Makes a function that fills a block with its draws. */
export function weightSampler(space: WeightSpace, key: number): (block: WeightBlock) => void {
  const groups = space.groups.map((group, position) => ({
    ...group,
    key: keyFor(key, 'group', String(position)),
    memberKeys: group.members.map((_, index) => keyFor(key, 'member', String(position), String(index))),
  }));
  return (block) => {
    const samples = block.columns[0]?.length ?? 0;
    const groupWeights = groups.map((group) => drawExponentials(group.key, block.first, samples));
    normalise(groupWeights);
    if (space.order.length > 1) sortIntoClasses(space.order, groupWeights);
    groups.forEach((group, position) => spreadInside(group, groupWeights[position] ?? NOTHING, block));
  };
}

const NOTHING = new Float64Array(0);

// Normalised exponentials are uniform on the simplex; sorting them keeps that inside the cone of an order. Normalised
// uniform numbers would not be: they gather in the middle.
function drawExponentials(key: number, first: number, samples: number): Float64Array {
  const drawn = new Float64Array(samples);
  fillUnits(key, first, drawn);
  for (let s = 0; s < samples; s++) drawn[s] = -Math.log(1 - at(drawn, s));
  return drawn;
}

/** Scales every sample to sum 1; samples without anything share evenly. */
function normalise(columns: readonly Float64Array[]): void {
  const sums = new Float64Array(columns[0]?.length ?? 0);
  for (const column of columns) {
    for (let s = 0; s < sums.length; s++) sums[s] = at(sums, s) + at(column, s);
  }
  for (let s = 0; s < sums.length; s++) sums[s] = at(sums, s) > 0 ? 1 / at(sums, s) : 0;
  for (const column of columns) {
    for (let s = 0; s < sums.length; s++)
      column[s] = at(sums, s) > 0 ? at(column, s) * at(sums, s) : 1 / columns.length;
  }
}

// The largest values go to the first class; inside a class each member keeps the place its own draw had, so that the
// members stay exchangeable.
function sortIntoClasses(order: WeightSpace['order'], columns: readonly Float64Array[]): void {
  const drawn = new Float64Array(columns.length);
  const sorted = new Float64Array(columns.length);
  const classes = order.map((members) => Int32Array.from(members));
  for (let s = 0; s < (columns[0]?.length ?? 0); s++) {
    columns.forEach((column, position) => (drawn[position] = at(column, s)));
    sorted.set(drawn);
    sorted.sort();
    let next = sorted.length - 1;
    for (const members of classes) {
      if (members.length > 1) sortByDraw(members, drawn);
      for (const position of members) columns[position]?.fill(at(sorted, next--), s, s + 1);
    }
  }
}

/** Largest draw first. */
function sortByDraw(members: Int32Array, drawn: Float64Array): void {
  for (let place = 1; place < members.length; place++) {
    const member = positionAt(members, place);
    let hole = place;
    while (hole > 0 && at(drawn, positionAt(members, hole - 1)) < at(drawn, member)) {
      members[hole] = positionAt(members, hole - 1);
      hole -= 1;
    }
    members[hole] = member;
  }
}

interface KeyedGroup extends WeightGroup {
  readonly memberKeys: readonly number[];
}

function spreadInside(
  { members, ranges, memberKeys }: KeyedGroup,
  groupWeights: Float64Array,
  { first, columns }: WeightBlock,
): void {
  const own = members.map((column) => columns[column] ?? NOTHING);
  if (own.length === 1) {
    own[0]?.set(groupWeights);
    return;
  }
  own.forEach((points, index) => {
    const [low, high] = ranges[index] ?? [0, 0];
    if (low === high) points.fill(low);
    else drawPoints(points, memberKeys[index] ?? 0, first, [low, high]);
  });
  normalise(own);
  for (const points of own) {
    for (let s = 0; s < points.length; s++) points[s] = at(points, s) * at(groupWeights, s);
  }
}

function drawPoints(
  points: Float64Array,
  key: number,
  first: number,
  [low, high]: readonly [number, number],
): void {
  fillUnits(key, first, points);
  for (let s = 0; s < points.length; s++) points[s] = low + at(points, s) * (high - low);
}
