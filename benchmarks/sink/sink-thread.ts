// A sink in a thread of its own, for a process whose main thread has other work. Says its port; ends with the thread.

import { parentPort, workerData } from 'node:worker_threads';
import type { SinkOptions } from './sink-options.ts';
import { startSink } from './start-sink.ts';

const sink = await startSink(workerData as Partial<SinkOptions>);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is not a window
parentPort?.postMessage(sink.port);
