// A finished run in the Prometheus text exposition format 0.0.4, for the textfile collector or a push gateway.
// Base units as its naming rules want them: seconds and bytes.

import type { Latency, RunResult } from '../schema/run.generated.ts';
import { escapeLabel } from './escape.ts';

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly suffix?: string;
  readonly labels?: Labels;
  readonly value: number;
}

interface Family {
  readonly name: string;
  readonly kind: 'gauge' | 'summary';
  readonly help: string;
  readonly samples: readonly Sample[];
}

const QUANTILES = [
  ['0.5', 'p50Us'],
  ['0.9', 'p90Us'],
  ['0.95', 'p95Us'],
  ['0.99', 'p99Us'],
  ['0.999', 'p999Us'],
] as const;

export function runPrometheus(result: RunResult): string {
  const target = { target: result.target };
  return familiesOf(result)
    .flatMap((family) => [
      `# HELP ${family.name} ${family.help}`,
      `# TYPE ${family.name} ${family.kind}`,
      ...family.samples.map(
        ({ suffix = '', labels, value }) =>
          `${family.name}${suffix}${labelText({ ...target, ...labels })} ${value}`,
      ),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function familiesOf(result: RunResult): Family[] {
  return [...outcomeFamilies(result), ...latencyFamilies(result), ...healthFamilies(result)];
}

function outcomeFamilies(result: RunResult): Family[] {
  const { messages, connections, ledger, hold } = result;
  return [
    gauge('mailfit_accepted_per_second', 'Messages accepted per second.', [
      { value: result.achievedRatePerSec },
    ]),
    gauge('mailfit_messages', 'Messages by outcome.', labelled('outcome', messages)),
    gauge('mailfit_connections', 'Connections by what became of them.', labelled('state', connections)),
    ...(hold === undefined ? [] : holdFamilies(hold)),
    gauge('mailfit_errors', 'Errors by phase, reply code and class.', errorSamples(result)),
    ...(ledger.checked
      ? [gauge('mailfit_ledger', 'Messages by how they arrived.', ledgerSamples(ledger))]
      : []),
  ];
}

function holdFamilies(hold: NonNullable<RunResult['hold']>): Family[] {
  const { requested, admitted, refused, lost, heldAtEnd } = hold;
  const help = 'From the start of a connection to the stage at which it is held.';
  return [
    gauge(
      'mailfit_held_connections',
      'Connections that were to be held.',
      labelled('state', { requested, admitted, refused, lost, heldAtEnd }),
    ),
    { name: 'mailfit_admission_seconds', kind: 'summary', help, samples: summarySamples(hold.admission, {}) },
  ];
}

function latencyFamilies(result: RunResult): Family[] {
  return [
    {
      name: 'mailfit_phase_seconds',
      kind: 'summary',
      help: 'Service time of each phase of a session.',
      samples: Object.entries(result.phases)
        .filter(([, latency]) => latency.count > 0)
        .flatMap(([phase, latency]) => summarySamples(latency, { phase })),
    },
    {
      name: 'mailfit_response_seconds',
      kind: 'summary',
      help: 'From the planned start of a message to the reply after its final dot.',
      samples: summarySamples(result.transaction.responseTime, {}),
    },
    ...deliveryFamily(result.ledger),
  ];
}

function deliveryFamily({ deliveryLatency }: RunResult['ledger']): Family[] {
  if (deliveryLatency === undefined || deliveryLatency.count === 0) return [];
  const help = 'From the acknowledgement of a message to its arrival at the far end.';
  return [
    { name: 'mailfit_delivery_seconds', kind: 'summary', help, samples: summarySamples(deliveryLatency, {}) },
  ];
}

/** Whether the figures can be believed. */
function healthFamilies({ verdict, generator, thresholds }: RunResult): Family[] {
  return [
    gauge('mailfit_run_valid', '1 when the figures describe the target.', [
      { value: verdict === 'valid' ? 1 : 0 },
    ]),
    gauge('mailfit_generator_cpu_seconds', 'Processor time of the load generator.', [
      { value: generator.cpuSec },
    ]),
    gauge('mailfit_generator_peak_rss_bytes', 'Peak memory of the load generator.', [
      { value: generator.peakRssBytes },
    ]),
    gauge(
      'mailfit_threshold_passed',
      '1 when the pass criterion was met.',
      thresholds.map(({ expression, passed }) => ({ labels: { expression }, value: passed ? 1 : 0 })),
    ),
  ];
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, kind: 'gauge', help, samples };
}

function labelled(label: string, counts: object): Sample[] {
  return Object.entries(counts).map(([name, value]) => ({ labels: { [label]: name }, value: Number(value) }));
}

function ledgerSamples(ledger: RunResult['ledger']): Sample[] {
  const { lost, duplicated, corrupted, exactlyOnce = 0 } = ledger;
  return labelled('fate', { exactlyOnce, lost, duplicated, corrupted });
}

function errorSamples(result: RunResult): Sample[] {
  const sums = new Map<string, { labels: Labels; value: number }>();
  for (const { phase, replyCode, enhancedCode, class: kind, count } of result.errors) {
    const labels = { phase, code: String(replyCode ?? ''), enhanced: enhancedCode ?? '', class: kind };
    const key = JSON.stringify(labels);
    sums.set(key, { labels, value: (sums.get(key)?.value ?? 0) + count });
  }
  return [...sums.values()];
}

function summarySamples(latency: Latency, labels: Labels): Sample[] {
  return [
    ...QUANTILES.map(([quantile, field]) => ({
      labels: { ...labels, quantile },
      value: latency[field] / 1e6,
    })),
    { suffix: '_sum', labels, value: (latency.meanUs * latency.count) / 1e6 },
    { suffix: '_count', labels, value: latency.count },
  ];
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return `{${pairs.join(',')}}`;
}
