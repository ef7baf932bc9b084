// Sizing rules that vendors print with an answer. They are not part of the model; they show that its building blocks
// agree with what others publish, and serve `mailfit` users who want to compare.

import { CPU_CEILING } from './sizing.ts';

const KB_PER_MB = 1024;
const SEC_PER_HOUR = 3600;

export interface ExchangeMailbox {
  readonly quotaMB: number;
  readonly msgsPerDay: number;
  readonly avgMsgKB: number;
  readonly recoverDays: number;
  readonly dumpsterPct1: number;
  readonly dumpsterPct2: number;
}

/** Size of a mailbox on disk (Exchange 2010, TechNet ee832789): quota + a day of mail + deleted items. */
export function exchangeMailboxOnDisk(mailbox: ExchangeMailbox) {
  const whitespaceMB = (mailbox.msgsPerDay * mailbox.avgMsgKB) / KB_PER_MB;
  const dumpsterMB =
    whitespaceMB * mailbox.recoverDays + mailbox.quotaMB * (mailbox.dumpsterPct1 + mailbox.dumpsterPct2);
  const totalMB = mailbox.quotaMB + whitespaceMB + dumpsterMB;
  return { whitespaceMB, dumpsterMB, totalMB, totalGB: totalMB / KB_PER_MB };
}

/** Largest database on a disk that keeps `freeShare` free and holds its index (TechNet ee832789). */
export function exchangeMaxDatabaseGB(formattedGB: number, freeShare: number, indexShare: number): number {
  return (formattedGB * (1 - freeShare)) / (1 + indexShare);
}

/** Disk operations of all mailboxes (Dell BP1026 p. 16). */
export function mailboxIops(mailboxes: number, iopsPerMailbox: number): number {
  return mailboxes * iopsPerMailbox;
}

/** Bandwidth from bytes per user and day, spread over the working day (Microsoft Online Services). */
export function workdayBandwidth(users: number, kbPerUserDay: number, workHours: number, peakFactor: number) {
  const avgKBps = (users * kbPerUserDay) / (workHours * SEC_PER_HOUR);
  return { avgKBps, peakKBps: avgKBps * peakFactor };
}

/** Growth of an archive that keeps everything. */
export function archiveGrowth(users: number, msgsPerMonth: number, months: number, avgMsgKB: number) {
  const annualKB = users * msgsPerMonth * months * avgMsgKB;
  return { annualKB, annualGiB: annualKB / KB_PER_MB ** 2 };
}

/** Mailboxes that a server carries at 80 % CPU (TechNet aa995737). */
export function exchangeMaxUsers(processors: number, mhz: number, megacyclesPerMailbox: number): number {
  return (CPU_CEILING * processors * mhz) / megacyclesPerMailbox;
}

/** Share of the CPU that so many mailboxes use. */
export function exchangeCpuUsage(users: number, megacyclesPerMailbox: number, totalMHz: number): number {
  return (users * megacyclesPerMailbox) / totalMHz;
}
