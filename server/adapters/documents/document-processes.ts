// DocumentRenderer on processes of their own: a few at a time, the rest wait their turn, so that exports never crowd
// out requests. A process can be ended in the middle of typesetting, and a fault of the typesetter's native code or a
// document too large for memory ends that process alone.

import type { ChildProcess } from 'node:child_process';
import type {
  DocumentFormatId,
  DocumentRenderer,
  Making,
  ReportFormatId,
} from '../../usecases/document-renderer.ts';
import type { Report } from '../../reports/report.generated.ts';
import type { ComposingJob, ComputingJob, Done, TypesettingJob } from './document-messages.ts';
import { ended, inLowPriorityProcess } from './low-priority-process.ts';
import type { Work } from './low-priority-process.ts';
import { turnstile } from './turnstile.ts';
import { typesettingJob } from './typst-input.ts';

/** What one document took, for logs and benchmarks. */
export interface DocumentUsage {
  readonly format: ReportFormatId;
  readonly bytes: number;
  /** Peak resident set of the process that made it, as the operating system counted it. */
  readonly peakRssBytes: number;
}

export interface DocumentProcessOptions {
  /** Processes at the same time. */
  readonly processesMax: number;
  readonly onMade?: (usage: DocumentUsage) => void;
}

const MAKING_MS_MAX = 120_000;

/** Does one piece of work in a process that ends, and answers what came of it if it is of that kind. */
type Run = <Kind extends Done['kind']>(
  work: Work,
  ...kinds: Kind[]
) => Promise<Extract<Done, { readonly kind: Kind }>>;

export function createDocumentProcesses(options: DocumentProcessOptions): DocumentRenderer {
  const places = turnstile(options.processesMax);
  const children = new Set<ChildProcess>();
  const inTurn = async <Made>(make: (run: Run) => Promise<Made>, signal?: AbortSignal): Promise<Made> => {
    await places.enter(signal);
    try {
      signal?.throwIfAborted();
      const limit = AbortSignal.timeout(MAKING_MS_MAX);
      const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      return await make(runIn(children, stop));
    } finally {
      places.leave();
    }
  };
  const noted = (format: ReportFormatId, bytes: Uint8Array, peakRssBytes: number): Uint8Array => {
    options.onMade?.({ format, bytes: bytes.length, peakRssBytes });
    return bytes;
  };
  return {
    compute: (inputs, basis) =>
      inTurn(async (run) => (await run(computing({ inputs, basis }), 'computed')).recommendation),
    compose: (source, format, making) =>
      inTurn(async (run) => {
        const { peakRssBytes, file } = await composed(run, { source, format }, making);
        noted(format, file.bytes, peakRssBytes);
        return file;
      }, making.signal),
    render: (report, format, signal) =>
      inTurn(async (run) => {
        const { bytes, peakRssBytes } = await run(rendering(report, format), 'made');
        return noted(format, bytes, peakRssBytes);
      }, signal),
    async close() {
      await Promise.all([...children].map(ended));
    },
  };
}

// Composing has ended before typesetting starts, so that one document never holds the memory of both.
async function composed(
  run: Run,
  job: ComposingJob,
  making: Making,
): Promise<Omit<Extract<Done, { readonly kind: 'composed' }>, 'kind'>> {
  const done = await run(composing(job), 'composed', 'toTypeset');
  if (done.kind === 'composed') return done;
  making.onTypesetting();
  const { bytes, peakRssBytes } = await run(typesetting(done.job), 'made');
  return { file: { bytes, ...done.words }, peakRssBytes };
}

function runIn(children: Set<ChildProcess>, signal: AbortSignal): Run {
  return async <Kind extends Done['kind']>(work: Work, ...kinds: Kind[]) => {
    const done = await inLowPriorityProcess(work, children, signal);
    if (!isOfKind(done, kinds)) throw new Error(`${work.script} answered “${done.kind}”`);
    return done;
  };
}

function isOfKind<Kind extends Done['kind']>(
  done: Done,
  kinds: readonly Kind[],
): done is Extract<Done, { readonly kind: Kind }> {
  return kinds.some((kind) => kind === done.kind);
}

function computing(job: ComputingJob): Work {
  return { script: 'compute-process.ts', job };
}

function composing(job: ComposingJob): Work {
  return { script: 'compose-process.ts', job };
}

function typesetting(job: TypesettingJob): Work {
  return { script: 'typeset-process.js', job };
}

function rendering(report: Report, format: DocumentFormatId): Work {
  return format === 'pdf'
    ? typesetting(typesettingJob(report))
    : { script: 'workbook-process.ts', job: { reportJson: JSON.stringify(report) } };
}
