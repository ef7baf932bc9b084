// How long a catalogue of N profiles takes to load: `node benchmarks/self-bench/catalogue.ts [--write]`.
// The profiles are the shipped ones under new ids, so their size and richness are real. Time is processor time of this
// process, because a shared machine stretches the clock; the least of the repetitions counts.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueFrom, readProfileFiles } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { ProfileFile } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { parseFully } from '../../server/adapters/catalogue-yaml/parse-profile.ts';
import { generateProfiles } from './generate-profiles.ts';
import { readPlainYaml } from '../../server/adapters/catalogue-yaml/plain-yaml.ts';

const SIZES = [125, 250, 500, 1000, 2000];
const REPETITIONS = 5;
const TODAY = new Date().toISOString().slice(0, 10);

interface LoadTiming {
  readonly profiles: number;
  readonly bytes: number;
  readonly cpuMs: number;
  readonly cpuUsPerProfile: number;
}

function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function timeLoading(files: readonly ProfileFile[]): Promise<LoadTiming> {
  const folder = mkdtempSync(join(tmpdir(), 'mailfit-catalogue-'));
  for (const { path, text } of files) writeFileSync(join(folder, path), text);
  const times: number[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const before = process.cpuUsage();
    const result = catalogueFrom(await readProfileFiles(folder), TODAY);
    const { user, system } = process.cpuUsage(before);
    if (!result.ok) throw new Error('the generated profiles are not valid');
    times.push((user + system) / 1000);
  }
  rmSync(folder, { recursive: true });
  const cpuMs = Math.min(...times);
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { profiles: files.length, bytes, cpuMs, cpuUsPerProfile: (cpuMs * 1000) / files.length };
}

const shipped = await readProfileFiles('providers');
const curve: LoadTiming[] = [];
for (const size of SIZES) curve.push(await timeLoading(generateProfiles(shipped, size)));
const fastMs = cpuMsOf(() => shipped.forEach(({ text }) => readPlainYaml(text)));
const fullMs = cpuMsOf(() => shipped.forEach(({ text }) => parseFully(text)));
const result = {
  schema: 'mailfit.self-bench.catalogue/1',
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  repetitions: REPETITIONS,
  curve,
  fastReaderSpeedUp: fullMs / fastMs,
};
if (process.argv.includes('--write')) {
  mkdirSync('benchmarks/self-bench/results', { recursive: true });
  writeFileSync('benchmarks/self-bench/results/catalogue.json', `${JSON.stringify(result, null, 2)}\n`);
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
