// What an address names is there, or the request ends as 404.

import { PROBLEM_TITLES } from './api-texts.ts';
import { ApiProblem } from './operation.ts';

export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw notFound();
  return value;
}

export function notFound(): ApiProblem {
  return new ApiProblem(404, 'notFound', PROBLEM_TITLES.notFound);
}
