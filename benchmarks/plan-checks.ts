// What is asked before a plan may run, beyond its own rules: texts that must be readable, mail addresses, the server's
// own word.

import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readEmlFolder } from './compose/eml-folder.ts';
import { planProblems } from './load/plan-rules.ts';
import { everyPlan } from './load/resolved-plan.ts';
import type { ResolvedPlan } from './load/resolved-plan.ts';
import { parseSizes } from './mail/message-size.ts';
import { probeGreeting } from './net/probe-greeting.ts';
import { checkGreeting, loadPublicDomains } from './safety/guard.ts';
import type { CheckedTarget } from './safety/guard.ts';
import { isLoopback, parseAddress } from './safety/network-address.ts';
import { isProven } from './safety/proof-of-control.ts';
import { REFUSAL_WORDS } from './safety/refusal-words.ts';
import type { RefusalText } from './safety/refusal-words.ts';
import { checkMailAddress } from './safety/target-policy.ts';
import type { TargetPolicy } from './safety/target-policy.ts';
import { parseThreshold } from './stats/thresholds.ts';
import type { SecretSource } from './workers/thread-starts.ts';

/** Sizes, thresholds and passwords that cannot be read; empty when all can. */
function textProblems(plan: ResolvedPlan, secretOf: SecretSource): string[] {
  const sizes = parseSizes(plan.mail.size);
  const thresholds = plan.thresholds.map(parseThreshold).filter((parsed) => typeof parsed === 'string');
  const { auth } = plan.session;
  const isSecretMissing = auth !== undefined && secretOf(auth.passwordEnv) === undefined;
  return [
    ...(sizes.ok ? [] : [sizes.problem]),
    ...thresholds,
    ...(isSecretMissing ? [`the environment variable ${auth.passwordEnv} is not set`] : []),
  ];
}

/** What is wrong with a plan and its classes before any target is asked: rules, texts and files. */
export async function everyProblem(plan: ResolvedPlan, secretOf: SecretSource): Promise<string[]> {
  const plans = everyPlan(plan);
  const files = await Promise.all(plans.map(fileProblems));
  return [...plans.flatMap((one) => [...planProblems(one), ...textProblems(one, secretOf)]), ...files.flat()];
}

/** What is wrong with the files that the plan names: its folder of messages and its certificate authority. */
async function fileProblems(plan: ResolvedPlan): Promise<readonly string[]> {
  const { emlFolder } = plan.mail;
  const { tlsCaFile } = plan.session;
  const authority = tlsCaFile === undefined ? [] : await authorityProblems(tlsCaFile);
  if (emlFolder === undefined) return authority;
  const read = await readEmlFolder(emlFolder, { runId: '00000000', worker: 0 });
  return read.ok ? authority : [...authority, ...read.problems];
}

async function authorityProblems(path: string): Promise<readonly string[]> {
  const text = await readFile(path).catch(() => null);
  if (text === null) return [`${path}: the certificate authority cannot be read`];
  try {
    void new X509Certificate(text);
    return [];
  } catch {
    return [`${path}: is no certificate in PEM form`];
  }
}

/** Null when every address of the plan may occur in an envelope. */
export function mailProblem(plan: ResolvedPlan, policy: TargetPolicy): RefusalText | null {
  const { from, to, recipientDomains } = plan.mail;
  const addresses = [from, to, ...(recipientDomains ?? []).map((domain) => `user@${domain}`)];
  for (const address of addresses) {
    const problem = address === undefined ? null : checkMailAddress(address, policy);
    if (problem !== null) return problem;
  }
  return null;
}

// A server elsewhere must show that its owner agrees, and must not turn out to be a public provider.
export async function greetingProblem(
  checked: CheckedTarget,
  probe: typeof probeGreeting = probeGreeting,
): Promise<RefusalText | null> {
  if (isOnThisMachine(checked)) return null;
  const greeting = await probe(checked);
  const problem = checkGreeting(greeting, loadPublicDomains());
  if (problem !== null) return problem;
  const { proofToken } = checked;
  if (proofToken === null || isProven(greeting.replace(/^\d{3}[ -]/gm, ''), proofToken)) return null;
  return REFUSAL_WORDS.noProof();
}

/** True for a loopback address and for a Unix socket: nothing leaves the machine. */
export function isOnThisMachine({ address }: CheckedTarget): boolean {
  const parsed = parseAddress(address);
  return parsed === null || isLoopback(parsed);
}
