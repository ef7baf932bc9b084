// The value functions of the decision model, each at points of one's own and back again.

import { valueFunction } from '../../scoring/value-functions.ts';
import type { NumericValueSpec } from '../../scoring/value-functions.ts';
import { wrongForm } from './input-problems.ts';
import type { InputReader } from './input-reader.ts';

/** A scale needs two different ends. */
const POSITIVE = { min: 1e-9 };
const KINDS = ['saturating', 'ratioLog', 'target', 'costAbsolute'] as const;

/**
 * `params.kind` with its parameters (`floor` and `full`, `ideal` and `tolerance`, or `budget`): `v` for each of
 * `params.x`, and `inverse` for each of `params.values`, which is null where no x has that value.
 */
export function valueKindDocument(reader: InputReader): object {
  const kind = reader.choice('params.kind', KINDS, 'saturating');
  const { valueOf, inverse, worst, best } = valueFunction(readSpec(reader, kind));
  return {
    worst,
    best,
    ...(reader.has('params.x') ? { v: reader.vector('params.x').map(valueOf) } : {}),
    ...(reader.has('params.values') ? { inverse: reader.vector('params.values').map(inverse) } : {}),
  };
}

function readSpec(reader: InputReader, kind: (typeof KINDS)[number]): NumericValueSpec {
  switch (kind) {
    case 'target':
      return {
        kind,
        ideal: reader.number('params.ideal'),
        tolerance: reader.number('params.tolerance', POSITIVE),
      };
    case 'costAbsolute':
      return { kind, budget: reader.number('params.budget', POSITIVE) };
    case 'saturating':
      return { kind, ...readScale(reader, reader.number('params.floor')) };
    case 'ratioLog':
      return { kind, ...readScale(reader, reader.number('params.floor', POSITIVE)) };
  }
}

function readScale(reader: InputReader, floor: number): { readonly floor: number; readonly full: number } {
  const full = reader.number('params.full', POSITIVE);
  if (floor < full) return { floor, full };
  reader.fail(
    wrongForm('params.floor', {
      en: 'floor, which is worth 0, must lie below full, which is worth 1.',
      ja: '価値0の floor は、価値1の full より小さくしてください。',
    }),
  );
  return { floor: 0.5, full: 1 };
}
