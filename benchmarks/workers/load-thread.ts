// Entry of a load thread: composes its mail, reports ready, waits for the common start, and runs one generator.

import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { DEFAULT_MESSAGE_SPEC, composeMessages } from '../compose/compose-messages.ts';
import type { MessageSpec } from '../compose/compose-messages.ts';
import { RNG_STREAM } from '../load/make-source.ts';
import { DEFAULT_ENVELOPES, singleAddressPool } from '../mail/envelopes.ts';
import type { EnvelopeSpec } from '../mail/envelopes.ts';
import { parseSizes } from '../mail/message-size.ts';
import { createRng } from '../stats/rng.ts';
import { Generator, LOOP_DELAY_RESOLUTION_MS } from './generator.ts';
import { MailQueue } from './mail-queue.ts';
import { makeTransport, sessionConfigs } from './make-transport.ts';
import type { ThreadCommand, ThreadEvent, ThreadStart, ThreadSummary } from './thread-messages.ts';

export function messageSpecOf(start: ThreadStart): MessageSpec {
  const { mail } = start.plan;
  const sizes = parseSizes(mail.size);
  if (!sizes.ok) throw new RangeError(sizes.problem);
  return {
    ...DEFAULT_MESSAGE_SPEC,
    runId: start.runId,
    worker: start.share.index,
    sizes: sizes.sizes,
    language: mail.language,
    attachmentShare: mail.attachmentShare,
    htmlShare: mail.htmlShare,
    envelopes: envelopeSpecOf(start),
    dateMs: start.dateMs,
  };
}

function envelopeSpecOf(start: ThreadStart): EnvelopeSpec {
  const { mail } = start.plan;
  const recipients =
    mail.to === undefined
      ? {
          ...DEFAULT_ENVELOPES.recipients,
          domains: mail.recipientDomains ?? DEFAULT_ENVELOPES.recipients.domains,
        }
      : singleAddressPool(mail.to);
  return {
    senders: mail.from === undefined ? DEFAULT_ENVELOPES.senders : singleAddressPool(mail.from),
    recipients,
    recipientsPerMessage: mail.recipientsPerMessage,
  };
}

class LoadThread {
  private originMs = 0;
  private startCpu = process.threadCpuUsage();
  private startUtilization = performance.eventLoopUtilization();
  private readonly start: ThreadStart;
  private readonly say: (event: ThreadEvent) => void;

  constructor(start: ThreadStart, say: (event: ThreadEvent) => void) {
    this.start = start;
    this.say = say;
  }

  async prepare(): Promise<Generator> {
    const { start } = this;
    const rng = createRng(start.plan.seed, RNG_STREAM.mail + start.share.index);
    const pool = await composeMessages(messageSpecOf(start), rng);
    const transport = makeTransport(start, () => (performance.now() - this.originMs) * 1000);
    const mail = new MailQueue(pool, start.plan.session.dsn ?? null, start.isOutcomeLogged);
    const generator: Generator = new Generator({
      plan: start.plan,
      share: start.share,
      transport,
      mail,
      sessionConfig: sessionConfigs(start),
      onTick: () => this.say({ kind: 'tick', second: transport.recorder.tick() }),
      onDone: () => this.finish(generator, mail),
    });
    return generator;
  }

  begin(generator: Generator, epochMs: number): void {
    this.originMs = epochMs - performance.timeOrigin;
    this.beginWhenDue(generator);
  }

  // A timer may fire a little early; a message planned before the start would belong to no window.
  private beginWhenDue(generator: Generator): void {
    const waitMs = this.originMs - performance.now();
    if (waitMs > 0) {
      setTimeout(() => this.beginWhenDue(generator), Math.ceil(waitMs));
      return;
    }
    this.startCpu = process.threadCpuUsage();
    this.startUtilization = performance.eventLoopUtilization();
    generator.begin();
  }

  private finish(generator: Generator, mail: MailQueue): void {
    const { recorder, loopDelay } = generator;
    this.say({ kind: 'tick', second: recorder.tick() });
    const cpu = process.threadCpuUsage(this.startCpu);
    const summary: ThreadSummary = {
      counters: recorder.counters,
      phases: recorder.phases.map((histogram) => histogram.encode()),
      responseTime: recorder.responseTime.encode(),
      serviceTime: recorder.serviceTime.encode(),
      scheduleLag: recorder.scheduleLag.encode(),
      errors: recorder.errors.rows(),
      server: recorder.server(),
      lastEndUs: recorder.lastEndUs,
      cpuSec: (cpu.user + cpu.system) / 1e6,
      loopDelayMs: {
        p50: delayMs(loopDelay.percentile(50)),
        p99: delayMs(loopDelay.percentile(99)),
        max: delayMs(loopDelay.max),
      },
      loopUtilization: performance.eventLoopUtilization(this.startUtilization).utilization,
      nextSequence: mail.nextSequence,
      outcomes: mail.takeOutcomes(),
    };
    this.say({ kind: 'done', summary });
  }
}

// The monitor reports the whole gap between two of its timers, and the gap was asked for.
function delayMs(gapNs: number): number {
  return Math.max(0, gapNs / 1e6 - LOOP_DELAY_RESOLUTION_MS);
}

async function main(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('load-thread.ts is the entry of a worker thread');
  const thread = new LoadThread(workerData as ThreadStart, (event) => port.postMessage(event));
  const generator = await thread.prepare();
  port.on('message', (command: ThreadCommand) => {
    if (command.kind === 'begin') thread.begin(generator, command.epochMs);
    else generator.stop();
  });
  port.postMessage({ kind: 'ready' } satisfies ThreadEvent);
}

await main();
