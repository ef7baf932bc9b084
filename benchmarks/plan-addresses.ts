// The client and source addresses of a plan against the target that was resolved: whether they can be told and used at all.

import { createServer } from 'node:net';
import { everyPlan } from './load/resolved-plan.ts';
import type { ResolvedPlan } from './load/resolved-plan.ts';
import type { CheckedTarget } from './safety/guard.ts';
import { parseAddress } from './safety/network-address.ts';

/** What is wrong with the addresses; empty when nothing is. No packet leaves. */
export async function addressProblems(plan: ResolvedPlan, checked: CheckedTarget): Promise<string[]> {
  return [
    ...everyPlan(plan).flatMap((one) => clientProblems(one, checked)),
    ...(await sourceProblems(plan.sourceAddresses, checked)),
  ];
}

function clientProblems({ session }: ResolvedPlan, checked: CheckedTarget): string[] {
  const { proxy, xclientAddresses } = session;
  const told = [...xclientAddresses, ...(proxy?.sourceAddresses ?? [])];
  const unreadable = told.filter((text) => parseAddress(text) === null);
  if (unreadable.length > 0) return unreadable.map((text) => `"${text}" is no IP address of a client`);
  if (proxy === undefined) return [];
  if (checked.target.socketPath !== null)
    return ['a PROXY header names the address that was connected to, and a Unix socket has none'];
  return proxy.sourceAddresses
    .filter((text) => isIpv6(text) !== isIpv6(checked.address))
    .map((text) => `a PROXY header needs two addresses of one family: ${text} and ${checked.address} differ`);
}

async function sourceProblems(sources: readonly string[], checked: CheckedTarget): Promise<string[]> {
  if (sources.length === 0) return [];
  if (checked.target.socketPath !== null)
    return ['a Unix socket has no source address: leave sourceAddresses out'];
  const problems = await Promise.all(sources.map((text) => sourceProblem(text, checked.address)));
  return problems.filter((problem) => problem !== null);
}

async function sourceProblem(text: string, target: string): Promise<string | null> {
  if (parseAddress(text) === null) return `"${text}" is no IP address to send from`;
  if (isIpv6(text) !== isIpv6(target))
    return `nothing goes from ${text} to ${target}: one is IPv4, the other IPv6`;
  return (await isOfThisMachine(text)) ? null : `${text} is no address of this machine to send from`;
}

// Only the system knows: all of 127.0.0.0/8 is its own, and no list of interfaces says so.
function isOfThisMachine(address: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen({ host: address, port: 0 }, () => server.close(() => resolve(true)));
  return promise;
}

function isIpv6(text: string): boolean {
  return text.includes(':');
}
