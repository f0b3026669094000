import { parentPort, threadId } from 'node:worker_threads';

/** A thread that answers with its own id. */
parentPort?.on('message', () => parentPort?.postMessage({ finding: String(threadId) }));
