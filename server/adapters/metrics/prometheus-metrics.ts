// Metrics in the Prometheus text format. Invariant: labels take values from fixed lists only, so no visitor can make
// the number of series grow.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics, StoreFigures } from '../../usecases/metrics.ts';

/** From a cached asset to a report of many pages. */
const DURATION_BUCKETS_SEC = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const LOOP_RESOLUTION_MS = 10;
const NS_PER_SEC = 1e9;
const LOOP_QUANTILES = [0.5, 0.99];
const MS_PER_SEC = 1_000;
const US_PER_SEC = 1e6;
const SUCCESS_BELOW = 400;
/** Routes whose answer is a document that somebody takes away. */
const EXPORT_ROUTES = new Set([
  'GET /evaluations/:id/report',
  'GET /shared/:token/report',
  'GET /runs/:id.json',
]);
const RUN_STATES = ['queued', 'parked', 'running', 'finished', 'refused', 'failed', 'interrupted'] as const;

/** @param readFigures asked at every scrape */
export function createPrometheusMetrics(readFigures: () => Promise<StoreFigures>, version: string): Metrics {
  const registry = new Registry();
  const requests = requestMetrics(registry);
  const loop = watchEventLoop(registry);
  const figures = storeGauges(registry);
  processGauges(registry, version);
  return {
    requestDone({ route, status, durationMs }) {
      requests.count.inc({ route, status });
      requests.duration.observe({ route }, durationMs / MS_PER_SEC);
      if (EXPORT_ROUTES.has(route) && status < SUCCESS_BELOW) requests.exports.inc({ route });
    },
    async render() {
      figures(await readFigures());
      loop.note();
      return { mediaType: registry.contentType, text: await registry.metrics() };
    },
    close: () => loop.close(),
  };
}

function requestMetrics(registry: Registry) {
  const registers = [registry];
  return {
    count: new Counter({
      name: 'mailfit_http_requests_total',
      help: 'Requests answered, by route and status.',
      labelNames: ['route', 'status'],
      registers,
    }),
    duration: new Histogram({
      name: 'mailfit_http_request_duration_seconds',
      help: 'From the arrival of a request to the end of its answer, by route.',
      labelNames: ['route'],
      buckets: DURATION_BUCKETS_SEC,
      registers,
    }),
    exports: new Counter({
      name: 'mailfit_exports_total',
      help: 'Reports and run documents handed out, by route.',
      labelNames: ['route'],
      registers,
    }),
  };
}

function watchEventLoop(registry: Registry) {
  const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  delay.enable();
  const gauge = new Gauge({
    name: 'mailfit_event_loop_delay_seconds',
    help: 'How late the event loop was since the last scrape, by quantile.',
    labelNames: ['quantile'],
    registers: [registry],
  });
  return {
    note() {
      for (const quantile of LOOP_QUANTILES) {
        gauge.set({ quantile }, delay.percentile(quantile * 100) / NS_PER_SEC);
      }
      delay.reset();
    },
    close: () => delay.disable(),
  };
}

function storeGauges(registry: Registry): (figures: StoreFigures) => void {
  const registers = [registry];
  const runs = new Gauge({
    name: 'mailfit_runs',
    help: 'Load runs in the database, by state.',
    labelNames: ['state'],
    registers,
  });
  const queue = new Gauge({
    name: 'mailfit_run_queue_length',
    help: 'Load runs that wait to start.',
    registers,
  });
  const size = new Gauge({ name: 'mailfit_database_bytes', help: 'Size of the database.', registers });
  return ({ runsByStatus, databaseBytes }) => {
    for (const state of RUN_STATES) runs.set({ state }, runsByStatus[state] ?? 0);
    queue.set(runsByStatus.queued ?? 0);
    size.set(databaseBytes);
  };
}

function processGauges(registry: Registry, version: string): void {
  const build = new Gauge({
    name: 'mailfit_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'node'],
    registers: [registry],
  });
  build.set({ version, node: process.version }, 1);
  const memory = new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process.',
    registers: [],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  const cpu = new Gauge({
    name: 'process_cpu_seconds',
    help: 'Processor time of the process since its start.',
    registers: [],
    collect() {
      const { user, system } = process.cpuUsage();
      this.set((user + system) / US_PER_SEC);
    },
  });
  registry.registerMetric(memory);
  registry.registerMetric(cpu);
}
