// What a scripted sink does wrong, and how often. The generator is seeded, and every fault that was carried out is
// counted: a harness is proved by comparing its findings with this count.

import type { Rng } from '../stats/rng.ts';
import { nextUnit } from '../stats/rng.ts';

/** Moments of a session at which a fault can strike; `body` is while the content comes in, `finalDot` after it. */
export const FAULT_PHASES = [
  'connect',
  'ehlo',
  'starttls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'body',
  'finalDot',
  'rset',
  'quit',
] as const;
export type FaultPhase = (typeof FAULT_PHASES)[number];

interface When {
  /** Chance per occasion, 0 … 1. */
  readonly share: number;
  /** After so many times it never strikes again. */
  readonly times: number;
  /** The first so many occasions are left alone. */
  readonly skip: number;
}

export type PhaseFault = When & { readonly phase: FaultPhase } & (
    | {
        readonly kind: 'stall';
        readonly delayMs: number;
        /** `server`: every session stands still until the stall is over, as with a stopped process. */
        readonly scope: 'session' | 'server';
      }
    /** A reply in place of the normal one; the session goes on unless the code is 421. */
    | { readonly kind: 'reply'; readonly text: string }
    /** Closes the connection; at `finalDot` the message has been taken already and only the answer is missing. */
    | { readonly kind: 'drop'; readonly isReset: boolean }
  );

/** The sink answers 250 and then does this to the message. */
export interface ContentFault extends When {
  readonly kind: 'lose' | 'duplicate' | 'corrupt';
}

export type Fault = PhaseFault | ContentFault;

export interface InjectedCounts {
  stalls: number;
  replies: number;
  drops: number;
  lost: number;
  duplicated: number;
  corrupted: number;
}

export interface FaultVerdict {
  readonly delayMs: number;
  readonly replyText: string | null;
  readonly end: 'keep' | 'close' | 'reset';
  /** True when the connection ends without the answer. */
  readonly isSilent: boolean;
}

function isPhaseFault(fault: Fault): fault is PhaseFault {
  return 'phase' in fault;
}

const CONTENT_COUNTER = { lose: 'lost', duplicate: 'duplicated', corrupt: 'corrupted' } as const;

/** Draws the faults of one sink; all its sessions share one script, so that "once" means once. */
export class FaultScript {
  readonly injected: InjectedCounts = {
    stalls: 0,
    replies: 0,
    drops: 0,
    lost: 0,
    duplicated: 0,
    corrupted: 0,
  };
  readonly #phaseFaults: readonly PhaseFault[];
  readonly #contentFaults: readonly ContentFault[];
  readonly #rng: Rng;
  readonly #occasions = new Map<Fault, number>();
  readonly #struck = new Map<Fault, number>();
  #standsStillUntilMs = 0;

  constructor(faults: readonly Fault[], rng: Rng) {
    this.#phaseFaults = faults.filter(isPhaseFault);
    this.#contentFaults = faults.filter((fault) => !isPhaseFault(fault));
    this.#rng = rng;
  }

  /** What happens to the session at this moment; null when nothing does. */
  decide(phase: FaultPhase, nowMs: number): FaultVerdict | null {
    let delayMs = Math.max(0, this.#standsStillUntilMs - nowMs);
    for (const fault of this.#phaseFaults) {
      if (fault.phase !== phase || !this.#strikes(fault)) continue;
      if (fault.kind !== 'stall') return this.#endingVerdict(fault, delayMs);
      this.injected.stalls += 1;
      delayMs += fault.delayMs;
      if (fault.scope === 'server') this.#standsStillUntilMs = nowMs + delayMs;
    }
    return delayMs === 0 ? null : { delayMs, replyText: null, end: 'keep', isSilent: false };
  }

  /** What becomes of a message that was answered with 250. */
  decideContent(): ContentFault['kind'] | 'keep' {
    for (const fault of this.#contentFaults) {
      if (!this.#strikes(fault)) continue;
      this.injected[CONTENT_COUNTER[fault.kind]] += 1;
      return fault.kind;
    }
    return 'keep';
  }

  #endingVerdict(fault: Exclude<PhaseFault, { readonly kind: 'stall' }>, delayMs: number): FaultVerdict {
    if (fault.kind === 'drop') {
      this.injected.drops += 1;
      return { delayMs, replyText: null, end: fault.isReset ? 'reset' : 'close', isSilent: true };
    }
    this.injected.replies += 1;
    const end = fault.text.startsWith('421') ? 'close' : 'keep';
    return { delayMs, replyText: `${fault.text}\r\n`, end, isSilent: false };
  }

  #strikes(fault: Fault): boolean {
    const occasion = (this.#occasions.get(fault) ?? 0) + 1;
    this.#occasions.set(fault, occasion);
    const struck = this.#struck.get(fault) ?? 0;
    if (occasion <= fault.skip || struck >= fault.times) return false;
    if (fault.share < 1 && nextUnit(this.#rng) >= fault.share) return false;
    this.#struck.set(fault, struck + 1);
    return true;
  }
}
