// The web application for exports.ts, as `serve` starts it but without a limit on requests per minute.

import type { AddressInfo } from 'node:net';
import { compose } from '../../server/compose.ts';
import { resolveConfig } from '../../server/config.ts';
import { createApp } from '../../server/web/app.ts';

const [dataDir = 'data'] = process.argv.slice(2);
const resolved = resolveConfig({ MAILFIT_LOG_LEVEL: 'silent' }, { dataDir });
if (!resolved.ok) throw new Error(resolved.problems.join('\n'));
const app = compose(resolved.config);
const deps = await app.webDeps();
const limits = { ...deps.limits, requestsPerMinute: 10_000_000 };
const server = createApp({ ...deps, limits }).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
process.once('SIGTERM', () => process.exit());
