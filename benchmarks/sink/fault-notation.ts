// Faults as a person writes them on a command line: KIND:PHASE:VALUE:WHEN, for example `stall:finalDot:1400ms:once`.

import type { ContentFault, Fault, FaultPhase, PhaseFault } from './faults.ts';
import { FAULT_PHASES } from './faults.ts';

export type ParsedFault =
  { readonly ok: true; readonly fault: Fault } | { readonly ok: false; readonly problem: string };

const CONTENT_KINDS: readonly string[] = ['lose', 'duplicate', 'corrupt'];

interface When {
  readonly share: number;
  readonly times: number;
  readonly skip: number;
}

const ALWAYS: When = { share: 1, times: Infinity, skip: 0 };

/**
 * `stall:PHASE:MS[:WHEN]`, `freeze:PHASE:MS[:WHEN]` (whole server), `reply:PHASE:TEXT[:WHEN]`, `drop:PHASE[:WHEN]`,
 * `reset:PHASE[:WHEN]`, `lose:WHEN`, `duplicate:WHEN`, `corrupt:WHEN`. WHEN is `always`, `once`, `3x`, a share such as
 * `0.01` or `1%`, or `after100` (once, after 100 occasions).
 */
export function parseFault(text: string): ParsedFault {
  const [kind = '', ...rest] = text.split(':');
  if (CONTENT_KINDS.includes(kind)) return contentFault(kind as ContentFault['kind'], rest);
  const phase = FAULT_PHASES.find((name) => name.toLowerCase() === (rest[0] ?? '').trim().toLowerCase());
  if (phase === undefined) {
    return wrong(text, `needs KIND:PHASE with PHASE one of ${FAULT_PHASES.join(', ')}`);
  }
  switch (kind) {
    case 'stall':
    case 'freeze':
      return stallFault(text, phase, rest.slice(1), kind === 'freeze' ? 'server' : 'session');
    case 'reply':
      return replyFault(text, phase, rest.slice(1));
    case 'drop':
    case 'reset':
      return withWhen(text, rest[1], (when) => ({ ...when, kind: 'drop', phase, isReset: kind === 'reset' }));
    default:
      return wrong(text, 'is not stall, freeze, reply, drop, reset, lose, duplicate or corrupt');
  }
}

function contentFault(kind: ContentFault['kind'], rest: readonly string[]): ParsedFault {
  return withWhen(`${kind}:${rest.join(':')}`, rest[0], (when) => ({ ...when, kind }));
}

function stallFault(
  text: string,
  phase: FaultPhase,
  rest: readonly string[],
  scope: 'session' | 'server',
): ParsedFault {
  const delayMs = /^(\d+)(?:ms)?$/.exec((rest[0] ?? '').trim())?.[1];
  if (delayMs === undefined) return wrong(text, 'needs a delay in milliseconds, for example 1400ms');
  return withWhen(text, rest[1], (when) => ({
    ...when,
    kind: 'stall',
    phase,
    delayMs: Number(delayMs),
    scope,
  }));
}

// Reply texts hold colons now and then, so only a last piece that reads as WHEN is taken for one.
function replyFault(text: string, phase: FaultPhase, rest: readonly string[]): ParsedFault {
  const last = rest.at(-1) ?? '';
  const when = rest.length > 1 ? parseWhen(last) : null;
  const reply = (when === null ? rest : rest.slice(0, -1)).join(':').trim();
  if (!/^[2345]\d\d( [ -~]*)?$/.test(reply))
    return wrong(text, 'needs a reply such as "450 4.7.1 Greylisted"');
  const fault: PhaseFault = { ...(when ?? ALWAYS), kind: 'reply', phase, text: reply };
  return { ok: true, fault };
}

function withWhen(text: string, whenText: string | undefined, build: (when: When) => Fault): ParsedFault {
  const when = whenText === undefined ? ALWAYS : parseWhen(whenText);
  if (when === null)
    return wrong(text, `has "${whenText ?? ''}" where always, once, 3x, after100 or a share (1%) belongs`);
  return { ok: true, fault: build(when) };
}

function parseWhen(given: string): When | null {
  const text = given.trim();
  if (text === 'always') return ALWAYS;
  if (text === 'once') return { ...ALWAYS, times: 1 };
  const [, times, skip] = /^(?:(\d+)x|after(\d+))$/.exec(text) ?? [];
  if (times !== undefined) return { ...ALWAYS, times: Number(times) };
  if (skip !== undefined) return { ...ALWAYS, times: 1, skip: Number(skip) };
  const share = parseShare(text);
  return share === null ? null : { ...ALWAYS, share };
}

function parseShare(text: string): number | null {
  const [, number, percent] = /^(\d*\.?\d+)(%?)$/.exec(text) ?? [];
  if (number === undefined) return null;
  const share = Number(number) / (percent === '%' ? 100 : 1);
  return share <= 1 ? share : null;
}

function wrong(text: string, reason: string): ParsedFault {
  return { ok: false, problem: `fault "${text}" ${reason}` };
}
