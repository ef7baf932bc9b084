// Costs as lines of yearly payments: the total, the present value and the figures per user all come from them.
// Invariant: the lines add up to the total.

/** Payments of one kind; `payments[0]` falls due at the start, `payments[t]` at the end of year t. */
export interface CostLine {
  readonly key: string;
  readonly payments: readonly number[];
}

export function paidOnce(key: string, amount: number): CostLine {
  return { key, payments: [amount] };
}

export function paidYearly(key: string, amountPerYear: number, years: number): CostLine {
  return { key, payments: [0, ...Array.from({ length: years }, () => amountPerYear)] };
}

/** Bought at the start and again whenever its life is over before the horizon. */
export function boughtAgain(key: string, amount: number, lifeYears: number, years: number): CostLine {
  const payments = Array.from({ length: Math.max(1, years) }, (_, year) =>
    year % lifeYears === 0 ? amount : 0,
  );
  return { key, payments };
}

/** Paid yearly, dearer by the same share each year. */
export function paidRising(key: string, amountPerYear: number, years: number, risePerYear: number): CostLine {
  const payments = Array.from({ length: years }, (_, year) => amountPerYear * (1 + risePerYear) ** year);
  return { key, payments: [0, ...payments] };
}

export function lineTotal(line: CostLine): number {
  return line.payments.reduce((sum, payment) => sum + payment, 0);
}

export function totalOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0);
}

/** Σ payment ÷ (1+d)^t: what the payments are worth today at a yearly discount rate d. */
export function presentValue(lines: readonly CostLine[], discountRate: number): number {
  return lines.reduce(
    (sum, line) =>
      sum + line.payments.reduce((value, payment, year) => value + payment / (1 + discountRate) ** year, 0),
    0,
  );
}

/** Cost per user and month; null without users. */
export function perUserMonth(total: number, users: number, years: number): number | null {
  return users > 0 && years > 0 ? total / (users * 12 * years) : null;
}
