// Total cost of ownership, cloud against on-premise, from the customer's own prices in one currency (docs/sizing.md).
// Invariant: each side is the sum of its lines; prices are inputs, never constants of the program.

import type { CostLine } from './cost-lines.ts';
import {
  boughtAgain,
  lineTotal,
  paidOnce,
  paidYearly,
  perUserMonth,
  presentValue,
  totalOf,
} from './cost-lines.ts';

const HOURS_PER_YEAR = 8760;
const MONTHS_PER_YEAR = 12;
const WATTS_PER_KILOWATT = 1000;

export interface CloudPrices {
  /** Price per user and month (PUPM). */
  readonly pricePUPM: number;
  readonly addonsPUPM: number;
  readonly migrationPerUser: number;
  readonly fte: number;
}

export interface OnPremPrices {
  readonly servers: number;
  readonly serverPrice: number;
  readonly storageTB: number;
  readonly pricePerTB: number;
  readonly serverLicence: number;
  readonly calPrice: number;
  /** Software assurance a year as a share of the licences. */
  readonly saRate: number;
  /** Hardware maintenance a year as a share of the hardware. */
  readonly hwMaintRate: number;
  readonly watts: number;
  readonly pue: number;
  readonly pricePerKWh: number;
  readonly filterPUPM: number;
  readonly backup: number;
  readonly fte: number;
}

export interface TcoInputs {
  readonly users: number;
  readonly years: number;
  /** Cost of one full-time member of staff a year. */
  readonly salary: number;
  readonly currency: string;
  readonly discountRate: number;
  readonly hardwareLifeYears: number;
  readonly cloud: CloudPrices;
  readonly onprem: OnPremPrices;
}

export type Cheaper = 'cloud' | 'onprem' | 'equal';
type SideTotals = Readonly<Record<string, number>> & { readonly total: number };

export interface Tco {
  readonly kwhPerYear: number;
  readonly cloud: SideTotals & { readonly pupm: number | null };
  readonly onprem: SideTotals & { readonly pupm: number | null };
  readonly cheaper: Cheaper;
  /** Number of users at which both cost the same with staff held fixed; null: the lines do not cross. */
  readonly breakEvenUsersFixedStaff: number | null;
  /** On-premise staff at which both cost the same; null where no number of staff makes them equal. */
  readonly breakEvenFteOnPrem: number | null;
  readonly npv: {
    readonly discountRate: number;
    readonly cloud: number;
    readonly onprem: number;
    readonly cheaper: Cheaper;
  };
}

export function tco(inputs: TcoInputs): Tco {
  const cloudLines = linesOfCloud(inputs);
  const onPremLines = linesOfOnPrem(inputs);
  const cloud = sideTotals(cloudLines);
  const onprem = sideTotals(onPremLines);
  const npvCloud = presentValue(cloudLines, inputs.discountRate);
  const npvOnPrem = presentValue(onPremLines, inputs.discountRate);
  return {
    kwhPerYear: kwhPerYear(inputs.onprem),
    cloud: { ...cloud, pupm: perUserMonth(cloud.total, inputs.users, inputs.years) } as Tco['cloud'],
    onprem: { ...onprem, pupm: perUserMonth(onprem.total, inputs.users, inputs.years) } as Tco['onprem'],
    cheaper: cheaperOf(cloud.total, onprem.total),
    breakEvenUsersFixedStaff: breakEvenUsers(inputs),
    breakEvenFteOnPrem: breakEvenFte(inputs, cloud.total - onprem.total),
    npv: {
      discountRate: inputs.discountRate,
      cloud: npvCloud,
      onprem: npvOnPrem,
      cheaper: cheaperOf(npvCloud, npvOnPrem),
    },
  };
}

/** cloud = U×12×Y×(price + addons) + U×migration + staff×Y */
export function linesOfCloud(inputs: TcoInputs): readonly CostLine[] {
  const { cloud, users, years } = inputs;
  const userMonths = users * MONTHS_PER_YEAR;
  return [
    paidYearly('licence', userMonths * cloud.pricePUPM, years),
    paidYearly('addons', userMonths * cloud.addonsPUPM, years),
    paidOnce('migration', users * cloud.migrationPerUser),
    paidYearly('staff', cloud.fte * inputs.salary, years),
  ];
}

/** onprem = HW + HW×maint×Y + LIC + LIC×SA×Y + power×Y + U×12×Y×filter + backup + staff×Y */
export function linesOfOnPrem(inputs: TcoInputs): readonly CostLine[] {
  const { onprem, users, years } = inputs;
  const hardware = onprem.servers * onprem.serverPrice + onprem.storageTB * onprem.pricePerTB;
  const licence = onprem.servers * onprem.serverLicence + users * onprem.calPrice;
  return [
    boughtAgain('hardware', hardware, inputs.hardwareLifeYears, years),
    paidYearly('hwMaintenance', hardware * onprem.hwMaintRate, years),
    paidOnce('licence', licence),
    paidYearly('softwareAssurance', licence * onprem.saRate, years),
    paidYearly('power', kwhPerYear(onprem) * onprem.pricePerKWh, years),
    paidYearly('filtering', users * MONTHS_PER_YEAR * onprem.filterPUPM, years),
    paidOnce('backup', onprem.backup),
    paidYearly('staff', onprem.fte * inputs.salary, years),
  ];
}

/** servers × W/1000 × 8760 h × PUE */
export function kwhPerYear(onprem: Pick<OnPremPrices, 'servers' | 'watts' | 'pue'>): number {
  return ((onprem.servers * onprem.watts) / WATTS_PER_KILOWATT) * HOURS_PER_YEAR * onprem.pue;
}

function sideTotals(lines: readonly CostLine[]): SideTotals {
  const entries = lines.map((line) => [line.key, lineTotal(line)] as const);
  return { ...Object.fromEntries(entries), total: totalOf(lines) };
}

function cheaperOf(cloud: number, onprem: number): Cheaper {
  if (cloud === onprem) return 'equal';
  return cloud < onprem ? 'cloud' : 'onprem';
}

// (fixedOn − fixedCloud) ÷ (perUserCloud − perUserOn): both sides are linear in the users once staff is held fixed.
function breakEvenUsers(inputs: TcoInputs): number | null {
  const differenceAt = (users: number): number => {
    const at = { ...inputs, users };
    return totalOf(linesOfOnPrem(at)) - totalOf(linesOfCloud(at));
  };
  const fixed = differenceAt(0);
  const perUser = fixed - differenceAt(1);
  return perUser > 0 && fixed >= 0 ? fixed / perUser : null;
}

function breakEvenFte(inputs: TcoInputs, cloudMinusOnPrem: number): number | null {
  const costOfOneFte = inputs.salary * inputs.years;
  if (costOfOneFte === 0) return null;
  const fte = inputs.onprem.fte + cloudMinusOnPrem / costOfOneFte;
  return fte >= 0 ? fte : null;
}
