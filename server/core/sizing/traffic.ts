// Messages, sessions, connections and bandwidth: F1–F15 of the sizing model.
// Invariant: for checked inputs every figure is finite and not negative.

import { leastServers, meanInSystem } from './queueing.ts';
import type { SizingInputs } from './sizing-inputs.ts';

const SEC_PER_HOUR = 3600;
const SEC_PER_DAY = 86400;
const BITS_PER_KIB = 8192;
const BITS_PER_MBIT = 1e6;
/** One refused session in a thousand: the level at which a full server (421) goes unnoticed. */
export const SMTP_BLOCKING_GOAL = 0.001;
/** A sent message travels twice: to the submission port and into the Sent folder. */
const UPLOADS_PER_SENT = 2;

export interface Traffic {
  readonly submittedPerDay: number;
  readonly deliveredPerDay: number;
  readonly inboundAcceptedPerDay: number;
  readonly inboundAttemptsPerDay: number;
  readonly outboundPerDay: number;
  readonly smtpTransactionsPerDay: number;
  readonly smtpInAvgPerSec: number;
  readonly smtpInBusyHourPerSec: number;
  readonly smtpInPeakPerSec: number;
  readonly deliverPeakPerSec: number;
  readonly outboundPeakPerSec: number;
  readonly smtpConcurrentMean: number;
  readonly 'smtpSlots_B0.1pct': number;
  readonly connsPerActiveUser: number;
  readonly imapConcurrent: number;
  readonly imapLoginStormPerSec: number;
  readonly wanInMbps: number;
  readonly wanOutMbps: number;
  readonly clientDownMbps: number;
  readonly clientUpMbps: number;
  /** null when nothing is sent inside, so that the check cannot be made. */
  readonly impliedInternalRecipientsPerMsg: number | null;
}

export function sizeTraffic(inputs: SizingInputs, withSlots = true): Traffic {
  const daily = dailyVolumes(inputs);
  const smtp = smtpLoad(daily, inputs, withSlots);
  return {
    ...daily,
    ...smtp,
    ...clientConnections(inputs),
    ...bandwidth(daily, smtp, inputs),
    impliedInternalRecipientsPerMsg: impliedInternalRecipients(inputs),
  };
}

type Daily = ReturnType<typeof dailyVolumes>;

/**
 * F1 submitted = users × sent; F2 delivered = users × received; F3 accepted = delivered × share from outside (an upper
 * bound: one transaction per recipient); F4 attempts = accepted ÷ (1 − spam); F5 outbound; F6 SMTP transactions.
 */
function dailyVolumes(inputs: SizingInputs) {
  const submittedPerDay = inputs.users * inputs.sentPerUserDay;
  const deliveredPerDay = inputs.users * inputs.recvPerUserDay;
  const inboundAcceptedPerDay = deliveredPerDay * inputs.extInShare;
  const inboundAttemptsPerDay = inboundAcceptedPerDay / (1 - inputs.spamShare);
  return {
    submittedPerDay,
    deliveredPerDay,
    inboundAcceptedPerDay,
    inboundAttemptsPerDay,
    outboundPerDay: submittedPerDay * inputs.extOutShare * inputs.domainsPerExtMsg,
    smtpTransactionsPerDay: submittedPerDay + inboundAttemptsPerDay,
  };
}

/** F7 busy hour; F8 busiest minute; F9 concurrent sessions (Little); F10 slots (Erlang B at 0.1 %). */
function smtpLoad(daily: Daily, inputs: SizingInputs, withSlots: boolean) {
  const busyHourPerSec = (perDay: number): number => (perDay * inputs.busyHourFraction) / SEC_PER_HOUR;
  const peakPerSec = (perDay: number): number => busyHourPerSec(perDay) * inputs.peakFactor;
  const smtpInPeakPerSec = peakPerSec(daily.smtpTransactionsPerDay);
  const smtpConcurrentMean = meanInSystem(smtpInPeakPerSec, inputs.smtpSessionSec);
  return {
    smtpInAvgPerSec: daily.smtpTransactionsPerDay / SEC_PER_DAY,
    smtpInBusyHourPerSec: busyHourPerSec(daily.smtpTransactionsPerDay),
    smtpInPeakPerSec,
    deliverPeakPerSec: peakPerSec(daily.deliveredPerDay),
    outboundPeakPerSec: peakPerSec(daily.outboundPerDay),
    smtpConcurrentMean,
    'smtpSlots_B0.1pct': withSlots ? leastServers(smtpConcurrentMean, SMTP_BLOCKING_GOAL) : 1,
  };
}

/** F11 connections per active person; F12 at once; F13 log-ins per second in the morning. */
function clientConnections(inputs: SizingInputs) {
  const connsPerActiveUser = inputs.clients.reduce((sum, client) => sum + client.share * client.conns, 0);
  const imapConcurrent = inputs.users * inputs.activeShare * connsPerActiveUser;
  return { connsPerActiveUser, imapConcurrent, imapLoginStormPerSec: imapConcurrent / inputs.loginWindowSec };
}

/** F14 bandwidth to and from outside; F15 between server and mail programs. */
function bandwidth(daily: Daily, smtp: ReturnType<typeof smtpLoad>, inputs: SizingInputs) {
  const mbps = (messagesPerSec: number): number =>
    (messagesPerSec * inputs.avgMsgKiB * BITS_PER_KIB * inputs.wireOverhead) / BITS_PER_MBIT;
  const peakPerSec = (perDay: number): number =>
    ((perDay * inputs.busyHourFraction) / SEC_PER_HOUR) * inputs.peakFactor;
  return {
    wanInMbps: mbps(peakPerSec(daily.inboundAcceptedPerDay)),
    wanOutMbps: mbps(smtp.outboundPeakPerSec),
    clientDownMbps: mbps(smtp.deliverPeakPerSec * inputs.devicesPerUser),
    clientUpMbps: mbps(peakPerSec(daily.submittedPerDay) * UPLOADS_PER_SENT),
  };
}

/** Plausibility check: internal recipients that each internal message must have had; 1 to 10 is plausible. */
function impliedInternalRecipients(inputs: SizingInputs): number | null {
  const internalSent = inputs.sentPerUserDay * (1 - inputs.extOutShare);
  const recipients = (inputs.recvPerUserDay * (1 - inputs.extInShare)) / internalSent;
  return Number.isFinite(recipients) ? recipients : null;
}
