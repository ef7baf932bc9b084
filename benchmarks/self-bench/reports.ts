// How long a report takes in each format: `node benchmarks/self-bench/reports.ts [--write]`.
// The report is of the shipped catalogue (all options and criteria) and a sample organisation, so its size is real.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parse } from 'yaml';
import { createDocumentProcesses } from '../../server/adapters/documents/document-processes.ts';
import { compose } from '../../server/compose.ts';
import { resolveConfig } from '../../server/config.ts';
import { buildReport, REPORT_FORMATS } from '../../server/usecases/build-report.ts';
import { recommendFor } from '../../server/usecases/recommend.ts';

const REPETITIONS = 3;
const SAMPLE = 'docs/examples/answers-university.yaml';

interface FormatTiming {
  readonly format: string;
  readonly wallMs: number;
  readonly bytes: number;
}

async function inputOf(): Promise<Parameters<typeof buildReport>[0]> {
  const resolved = resolveConfig({ MAILFIT_LOG_LEVEL: 'silent' });
  if (!resolved.ok) throw new Error(resolved.problems.join('\n'));
  const app = compose(resolved.config);
  const loaded = await app.catalogue.load();
  if (!loaded.ok) throw new Error('The shipped catalogue does not load');
  const outcome = recommendFor(
    { reference: app.referenceData(), catalogue: loaded.catalogue },
    { answers: parse(readFileSync(SAMPLE, 'utf8')), runs: [], seed: 1, samples: 10_000, today: '2026-11-23' },
  );
  await app.close();
  if (!outcome.ok) throw new Error('The sample answers are refused');
  return { recommendation: outcome.value, runs: [] };
}

async function timingsOf(input: Parameters<typeof buildReport>[0]): Promise<FormatTiming[]> {
  const documents = createDocumentProcesses({ processesMax: 1 });
  const timings: FormatTiming[] = [];
  for (const format of REPORT_FORMATS) {
    const wallTimesMs: number[] = [];
    let bytes = 0;
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const startedAt = performance.now();
      bytes = (await buildReport(input, format, 'ja', { documents })).bytes.length;
      wallTimesMs.push(performance.now() - startedAt);
    }
    timings.push({ format, wallMs: Math.round(Math.min(...wallTimesMs)), bytes });
  }
  await documents.close();
  return timings;
}

const input = await inputOf();
const { options, criteria } = input.recommendation;
const result = {
  options: options.length,
  criteria: criteria.length,
  cpu: cpus()[0]?.model ?? '',
  node: process.version,
  peakRssMiB: 0,
  timings: await timingsOf(input),
};
result.peakRssMiB = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
if (process.argv.includes('--write')) {
  mkdirSync('benchmarks/self-bench/results', { recursive: true });
  writeFileSync('benchmarks/self-bench/results/reports.json', `${JSON.stringify(result, null, 2)}\n`);
}
