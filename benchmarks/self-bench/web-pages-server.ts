// The whole application on an embedded database in the given folder, in a process of its own, without the limits on one
// visitor that a benchmark would run into. Prints where it listens and what to ask for, ends with its parent.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { compose } from '../../server/compose.ts';
import { resolveConfig } from '../../server/config.ts';
import { createApp } from '../../server/web/app.ts';

const WITHOUT_LIMITS = {
  requestsPerMinute: 1e9,
  signInsPerQuarterHour: 1e9,
  runStartsPerMinute: 1e9,
};

const resolved = resolveConfig({ MAILFIT_LOG_LEVEL: 'silent', MAILFIT_DATA_DIR: process.argv[2] ?? '' });
if (!resolved.ok) throw new Error(resolved.problems.join('\n'));
const deps = await compose(resolved.config).webDeps();
const server = createApp({ ...deps, limits: WITHOUT_LIMITS }).listen(0, '127.0.0.1');
await once(server, 'listening');
// Without a single answer nothing is required, so that as many options as possible are ranked.
const { id } = await deps.evaluations.create({ title: 'Benchmark' });
const { options } = await deps.recommend({}, 'full');
const saved = await deps.evaluations.create({ title: 'Benchmark', answers: { employees: 300 } });
const ready = {
  port: (server.address() as AddressInfo).port,
  resultPath: `/evaluations/${id}/result?lang=ja`,
  savePath: `/evaluations/${saved.id}/answers`,
  questionsPath: `/evaluations/${saved.id}/questions/size`,
  rankedOptions: options.filter(({ rank }) => rank !== null).length,
};
process.stdout.write(`${JSON.stringify(ready)}\n`);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
