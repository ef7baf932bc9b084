// Quantiles of Student's t distribution, by the regularised incomplete beta function (Abramowitz and Stegun 26.5, 26.7;
// its continued fraction after Lentz).

const MAX_TERMS = 300;
const PRECISION = 1e-14;
const TINY = 1e-300;

/** P(T <= t) with `degrees` degrees of freedom, which need not be whole. */
export function studentCdf(t: number, degrees: number): number {
  const tail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/** The t that is exceeded with probability 1 − `probability`, for `probability` above 0.5. */
export function studentQuantile(probability: number, degrees: number): number {
  let low = 0;
  let high = 1;
  while (studentCdf(high, degrees) < probability && high < 1e9) high *= 2;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) - logBeta(a, b));
  // The fraction converges quickly on one side of the mean only.
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return result;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

// Lanczos' approximation with the coefficients of Numerical Recipes (g = 5, n = 6); its error is below 2e-10.
const LANCZOS = [
  76.180_091_729_471_46, -86.505_320_329_416_76, 24.014_098_240_830_91, -1.231_739_572_450_155,
  0.001_208_650_973_866_179, -0.000_005_395_239_384_953,
];

function logGamma(x: number): number {
  const shifted = x + 5.5;
  let sum = 1.000_000_000_190_015;
  for (const [index, coefficient] of LANCZOS.entries()) sum += coefficient / (x + index + 1);
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((2.506_628_274_631 * sum) / x);
}
