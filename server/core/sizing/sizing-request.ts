// A sizing input as people give it: each figure a number or low / likely / high, or left out.
// Invariant: what passes can be sized at every point of its ranges.

import type { Range } from '../range/range.ts';
import { isRange, RANGE_ENDS } from '../range/range.ts';
import type { Outcome, Problem } from '../text/problem.ts';
import { isRecord } from '../text/record.ts';
import type { SizingDefaults, SizingInputs, SizingNumberKey } from './sizing-inputs.ts';
import { checkSizingInputs, limitsOf, numberKeys, numberProblems } from './sizing-inputs.ts';
import { notAnObject, notBetweenEnds } from './sizing-problems.ts';

export interface SizingRequest {
  /** Given figures, ranges at their likely value. */
  readonly likely: Partial<SizingInputs>;
  /** Figures given as a range. */
  readonly ranges: Readonly<Partial<Record<SizingNumberKey, Range>>>;
}

/** Checks an object from a file or a form; every problem is reported at once. */
export function checkSizingRequest(raw: unknown, defaults: SizingDefaults): Outcome<SizingRequest> {
  if (!isRecord(raw)) return { ok: false, problems: [notAnObject()] };
  const ranged = numberKeys(defaults).flatMap((key) => {
    const value = raw[key];
    return isRange(value) ? [[key, value] as const] : [];
  });
  const likely = { ...raw, ...Object.fromEntries(ranged.map(([key, range]) => [key, range.likely])) };
  const checked = checkSizingInputs(likely, defaults);
  const problems = [
    ...(checked.ok ? [] : checked.problems),
    ...ranged.flatMap(([key, range]) => rangeProblems(key, range, defaults)),
  ];
  if (!checked.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { likely: checked.value, ranges: Object.fromEntries(ranged) } };
}

function rangeProblems(key: SizingNumberKey, range: Range, defaults: SizingDefaults): readonly Problem[] {
  const ends = RANGE_ENDS.filter((end) => end !== 'likely').flatMap((end) =>
    numberProblems(`${key}.${end}`, range[end], limitsOf(key, defaults)),
  );
  const isBetween = (range.likely - range.low) * (range.high - range.likely) >= 0;
  return isBetween ? ends : [...ends, notBetweenEnds(key)];
}
