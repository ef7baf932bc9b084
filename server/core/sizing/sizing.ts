// The size of a mail system from how it is used: formulas F1–F25 of the model `mailsize-1` (docs/sizing.md).
// Invariant: checked inputs give finite figures only, also for no users at all.

import type { SizingDefaults, SizingInputs } from './sizing-inputs.ts';
import { withDefaults } from './sizing-inputs.ts';
import type { Storage } from './storage.ts';
import { sizeStorage } from './storage.ts';
import type { Traffic } from './traffic.ts';
import { sizeTraffic } from './traffic.ts';

const IOPS_REFERENCE_KIB = 75;
const MESSAGES_PER_CPU_STEP = 50;
/** A server is full at 80 % CPU (TechNet aa995737). */
export const CPU_CEILING = 0.8;
const MIB_PER_GIB = 1024;

const WITH_SLOTS = { withSlots: true };

export interface Resources {
  readonly iopsPerMailbox: number;
  readonly iops: number;
  readonly megacyclesPerMailbox: number;
  readonly cores: number;
  readonly ramGiB: number;
  readonly fteOnPrem: number;
}

export type Sizing = Traffic & Storage & Resources;

/** @param inputs checked by `checkSizingInputs`; a missing key takes its likely default */
export function size(inputs: Partial<SizingInputs>, defaults: SizingDefaults): Sizing {
  return sizeOf(withDefaults(inputs, defaults));
}

/** @param options without slots, the search for them is skipped and they are given as 1 */
export function sizeOf(inputs: SizingInputs, options: { readonly withSlots: boolean } = WITH_SLOTS): Sizing {
  const traffic = sizeTraffic(inputs, options.withSlots);
  return { ...traffic, ...sizeStorage(inputs), ...sizeResources(inputs, traffic.imapConcurrent) };
}

/**
 * F22 disk operations (Exchange 2010: messages ÷ 1000 × size ÷ 75 KB, TechNet ee832791); F23 cores (megacycles per
 * mailbox, 80 % ceiling); F24 memory; F25 staff (one per 1,000 mailboxes, linear to about 5,000).
 */
function sizeResources(inputs: SizingInputs, imapConcurrent: number): Resources {
  const messagesPerUserDay = inputs.sentPerUserDay + inputs.recvPerUserDay;
  const sizeRatio = inputs.avgMsgKiB / IOPS_REFERENCE_KIB;
  const iopsPerMailbox = (messagesPerUserDay / 1000) * sizeRatio * inputs.iopsFactor * inputs.iopsOverhead;
  const megacyclesPerMailbox = (messagesPerUserDay / MESSAGES_PER_CPU_STEP) * inputs.mcPer50;
  const activeUsers = inputs.users * inputs.activeShare;
  const userRamMiB = imapConcurrent * inputs.ramPerConnMiB + activeUsers * inputs.cachePerActiveMiB;
  return {
    iopsPerMailbox,
    iops: inputs.users * iopsPerMailbox,
    megacyclesPerMailbox,
    cores: Math.ceil((inputs.users * megacyclesPerMailbox) / (inputs.coreMHz * CPU_CEILING)),
    ramGiB: inputs.baseRamGiB + userRamMiB / MIB_PER_GIB,
    fteOnPrem: Math.max(inputs.minFte, (inputs.users / 1000) * inputs.ftePer1000),
  };
}
