// Mailbox and disk size: F16–F21 of the sizing model.

import type { SizingInputs } from './sizing-inputs.ts';

const KIB_PER_MIB = 1024;
const MIB_PER_GIB = 1024;
/** Deleted-item overhead of a mailbox: 1.2 % for single-item recovery + 3 % for the calendar log (TechNet ee832789). */
const RECOVERABLE_SHARE = 0.012 + 0.03;

export interface Storage {
  readonly growthMiBPerUserDay: number;
  readonly year1GiBPerUser: number;
  readonly unboundedGiBPerUser: number;
  readonly mailboxGiBPerUser: number;
  readonly recoverableGiBPerUser: number;
  readonly whitespaceGiBPerUser: number;
  readonly onDiskGiBPerUser: number;
  readonly usableGiB: number;
  readonly provisionedGiB: number;
}

export function sizeStorage(inputs: SizingInputs): Storage {
  const dailyMailMiB = ((inputs.sentPerUserDay + inputs.recvPerUserDay) * inputs.avgMsgKiB) / KIB_PER_MIB;
  const growth = growthPerUser(inputs);
  const unboundedGiBPerUser =
    existingGiBPerUser(inputs) + growth.year1GiBPerUser * growthSum(inputs.volumeGrowth, inputs.years);
  const mailboxGiBPerUser =
    inputs.quotaGiB > 0 ? Math.min(inputs.quotaGiB, unboundedGiBPerUser) : unboundedGiBPerUser;
  const recoverableGiBPerUser =
    (dailyMailMiB * inputs.recoverDays + mailboxGiBPerUser * MIB_PER_GIB * RECOVERABLE_SHARE) / MIB_PER_GIB;
  const whitespaceGiBPerUser = dailyMailMiB / MIB_PER_GIB;
  const onDiskGiBPerUser =
    (mailboxGiBPerUser + recoverableGiBPerUser + whitespaceGiBPerUser) * (1 + inputs.indexOverhead);
  const usableGiB = inputs.users * onDiskGiBPerUser;
  return {
    ...growth,
    unboundedGiBPerUser,
    mailboxGiBPerUser,
    recoverableGiBPerUser,
    whitespaceGiBPerUser,
    onDiskGiBPerUser,
    usableGiB,
    provisionedGiB: (usableGiB * inputs.copies) / (1 - inputs.freeReserve),
  };
}

/** F16, F17; a store measured now and a year ago says the same without four guesses, so it wins. */
function growthPerUser(inputs: SizingInputs) {
  const measuredGiB = measuredGrowthGiBPerUser(inputs);
  if (measuredGiB !== null) {
    return {
      growthMiBPerUserDay: (measuredGiB * MIB_PER_GIB) / inputs.workdays,
      year1GiBPerUser: measuredGiB,
    };
  }
  const keptPerDay = inputs.sentPerUserDay * inputs.keepSent + inputs.recvPerUserDay * inputs.keepRecv;
  const growthMiBPerUserDay = (keptPerDay * inputs.avgMsgKiB) / KIB_PER_MIB;
  return { growthMiBPerUserDay, year1GiBPerUser: (growthMiBPerUserDay * inputs.workdays) / MIB_PER_GIB };
}

export function measuredGrowthGiBPerUser(inputs: SizingInputs): number | null {
  const { storeGiBNow, storeGiBYearAgo, users } = inputs;
  if (storeGiBNow === undefined || storeGiBYearAgo === undefined || users === 0) return null;
  return (storeGiBNow - storeGiBYearAgo) / users;
}

// What lies in the mailboxes today moves with them; the formulas of the model start from empty ones.
function existingGiBPerUser(inputs: SizingInputs): number {
  return inputs.storeGiBNow === undefined || inputs.users === 0 ? 0 : inputs.storeGiBNow / inputs.users;
}

/** Σ (1+g)^k for k = 0 … years−1: how many first years of mail lie there at the end (F18). */
export function growthSum(growthPerYear: number, years: number): number {
  let sum = 0;
  for (let year = 0; year < years; year++) sum += (1 + growthPerYear) ** year;
  return sum;
}
