// Entry of a load thread: composes its mail, reports ready, waits for the common start, and runs one generator or holder.
// The thread may do that again for another run; nothing of the run before is left then but compiled code.

import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import type { Transport } from '../net/transport.ts';
import { Generator } from './generator.ts';
import { Holder } from './holder.ts';
import { MailQueue } from './mail-queue.ts';
import { messagePoolOf } from './mail-spec.ts';
import { makeTransport, sessionConfigs } from './make-transport.ts';
import type {
  HoldSummary,
  ThreadCommand,
  ThreadEvent,
  ThreadStart,
  ThreadSummary,
} from './thread-messages.ts';

const LOOP_DELAY_RESOLUTION_MS = 10;

/** What a thread does between `begin` and its end. */
interface Activity {
  begin(): void;
  stop(): void;
}

class LoadThread {
  private originMs = 0;
  private startCpu = process.threadCpuUsage();
  private startUtilization = performance.eventLoopUtilization();
  private readonly loopDelay = monitorEventLoopDelay({ resolution: LOOP_DELAY_RESOLUTION_MS });
  private readonly start: ThreadStart;
  private readonly transport: Transport;
  private readonly say: (event: ThreadEvent) => void;

  constructor(start: ThreadStart, say: (event: ThreadEvent) => void) {
    this.start = start;
    this.say = say;
    this.transport = makeTransport(start, () => (performance.now() - this.originMs) * 1000);
  }

  async prepare(): Promise<Activity> {
    const { start, transport } = this;
    const parts = {
      plan: start.plan,
      share: start.share,
      transport,
      sessionConfig: sessionConfigs(start),
      onTick: () => this.say({ kind: 'tick', second: transport.recorder.tick() }),
    };
    const { load } = start.plan;
    if (load.model === 'hold') {
      const holder: Holder = new Holder({
        ...parts,
        load,
        onDone: () => this.finish(null, holder.summary()),
      });
      return holder;
    }
    const mail = new MailQueue(
      await messagePoolOf(start),
      start.plan.session.dsn ?? null,
      start.isOutcomeLogged,
    );
    return new Generator({ ...parts, mail, onDone: () => this.finish(mail, null) });
  }

  begin(activity: Activity, epochMs: number): void {
    this.originMs = epochMs - performance.timeOrigin;
    this.beginWhenDue(activity);
  }

  // A timer may fire a little early; a message planned before the start would belong to no window.
  private beginWhenDue(activity: Activity): void {
    const waitMs = this.originMs - performance.now();
    if (waitMs > 0) {
      setTimeout(() => this.beginWhenDue(activity), Math.ceil(waitMs));
      return;
    }
    this.loopDelay.enable();
    this.startCpu = process.threadCpuUsage();
    this.startUtilization = performance.eventLoopUtilization();
    activity.begin();
  }

  private finish(mail: MailQueue | null, hold: HoldSummary | null): void {
    const { recorder } = this.transport;
    this.loopDelay.disable();
    this.say({ kind: 'tick', second: recorder.tick() });
    const cpu = process.threadCpuUsage(this.startCpu);
    const summary: ThreadSummary = {
      worker: this.start.worker,
      className: this.start.className,
      hold,
      counters: recorder.counters,
      phases: recorder.phases.map((histogram) => histogram.encode()),
      responseTime: recorder.responseTime.encode(),
      serviceTime: recorder.serviceTime.encode(),
      scheduleLag: recorder.scheduleLag.encode(),
      errors: recorder.errors.rows(),
      server: recorder.server(),
      refusedAtEnd: recorder.refusedInARow,
      lastEndUs: hold === null ? recorder.lastEndUs : this.transport.nowUs(),
      cpuSec: (cpu.user + cpu.system) / 1e6,
      loopDelayMs: this.loopDelays(),
      loopUtilization: performance.eventLoopUtilization(this.startUtilization).utilization,
      nextSequence: mail?.nextSequence ?? 0,
      outcomes: mail?.takeOutcomes() ?? new Uint8Array(0),
      recipientsAccepted: mail?.takeRecipients() ?? new Uint16Array(0),
      endedAtMs: mail?.takeEndTimes() ?? new Float64Array(0),
    };
    this.say({ kind: 'done', summary });
  }

  // The monitor reports the whole gap between two of its timers, and the gap was asked for.
  private loopDelays(): ThreadSummary['loopDelayMs'] {
    const delayMs = (gapNs: number): number => Math.max(0, gapNs / 1e6 - LOOP_DELAY_RESOLUTION_MS);
    return {
      p50: delayMs(this.loopDelay.percentile(50)),
      p99: delayMs(this.loopDelay.percentile(99)),
      max: delayMs(this.loopDelay.max),
    };
  }
}

/** The run that a thread has in hand. */
interface CurrentRun {
  readonly thread: LoadThread;
  readonly activity: Activity;
}

function main(): void {
  const port = parentPort;
  if (port === null) throw new Error('load-thread.ts is the entry of a worker thread');
  let current: CurrentRun | null = null;
  const say = (event: ThreadEvent): void => {
    if (event.kind === 'done') current = null;
    port.postMessage(event);
  };
  const prepare = async (start: ThreadStart): Promise<void> => {
    const thread = new LoadThread(start, say);
    current = { thread, activity: await thread.prepare() };
    say({ kind: 'ready' });
  };
  port.on('message', (command: ThreadCommand) => {
    if (command.kind === 'prepare') void prepare(command.start);
    else if (command.kind === 'begin') current?.thread.begin(current.activity, command.epochMs);
    // A stop may cross the end of the run on its way.
    else current?.activity.stop();
  });
}

main();
