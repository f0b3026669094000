import { parentPort } from 'node:worker_threads';

/** A thread that ends where it should answer. */
parentPort?.on('message', () => process.exit(0));
