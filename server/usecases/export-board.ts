// Documents on order: each waits its turn, is made, and can be fetched for a while; whoever ordered it sees how far it
// is and can take the order back. Only a few are made at a time, so that many orders at once never crowd out the pages.
// Invariant: a document that was made stays available when sending it fails.

import { MailfitError } from '../errors.ts';
import type { ReportFile } from './build-report.ts';
import type { Clock, IdSource, Logger } from './ports.ts';

/** In the order in which they are passed; `sending` only where the document was to be sent. */
export const EXPORT_STEPS = ['computing', 'composing', 'rendering', 'sending'] as const;
export type ExportStep = (typeof EXPORT_STEPS)[number];

export type ExportStatus =
  | { readonly kind: 'waiting'; readonly ahead: number }
  | { readonly kind: 'making'; readonly step: ExportStep }
  /** `sent` is what the mail server answered; null where nothing was to be sent. */
  | { readonly kind: 'ready'; readonly file: ReportFile; readonly sent: string | null }
  /** The file is there when only sending it failed. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly file: ReportFile | null }
  | { readonly kind: 'cancelled' };

export interface ExportOrder<Wanted> {
  readonly evaluationId: string;
  readonly wanted: Wanted;
  make(progress: ExportProgress): Promise<ReportFile>;
  /** What the server answered; null where the document is only to be fetched. */
  readonly send: ((file: ReportFile) => Promise<string>) | null;
}

export interface ExportProgress {
  readonly signal: AbortSignal;
  onStep(step: ExportStep): void;
}

export interface ExportJob<Wanted> {
  readonly id: string;
  readonly evaluationId: string;
  readonly wanted: Wanted;
  readonly isToBeSent: boolean;
  readonly orderedAt: string;
  readonly status: ExportStatus;
}

export interface ExportBoard<Wanted> {
  /** Null while too many are waiting. */
  order(order: ExportOrder<Wanted>): ExportJob<Wanted> | null;
  get(id: string): ExportJob<Wanted> | null;
  /** Latest first. */
  listFor(evaluationId: string): readonly ExportJob<Wanted>[];
  /** False when it was over already. */
  cancel(id: string): boolean;
  /** Cancels everything; resolves when nothing is under way any more. */
  close(): Promise<void>;
}

const WAITING_MAX = 40;
const KEPT_MAX = 30;
const KEPT_MS = 60 * 60 * 1_000;

interface Entry<Wanted> {
  readonly id: string;
  readonly order: ExportOrder<Wanted>;
  readonly orderedAt: Date;
  readonly stop: AbortController;
  status: Exclude<ExportStatus, { readonly kind: 'waiting' }> | { readonly kind: 'waiting' };
}

interface BoardDeps {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  /** Documents that are made at the same time. */
  readonly atOnceMax: number;
}

export function createExportBoard<Wanted>(deps: BoardDeps): ExportBoard<Wanted> {
  const entries = new Map<string, Entry<Wanted>>();
  const underWay = new Set<Promise<void>>();

  const startWorking = (): void => {
    if (underWay.size >= deps.atOnceMax) return;
    const working = workThrough(entries, deps.logger).finally(() => underWay.delete(working));
    underWay.add(working);
  };
  return {
    order(order) {
      const now = deps.clock.now();
      forgetOld(entries, now);
      if (waitingIn(entries).length >= WAITING_MAX) return null;
      const entry = newEntry(deps.ids.newId(), order, now);
      entries.set(entry.id, entry);
      startWorking();
      return jobOf(entry, entries);
    },
    get(id) {
      const entry = entries.get(id);
      return entry === undefined ? null : jobOf(entry, entries);
    },
    listFor: (evaluationId) =>
      [...entries.values()]
        .filter(({ order }) => order.evaluationId === evaluationId)
        .map((entry) => jobOf(entry, entries))
        .toReversed(),
    cancel(id) {
      const entry = entries.get(id);
      return entry !== undefined && cancelEntry(entry);
    },
    async close() {
      for (const entry of entries.values()) cancelEntry(entry);
      await Promise.all(underWay);
    },
  };
}

function newEntry<Wanted>(id: string, order: ExportOrder<Wanted>, orderedAt: Date): Entry<Wanted> {
  return { id, order, orderedAt, stop: new AbortController(), status: { kind: 'waiting' } };
}

function cancelEntry<Wanted>(entry: Entry<Wanted>): boolean {
  if (entry.status.kind !== 'waiting' && entry.status.kind !== 'making') return false;
  entry.status = { kind: 'cancelled' };
  entry.stop.abort(new Error('The order was taken back'));
  return true;
}

async function workThrough<Wanted>(
  entries: ReadonlyMap<string, Entry<Wanted>>,
  logger: Logger,
): Promise<void> {
  for (let next = firstWaiting(entries); next !== undefined; next = firstWaiting(entries)) {
    await fulfil(next, logger);
  }
}

async function fulfil<Wanted>(entry: Entry<Wanted>, logger: Logger): Promise<void> {
  const { order, stop } = entry;
  const settle = (status: Entry<Wanted>['status']): void => {
    if (entry.status.kind !== 'cancelled') entry.status = status;
  };
  let file: ReportFile | null = null;
  settle({ kind: 'making', step: 'computing' });
  try {
    file = await order.make({
      signal: stop.signal,
      onStep: (step) => settle({ kind: 'making', step }),
    });
    stop.signal.throwIfAborted();
    if (order.send !== null) settle({ kind: 'making', step: 'sending' });
    const sent = order.send === null ? null : await order.send(file);
    settle({ kind: 'ready', file, sent });
  } catch (error) {
    if (!stop.signal.aborted && !(error instanceof MailfitError)) {
      logger.error({ err: error, exportId: entry.id }, 'a document could not be made');
    }
    settle({ kind: 'failed', error, file });
  }
}

function waitingIn<Wanted>(entries: ReadonlyMap<string, Entry<Wanted>>): Entry<Wanted>[] {
  return [...entries.values()].filter((entry) => entry.status.kind === 'waiting');
}

function firstWaiting<Wanted>(entries: ReadonlyMap<string, Entry<Wanted>>): Entry<Wanted> | undefined {
  return waitingIn(entries)[0];
}

function jobOf<Wanted>(entry: Entry<Wanted>, entries: ReadonlyMap<string, Entry<Wanted>>): ExportJob<Wanted> {
  const { status } = entry;
  const making = [...entries.values()].filter((other) => other.status.kind === 'making');
  return {
    id: entry.id,
    evaluationId: entry.order.evaluationId,
    wanted: entry.order.wanted,
    isToBeSent: entry.order.send !== null,
    orderedAt: entry.orderedAt.toISOString(),
    status:
      status.kind === 'waiting'
        ? { kind: 'waiting', ahead: waitingIn(entries).indexOf(entry) + making.length }
        : status,
  };
}

// Files are large and can be made again: the oldest finished ones go first.
function forgetOld<Wanted>(entries: Map<string, Entry<Wanted>>, now: Date): void {
  const over = [...entries.values()].filter(
    ({ status }) => status.kind !== 'waiting' && status.kind !== 'making',
  );
  const tooMany = over.length - KEPT_MAX;
  for (const [index, entry] of over.entries()) {
    const isOld = now.getTime() - entry.orderedAt.getTime() > KEPT_MS;
    if (isOld || index < tooMany) entries.delete(entry.id);
  }
}
