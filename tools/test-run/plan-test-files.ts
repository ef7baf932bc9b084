// Which test files may run side by side. Whoever measures time or load needs the machine for himself.

const ALONE = [
  // What these folders hold is pure and measures nothing.
  /^test\/benchmarks\/(?!(?:compose|load|mail|outputs|protocol|safety|stats)\/)/,
  /^test\/live\/(?!report-by-mail)/,
  // Two runs in turns are told apart by their speed.
  /^test\/server\/cli\/bench-compare/,
  /load-runner/,
];
/** The files that take minutes begin first, so that the lanes end together. */
const LONG = /\/browser[^/]*$/;

export interface TestPlan {
  readonly alone: readonly string[];
  readonly sideBySide: readonly string[];
}

export function planTestFiles(files: readonly string[]): TestPlan {
  const isAlone = (file: string) => ALONE.some((pattern) => pattern.test(file));
  const others = files.filter((file) => !isAlone(file));
  return {
    alone: files.filter(isAlone),
    sideBySide: [...others.filter((file) => LONG.test(file)), ...others.filter((file) => !LONG.test(file))],
  };
}
