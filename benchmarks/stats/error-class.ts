// What kind of failure a reply or a fault is. Codes by RFC 5321 §4.2.3 and RFC 3463; the words only decide where servers
// use one code for different things (greylisting and rate limits share 450 4.7.1).

import { PHASE } from '../protocol/phases.ts';
import { enhancedCodeOf, replyWords } from '../protocol/reply.ts';
import type { Failure } from '../protocol/session-state.ts';

export const ERROR_CLASSES = [
  'permanent',
  'transient',
  'throttle',
  'greylist',
  'policy',
  'capacity',
  'auth',
  'tls',
  'network',
  'timeout',
  'protocolViolation',
  'generatorFault',
] as const;

export type ErrorClass = (typeof ERROR_CLASSES)[number];

const AUTH_CODES = new Set([530, 534, 535, 538]);
const THROTTLE_CODES = new Set(['4.7.1', '4.7.28']);
/** Full, whatever the words: "quota exceeded" is no limit on how fast somebody sends. */
const FULL_CODES = new Set(['4.2.2', '4.3.1', '4.3.4']);
const NOT_ACCEPTING_CODE = '4.3.2';
const GREYLIST_WORDS = /gr[ae]y-?list|try again (?:later )?in \d+|come back (?:later|in)/i;
const THROTTLE_WORDS =
  /too many|too much|\brate|throttl|limit|exceeded|slow down|concurren|connections from your|too fast|quota of messages/i;
const CAPACITY_WORDS =
  /insufficient|no space|disk|overload|load average|too busy|busy|resources|queue is full|out of memory/i;

/** Postfix defers what its restrictions turn away with 4.7.1 as well, which others keep for limits. */
const POLICY_WORDS = /(?:host|command|address) rejected|access denied|not permitted|relaying denied/i;

export function classifyFailure(failure: Failure): ErrorClass {
  if (failure.cause !== 'reply') return failure.cause;
  const replyCode = failure.replyCode ?? 0;
  // 250 to DATA, or 354 to MAIL: no refusal, but nothing that one can go on with either.
  if (replyCode < 400 && failure.phase !== PHASE.auth) return 'protocolViolation';
  if (failure.phase === PHASE.starttls) return 'tls';
  if (failure.phase === PHASE.auth || AUTH_CODES.has(replyCode)) return 'auth';
  return replyCode >= 500 ? classifyPermanent(failure.text) : classifyTransient(replyCode, failure.text);
}

function classifyPermanent(text: string): ErrorClass {
  const enhancedCode = enhancedCodeOf(text) ?? '';
  if (enhancedCode === '5.7.8' || enhancedCode === '5.7.9') return 'auth';
  if (enhancedCode.startsWith('5.7.')) return 'policy';
  return 'permanent';
}

function classifyTransient(replyCode: number, text: string): ErrorClass {
  const enhancedCode = enhancedCodeOf(text) ?? '';
  const words = replyWords(text);
  if (GREYLIST_WORDS.test(words)) return 'greylist';
  if (FULL_CODES.has(enhancedCode)) return 'capacity';
  return classifyByWords(words) ?? classifyByCode(replyCode, enhancedCode, words);
}

function classifyByWords(words: string): ErrorClass | null {
  if (THROTTLE_WORDS.test(words)) return 'throttle';
  return POLICY_WORDS.test(words) ? 'policy' : null;
}

function classifyByCode(replyCode: number, enhancedCode: string, words: string): ErrorClass {
  if (THROTTLE_CODES.has(enhancedCode)) return 'throttle';
  if (enhancedCode.startsWith('4.7.')) return 'policy';
  if (replyCode === 452 || enhancedCode === NOT_ACCEPTING_CODE || CAPACITY_WORDS.test(words))
    return 'capacity';
  return 'transient';
}
