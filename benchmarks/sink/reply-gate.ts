// The way out of a session: collects replies for one write, and carries out what the fault script wants.
// Invariant: while a reply is held back nothing after it is said, and no more input is taken.

import type { FaultPhase, FaultScript, FaultVerdict } from './faults.ts';

export interface ReceiverHost {
  write(text: string): void;
  /** Sends what is written and closes. */
  close(): void;
  reset(): void;
  /** Called after the reply to STARTTLS has been written. */
  startTls(): void;
  /** Stops reading, and calls back later. */
  wait(delayMs: number, resume: () => void): void;
  nowMs(): number;
}

type Afterwards = 'goOn' | 'close' | 'startTls';
/** `normal`: the reply the receiver wanted goes out. `refused`: another one does. `silent`: none does. */
export type Course = 'normal' | 'refused' | 'silent';

export class ReplyGate {
  readonly #host: ReceiverHost;
  readonly #script: FaultScript | null;
  readonly #onResume: () => void;
  #state: 'open' | 'waiting' | 'closed' = 'open';
  readonly #waiting: (() => void)[] = [];
  #out = '';

  constructor(host: ReceiverHost, script: FaultScript | null, onResume: () => void) {
    this.#host = host;
    this.#script = script;
    this.#onResume = onResume;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get isClosed(): boolean {
    return this.#state === 'closed';
  }

  /** Says it as it stands: replies no script has a hand in. */
  say(text: string): void {
    this.#out += text;
  }

  /** Says it unless the script wants otherwise. */
  respond(phase: FaultPhase, text: string, afterwards: Afterwards = 'goOn'): Course {
    const verdict = this.#script === null ? null : this.#script.decide(phase, this.#host.nowMs());
    if (verdict === null) {
      this.#out += text;
      if (afterwards !== 'goOn') this.#conclude(afterwards);
      return 'normal';
    }
    const course = courseOf(verdict);
    const ending = course === 'normal' ? afterwards : 'goOn';
    this.#carryOut(verdict, text, verdict.end === 'close' ? 'close' : ending);
    return course;
  }

  /** A fault while content comes in. There is no normal reply at this point, and any reply ends the session. */
  interruptBody(): void {
    const verdict = this.#script?.decide('body', this.#host.nowMs()) ?? null;
    if (verdict === null) return;
    this.#carryOut(verdict, '', courseOf(verdict) === 'normal' ? 'goOn' : 'close');
  }

  /** The TLS handshake is done. */
  reopen(): void {
    this.#state = 'open';
  }

  finish(text: string): void {
    this.#out += text;
    this.#conclude('close');
  }

  flush(): void {
    if (this.#out === '') return;
    const text = this.#out;
    this.#out = '';
    this.#host.write(text);
  }

  #carryOut(verdict: FaultVerdict, text: string, ending: Afterwards): void {
    this.#after(verdict.delayMs, () => {
      if (verdict.end === 'reset') {
        this.#state = 'closed';
        this.#host.reset();
        return;
      }
      this.#out += verdict.isSilent ? '' : (verdict.replyText ?? text);
      this.#conclude(ending);
    });
  }

  #conclude(how: Afterwards): void {
    if (how === 'goOn') return;
    this.flush();
    // Nothing that came in clear behind STARTTLS may count as said under TLS, so input stops here.
    this.#state = how === 'startTls' ? 'waiting' : 'closed';
    if (how === 'startTls') return this.#host.startTls();
    this.#host.close();
  }

  #after(delayMs: number, act: () => void): void {
    if (this.#state === 'waiting') {
      this.#waiting.push(() => this.#after(delayMs, act));
      return;
    }
    if (delayMs === 0) return act();
    this.flush();
    this.#state = 'waiting';
    this.#host.wait(delayMs, () => {
      this.#state = 'open';
      act();
      for (const next of this.#waiting.splice(0)) next();
      if (this.isOpen) this.#onResume();
      else this.flush();
    });
  }
}

function courseOf(verdict: FaultVerdict): Course {
  if (verdict.isSilent) return 'silent';
  return verdict.replyText === null ? 'normal' : 'refused';
}
