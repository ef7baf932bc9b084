// Gunther's universal scalability law: X(N) = λN / (1 + α(N−1) + βN(N−1)), with α the share that runs one at a time and
// β the cost of keeping everybody in step. Fitted by weighted least squares on the linear form N/X(N).

export interface ScalabilityPoint {
  readonly sessions: number;
  readonly ratePerSec: number;
}

export interface ScalabilityFit {
  /** Rate of one session alone. */
  readonly lambda: number;
  readonly alpha: number;
  readonly beta: number;
  /** Share of the variation of the measured rates that the curve explains. */
  readonly rSquared: number;
  /** Where the curve is highest, or null when it never falls (β = 0). */
  readonly peak: { readonly sessions: number; readonly ratePerSec: number } | null;
  /** Lowest and highest value of each figure when one point is left out: how much hangs on a single measurement. */
  readonly ranges: Readonly<Record<'lambda' | 'alpha' | 'beta', readonly [number, number]>>;
  /** Every point lies before the peak, so the peak is a guess beyond what was measured. */
  readonly isExtrapolated: boolean;
}

interface Coefficients {
  readonly lambda: number;
  readonly alpha: number;
  readonly beta: number;
}

const MIN_POINTS = 4;

/** The rate that the law predicts. */
export function predictedRate(fit: Coefficients, sessions: number): number {
  const contention = fit.alpha * (sessions - 1);
  const coherency = fit.beta * sessions * (sessions - 1);
  return (fit.lambda * sessions) / (1 + contention + coherency);
}

/** Null with fewer than four points of different session counts. */
export function fitScalability(points: readonly ScalabilityPoint[]): ScalabilityFit | null {
  const usable = points.filter((point) => point.ratePerSec > 0);
  if (new Set(usable.map((point) => point.sessions)).size < MIN_POINTS) return null;
  const best = fitCoefficients(usable);
  const leftOut = usable.map((_, index) => fitCoefficients(usable.toSpliced(index, 1)));
  const range = (name: keyof Coefficients): readonly [number, number] => {
    const values = [best, ...leftOut].map((fit) => fit[name]);
    return [Math.min(...values), Math.max(...values)];
  };
  const peak = peakOf(best);
  return {
    ...best,
    rSquared: rSquared(best, usable),
    peak,
    ranges: { lambda: range('lambda'), alpha: range('alpha'), beta: range('beta') },
    isExtrapolated: peak === null || peak.sessions > Math.max(...usable.map((point) => point.sessions)),
  };
}

// α and β cannot be negative; where the free fit says so, the fit without that term is the best one that is allowed.
function fitCoefficients(points: readonly ScalabilityPoint[]): Coefficients {
  const candidates = [[0, 1, 2], [0, 1], [0, 2], [0]].map((terms) => solve(points, terms));
  const allowed = candidates.filter(({ lambda, alpha, beta }) => lambda > 0 && alpha >= 0 && beta >= 0);
  const error = (fit: Coefficients): number =>
    points.reduce(
      (sum, { sessions, ratePerSec }) => sum + (1 - predictedRate(fit, sessions) / ratePerSec) ** 2,
      0,
    );
  return allowed.reduce(
    (best, fit) => (error(fit) < error(best) ? fit : best),
    allowed[0] ?? solve(points, [0]),
  );
}

/** Least squares of N/X = c0 + c1(N−1) + c2·N(N−1), each point weighted by X/N so that relative errors count. */
function solve(points: readonly ScalabilityPoint[], terms: readonly number[]): Coefficients {
  const size = terms.length;
  const matrix = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => 0));
  for (const { sessions, ratePerSec } of points) {
    const weight = ratePerSec / sessions;
    const basis = [1, sessions - 1, sessions * (sessions - 1)];
    const row = terms.map((term) => (basis[term] ?? 0) * weight);
    for (const [i, left] of row.entries()) {
      for (const [j, right] of [...row, 1].entries()) addTo(matrix, [i, j], left * right);
    }
  }
  const solution = eliminate(matrix);
  const coefficient = (term: number): number => {
    const at = terms.indexOf(term);
    return at === -1 ? 0 : (solution[at] ?? 0);
  };
  const base = coefficient(0);
  return { lambda: 1 / base, alpha: coefficient(1) / base, beta: coefficient(2) / base };
}

function addTo(matrix: number[][], [i, j]: readonly [number, number], value: number): void {
  const row = matrix[i];
  if (row !== undefined) row[j] = (row[j] ?? 0) + value;
}

/** Gauss and Jordan with pivoting on an augmented matrix. */
function eliminate(matrix: number[][]): number[] {
  const size = matrix.length;
  for (let column = 0; column < size; column += 1) {
    const order = matrix.slice(column).sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    matrix.splice(column, order.length, ...order);
    const pivot = matrix[column] ?? [];
    const scale = pivot[column] ?? 0;
    for (const [index, row] of matrix.entries()) {
      if (index === column) continue;
      const factor = (row[column] ?? 0) / scale;
      for (const at of row.keys()) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return matrix.map((row, index) => (row[size] ?? 0) / (row[index] ?? NaN));
}

function peakOf(fit: Coefficients): ScalabilityFit['peak'] {
  if (fit.beta <= 0) return null;
  const sessions = Math.max(1, Math.sqrt((1 - fit.alpha) / fit.beta));
  return Number.isNaN(sessions) ? null : { sessions, ratePerSec: predictedRate(fit, sessions) };
}

function rSquared(fit: Coefficients, points: readonly ScalabilityPoint[]): number {
  const mean = points.reduce((sum, point) => sum + point.ratePerSec, 0) / points.length;
  const total = points.reduce((sum, point) => sum + (point.ratePerSec - mean) ** 2, 0);
  const rest = points.reduce(
    (sum, point) => sum + (point.ratePerSec - predictedRate(fit, point.sessions)) ** 2,
    0,
  );
  return total === 0 ? 1 : 1 - rest / total;
}
