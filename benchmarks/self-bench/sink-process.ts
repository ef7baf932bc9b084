// A null sink in a process of its own, so that a benchmark can weigh it alone. Prints its port, ends with its parent.

import { startSink } from '../sink/start-sink.ts';

const sink = await startSink({ kind: 'null', ledger: process.argv[2] === 'off' ? 'off' : 'verify' });
process.stdout.write(`${sink.port}\n`);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
